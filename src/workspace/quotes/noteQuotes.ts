import type * as vscode from 'vscode';
import { Note } from '../../core/note/note';
import { quotedPlaces, type QuoteCheck, type QuotedPlace } from '../../core/quotes/quoteCheck';
import { claimsOf, type QuoteClaims } from '../../core/quotes/quoteClaims';
import { QuoteChecker } from '../../core/quotes/quoteChecker';
import type { Deps } from '../deps';
import { UncitedQuotations } from '../../core/quotes/uncited';
import { threadSlices } from '../../util/slicedWork';
import { noteOf } from '../notes/noteOf';
import { entriesCitedIn, type CitedEntries } from './citedEntries';
import { PlaceFinder } from './placeFinder';
import { quoteLibraryOf } from './quotableSources';
import { sourceStates, type SourceStates } from './sourceStates';

/** The quotations of a note, compared with the sources as both were at one moment. Immutable. */
export interface CheckedNote {
  readonly uri: vscode.Uri;
  readonly languageId: string;
  /** What was checked: offsets are into it. */
  readonly text: string;
  /** In the order of the note; not all of them when the check was stopped. */
  readonly checks: readonly QuoteCheck[];
  /** How many quotations there are. */
  readonly total: number;
  /** Where the places that the checks name stand in the pages of their sources. */
  readonly locations: ReadonlyMap<QuotedPlace, vscode.Location>;
  readonly sources: SourceStates;
  /** When it was checked. */
  readonly at: Date;
  readonly entries: CitedEntries;
  readonly claims: QuoteClaims;
}

/** What quotations are compared with, as far as it is needed here. */
interface QuoteDeps {
  readonly library: Pick<Deps['library'], 'start' | 'contents' | 'sources' | 'get' | 'documentNow'>;
  readonly bibliographies: Pick<Deps['bibliographies'], 'of'>;
}

/** Compares the quotations of notes with the library. */
export class NoteQuotes {
  constructor(private readonly deps: QuoteDeps) {}

  /** How many quotations an open note has. */
  count(document: vscode.TextDocument): number {
    return noteOf(document).quotations.length;
  }

  /** How many quotations the text of a file has. */
  countIn(text: string, languageId: string): number {
    return new Note(text, languageId).quotations.length;
  }

  /**
   * Checks a note as it is now, against what has been read by now, in slices between which everything
   * else goes on. Gives what it has found so far when it is cancelled.
   *
   * @param onChecked called after each quotation
   */
  async check(
    document: vscode.TextDocument,
    token?: vscode.CancellationToken,
    onChecked?: () => void,
  ): Promise<CheckedNote> {
    const { library, bibliographies } = this.deps;
    const { uri, languageId } = document;
    const note = noteOf(document);
    const [holding] = await Promise.all([bibliographies.of(document), library.start()]);
    const quoteLibrary = quoteLibraryOf(library, holding);
    const sources = sourceStates(library);
    const checks: QuoteCheck[] = [];
    const places = new PlaceFinder(library, quoteLibrary);
    const locations = new Map<QuotedPlace, vscode.Location>();
    let isStopped = false;
    const slices = threadSlices();
    const uncited = new UncitedQuotations(note, quoteLibrary);
    for (const found of new QuoteChecker(quoteLibrary).checkNote(note)) {
      const check = uncited.remarked(found);
      checks.push(check);
      for (const place of quotedPlaces(check)) {
        const location = places.find(place);
        if (location !== undefined) {
          locations.set(place, location);
        }
      }
      onChecked?.();
      if (slices.isOver) {
        await slices.pause();
      }
      if (token?.isCancellationRequested) {
        isStopped = true;
        break;
      }
    }
    // Without what turned out to be no quotation, such as a title in quotation marks.
    const total = isStopped ? note.quotations.length : checks.length;
    const entries = entriesCitedIn(note, holding);
    const claims = claimsOf(note);
    const { text } = note;
    const at = new Date();
    return { uri, languageId, text, checks, total, locations, sources, at, entries, claims };
  }
}
