import * as vscode from 'vscode';
import { CHECK_RULES, type CheckRule } from '../core/checks/finding';
import type { CitationForm } from '../core/export/citationWriter';
import { CITATION_STYLES, type CitationStyle } from '../core/note/citationStyles';
import { DEFAULT_MARKED_KINDS, MARKABLE_KINDS, type MarkableKind } from '../core/terms/markedKinds';
import type { TermUses } from '../core/terms/termUses';
import { nodeProcess } from '../worker/node';
import { Settings, SETTINGS_SECTION } from './ids';

/** The settings that hold for one document. */
export interface HoverSettings {
  readonly enabled: boolean;
  /** How many excerpts a hover shows as evidence, 0 to 5. */
  readonly evidence: number;
}

/** Reads the settings for a document, its language and folder included. Asked at each use: nothing to watch. */
export function hoverSettings(scope: vscode.ConfigurationScope): HoverSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope);
  const evidence = Number(config.get<unknown>(Settings.hoverEvidence, 1));
  return {
    enabled: config.get(Settings.hoverEnabled, true),
    evidence: Number.isFinite(evidence) ? Math.min(5, Math.max(0, Math.trunc(evidence))) : 1,
  };
}

/** Which uses of a term are underlined in a note. */
export function termDecorations(document: vscode.TextDocument): TermUses {
  return termUses(Settings.termsDecorate, document);
}

/** Which uses of a term are explained in the preview of a note. */
export function termsInPreview(note: vscode.ConfigurationScope | undefined): TermUses {
  return termUses(Settings.termsPreview, note);
}

function termUses(setting: string, scope: vscode.ConfigurationScope | undefined): TermUses {
  const value = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope).get<unknown>(setting);
  return value === 'off' || value === 'all' ? value : 'first';
}

/** The kinds of terms that are underlined in a note and explained in its preview, beside the user's own. */
export function markedKinds(note: vscode.ConfigurationScope | undefined): readonly MarkableKind[] {
  const value = vscode.workspace
    .getConfiguration(SETTINGS_SECTION, note)
    .get<unknown>(Settings.termsMarkedKinds);
  return Array.isArray(value)
    ? MARKABLE_KINDS.filter((kind) => value.includes(kind))
    : DEFAULT_MARKED_KINDS;
}

/** Whether terms are suggested in a note. */
export function completesTerms(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document)
    .get(Settings.termsComplete, true);
}

/** What the drafting checks are to do in one note. */
export interface CheckSettings {
  /** Empty when the checks are off. */
  readonly rules: ReadonlySet<CheckRule>;
  /** Acronyms that count as common beside the built-in ones. */
  readonly commonAcronyms: readonly string[];
}

const CHECK_SETTINGS: Readonly<Record<CheckRule, string>> = {
  'acronym-before-expansion': Settings.checksAcronymBeforeExpansion,
  'acronym-never-used': Settings.checksAcronymNeverUsed,
  'acronym-unknown': Settings.checksAcronymUnknown,
  'deprecated-term': Settings.checksDeprecatedTerm,
  'mixed-variants': Settings.checksMixedVariants,
  'claim-without-source': Settings.checksClaimWithoutSource,
  'footnote-without-text': Settings.checksFootnoteWithoutText,
  'footnote-without-mark': Settings.checksFootnoteWithoutMark,
};

/** The setting that turns a check on and off, as the settings editor knows it. */
export function checkSettingId(rule: CheckRule): string {
  return `${SETTINGS_SECTION}.${CHECK_SETTINGS[rule]}`;
}

/** Reads which drafting checks are made while a note is written, its language and folder included. */
export function checkSettings(document: vscode.TextDocument): CheckSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const isOn = config.get(Settings.checksEnabled, false);
  return checkSettingsIn(config, (value) => isOn && (value === true || value === 'always'));
}

/** Reads which drafting checks are made before a note is sent, whether they are made while it is written or not. */
export function readySettings(document: vscode.TextDocument): CheckSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  return checkSettingsIn(config, (value) => value !== false && value !== 'never');
}

function checkSettingsIn(
  config: vscode.WorkspaceConfiguration,
  isWanted: (value: unknown) => boolean,
): CheckSettings {
  return {
    rules: new Set(CHECK_RULES.filter((rule) => isWanted(config.get(CHECK_SETTINGS[rule])))),
    commonAcronyms: strings(config.get(Settings.checksCommonAcronyms)),
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

/** A folder outside the workspace that the user's settings name. */
export interface LibraryFolder {
  readonly written: string;
  /** `undefined` for what is no absolute path. */
  readonly path: string | undefined;
}

/** The folders outside the workspace in which sources are looked for; `~` stands for the user's own. */
export function libraryFolders(): readonly LibraryFolder[] {
  const { HOME, USERPROFILE } = nodeProcess()?.env ?? {};
  const home = HOME ?? USERPROFILE;
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  return strings(config.get(Settings.libraryFolders)).map((said) => {
    const written = said.trim();
    const path = home === undefined ? written : written.replace(/^~(?=[\\/]|$)/, () => home);
    return { written, path: isAbsolutePath(path) ? path : undefined };
  });
}

/** How many bytes a source may have. */
export function largestSource(): number {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const megabytes = Number(config.get<unknown>(Settings.libraryMaxFileSize, 64));
  return (Number.isFinite(megabytes) ? Math.min(1024, Math.max(1, megabytes)) : 64) * 1_000_000;
}

/** Tells when a setting has changed that decides which files are sources. */
export function onDidChangeLibrarySettings(listener: () => void): vscode.Disposable {
  const names = [
    Settings.libraryInclude,
    Settings.libraryExclude,
    Settings.libraryMaxFileSize,
    Settings.libraryFolders,
  ];
  const keys = ['files.exclude', ...names.map((name) => `${SETTINGS_SECTION}.${name}`)];
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(key))) {
      listener();
    }
  });
}

/** How a note cites. */
export interface CitingSettings {
  /** `auto`: as the note's language asks for. */
  readonly style: CitationStyle | 'auto';
  readonly latexQuotes: 'csquotes' | 'plain';
  /** From how many words on a quotation is set as a block; 1 at least. */
  readonly blockQuotationWords: number;
  /** The path of a file, relative to the workspace folder or absolute; empty when none is set. */
  readonly bibliography: string;
  readonly addToBibliography: boolean;
}

/** Reads how a note cites, its language and folder included. */
export function citingSettings(document: vscode.TextDocument): CitingSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const style = config.get<unknown>(Settings.citingStyle);
  const words = Number(config.get<unknown>(Settings.citingBlockQuotationWords, 40));
  const bibliography = config.get<unknown>(Settings.citingBibliography);
  return {
    style: CITATION_STYLES.find((known) => known === style) ?? 'auto',
    latexQuotes: config.get<unknown>(Settings.citingLatexQuotes) === 'plain' ? 'plain' : 'csquotes',
    blockQuotationWords: Number.isFinite(words) ? Math.max(1, Math.trunc(words)) : 40,
    bibliography: typeof bibliography === 'string' ? bibliography.trim() : '',
    addToBibliography: config.get(Settings.citingAddToBibliography, true),
  };
}

/** Whether a path says where it is by itself, on any system. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}

/** The settings that name a file. */
const FILE_SETTINGS = [Settings.citingBibliography, Settings.exportReferenceDocument];

/**
 * The files that the user's own settings name by absolute paths: nobody need be asked whether they may
 * be used. What the settings of a workspace name is none of these.
 */
export function usersOwnFiles(): readonly string[] {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  return FILE_SETTINGS.flatMap((setting) => {
    const said = config.inspect<unknown>(setting)?.globalValue;
    const path = typeof said === 'string' ? said.trim() : '';
    return isAbsolutePath(path) ? [path] : [];
  });
}

/** Whether a change of settings may change `usersOwnFiles` or `libraryFolders`. */
export function affectsUsersOwnPlaces(event: vscode.ConfigurationChangeEvent): boolean {
  return [...FILE_SETTINGS, Settings.libraryFolders].some((setting) =>
    event.affectsConfiguration(`${SETTINGS_SECTION}.${setting}`),
  );
}

/** How a note is exported unless its front matter says otherwise. */
export interface ExportSettings {
  readonly citations: CitationForm;
  /** A path from the workspace folder on, or an absolute one; empty when none is set. */
  readonly referenceDocument: string;
  /** A language tag. */
  readonly language: string;
}

/** Reads how a note is exported, its language and folder included. */
export function exportSettings(document: vscode.TextDocument): ExportSettings {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const reference = config.get<unknown>(Settings.exportReferenceDocument);
  const language = config.get<unknown>(Settings.exportLanguage);
  return {
    citations:
      config.get<unknown>(Settings.exportCitations) === 'authorDate' ? 'authorDate' : 'notes',
    referenceDocument: typeof reference === 'string' ? reference.trim() : '',
    language:
      typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(language)
        ? language
        : 'en-GB',
  };
}

/** Whether the keys of bibliographies are suggested in a note. */
export function completesCitekeys(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document)
    .get(Settings.citingCompleteCitekeys, true);
}

/** Whether keys that no bibliography of a note has are marked. */
export function checksCitekeys(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document)
    .get(Settings.citingCheckCitekeys, true);
}

/** Whether the quotations of a note are checked when it is saved. */
export function checksQuotationsOnSave(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document)
    .get(Settings.quotesCheckOnSave, false);
}

/** Whether quotations that were found verbatim are marked in a note. */
export function marksVerbatimQuotations(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document)
    .get(Settings.quotesMarkVerbatim, true);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    : [];
}
