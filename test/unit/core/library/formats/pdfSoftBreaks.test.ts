import assert from 'node:assert/strict';
import { readingOrder, regionOf } from '../../../../../src/core/library/formats/pdfColumns';
import { rowsOf } from '../../../../../src/core/library/formats/pdfLines';
import { withSoftEnds } from '../../../../../src/core/library/formats/pdfSoftBreaks';

const WORDS = new Set(['harbour']);

/** Which of the lines that end where they are said to end softly. */
function softEnds(lines: readonly (readonly [text: string, right: number])[]): readonly string[] {
  const rows = rowsOf(
    lines.map(([text, right], at) => ({
      text,
      left: 72,
      right,
      baseline: 12 * at,
      size: 10,
      font: 'f',
      isRightToLeft: false,
      isSpaced: true,
    })),
  );
  return withSoftEnds(readingOrder(regionOf(rows)), (word) => WORDS.has(word))
    .filter(({ endsSoft }) => endsSoft)
    .map(({ text }) => text);
}

describe('soft hyphens that PDF.js leaves out', () => {
  const lines = [
    ['The harbour has a lamp and a bell', 300],
    ['and each is kept by a man whom the', 300],
    ['council pays for it, and the har', 296.7],
    ['bour is lit at dusk and put out at', 300],
    ['dawn, as all who have come to', 296.7],
    ['live here since they were small and', 300],
    ['seen it from the window every night', 300],
    ['known since they were here.', 230],
  ] as const;

  it('are told by the room for them, where the word stands elsewhere', () => {
    assert.deepEqual(softEnds(lines), ['council pays for it, and the har']);
  });

  it('are not told where lines end anywhere, or far from the edge', () => {
    const ragged = lines.map(([text, right], at) => [text, right - 3 * at] as const);
    assert.deepEqual(softEnds(ragged), []);
    const short = lines.map(([text, right]) => [text, right === 296.7 ? 290 : right] as const);
    assert.deepEqual(softEnds(short), []);
  });
});
