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
