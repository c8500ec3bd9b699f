import * as vscode from 'vscode';
import type { BibliographyEntry } from '../../core/citation/bibliography';
import type { addToBibliography } from '../../core/citation/bibliographyEdit';
import type { CitableSource } from '../../core/citation/citable';
import { STYLE_TRAITS, type CitationStyle } from '../../core/note/citationStyles';
import { citekeyFor } from '../../core/citation/citekeyPattern';
import type { TextEdit } from '../../core/model';
import type { Logger } from '../../core/ports';
import type { CitingSettings } from '../../host/config';
import { type Holds, lettersHeldBy, openForEdit } from '../../host/fileEncoding';
import type { Library } from '../library/library';
import { loadPart } from '../../host/loadPart';
import type { NoteBibliographies } from './noteBibliographies';

/** The entry of a bibliography by which a note cites a source. */
export interface NoteEntry {
  readonly citekey: string;
  /** Absent when a bibliography has the entry, or none is to get it. */
  readonly addition?: BibliographyAddition;
  /** Why no bibliography gets the entry although one should. */
  readonly problem?: EntryProblem;
}

/** What adds an entry to a bibliography. */
export interface BibliographyAddition {
  readonly file: vscode.Uri;
  /** `undefined` when the file is to be made. */
  readonly document: vscode.TextDocument | undefined;
  readonly edit: TextEdit;
}

export type EntryProblem =
  /** The note lies in no folder that could have a bibliography. */
  | { readonly kind: 'no folder' }
  /** The file lies outside the workspace, and the user has not allowed its use. */
  | { readonly kind: 'outside'; readonly file: vscode.Uri }
  /** The file cannot be written, or not even opened. */
  | { readonly kind: 'unwritable'; readonly file: vscode.Uri }
  /** The file has no place for an entry, or lacks letters of it; `reason` is for people. */
  | { readonly kind: 'broken'; readonly file: vscode.Uri; readonly reason: string };

/** A file that may get the entry. */
interface Candidate {
  readonly file: vscode.Uri;
  /** Absent when there is no such file, or it cannot be opened. */
  readonly document: vscode.TextDocument | undefined;
  readonly isWritable: boolean;
  /** Which texts it keeps when it is saved. */
  readonly holds: Holds;
}

/** What has been read of a note's bibliographies: all that an entry depends on, at one moment. */
export interface OpenBibliographies {
  /** Those that the note has, in order of precedence; what cannot be opened is left out. */
  readonly held: readonly vscode.TextDocument[];
  /** All keys that they have, in lower case. */
  readonly citekeys: ReadonlySet<string>;
  /** `undefined` when there is none: the note lies in no folder, or `outside` has what may not be used. */
  readonly target: Candidate | undefined;
  /** The first file that lies outside the workspace and may not be used. */
  readonly outside: vscode.Uri | undefined;
  /** Loaded on first use: the libraries that read bibliographies are large. */
  readonly add: typeof addToBibliography;
}

/**
 * Opens the bibliographies of a note, so that their unsaved edits count. Rejects only when a part of
 * the extension cannot be loaded.
 */
export async function openBibliographies(
  bibliographies: NoteBibliographies,
  note: vscode.TextDocument,
  log: Logger,
): Promise<OpenBibliographies> {
  const [known, file] = await Promise.all([
    bibliographies.of(note),
    bibliographies.fileForNewEntry(note),
  ]);
  const held = await Promise.all(known.map(({ uri }) => openIfPossible(uri)));
  const { addToBibliography: add } = await loadPart(
    log,
    () => import('../../core/citation/bibliographyEdit'),
  );
  return {
    add,
    held: held.filter((one) => one !== undefined),
    citekeys: new Set(known.flatMap(({ entries }) => entries.map(keyOf))),
    target: file && (await candidate(file)),
    outside: file === undefined ? (await bibliographies.outside(note))[0]?.uri : undefined,
  };
}

/**
 * The entry by which a note cites a source: the one that a bibliography of the note has, or else one
 * to be added, if it is wanted: styles that cite by key get one in any case, and make the file;
 * others only where the note has a bibliography.
 *
 * @param pathFrom where the source's own document lies, as a bibliography is to name it
 */
export function entryForNote(
  { held, citekeys, target, outside, add }: OpenBibliographies,
  source: CitableSource,
  style: CitationStyle,
  { addToBibliography: isWanted, bibliography: named }: CitingSettings,
  pathFrom: (bibliography: vscode.Uri) => string | undefined,
): NoteEntry {
  for (const document of held) {
    const { uri } = document;
    const known = add(document.getText(), uri.path, source, pathFrom(uri));
    if (known.edit === undefined && known.problem === undefined) {
      return { citekey: known.citekey };
    }
  }
  const [path, text] = [target?.file.path ?? 'references.bib', target?.document?.getText() ?? ''];
  const own = target && pathFrom(target.file);
  // One that is free in the file may be another source's in another bibliography of the note.
  const keyed = { ...source, citekey: citekeyFor(source, citekeys) };
  const { citekey, edit, problem } = add(text, path, keyed, own);
  if (!isWanted || !(STYLE_TRAITS[style].isKeyed || held.length > 0 || named !== '')) {
    return { citekey };
  }
  if (target === undefined) {
    const problem: EntryProblem =
      outside === undefined ? { kind: 'no folder' } : { kind: 'outside', file: outside };
    return { citekey, problem };
  }
  const { file, document, isWritable, holds } = target;
  if (!isWritable) {
    return { citekey, problem: { kind: 'unwritable', file } };
  }
  if (edit === undefined) {
    return problem === undefined
      ? { citekey }
      : { citekey, problem: { kind: 'broken', file, reason: problem } };
  }
  if (document !== undefined && !holds(edit.text)) {
    const reason = vscode.l10n.t(
      'it is written in {0}, which lacks some of the entry’s letters. Save it in UTF-8 first.',
      document.encoding,
    );
    return { citekey, problem: { kind: 'broken', file, reason } };
  }
  return { citekey, addition: { file, document, edit } };
}

function keyOf({ citekey }: BibliographyEntry): string {
  return citekey.toLowerCase();
}

async function candidate(file: vscode.Uri): Promise<Candidate> {
  const isPossible = vscode.workspace.fs.isWritableFileSystem(file.scheme) !== false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(file);
    const document = await openIfPossible(file);
    const isReadonly = (permissions & vscode.FilePermission.Readonly) !== 0;
    return {
      file,
      document,
      isWritable: isPossible && !isReadonly && document !== undefined,
      holds: document === undefined ? () => false : await lettersHeldBy(document),
    };
  } catch {
    // There is no such file. It may be open all the same, if it has been deleted meanwhile.
    return { file, document: undefined, isWritable: isPossible, holds: () => true };
  }
}

async function openIfPossible(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await openForEdit(file);
  } catch {
    return undefined;
  }
}

/** The way from a bibliography to a source's own document: relative where both are in one workspace folder. */
export function pathOfSource(
  library: Pick<Library, 'get'>,
  source: string,
  bibliography: vscode.Uri,
): string | undefined {
  const uri = library.get(source)?.uri;
  if (uri === undefined) {
    return undefined;
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const isBeside =
    folder !== undefined && vscode.workspace.getWorkspaceFolder(bibliography) === folder;
  return isBeside
    ? relativePath(vscode.Uri.joinPath(bibliography, '..').path, uri.path)
    : uri.fsPath;
}

function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter((name) => name !== '');
  const to = file.split('/').filter((name) => name !== '');
  let common = 0;
  while (common < from.length && from[common] === to[common]) {
    common += 1;
  }
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
