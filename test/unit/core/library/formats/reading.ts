import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  Block,
  ExtractedDocument,
  Extraction,
  ExtractionOptions,
  ExtractionProblem,
} from '../../../../../src/core/library/document';

type Extractor = (bytes: Uint8Array, options: ExtractionOptions) => Promise<Extraction>;

const OPTIONS: ExtractionOptions = { maxBytes: 1_000_000 };

/** The document that an extractor makes of a text in UTF-8, or of bytes; fails on a problem. */
export async function read(
  extract: Extractor,
  content: string | Uint8Array,
): Promise<ExtractedDocument> {
  const extraction = await extract(bytesOf(content), OPTIONS);
  assert.ok('document' in extraction, JSON.stringify(extraction));
  return extraction.document;
}

export async function problemOf(
  extract: Extractor,
  content: string | Uint8Array,
): Promise<ExtractionProblem | undefined> {
  const extraction = await extract(bytesOf(content), OPTIONS);
  return 'problem' in extraction ? extraction.problem : undefined;
}

/** A document's blocks as lines of their kind, level and text, to be read at a glance. */
export async function outline(extract: Extractor, content: string): Promise<readonly string[]> {
  const { blocks } = await read(extract, content);
  return blocks.map(({ kind, level, text }) => `${kind}${level ?? ''}: ${text}`);
}

/** The letters and figures of blocks by words, in their order. */
export function wordsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Asserts that an extractor answers any bytes, and any damaged form of `sample`, the same each time. */
export async function assertAnswersAnything(extract: Extractor, sample: string): Promise<void> {
  const bytes = bytesOf(sample);
  const damaged = fc
    .array(
      fc.tuple(
        fc.nat(bytes.length - 1),
        fc.nat(30),
        fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...MARKUP.map(bytesOf))),
      ),
      { maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce<Uint8Array>((before, [at, length, put]) => {
        const behind = before.subarray(at + length);
        return Uint8Array.from([...before.subarray(0, at), ...put, ...behind]);
      }, bytes),
    );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), async (content) => {
      const extraction = await extract(content, OPTIONS);
      assert.deepEqual(await extract(content, OPTIONS), extraction);
      if ('document' in extraction) {
        assert.ok(extraction.document.blocks.length > 0);
        for (const { kind, text } of extraction.document.blocks) {
          const lines = kind === 'table' ? text.split(/[\n\t]/u) : [text];
          assert.ok(lines.every((line) => line === line.trim() && !/[^\S ]| {2}/u.test(line)));
          assert.notEqual(text, '');
        }
      }
    }),
    { numRuns: 25 },
  );
}

const MARKUP = '--- \n\n ``` <table> </div> <!-- &#0; * _ [ ]( > #  - | {{ <svg> <p'.split(' ');

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** A word of a made-up language: what the properties build their documents of. */
export const word = fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z][aeiou]{1,4}$/);
export const words = fc.array(word, { minLength: 1, maxLength: 25 });
