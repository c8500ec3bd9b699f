import type * as vscode from 'vscode';
import type { Searcher } from '../core/search/searcher';
import type { Citing } from './bibliographies/citing';
import type { LastCopy } from './bibliographies/lastCopy';
import type { NoteBibliographies } from './bibliographies/noteBibliographies';
import type { Desk } from './desk';
import type { Glossaries } from './glossaries/glossaries';
import type { LastHits } from './lastHits';
import type { Library } from './library/library';
import type { PageLinks } from './pages/pageLinks';
import type { OwnPassages } from './own/ownPassages';
import type { Parsing } from './parsing/parsing';
import type { NoteFiles } from './notes/noteFiles';
import type { NoteLoop } from './notes/noteLoop';
import type { LateQuotes } from './quotes/lateQuotes';
import type { SavedSearches } from './searches/savedSearches';
import type { Tags } from './tags/tags';
import type { CommandTargets } from './targets';
import type { DeskTerms } from './terms/deskTerms';
import type { Mentions } from './terms/mentions';
import type { Log } from '../host/surfaces/log';

import type { PlaceAccess } from './access/placeAccess';

/** What every feature is given. */
export interface Deps {
  /** The folder of the extension. */
  readonly extension: vscode.Uri;
  readonly desk: Desk;
  readonly library: Library;
  /** Says what may be used of that to which files of the workspace lead. */
  readonly access: PlaceAccess;
  readonly glossaries: Glossaries;
  /** The bibliographies of notes, by note. */
  readonly bibliographies: NoteBibliographies;
  /** The terms of packs and glossaries, by note. */
  readonly terms: DeskTerms;
  readonly mentions: Mentions;
  /**
   * What passages of the library are about: topics, partners, terms. Loaded at the first call, when
   * tagging has not begun yet: see `Tags.start`.
   */
  readonly tags: () => Promise<Tags>;
  /** What the user's own documents say of topics and partners, and what of it is new. */
  readonly own: () => Promise<OwnPassages>;
  /** The searches that the user has saved. */
  readonly searches: () => Promise<SavedSearches>;
  /** The notes of the workspace, by their files. */
  readonly notes: NoteFiles;
  /** Tells when open notes are to be looked at. */
  readonly noteLoop: NoteLoop;
  /** Searches packs and library together, always as they are now. */
  readonly searcher: () => Promise<Searcher>;
  /** The passages that the last search found. */
  readonly lastHits: LastHits;
  /** Compares the quotations of notes with the library, and keeps what was found. */
  readonly quotes: LateQuotes;
  /** Puts citations into notes. */
  readonly citing: Citing;
  /** What the clipboard holds, if it comes from us. */
  readonly lastCopy: LastCopy;
  /** Finds out which entries a command is about. */
  readonly targets: CommandTargets;
  /** Where links stand in the texts of entries. */
  readonly pageLinks: PageLinks;
  /** Parses the texts of files. */
  readonly parsing: Parsing;
  readonly log: Log;
  /** Small things to remember over sessions, such as recent searches. */
  readonly state: vscode.Memento;
  /** The same for this workspace alone. */
  readonly workspaceState: vscode.Memento;
}
