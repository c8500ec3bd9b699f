import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from './ids';

/** The settings that hold for one document. */
export interface HoverSettings {
  readonly enabled: boolean;
  /** How many excerpts a hover shows as evidence, 0 to 5. */
  readonly evidence: number;
}

/** Reads the settings for `document`, its language and folder included. Asked at each use: nothing to watch. */
export function hoverSettings(document: vscode.TextDocument): HoverSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const evidence = Number(config.get(Settings.hoverEvidence, 2));
  return {
    enabled: config.get(Settings.hoverEnabled, true),
    evidence: Number.isFinite(evidence) ? Math.min(5, Math.max(0, Math.trunc(evidence))) : 2,
  };
}

/** Which files of a folder are sources. */
export interface LibrarySettings {
  /** Globs relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Reads the settings for a workspace folder. */
export function librarySettings(folder: vscode.Uri): LibrarySettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, folder);
  return {
    include: strings(config.get(Settings.libraryInclude)),
    exclude: strings(config.get(Settings.libraryExclude)),
  };
}

/** How many bytes a source may have. */
export function largestSource(): number {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const megabytes = Number(config.get(Settings.libraryMaxFileSize, 64));
  return (Number.isFinite(megabytes) ? Math.min(1024, Math.max(1, megabytes)) : 64) * 1_000_000;
}

/** Tells when a setting has changed that decides which files are sources. */
export function onDidChangeLibrarySettings(listener: () => void): vscode.Disposable {
  const names = [Settings.libraryInclude, Settings.libraryExclude, Settings.libraryMaxFileSize];
  const keys = ['files.exclude', ...names.map((name) => `${SETTINGS_SECTION}.${name}`)];
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(key))) {
      listener();
    }
  });
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    : [];
}
