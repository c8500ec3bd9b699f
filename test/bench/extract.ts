import type { DocumentFormat } from '../../src/core/library/document';
import { readDocument } from '../../src/core/library/extract';
import { makePdf, typeset } from '../support/makePdf';
import { makeWord, paragraph, run } from '../support/makeWord';
import { measureProcess } from './extractProcess';
import { timed, type Measurement } from './measurement';

/** More than any of the documents made here unpacks to. */
const MAX_BYTES = 64 << 20;

const PARAGRAPHS = 2_000;
const PDF_PARAGRAPHS = 600;

/** Measures the reading of documents in plain Node; prints its figures as JSON. */
async function main(): Promise<void> {
  const texts = Array.from({ length: PARAGRAPHS }, (_, number) => proseOf(number));
  const pages = await typeset(
    texts.slice(0, PDF_PARAGRAPHS).map((text) => ({ text })),
    { columns: 2, runningHead: 'Minutes of Lesser Quay', pageNumbers: true },
  );
  const text = encode(texts.join('\n\n'));
  const pdf = await makePdf({ pages });
  const measurements = [
    ...(await measure('text', text)),
    ...(await measure('markdown', encode(texts.map(withHeading('## ', '\n\n')).join('\n\n')))),
    ...(await measure(
      'html',
      encode(`<main>${texts.map((text) => `<p>${text}</p>`).join('')}</main>`),
    )),
    ...(await measure(
      'word',
      makeWord({ body: texts.map((text) => paragraph(run(text))).join('') }),
    )),
    ...(await measure('pdf', pdf, pages.length)),
    ...(await measureProcess(__dirname, text, { bytes: pdf, pages: pages.length })),
  ];
  process.stdout.write(JSON.stringify(measurements));
}

const FILES: Readonly<Record<DocumentFormat, string>> = {
  text: 'a.txt',
  markdown: 'a.md',
  html: 'a.html',
  word: 'a.docx',
  pdf: 'a.pdf',
};

/** @param pages of formats that are measured by pages, not by megabytes */
async function measure(
  format: DocumentFormat,
  bytes: Uint8Array,
  pages?: number,
): Promise<readonly Measurement[]> {
  const read = async (pause?: () => Promise<void>): Promise<void> => {
    const extraction = await readDocument(bytes, FILES[format], {
      maxBytes: MAX_BYTES,
      ...(pause && { pause }),
    });
    if (!('document' in extraction)) {
      throw new Error(`The ${format} cannot be read: ${JSON.stringify(extraction.problem)}`);
    }
  };
  // For the compiler.
  await read();
  const { ms } = await timed(() => read());
  const [amount, unit] = pages === undefined ? [bytes.length / 1e6, 'MB/s'] : [pages, 'pages/s'];
  const held = await longestHold(read);
  return [
    { name: `extraction: ${format}`, value: (1000 * amount) / ms, unit },
    { name: `extraction: ${format}, thread held at most`, value: held, unit: 'ms' },
  ];
}

/**
 * The longest time that nothing else can run while a document is read in slices: a timer that is
 * always due says when it has its turn.
 */
async function longestHold(read: (pause: () => Promise<void>) => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) {
      setImmediate(tick);
    }
  };
  setImmediate(tick);
  await read(() => new Promise((resolve) => setImmediate(resolve)));
  isOver = true;
  // The last slice counts, too.
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}

const WORDS =
  'harbour keeper lantern council minutes vote oil coal ship fog night tide stair rope bell record paint harvest quay market letter'.split(
    ' ',
  );

/** A paragraph of some eighty words in sentences, another for each number. */
function proseOf(number: number): string {
  const sentences = Array.from({ length: 6 }, (_, sentence) => {
    const words = Array.from(
      { length: 13 },
      (_, word) => WORDS[(number * 7 + sentence * 5 + word * (1 + (number % 4))) % WORDS.length],
    );
    return `The ${words.join(' ')} ${number}.`;
  });
  return sentences.join(' ');
}

function withHeading(before: string, after: string): (text: string, at: number) => string {
  return (text, at) => (at % 10 === 0 ? `${before}Item ${at}${after}${text}` : text);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

void main();
