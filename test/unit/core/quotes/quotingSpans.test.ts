import assert from 'node:assert/strict';
import { Note } from '../../../../src/core/note/note';
import { quotationsOf } from '../../../../src/core/quotes/quotingSpans';
import { mapLetters } from '../../../../src/core/text/letterAlignment';

const PASSAGE =
  'Every lamp was extinguished in the winter of the great storm. Nobody has said who lit them afterwards.';

/** The quotations of a note that quote some of the words of the passage. */
function quoting(text: string, words: string): readonly string[] {
  const note = new Note(text, 'markdown');
  const start = PASSAGE.indexOf(words);
  assert.notEqual(start, -1);
  const found = quotationsOf(note, mapLetters(PASSAGE), { start, end: start + words.length });
  return found.map((quotation) => text.slice(quotation.start, quotation.end));
}

describe('the quotations of a passage', () => {
  it('have words that are selected', () => {
    const quoted = 'was extinguished in the winter of';
    const note = `He writes “${quoted}” and more.\n\n“Nobody has said who lit them afterwards.”\n`;
    assert.deepEqual(quoting(note, 'lamp was extinguished'), [quoted]);
    assert.deepEqual(quoting(note, 'who lit them'), ['Nobody has said who lit them afterwards.']);
    assert.deepEqual(quoting(note, 'Every lamp'), []);
  });

  it('may be blocks, emphasised, altered and shortened', () => {
    const block = '> Every *lamp* was extinguished […] of the great storm.\n';
    assert.equal(quoting(block, 'the great storm').length, 1);
  });

  it('are none that share a few words', () => {
    const other =
      '“The boats came in, and every lamp was counted by the keepers of the harbour.”\n';
    assert.deepEqual(quoting(other, 'Every lamp was'), []);
  });
});
