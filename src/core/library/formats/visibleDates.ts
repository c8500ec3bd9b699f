/** A day as people write it: year, month from 1, day. */
export type Day = readonly [number, number, number];

const NUMBER = /\d+/gu;

/**
 * The days that are written out in a text, in the page's language or in English: "5. November 2021",
 * "November 5, 2021", "5 de noviembre de 2021", "2021年11月5日", "05.11.2021", "2021-11-05". Days
 * with strokes between, which have two orders, are none.
 */
export function visibleDates(text: string, language: string | undefined): readonly Day[] {
  const months = monthsOf(language);
  const found: Day[] = [];
  const numbers = [...text.matchAll(NUMBER)].map((match) => ({
    value: Number(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    length: match[0].length,
  }));
  for (const [at, year] of numbers.entries()) {
    if (year.length !== 4 || year.value < 1000) {
      continue;
    }
    const [before, last] = [numbers[at - 2], numbers[at - 1]];
    const [next, after] = [numbers[at + 1], numbers[at + 2]];
    const between = (left?: { end: number }, right?: { start: number }): string =>
      left && right && right.start - left.end <= LONGEST_GAP
        ? text.slice(left.end, right.start)
        : '\n';
    if (last && last.length <= 2) {
      const name = between(last, year);
      const month = monthIn(name, months);
      if (month > 0) {
        found.push([year.value, month, last.value]);
      } else if (before && name.trim() === '.' && between(before, last).trim() === '.') {
        found.push([year.value, last.value, before.value]);
      } else if (/^(?:st|nd|rd|th)?[,.]? $/u.test(name)) {
        const start = Math.max(0, last.start - LONGEST_GAP);
        found.push([year.value, monthIn(text.slice(start, last.start), months), last.value]);
      }
    }
    if (next && after && next.length <= 2 && after.length <= 2) {
      const [first, second] = [between(year, next), between(next, after)];
      if (
        (first === '-' && second === '-') ||
        (/^\s?[年년]\s?$/u.test(first) && /^\s?[月월]\s?$/u.test(second))
      ) {
        found.push([year.value, next.value, after.value]);
      }
    }
  }
  return found.filter(([, month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

/** A month and the small words around it. */
const LONGEST_GAP = 24;

function monthIn(text: string, months: ReadonlyMap<string, number>): number {
  for (const word of text
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.reverse() ?? []) {
    const month = months.get(word);
    if (month !== undefined) {
      return month;
    }
  }
  return 0;
}

const MONTHS = new Map<string, ReadonlyMap<string, number>>();

/** The names of months, long and short, as they stand beside a day. */
function monthsOf(language = 'en'): ReadonlyMap<string, number> {
  const key = language.toLowerCase().slice(0, 2);
  const known = MONTHS.get(key) ?? new Map([...new Set(['en', key])].flatMap(monthNames));
  MONTHS.set(key, known);
  return known;
}

function monthNames(language: string): readonly (readonly [string, number])[] {
  const formats = (['long', 'short'] as const).map(
    (month) =>
      new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month, timeZone: 'UTC' }),
  );
  return Array.from({ length: 12 }).flatMap((_, month) =>
    formats.map((format): readonly [string, number] => {
      const parts = format.formatToParts(Date.UTC(2021, month, 5));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      return [name.toLowerCase().replace(/[^\p{L}]+/gu, ''), month + 1];
    }),
  );
}

function localeOf(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en';
  } catch {
    return 'en';
  }
}
