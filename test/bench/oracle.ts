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
  /** How many more of the wanted length stand in the first mode's reading only. */
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
  const seen = new Set<string>();
  let leftOut = 0;
  for (const [at, text] of analysed.entries()) {
    const inRaw = lettersOf(raw[at] ?? '');
    for (const sentence of sentencesOf(text)) {
      const letters = lettersOf(sentence);
      const key = `${at} ${letters}`;
      if (seen.has(key)) {
        continue;
      }
      seen.add(key);
      if (inRaw.includes(letters)) {
        alike.push({ text: sentence, page: at + 1 });
      } else {
        leftOut += 1;
      }
    }
  }
  return { alike, leftOut };
}

async function pagesOf(path: string, options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    'pdftotext',
    [...options, '-q', '-enc', 'UTF-8', path, '-'],
    { maxBuffer: Infinity, timeout: 120_000 },
  ).catch(() => ({ stdout: '' }));
  return stdout.split('\f');
}

/** Only the first mode joins words over line ends, so that hyphens and blanks tell nothing. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Two blocks of the page, of which the second does not go on with a sentence. */
const BETWEEN_BLOCKS = /\n\s*\n(?!\s*\p{Ll})/u;
const SENTENCE_END = /(?<=\p{Ll}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u;
/** From a capital to a full stop, with words between. */
const SENTENCE = /^["“‘(]?\p{Lu}.*\p{L}.*[.!?]["”’)]?$/u;
/** A line that fills less of its block, and is followed by a capital, may be a heading. */
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
    if (wasShort && /^["“‘(]?\p{Lu}/u.test(line)) {
      texts.push(line);
    } else {
      texts.push(`${texts.pop() ?? ''} ${line}`.trim());
    }
    wasShort = line.length < FULL * longest;
  }
  return texts;
}
