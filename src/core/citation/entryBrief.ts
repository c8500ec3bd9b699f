import { isEastAsianName } from '../text/eastAsianNames';
import { LATEX_ACCENTS, LATEX_LETTERS } from '../text/latexLetters';
import type { EntryBrief } from './authorYear';

/** In UTF-16 units of a field; more is never shown. */
const MOST_FIELD_UNITS = 1000;
const MOST_AUTHORS = 20;

/** A line break is found first, so that no accent or letter begins at its second backslash. */
const ACCENT =
  /\\\\|\\(?:(["'`^~=.])\s?|([uvHckrdb])(?:\s|(?=\{)))(?:\{(\\[ij]|\p{L})\s?\}|(\\[ij])\s?|\{?(\p{L}))/gu;
const LETTER =
  /\\\\|\\(ss|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|ng|NG|th|TH|[oOlLij])(?![a-zA-Z])(?:\{\}|\s)?/g;

/**
 * The brief of a BibTeX entry.
 *
 * @param field gives a value with its LaTeX by its name in lower case, an inherited one included
 */
export function briefOfFields(field: (name: string) => string | undefined): EntryBrief {
  const titles = [field('title'), field('subtitle')].map(plain).filter((part) => part !== '');
  const people = familyNames(field('author') ?? field('editor') ?? '');
  const body = plain(field('organization') ?? field('institution'));
  return {
    authors: people.length > 0 || body === '' ? people : [body],
    year: /\d{4}/.exec(field('year') ?? field('date') ?? '')?.[0] ?? '',
    title: titles.join(': '),
  };
}

/**
 * A value with its letters as they are printed, for a parser that knows not all commands for them:
 * `{\AA}` is "Å", `{\"o}` "ö". All other LaTeX stays.
 */
export function withPrintedLetters(value: string): string {
  if (!value.includes('\\')) {
    return value;
  }
  return value
    .replace(ACCENT, (written: string, ...found: readonly (string | undefined)[]) => {
      const letter = accented(found);
      return letter.length === 1 ? letter : written;
    })
    .replace(LETTER, (written: string, name?: string) => LATEX_LETTERS.get(name ?? '') ?? written)
    .replace(/\{([^\0-\x7f])\}/g, '$1');
}

/** What `ACCENT` has found, as a letter. */
function accented(found: readonly (string | undefined)[]): string {
  const [mark, command, inBraces, dotless, letter] = found;
  const base = (inBraces ?? dotless ?? letter ?? '').replace('\\', '');
  return (base + (LATEX_ACCENTS.get(mark ?? command ?? '') ?? '')).normalize('NFC');
}

/** East Asian names of two words without a comma, with one behind the family name. */
export function withFamiliesMarked(names: string): string {
  return names
    .split(/(?<!\s)(\s+and\s+)/i)
    .map((name) =>
      isEastAsianName(name) ? name.replace(/^(\s*\S+)\s+(?=\S+\s*$)/u, '$1, ') : name,
    )
    .join('');
}

function familyNames(names: string): readonly string[] {
  return withFamiliesMarked(names.slice(0, MOST_FIELD_UNITS))
    .split(/(?<!\s)\s+and\s+/i, MOST_AUTHORS)
    .map((name) => plain(familyName(name.trim())))
    .filter((name) => name !== '' && name !== 'others');
}

/** "Family, Given" or "Given von Family", and what stands in braces as a whole. */
function familyName(name: string): string {
  if (name.startsWith('{') && name.indexOf('}') === name.length - 1) {
    return name;
  }
  const named = /\bfamily\s*=\s*\{?([^,}]+)/i.exec(name)?.[1];
  if (named !== undefined) {
    return named;
  }
  const [beforeComma, ...given] = name.split(',');
  // The last word that stands in no braces begins the family name, with the small words before it.
  return given.length > 0
    ? (beforeComma ?? '')
    : (/(?:(?:\s|^)\p{Ll}[^\s{}]*){0,20}(?:\s|^)(?:[^\s{}]|\{[^{}]*\})+$/u.exec(name)?.[0] ?? name);
}

/** A value without its LaTeX, on one line; of a very long one the beginning. */
export function plain(value: string | undefined): string {
  const text = (value ?? '').slice(0, MOST_FIELD_UNITS);
  const unmarked = /[\\{}~]|--/.test(text) ? withoutLatex(text) : text;
  return unmarked.replace(/\s+/g, ' ').trim();
}

function withoutLatex(text: string): string {
  return (
    text
      // A line break, whatever stands behind it.
      .replace(/\\\\/g, ' ')
      .replace(ACCENT, (_, ...found: readonly (string | undefined)[]) => accented(found))
      .replace(LETTER, (written: string, name?: string) => LATEX_LETTERS.get(name ?? '') ?? written)
      .replace(/\\[a-zA-Z]+\*?\s?/g, '')
      .replace(/\\([&%$#_{}])/g, '$1')
      .replace(/[{}]/g, '')
      .replace(/---?/g, (dashes) => (dashes.length > 2 ? '—' : '–'))
      .replaceAll('~', ' ')
  );
}
