/** A page number as it is printed. */
export interface PageNumber {
  /** How it is written: what stands before its figures, and "1", "i" or "I" for the kind of them. */
  readonly series: string;
  readonly value: number;
}

const FIGURES = /^\d{1,6}$/;
/** Longer numbers that begin with a nought count something else. */
const PADDED = /^0\d{3}/;
/** "A-3", "3-12", "S12" */
const PREFIXED = /^(?:([A-Z]{1,3}|\d{1,2})\s?[-‐‑–]\s?|([A-Za-z]))(\d{1,4})$/u;
/** The longest up to 400 is "ccclxxxviii". */
const ROMAN = /^(?:[ivxlc]{1,11}|[IVXLC]{1,11})$/;

/** Reads "12", "xii", "A-3", "3-12" and "S12"; `undefined` for anything else. */
export function parsePageNumber(text: string): PageNumber | undefined {
  if (FIGURES.test(text)) {
    return numbered('', text);
  }
  const [, chapter, letter, figures] = PREFIXED.exec(text) ?? [];
  if (figures !== undefined) {
    return numbered(chapter === undefined ? (letter ?? '') : `${chapter}-`, figures);
  }
  if (!ROMAN.test(text)) {
    return undefined;
  }
  const series = text === text.toLowerCase() ? 'i' : 'I';
  const value = romanValue(text.toLowerCase());
  return writePageNumber(series, value) === text ? { series, value } : undefined;
}

function numbered(prefix: string, figures: string): PageNumber | undefined {
  const value = Number(figures);
  return value === 0 || PADDED.test(figures) ? undefined : { series: `${prefix}1`, value };
}

/** A number of a series as it is printed, without noughts before it. */
export function writePageNumber(series: string, value: number): string {
  const prefix = series.slice(0, -1);
  switch (series.at(-1)) {
    case 'i':
      return prefix + romanFigures(value);
    case 'I':
      return prefix + romanFigures(value).toUpperCase();
    default:
      return prefix + String(value);
  }
}

const ROMAN_FIGURES = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function romanValue(text: string): number {
  let value = 0;
  let rest = text;
  for (const [figure, worth] of ROMAN_FIGURES) {
    while (rest.startsWith(figure)) {
      value += worth;
      rest = rest.slice(figure.length);
    }
  }
  return value;
}

function romanFigures(value: number): string {
  let text = '';
  let rest = value;
  for (const [figure, worth] of ROMAN_FIGURES) {
    const times = Math.floor(rest / worth);
    text += figure.repeat(times);
    rest -= times * worth;
  }
  return text;
}
