import assert from 'node:assert/strict';
import type { SourceId } from '../../../../../src/core/model';
import type { PassageHit } from '../../../../../src/core/search/searcher';
import { hitMarks } from '../../../../../src/features/pages/reading/hitMarks';
import { sourceDocument } from '../../../../support/sourceDocument';

const document = sourceDocument(['# Lamps', 'The lamp is lit at dusk.', 'The keeper sleeps.']);

function hit(id: string, text: string, word: string): PassageHit {
  const start = text.indexOf(word);
  return {
    kind: 'passage',
    id,
    source: 'own' as SourceId,
    locator: '1.1',
    headings: [],
    title: 'Lamps',
    text,
    score: 1,
    highlights: { title: [], text: [{ start, end: start + word.length }] },
  };
}

describe('the marks of a search in a document', () => {
  it('are at the words that match, and at their passages', () => {
    const { passages, words } = hitMarks(document, [hit('p2', 'The keeper sleeps.', 'keeper')]);
    const read = ({ start, end }: { start: number; end: number }) =>
      document.text.slice(start, end);
    assert.deepEqual(words.map(read), ['keeper']);
    assert.deepEqual(passages.map(read), ['The keeper sleeps.']);
  });

  it('leave out passages that are gone or read otherwise now', () => {
    const marks = hitMarks(document, [
      hit('p9', 'The keeper sleeps.', 'keeper'),
      hit('p1', 'The lamp was lit.', 'lamp'),
    ]);
    assert.deepEqual(marks, { passages: [], words: [] });
  });

  it('are none without a document', () => {
    assert.deepEqual(hitMarks(undefined, [hit('p1', 'x', 'x')]), { passages: [], words: [] });
  });
});
