import { parse, unparse } from 'papaparse';
import type { TermStatus } from '../../model';
import {
  entryOfDraft,
  onOneLine,
  Remarks,
  type EntryDraft,
  type ExchangeReading,
  type ExportedContext,
  type ReadEntry,
} from './exchange';

/** Columns that hold one text each, in the order in which they are written. */
const TEXT_COLUMNS = [
  'name',
  'abbreviation',
  'definition',
  'status',
  'use',
  'case',
  'source',
  'locator',
  'date',
  'language',
] as const;

/** Columns that hold several texts each. */
const LIST_COLUMNS = ['aliases', 'examples', 'near', 'not', 'related'] as const;

const COLUMNS = [
  'name',
  'abbreviation',
  'definition',
  'aliases',
  'examples',
  'status',
  'use',
  'case',
  'near',
  'not',
  'related',
  'source',
  'locator',
  'date',
  'language',
] as const satisfies readonly Column[];

type TextColumn = (typeof TEXT_COLUMNS)[number];
type ListColumn = (typeof LIST_COLUMNS)[number];
type Column = TextColumn | ListColumn;

/** The column that says which context an entry is from. */
const CONTEXT = 'context';

/** What a column of a remark's own is called: `meta: Owner`. */
const META = /^meta\s*:\s*(\S.*)$/iu;

/** Other names that columns have in glossaries of others. */
const SYNONYMS: Readonly<Record<string, Column>> = {
  term: 'name',
  'preferred term': 'name',
  entry: 'name',
  acronym: 'abbreviation',
  abbr: 'abbreviation',
  abbreviations: 'abbreviation',
  'short form': 'abbreviation',
  definitions: 'definition',
  description: 'definition',
  meaning: 'definition',
  explanation: 'definition',
  alias: 'aliases',
  synonym: 'aliases',
  synonyms: 'aliases',
  variants: 'aliases',
  example: 'examples',
  usage: 'examples',
  'use instead': 'use',
  replacement: 'use',
  'see also': 'related',
  reference: 'source',
  page: 'locator',
  lang: 'language',
};

const STATUSES: Readonly<Record<string, TermStatus>> = {
  preferred: 'preferred',
  admitted: 'admitted',
  allowed: 'admitted',
  deprecated: 'deprecated',
  superseded: 'deprecated',
  obsolete: 'deprecated',
};

/**
 * What a cell begins with that a spreadsheet would run, or would run once it has thrown away blanks
 * and characters without width; see `guarded`.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/**
 * Reads a table with a row for each entry. The first row names the columns, in any order; without
 * such a row the first column is taken for names and the second for definitions. In a column of
 * several texts a cell of several lines has one on each, a cell of one line parts them by
 * semicolons.
 *
 * @param delimiter absent: found out from the text
 */
export function readTable(text: string, delimiter?: ',' | '\t'): ExchangeReading {
  const { data } = parse<string[]>(text.replace(/^\ufeff/u, ''), {
    ...(delimiter && { delimiter }),
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const remarks = new Remarks();
  const entries: ReadEntry[] = [];
  const [first = [], ...others] = data;
  const named = first.map(columnOf);
  const hasHeader = named.includes('name');
  if (!hasHeader && data.some((row) => !isBlank(row))) {
    remarks.push({ kind: 'noHeader', place: 1, detail: '' });
  }
  const columns: readonly (string | undefined)[] = hasHeader ? named : ['name', 'definition'];
  if (hasHeader) {
    first.forEach((title, at) => {
      if (columns[at] === undefined && title.trim() !== '') {
        remarks.push({ kind: 'unknownField', place: 1, detail: title.trim() });
      }
    });
  }
  (hasHeader ? others : data).forEach((row, at) => {
    if (isBlank(row)) {
      return;
    }
    const place = at + (hasHeader ? 2 : 1);
    const fields = entryOfDraft(draftOf(row, columns, place, remarks));
    if (fields === undefined) {
      remarks.push({ kind: 'noName', place, detail: '' });
    } else {
      const context = onOneLine(unguarded(row[columns.indexOf(CONTEXT)] ?? ''));
      entries.push({ fields, place, ...(context !== '' && { context }) });
    }
  });
  return { entries, remarks: remarks.all };
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The field that a column is for: a column's name or `meta: …`; `undefined` for an unknown one. */
function columnOf(title: string): string | undefined {
  const name = onOneLine(title).toLowerCase();
  if (name === CONTEXT || (COLUMNS as readonly string[]).includes(name)) {
    return name;
  }
  return META.test(name) ? onOneLine(title) : SYNONYMS[name];
}

function draftOf(
  row: readonly string[],
  columns: readonly (string | undefined)[],
  place: number,
  remarks: Remarks,
): EntryDraft {
  const draft: EntryDraft = {};
  const meta = new Map<string, string>();
  let isTooLong = false;
  row.forEach((cell, at) => {
    const column = columns[at];
    const value = unguarded(cell).trim();
    if (value === '') {
      return;
    }
    if (at >= columns.length) {
      // One remark a row, however many cells it has.
      if (!isTooLong) {
        remarks.push({ kind: 'tooManyCells', place, detail: value });
      }
      isTooLong = true;
    } else if (isListColumn(column)) {
      draft[column] = listOf(unguarded(cell));
    } else if (column === 'status') {
      draft.status = chosen(STATUSES, value, place, remarks);
    } else if (column === 'case') {
      draft.case = chosen({ exact: 'exact', ignore: 'ignore' } as const, value, place, remarks);
    } else if (isTextColumn(column)) {
      draft[column] = column === 'definition' ? value : onOneLine(value);
    } else if (column !== undefined && column !== CONTEXT) {
      meta.set(META.exec(column)?.[1] ?? column, value);
    }
  });
  return { ...draft, meta };
}

function isListColumn(column: string | undefined): column is ListColumn {
  return (LIST_COLUMNS as readonly (string | undefined)[]).includes(column);
}

function isTextColumn(
  column: string | undefined,
): column is Exclude<TextColumn, 'status' | 'case'> {
  return (TEXT_COLUMNS as readonly (string | undefined)[]).includes(column);
}

function listOf(cell: string): readonly string[] {
  return cell
    .split(/[\r\n]/.test(cell) ? /[\r\n]+/ : ';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function chosen<T>(
  choice: Readonly<Record<string, T>>,
  value: string,
  place: number,
  remarks: Remarks,
): T | undefined {
  const key = value.toLowerCase();
  if (Object.hasOwn(choice, key)) {
    return choice[key];
  }
  remarks.push({ kind: 'badValue', place, detail: value });
  return undefined;
}

/** Writes contexts as a table that `readTable` reads back, columns that nobody uses left out. */
export function writeTable(contexts: readonly ExportedContext[], delimiter: ',' | '\t'): string {
  const rows = contexts.flatMap(({ name, entries }) =>
    entries.map((entry) => ({ context: name ?? '', entry })),
  );
  const used = COLUMNS.filter(
    (column) => column === 'name' || rows.some(({ entry }) => (entry[column] ?? '').length > 0),
  );
  const remarks = [...new Set(rows.flatMap(({ entry }) => [...entry.meta.keys()]))];
  const withContext = contexts.length > 1;
  const titles = [
    ...(withContext ? [CONTEXT] : []),
    ...used,
    ...remarks.map((name) => `meta: ${onOneLine(name)}`),
  ];
  const table = rows.map(({ context, entry }) => [
    ...(withContext ? [context] : []),
    ...used.map((column) => {
      const value = entry[column];
      return value === undefined || typeof value === 'string' ? (value ?? '') : cellOf(value);
    }),
    ...remarks.map((name) => entry.meta.get(name) ?? ''),
  ]);
  const cells = [titles, ...table].map((row) => row.map(guarded));
  return `${unparse(cells, { delimiter, newline: '\r\n' })}\r\n`;
}

/** Several texts in one cell, a line each; a single one that a reader would part ends its line. */
function cellOf(texts: readonly string[]): string {
  const lines = texts.map(onOneLine).join('\n');
  return texts.length === 1 && lines.includes(';') ? `${lines}\n` : lines;
}

/**
 * A spreadsheet runs what begins with one of these signs; an apostrophe before it makes it text. One
 * that stands there already gets another, so that reading takes away only what writing has added.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
