/**
 * Where sentences end. `Intl.Segmenter` follows UAX #29, which takes most abbreviations before a
 * capital for an end; those are repaired here. An end that is missed makes a longer piece, a false
 * one tears a sentence apart: what may be either is no end.
 */

/** Whatever follows, no sentence ends after one of these, an initial, or letters with full stops ("U.S."). */
const ABBREVIATIONS = [
  ...['Mr', 'Mrs', 'Ms', 'Mx', 'Dr', 'Drs', 'Prof', 'Hon', 'Rev', 'Fr', 'St', 'Ste', 'Jr', 'Sr'],
  ...['Gen', 'Adm', 'Col', 'Lt', 'Maj', 'Capt', 'Cmdr', 'Brig', 'Sgt', 'Cpl', 'Pvt'],
  ...['Amb', 'Gov', 'Sen', 'Rep', 'Pres', 'Min', 'Sec', 'Mme', 'Mlle', 'Hr', 'Fr'],
  ...['al', 'cf', 'vs', 'viz', 'ca', 'approx', 'incl', 'ed', 'eds', 'trans', 'resp', 'bzw'],
  ...['Inc', 'Ltd', 'Co', 'Corp', 'Bros', 'Dept', 'Univ', 'Mt', 'Ft', 'Ave'],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'],
];

/** Before a number, Roman ones included, these are abbreviations too. */
const BEFORE_NUMBERS = [
  ...['No', 'Nos', 'Nr', 'Art', 'Arts', 'Abs', 'p', 'pp', 'S', 'para', 'paras', 'sec', 'secs'],
  ...['ch', 'chap', 'vol', 'vols', 'fig', 'figs', 'tab', 'app', 'ann', 'op', 'ver', 'res', 'doc'],
];

const BEFORE = String.raw`(?:^|[^\p{L}\p{N}])`;
const abbreviationAtEnd = new RegExp(
  String.raw`${BEFORE}(?:\p{Lu}|(?:\p{L}\.)+\p{L}|${anyOf(ABBREVIATIONS)})\.\s*$`,
  'u',
);
const endsBeforeNumber = new RegExp(String.raw`${BEFORE}(?:${anyOf(BEFORE_NUMBERS)})\.\s*$`, 'u');
const beginsWithNumber = /^[\p{Ps}\s]*(?:\p{N}|[IVXLCDM]+(?![\p{L}\p{N}]))/u;

/** Longer than any abbreviation, so that long sentences need not be looked through. */
const TAIL = 24;

/** As they are written, or with a first letter in the other case ("No. 5", "no. 5"). */
function anyOf(abbreviations: readonly string[]): string {
  return abbreviations
    .map(
      ([first = '', ...rest]) => `[${first.toUpperCase()}${first.toLowerCase()}]${rest.join('')}`,
    )
    .join('|');
}

/**
 * The offsets at which the sentences of a text end, blanks after them included; ascending, the last
 * one is the text's length.
 * @param language a language tag as the document gives it; one that is not known is passed over
 */
export function sentenceEnds(text: string, language?: string): readonly number[] {
  const ends: number[] = [];
  let previous = '';
  for (const { segment, index } of segmentsOf(text, language)) {
    if (index > 0 && !continues(previous.slice(-TAIL), segment)) {
      ends.push(index);
    }
    previous = segment;
  }
  if (text !== '') {
    ends.push(text.length);
  }
  return ends;
}

/** Whether the full stop at the end of a text, blanks aside, is that of an abbreviation. */
export function endsInAbbreviation(text: string): boolean {
  return abbreviationAtEnd.test(text.slice(-TAIL));
}

function continues(before: string, after: string): boolean {
  return (
    endsInAbbreviation(before) ||
    (endsBeforeNumber.test(before) && beginsWithNumber.test(after.slice(0, TAIL)))
  );
}

/** In UTF-16 units; far longer than a sentence. */
const WINDOW = 2048;

/**
 * The sentences that `Intl.Segmenter` sees, a window at a time: in V8 its time for a sentence grows
 * with the length of the text. What is longer than a window is cut at its end.
 */
function* segmentsOf(
  text: string,
  language?: string,
): Generator<{ readonly segment: string; readonly index: number }> {
  const segmenter = segmenterFor(language);
  for (let start = 0; start < text.length;) {
    const window = text.slice(start, start + WINDOW);
    const isLast = start + window.length === text.length;
    let end = 0;
    for (const { segment, index } of segmenter.segment(window)) {
      const isCut = !isLast && index > 0 && index + segment.length === window.length;
      if (!isCut) {
        yield { segment, index: start + index };
        end = index + segment.length;
      }
    }
    start += end;
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter for a language, or for English where there is none. */
function segmenterFor(language = 'en'): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const locale = isLanguageTag(language) ? language : 'en';
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
