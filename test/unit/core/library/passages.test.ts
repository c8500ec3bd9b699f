import assert from 'node:assert/strict';
import { cutParagraph, gatherFragments } from '../../../../src/core/library/passages';

describe('cutParagraph', () => {
  it('leaves a paragraph whole up to the limit', () => {
    assert.deepEqual(sizes(sentence(210)), [210]);
  });

  it('cuts at sentence ends into even pieces', () => {
    const text = Array.from({ length: 10 }, () => sentence(30)).join(' ');
    assert.deepEqual(sizes(text), [150, 150]);
  });

  it('does not tear a sentence to make pieces even', () => {
    assert.deepEqual(sizes(`${sentence(60)} ${sentence(180)}`), [60, 180]);
  });

  it('leaves no short rest where another cut avoids it', () => {
    assert.deepEqual(sizes(`${sentence(110)} ${sentence(90)} ${sentence(20)}`), [110, 110]);
  });

  it('cuts a sentence beyond the limit at clauses', () => {
    const clause = (length: number) => sentence(length).replace('.', ',');
    const text = `${clause(90)} ${clause(70)} ${sentence(80)}`;
    assert.deepEqual(sizes(text), [90, 150]);
    assert.deepEqual(sizes(text.replaceAll(',', '')), [120, 120]);
  });

  it('counts words in scripts that set no blanks', () => {
    const pieces = cutParagraph('灯台は白い。'.repeat(100));
    assert.ok(pieces.length >= 2);
    assert.ok(pieces.every(({ end }) => end % 6 === 0));
  });

  it('has no pieces of nothing', () => {
    assert.deepEqual(cutParagraph(' '), []);
  });
});

describe('gatherFragments', () => {
  it('gathers short ones up to the limit, evenly', () => {
    assert.deepEqual(
      gatherFragments(Array.from({ length: 30 }, () => 10)).map(({ start, end }) => end - start),
      [15, 15],
    );
  });

  it('leaves those of the size of a passage alone', () => {
    assert.deepEqual(gatherFragments([5, 5, 80, 300, 5]), [
      { start: 0, end: 2 },
      { start: 2, end: 3 },
      { start: 3, end: 4 },
      { start: 4, end: 5 },
    ]);
  });

  it('has none of nothing', () => {
    assert.deepEqual(gatherFragments([]), []);
  });
});

/** The words of each piece of a paragraph. */
function sizes(text: string): readonly number[] {
  return cutParagraph(text).map(({ start, end }) => text.slice(start, end).split(' ').length);
}

function sentence(length: number): string {
  return `The${' lamp'.repeat(length - 1)}.`;
}
