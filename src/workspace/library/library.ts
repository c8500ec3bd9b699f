import type * as vscode from 'vscode';
import type { CitableSource } from '../../core/citation/citable';
import type {
  DocumentFormat,
  DocumentMetadata,
  ExtractionProblem,
  FailedProblem,
  PassageRef,
  SourceDocument,
} from '../../core/library/document';
import type { SourceDetails } from '../../core/library/sourceDetails';
import type { Citation, SourceId } from '../../core/model';
import type { LibraryContents } from '../../core/search/libraryIndex';

/** Whether sources lie in the workspace, or in a folder elsewhere that the user's settings name. */
export type SourcePlace = 'workspace' | 'elsewhere';

/** How far a document of the library is. */
export type SourceState =
  | { readonly kind: 'waiting' }
  /** `share` from 0 to 1. */
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'ready' }
  | ExtractionProblem;

/** A folder that should have been searched for sources. */
export interface UnreadableFolder {
  readonly uri: vscode.Uri;
  /** For people; see `LibrarySource.path`. */
  readonly path: string;
  /** Why it could not be searched. */
  readonly problem: FailedProblem;
}

/** A file as it was when it was last looked at. Times are milliseconds since 1970, sizes bytes. */
export interface FileStamp {
  /** When the file came to its place; 0 where its disk does not tell. */
  readonly created: number;
  readonly mtime: number;
  readonly size: number;
}

/** A file that is a source. */
export interface SourcePath {
  readonly uri: vscode.Uri;
  /**
   * For people: relative to its workspace folder, with the folder's name when there are several, or
   * to the folder elsewhere, with its name.
   */
  readonly path: string;
  readonly place: SourcePlace;
}

/** A document of the user's library, read or not. Immutable: a changed state makes a new one. */
export interface LibrarySource extends SourcePath {
  /** Made from its address: the same in every session as long as the file stays where it is. */
  readonly id: SourceId;
  /** Other files with the same bytes, which are no sources of their own; absent without any. */
  readonly alsoAt?: readonly SourcePath[];
  readonly format: DocumentFormat;
  readonly state: SourceState;
  /** The document's own title, or else the file's name. */
  readonly title: string;
  /** Absent until it has been looked at. */
  readonly file?: FileStamp;
  /** How many passages it has, headings not counted; 0 until it is ready. */
  readonly passages: number;
  /** What to cite it by: from a bibliography, from the document itself, or only the file's name. */
  readonly citation: CitableSource;
  /** The encoding that the user has chosen for it; absent for the one that its bytes tell. */
  readonly chosenEncoding?: string;
  /** Its bytes do not tell their encoding: what it was read in is the likeliest of several. */
  readonly isEncodingUncertain?: true;
}

/** What is said of a source; what comes first counts. */
export interface SourceStatements {
  readonly bibliography: DocumentMetadata;
  /** What the user has said; see `core/library/sourceDetails.ts`. */
  readonly details: SourceDetails;
  readonly document: DocumentMetadata;
}

/**
 * The user's own documents. Finds, reads and watches them once somebody asks; what it shows is
 * always what is known at that moment, and events tell when that changes.
 */
export interface Library {
  /** Sources have come, gone or changed their state; several changes make one event. */
  readonly onDidChange: vscode.Event<void>;
  /** `contents` is another. */
  readonly onDidChangeContents: vscode.Event<void>;

  /**
   * Begins to find, read and watch, at the first call. Resolves when the sources are known and what
   * is stored of them can be searched; the rest is read afterwards. Never rejects.
   */
  start(): Promise<void>;

  /** In the order of their paths. */
  readonly sources: readonly LibrarySource[];
  get(id: string): LibrarySource | undefined;

  /**
   * Places outside the workspace to which links in it lead, by their real paths: they may hold
   * sources, and are not looked into unless the user allows it.
   */
  readonly outside: readonly string[];

  /** Folders that the disk refuses: they may hold sources, of which nothing is known. In the order of their paths. */
  readonly unreadable: readonly UnreadableFolder[];

  /**
   * Why what is read cannot be stored, so that it is read again in each session; undefined as long as
   * it can be, or nobody has tried.
   */
  readonly notStored: FailedProblem | undefined;

  /** What can be searched now; `undefined` while there is nothing. Immutable. */
  readonly contents: LibraryContents | undefined;

  /** Sources read and to be read since reading began; `undefined` while nothing is being read. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Stops reading after the source at hand; what waits is read after `resume`. */
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;

  /** A document as it was read; `undefined` when there is none, or it cannot be had any more. */
  document(id: string): Promise<SourceDocument | undefined>;
  /** The same for work that cannot wait for it. */
  documentNow(id: string): SourceDocument | undefined;

  /** The passage of the user's own copy that a place in a pack's source is; `undefined` without a copy. */
  copyOf(place: Citation): PassageRef | undefined;

  /** `undefined` when there is no such source. */
  statementsOf(id: string): SourceStatements | undefined;

  /**
   * Keeps what the user says of a source, all of it. Resolves when it shows. Rejects with
   * `DetailsRefused`, or with what the disk says.
   */
  setDetails(id: string, details: SourceDetails): Promise<void>;

  /** Reads sources anew, whether or not they have changed. */
  reindex(ids: readonly string[]): void;

  /**
   * Reads a source that is text in an encoding, now and whenever it changes; in the one that its bytes
   * tell when absent.
   */
  reindexInEncoding(id: string, encoding: string | undefined): Promise<void>;

  /** Where sources that the user adds are to be copied; made when it is not there. */
  folderForNewSources(): Promise<vscode.Uri>;

  /** Looks again for sources everywhere, as after a setting has changed. */
  rescan(): Promise<void>;
}
