import type { CitableSource } from './citable';

/** What a citekey may be made of in BibTeX and in Pandoc alike. */
const SOUND = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?$/u;
/** Letters that are no letter with an accent. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};
const SHORTEST_TITLE_WORD = 4;
const STOP_WORDS = new Set(
  (
    'about above across after against along also among and around because been before behind being ' +
    'below beneath between beyond both could during each either from have here into like more most ' +
    'much near next once only onto other ours over past should since some such than that their them ' +
    'then there these they this those through toward towards under until upon were what when where ' +
    'whether which while whose will with within without would your'
  ).split(' '),
);

/**
 * The citekey of a source that has no entry yet: the family name of its first author (of a body, the
 * first word of its name; without an author, of the title), the year if it is known, and the first
 * other word of the title with more than three letters that is no preposition or the like; all in
 * small ASCII letters, such as `galic2024nato`. Where that is taken, `a`, `b` … behind it. A citekey
 * that the source has elsewhere is kept if it is free.
 * @param taken the keys that are not free, in lower case
 */
export function citekeyFor(source: CitableSource, taken: ReadonlySet<string>): string {
  const { citekey } = source;
  if (citekey !== undefined && SOUND.test(citekey) && !taken.has(citekey.toLowerCase())) {
    return citekey;
  }
  const titleWords = wordsOf(source.title ?? source.label);
  const [first] = source.author ?? [];
  const family =
    asciiOf(first?.family ?? '') ||
    firstWordOf(first?.literal ?? first?.given ?? '') ||
    (titleWords.find(isNoArticle) ?? 'source');
  const year = source.issued?.['date-parts'][0]?.[0] ?? '';
  const word = titleWords.find(
    (each) => each.length >= SHORTEST_TITLE_WORD && !STOP_WORDS.has(each) && each !== family,
  );
  const stem = `${family}${year}${word ?? ''}`;
  let key = stem;
  for (let number = 1; taken.has(key); number++) {
    key = stem + lettersOf(number);
  }
  return key;
}

function firstWordOf(name: string): string {
  const words = wordsOf(name);
  return words.find(isNoArticle) ?? words[0] ?? '';
}

function isNoArticle(word: string): boolean {
  return !/^(?:the|an?)$/.test(word);
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(asciiOf)
    .filter((word) => word !== '');
}

/** Small ASCII letters and digits; what has none, such as Cyrillic, is left out. */
function asciiOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => FOLDED[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

/** "a" for 1, "z" for 26, "aa" for 27. */
function lettersOf(number: number): string {
  const last = String.fromCharCode(0x61 + ((number - 1) % 26));
  return number <= 26 ? last : lettersOf(Math.floor((number - 1) / 26)) + last;
}
