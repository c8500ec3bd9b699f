import { incompleteEntries } from '../core/citation/entryParts';
import { checkNote } from '../core/checks/checkNote';
import { CHECK_RULES } from '../core/checks/finding';
import type { TextEdit } from '../core/model';
import type { Note } from '../core/note/note';
import type { QuoteNames } from '../core/quotes/messages';
import { QuoteChecker } from '../core/quotes/quoteChecker';
import { UncitedQuotations } from '../core/quotes/uncited';
import type { ReadyKind } from '../core/ready/readyItem';
import { readyItems } from '../core/ready/readyItems';
import { readyMessage, readyTitle } from '../core/ready/readyMessage';
import { readyRemedies } from '../core/ready/readyRemedies';
import type { TermSet } from '../core/terms/termSet';
import { english } from './english';
import type { ReadSource } from './library';
import { linePlaces } from './linePlaces';
import type { FileBibliography, FoundBibliographies } from './noteBibliographies';
import { quoteLibraryOfFiles } from './quotes';

/** One thing that is left before a note is sent, as `--ready --json` prints it. Offsets count UTF-16 units. */
export interface ReadyRow {
  readonly kind: ReadyKind;
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly title: string;
  readonly message: string;
  /** What one key does about it, with its edits; `null` where that is no edit of the note, or only the author knows it. */
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | null;
  /** The names of all remedies. */
  readonly remedies: readonly string[];
}

/** What is left before a note is sent, worst first. */
export function readyRows(
  note: Note,
  sources: readonly ReadSource[],
  terms: TermSet,
  { held, missing }: Pick<FoundBibliographies, 'held' | 'missing'>,
): readonly ReadyRow[] {
  const { text } = note;
  const entries = held.flatMap((one) => one.entries);
  const library = quoteLibraryOfFiles(sources, entries);
  const uncited = new UncitedQuotations(note, library);
  const names: QuoteNames = {
    titleOf: (id) => library.sources.find((source) => source.id === id)?.title ?? id,
    problemOf: () => undefined,
    wordsAt: ({ start, end }) => text.slice(start, end),
  };
  const items = readyItems(
    note,
    {
      hasSources: sources.length > 0,
      checks: [...new QuoteChecker(library).checkNote(note)].map((one) => uncited.remarked(one)),
      findings: checkNote(note, terms, { rules: new Set(CHECK_RULES), commonAcronyms: [] }),
      bibliographies: {
        citekeys: new Set(entries.map(({ citekey }) => citekey)),
        missing,
        incomplete: held.flatMap(incompleteIn),
      },
    },
    names,
    english,
  );
  return items.map((item): ReadyRow => {
    const { kind, start, end } = item;
    const remedies = readyRemedies(note, item, names, english);
    const preferred = remedies.find(({ isPreferred }) => isPreferred);
    return {
      kind,
      start,
      end,
      line: text.slice(0, start).split('\n').length,
      text: text.slice(start, end),
      title: readyTitle(item, names, english),
      message: readyMessage(item, names, english),
      fix:
        preferred && 'edits' in preferred.does
          ? { title: preferred.title, edits: preferred.does.edits }
          : null,
      remedies: remedies.map(({ title }) => title),
    };
  });
}

function incompleteIn({ path, text }: FileBibliography) {
  return incompleteEntries(text, path, () => true).map((entry) => ({ ...entry, file: path }));
}

/** A line for each row: its place as `line:column`, both counted from 1, what is left and why. */
export function readyRowsAsText(rows: readonly ReadyRow[], text: string): string {
  const inOrder = [...rows].sort((one, other) => one.start - other.start);
  const places = new Map(linePlaces(text, inOrder).map((place, at) => [inOrder[at], place]));
  return rows.length === 0
    ? 'Nothing left: ready to send.'
    : rows.map((row) => `${places.get(row)} ${row.title}\n    ${row.message}`).join('\n');
}
