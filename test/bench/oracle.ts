import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A sentence that another program reads on a page. */
export interface OracleSentence {
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
}

export interface OracleReading {
  /** What both modes of the program read alike. */
  readonly alike: readonly OracleSentence[];
  /** How many more of the wanted length there are: read in the first mode only, or with a formula. */
  readonly leftOut: number;
}

const FEWEST_WORDS = 11;
const MOST_WORDS = 42;

/** Why there is nothing to measure with, and what to do. */
const MISSING =
  'pdftotext is missing, which the layout is measured against: install poppler-utils (Debian, ' +
  'Ubuntu: apt install poppler-utils; macOS: brew install poppler), 22.02 or later.';

/** Fails with a message for people where `pdftotext` is not installed. */
export async function checkOracle(): Promise<void> {
  try {
    await promisify(execFile)('pdftotext', ['-v']);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(MISSING) : error;
  }
}

/**
 * The sentences of a PDF file on which two ways of reading agree that have nothing of ours:
 * `pdftotext` analyses the page, `pdftotext -raw` keeps the order of the file.
 */
export async function oracleReading(path: string): Promise<OracleReading> {
  const [analysed, raw] = await Promise.all([pagesOf(path, []), pagesOf(path, ['-raw'])]);
  const alike: OracleSentence[] = [];
  let leftOut = 0;
  for (const { text, page, letters } of withoutRunning(analysed.flatMap(sentencesOfPage))) {
    if (!FORMULA.test(text) && lettersOf(raw[page - 1] ?? '').includes(letters)) {
      alike.push({ text, page });
    } else {
      leftOut += 1;
    }
  }
  return { alike, leftOut };
}

/** A formula is set in two dimensions, and no authority on how it is read in one. */
const FORMULA = /[\u0300-\u036f\u02dc\u2032\u2190-\u22ff\u27e6-\u27ef]/u;

interface Sentence extends OracleSentence {
  /** What it says without blanks and signs. */
  readonly letters: string;
}

function sentencesOfPage(text: string, at: number): readonly Sentence[] {
  const sentences = sentencesOf(text).map((sentence) => ({
    text: sentence,
    page: at + 1,
    letters: lettersOf(sentence),
  }));
  return [...new Map(sentences.map((sentence) => [sentence.letters, sentence])).values()];
}

/** On so many pages, a sentence is a running head or foot, which is no text to quote. */
const RUNNING = 3;

function withoutRunning(sentences: readonly Sentence[]): readonly Sentence[] {
  const counts = new Map<string, number>();
  for (const { letters } of sentences) {
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return sentences.filter(({ letters }) => (counts.get(letters) ?? 0) < RUNNING);
}

async function pagesOf(path: string, options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    'pdftotext',
    [...options, '-q', '-enc', 'UTF-8', path, '-'],
    { maxBuffer: Infinity, timeout: 120_000 },
  ).catch(() => ({ stdout: '' }));
  // The program leaves soft hyphens where lines end in them.
  return stdout.replace(/\u00ad\s*/gu, '').split('\f');
}

/** Only the first mode joins words over line ends, so that hyphens and blanks tell nothing. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Two blocks of the page, of which the second does not go on with a sentence. */
const BETWEEN_BLOCKS = /\n\s*\n(?!\s*\p{Ll})/u;
/** Before a capital, or the mark of an item. */
const SENTENCE_END =
  /(?<=[\p{Ll}\d)/>][.!?;:]["”’)]?)\s+(?=\(?(?:\d{1,3}|\p{L})[.)]\s|[•▪*–—-]\s)|(?<=\p{Ll}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u;
/** From a capital to a full stop, with words between. */
const SENTENCE = /^["“‘(]?\p{Lu}.*\p{L}.*[.!?]["”’)]?$/u;
/** A line that fills less of its block, and is followed by a beginning, may be a heading. */
const FULL = 0.75;

function sentencesOf(page: string): readonly string[] {
  return page
    .split(BETWEEN_BLOCKS)
    .flatMap((block) => withoutHeadings(block.trim().split(/\s*\n\s*/u)))
    .flatMap((text) => text.replace(/\s+/gu, ' ').split(SENTENCE_END))
    .filter((sentence) => {
      const words = sentence.split(' ').filter((word) => /\p{L}/u.test(word)).length;
      return words >= FEWEST_WORDS && words <= MOST_WORDS && SENTENCE.test(sentence);
    });
}

/** Parts lines of one block where a heading may end, which the oracle does not tell from text. */
function withoutHeadings(lines: readonly string[]): readonly string[] {
  const longest = Math.max(...lines.map(({ length }) => length));
  const texts: string[] = [];
  let wasShort = true;
  for (const line of lines) {
    if (wasShort && /^(?:["“‘(]?\p{Lu}|\(?(?:\d{1,3}|\p{L})[.)]\s)/u.test(line)) {
      texts.push(line);
    } else {
      texts.push(`${texts.pop() ?? ''} ${line}`.trim());
    }
    wasShort = line.length < FULL * longest;
  }
  return texts;
}
