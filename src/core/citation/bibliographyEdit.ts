import type { TextEdit } from '../model';
import { entryForFile, parseBibliography, type BibliographyEntry } from './bibliography';
import { bibtexRefusal, jsonRefusal } from './bibliographyGuard';
import { scanBibtex } from './bibtexScanner';
import type { CitableSource } from './citable';
import { citekeyFor } from './citekeyPattern';
import { jsonListIn } from './jsonList';
import { bibtexEntry, type BibtexStyle } from './writing/bibtexEntry';
import { cslItem } from './writing/cslItem';

/** What adding a source to a bibliography takes. */
export interface EntryAddition {
  /** That of the source's entry, whether it is there already or not. */
  readonly citekey: string;
  /** Absent when the bibliography has the source already, or cannot take it. */
  readonly edit?: TextEdit;
  /** Why the source cannot be added; for people, in English. */
  readonly problem?: string;
}

/** What tells whether an entry is that of a source; titles without all but their letters. */
interface KnownEntry {
  readonly citekey: string;
  readonly titles: readonly string[];
  readonly year: string | undefined;
  readonly doi: string | undefined;
}

const BIBTEX_FILE = /\.(?:bib|bibtex)$/i;
const JSON_FILE = /\.json$/i;
/** Signs that a file is written for BibLaTeX. */
const BIBLATEX =
  /^[ \t]*(?:date|journaltitle|langid|eprinttype|eventdate|urldate|location)[ \t]*=|^[ \t]*@(?:report|online|thesis|dataset|software|legislation|mvbook|collection)\s*\{/im;
const ANY_KEY = /@[ \t]*[a-z]\w*\s*[{(]\s*([^\s,{}()"#%=~\\]+)/gi;

/**
 * The one change to a bibliography that adds a source behind the last entry; everything else stays
 * as it is, to the byte. The source is there already when an entry has its citekey or its DOI, names
 * its file, or has the same title (by its letters) and no other year. How a new citekey is made says
 * `citekeyFor`; it is never one that stands in the file, a broken entry's included.
 * @param path its ending tells BibTeX from CSL-JSON; others are a problem
 * @param file the path of the source's document, as the entry is to have it; absent for none
 */
export function addToBibliography(
  text: string,
  path: string,
  source: CitableSource,
  file?: string,
): EntryAddition {
  const isJson = JSON_FILE.test(path);
  const { entries, problems } = parseBibliography(text, path);
  const known = isJson ? entries.map(knownOfCsl) : knownOfBibtex(text);
  const there = citekeyOf(known, source) ?? (file && entryForFile(entries, file)?.citekey);
  if (there) {
    return { citekey: there };
  }
  const citekey = citekeyFor(source, takenKeys(text, entries));
  if (!isJson && !BIBTEX_FILE.test(path)) {
    return { citekey, problem: 'Entries can be added to BibTeX (.bib) and CSL-JSON (.json) only.' };
  }
  const refusal = isJson ? jsonRefusal(text, path) : bibtexRefusal(text);
  if (refusal !== undefined) {
    return { citekey, problem: refusal };
  }
  if (!isJson) {
    return { citekey, edit: appendToBibtex(text, source, citekey, file) };
  }
  const edit = appendToJson(text, cslItem(source, citekey, file));
  const [first] = problems;
  return edit
    ? { citekey, edit }
    : {
        citekey,
        problem: `Line ${first?.line ?? 1}: ${first?.message ?? 'This is not a list of items.'}`,
      };
}

function citekeyOf(known: readonly KnownEntry[], source: CitableSource): string | undefined {
  const doi = source.DOI && plainDoi(source.DOI);
  const title = skeletonOf(source.title ?? source.label);
  const year = source.issued?.['date-parts'][0]?.[0]?.toString();
  return (
    known.find(({ citekey }) => citekey === source.citekey) ??
    known.find((entry) => doi !== undefined && doi === entry.doi) ??
    known.find(
      (entry) =>
        title !== '' &&
        entry.titles.includes(title) &&
        (year === undefined || entry.year === undefined || year === entry.year),
    )
  )?.citekey;
}

/** Without reading the values as LaTeX, which for thousands of entries takes seconds. */
function knownOfBibtex(text: string): readonly KnownEntry[] {
  return scanBibtex(text).entries.map(({ citekey, fields }) => {
    const title = skeletonOf(withoutCommands(fields.get('title') ?? ''));
    const subtitle = skeletonOf(withoutCommands(fields.get('subtitle') ?? ''));
    const doi = fields.get('doi');
    return {
      citekey,
      titles: [title, title + subtitle],
      year: /\d{4}/.exec(fields.get('date') ?? fields.get('year') ?? '')?.[0],
      doi: doi && plainDoi(doi),
    };
  });
}

function knownOfCsl({ citekey, metadata: { title, DOI, issued } }: BibliographyEntry): KnownEntry {
  return {
    citekey,
    titles: [skeletonOf(title ?? '')],
    year: issued?.['date-parts'][0]?.[0]?.toString(),
    doi: DOI && plainDoi(DOI),
  };
}

function plainDoi(doi: string): string {
  return doi
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
    .replaceAll('\\', '');
}

function withoutCommands(latex: string): string {
  // Accents stand on dotless letters.
  return latex.replace(/\\([ij])(?![a-z])/g, '$1').replace(/\\[a-z]+/gi, '');
}

/**
 * The letters and digits of a title, without accents. Letters of the Latin script that are no letter
 * with an accent are left out, since LaTeX has commands for them ("\ss").
 */
function skeletonOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|(?![a-z])\p{Script=Latin}/gu, '');
}

/** All keys in lower case, those of broken entries included. */
function takenKeys(text: string, entries: readonly BibliographyEntry[]): ReadonlySet<string> {
  const written = Array.from(text.matchAll(ANY_KEY), ([, key = '']) => key);
  return new Set(
    [...entries.map(({ citekey }) => citekey), ...written].map((key) => key.toLowerCase()),
  );
}

/** The line break of a text. */
export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** How the entries of a file are written. */
export function bibtexStyleOf(text: string): BibtexStyle {
  return {
    isBiblatex: BIBLATEX.test(text),
    indent: /^[ \t]*@\w+\s*[{(][^\n@]*\n([ \t]+)\w/m.exec(text)?.[1] ?? '  ',
    eol: eolOf(text),
  };
}

function appendToBibtex(
  text: string,
  source: CitableSource,
  citekey: string,
  file: string | undefined,
): TextEdit {
  const style = bibtexStyleOf(text);
  const { eol } = style;
  const gap =
    text.trim() === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;
  const entry = bibtexEntry(source, citekey, style, file);
  return { start: text.length, end: text.length, text: gap + entry + eol };
}

/** Lays out the item as the last one is; `undefined` when the text is no list of items. */
function appendToJson(text: string, item: Readonly<Record<string, unknown>>): TextEdit | undefined {
  const eol = eolOf(text);
  if (text.trim() === '') {
    const list = JSON.stringify([item], undefined, 2).replaceAll('\n', eol);
    return { start: text.length, end: text.length, text: list + eol };
  }
  const list = isJson(text) ? jsonListIn(text) : undefined;
  if (list === undefined) {
    return undefined;
  }
  const last = list.items.at(-1);
  if (last === undefined) {
    const isOpen = text.slice(list.start + 1, list.end - 1).includes('\n');
    const base = indentAt(text, list.start);
    const lines = linesOf(item, '  ', eol, `${base}  `);
    const start = list.start + 1;
    return { start, end: start, text: `${eol}${base}  ${lines}${isOpen ? '' : eol + base}` };
  }
  const before = list.items.at(-2)?.end ?? list.start + 1;
  const gap = text.slice(before, last.start).replace(',', '');
  const base = gap.includes('\n') ? gap.slice(gap.lastIndexOf('\n') + 1) : '';
  const lines = itemLike(text.slice(last.start, last.end), item, eol, base);
  return { start: last.end, end: last.end, text: `,${gap}${lines}` };
}

/** An item laid out as another one is. @param base the indentation of its first line */
export function itemLike(written: string, item: unknown, eol: string, base: string): string {
  const inner = /\n([ \t]+)"/.exec(written)?.[1];
  const unit = inner === undefined ? '' : inner.slice(base.length) || '  ';
  return linesOf(item, unit, eol, base);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** @param unit one step of indentation; empty for all on one line */
function linesOf(item: unknown, unit: string, eol: string, base: string): string {
  return JSON.stringify(item, undefined, unit).replaceAll('\n', eol + base);
}

/** The indentation of the line that `at` is in. */
export function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
