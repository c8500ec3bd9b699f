import {
  entryForFile,
  parseBibliography,
  type BibliographyEntry,
} from '../core/citation/bibliography';
import { documentTitle } from '../core/library/title';
import type { SourceId } from '../core/model';
import { authorsAndYear } from '../core/quotes/quotable';
import {
  hasRemark,
  negationsOf,
  type Difference,
  type QuoteCheck,
  type QuotedPlace,
  type QuoteVerdict,
} from '../core/quotes/quoteCheck';
import { QuoteChecker } from '../core/quotes/quoteChecker';
import type { QuotableSource, QuoteLibrary } from '../core/quotes/quoteLibrary';
import { quotedOnOneLine } from '../core/quotes/oneLine';
import { UncitedQuotations } from '../core/quotes/uncited';
import { languageOfPath } from '../core/note/languageIds';
import { Note } from '../core/note/note';
import { libraryOf, placeAsText, type ReadSource } from './library';
import { linePlaces } from './linePlaces';

/** One quotation as `--quotes --json` prints it. Offsets count UTF-16 units; `page` counts from 1. */
export interface QuoteRow {
  readonly start: number;
  readonly end: number;
  /** As the note has it, without its quotation marks. */
  readonly text: string;
  readonly verdict: QuoteVerdict;
  /** The path of the source in which it stands, altered or not; `null` where it stands in none. */
  readonly source: string | null;
  readonly locator: string | null;
  readonly page: number | null;
  /** Where its words differ from the source's; empty but for an altered one. */
  readonly difference: readonly {
    readonly kind: Difference['kind'];
    readonly start: number;
    readonly end: number;
    readonly quoted: string;
    readonly source: string;
  }[];
  /** The source's own wording where it stands, or what is nearest to it; `null` where nothing is near. */
  readonly nearest: NearestRow | null;
  /** Further places, when it is ambiguous. */
  readonly others: readonly NearestRow[];
  /** The place that its citation names; `null` when it names none. */
  readonly cited: string | null;
  /** Present when its citation gives the page by the count of the file, and another number is printed there. */
  readonly citesFileCount?: true;
  /** The negations that ellipses and brackets of a verbatim one stand for, and all words that those do; absent without any. */
  readonly leavesOut?: readonly NegationRow[];
  /** Present when it is verbatim and nothing around it tells where it is from. */
  readonly uncited?: true;
  /** Why it cannot be checked; `null` when it can. */
  readonly reason: string | null;
}

interface NegationRow {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly source: string;
}

interface NearestRow {
  readonly source: string;
  readonly locator: string;
  readonly page: number | null;
  readonly text: string;
}

/** A bibliography as it was read. */
export interface ReadBibliography {
  readonly entries: readonly BibliographyEntry[];
  /** A line for people on each that cannot be read. */
  readonly problems: readonly string[];
}

export function readBibliographyFile(text: string, path: string): ReadBibliography {
  const { entries, problems } = parseBibliography(text, path);
  return { entries, problems: problems.map(({ line, message }) => `${path}:${line}: ${message}`) };
}

/** Compares the quotations of a note, whose path's ending tells its language, with sources. */
export function quoteRows(
  text: string,
  path: string,
  sources: readonly ReadSource[],
  entries: readonly BibliographyEntry[],
): readonly QuoteRow[] {
  const library = quoteLibraryOfFiles(sources, entries);
  const note = new Note(text, languageOfPath(path));
  const uncited = new UncitedQuotations(note, library);
  return [...new QuoteChecker(library).checkNote(note)].map((check) =>
    rowOf(text, uncited.remarked(check)),
  );
}

/** A library in which a source's id is its path, described by the bibliography's entry that names its file. */
export function quoteLibraryOfFiles(
  sources: readonly ReadSource[],
  entries: readonly BibliographyEntry[],
): QuoteLibrary {
  const described = sources.map(({ path, document }) => {
    const metadata = { ...document.metadata, ...entryForFile(entries, path)?.metadata };
    return { path, document: { ...document, metadata } };
  });
  const byKey = new Map(entries.map((entry) => [entry.citekey, entry]));
  return {
    contents: libraryOf(described),
    sources: described.map(quotableOf),
    document: (id) => described.find(({ path }) => path === id)?.document,
    entry: (citekey) => {
      const entry = byKey.get(citekey);
      return entry && { ...entry.metadata, files: entry.files };
    },
  };
}

function quotableOf({ path, document: { metadata } }: ReadSource): QuotableSource {
  const { citekey, URL, DOI } = metadata;
  return {
    id: path as SourceId,
    title: documentTitle(metadata, path),
    path,
    state: 'ready',
    ...authorsAndYear(metadata),
    ...(citekey !== undefined && { citekey }),
    ...(URL !== undefined && { URL }),
    ...(DOI !== undefined && { DOI }),
  };
}

function rowOf(text: string, check: QuoteCheck): QuoteRow {
  const { quotation, verdict, place, others, differences, citation, reason } = check;
  const leavesOut = negationsOf(check).map(({ start, end, word, source }) => ({
    start,
    end,
    word,
    source,
  }));
  const stands = verdict !== 'not found' && verdict !== 'cannot check';
  return {
    start: quotation.start,
    end: quotation.end,
    text: text.slice(quotation.start, quotation.end),
    verdict,
    source: stands && place ? place.source : null,
    locator: stands && place ? place.locator : null,
    page: stands && place ? (place.passage.page ?? null) : null,
    difference: differences.map(({ kind, start, end, quoted, source }) => ({
      kind,
      start,
      end,
      quoted,
      source,
    })),
    nearest: place ? nearestRow(place) : null,
    others: others.map(nearestRow),
    cited: citation?.locator ?? null,
    ...(hasRemark(check, 'page of the file') && { citesFileCount: true }),
    ...(leavesOut.length > 0 && { leavesOut }),
    ...(hasRemark(check, 'uncited') && { uncited: true }),
    reason: reason ?? null,
  };
}

function nearestRow({ source, locator, passage, text }: QuotedPlace): NearestRow {
  return { source, locator, page: passage.page ?? null, text };
}

/** A few lines for each quotation: its place as `line:column`, both counted from 1, and what was found. */
export function quoteRowsAsText(rows: readonly QuoteRow[], text: string): string {
  const places = linePlaces(text, rows);
  return rows
    .map((row, index) => {
      const where =
        row.source === null || row.locator === null
          ? ''
          : ` ${placeAsText(row.source, { locator: row.locator, page: row.page })}`;
      const counted = row.citesFileCount ? `\n    ${row.cited} counts the pages of the file` : '';
      const differences = row.difference.map((one) => `\n    ${differenceAsText(one)}`).join('');
      const leavesOut = (row.leavesOut ?? [])
        .map(({ word }) => `\n    leaves out “${word}”`)
        .join('');
      const reason = row.reason === null ? '' : ` (${row.reason})`;
      const quoted = quotedOnOneLine(row.text);
      return `${places[index]} ${row.verdict}${reason}${where}\n    “${quoted}”${differences}${leavesOut}${counted}`;
    })
    .join('\n\n');
}

function differenceAsText(difference: QuoteRow['difference'][number]): string {
  const [quoted, source] = [quotedOnOneLine(difference.quoted), quotedOnOneLine(difference.source)];
  switch (difference.kind) {
    case 'dropped':
      return `leaves out “${source}”`;
    case 'added':
      return `adds “${quoted}”`;
    case 'reordered':
      return `parts in another order: “${source}” in the source`;
    case 'recased':
    case 'changed':
      return `“${quoted}” is “${source}” in the source`;
  }
}
