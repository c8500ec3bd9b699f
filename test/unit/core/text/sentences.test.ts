import assert from 'node:assert/strict';
import { sentenceEnds } from '../../../../src/core/text/sentences';

describe('sentenceEnds', () => {
  // Each bar is an end; a text without one is a single sentence.
  const texts = [
    'The lamp is lit. | The keeper sleeps. | Does she? | Yes!',
    'The U.S. Lighthouse Board met. | It rose.',
    'Mr. Alder and Dr. Birch spoke to Gen. Cedar. | They left.',
    'See No. 5 and Art. V of the charter, p. 12. | It is short.',
    'She said no. | Then she left.',
    'Lamps, e.g. Oil lamps, i.e. Those of old, are dear. | So be it.',
    'J. R. Alder et al. Found it. | It was old.',
    'It was built on Jan. 5 by St. Elm and Elm Bros. Ltd. of the town. | It stands.',
    'It has a height of 3.5 m. | It is white.',
    '“It is lit.” | The keeper sleeps.',
    '灯台は白い。 | 町は小さい。',
  ];
  for (const text of texts) {
    it(text, () => {
      const sentences = text.split('| ');
      const ends = sentences.map((_, at) => sentences.slice(0, at + 1).join('').length);
      assert.deepEqual(sentenceEnds(sentences.join('')), ends);
    });
  }

  it('finds the ends in a long text as in a short one', () => {
    const sentence = 'The keeper lights the lamp of Elmwick. ';
    const ends = Array.from({ length: 500 }, (_, at) => (at + 1) * sentence.length);
    assert.deepEqual(sentenceEnds(sentence.repeat(500)), ends);
  });

  it('has no ends in an empty text', () => {
    assert.deepEqual(sentenceEnds(''), []);
  });

  it('passes over a language that there is not', () => {
    assert.deepEqual(sentenceEnds('One. Two.', 'no language'), [5, 9]);
  });
});
