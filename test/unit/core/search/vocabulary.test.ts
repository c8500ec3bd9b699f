import fc from 'fast-check';
import assert from 'node:assert/strict';
import { compoundParts } from '../../../../src/core/search/compounds';
import { prefixEditDistance } from '../../../../src/core/search/editDistance';
import { SimilarWords } from '../../../../src/core/search/similarWords';
import { StemGroups } from '../../../../src/core/search/stemGroups';
import { IndexVocabulary } from '../../../../src/core/search/vocabulary';
import { runAtOnce } from '../../../../src/util/slices';
import { naiveDistance } from './naiveDistance';

const someWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1'), maxLength: 6 });
const someWords = fc.uniqueArray(someWord, { maxLength: 30 }).map((words) => words.sort());

function vocabularyOf(words: readonly string[]): IndexVocabulary {
  return runAtOnce(IndexVocabulary.of(words));
}

describe('vocabulary', () => {
  it('finds each word, and none that it does not hold', () => {
    fc.assert(
      fc.property(someWords, someWord, (words, word) =>
        assert.equal(vocabularyOf(words).indexOf(word), words.indexOf(word)),
      ),
    );
  });

  it('finds the words with a prefix', () => {
    fc.assert(
      fc.property(someWords, someWord, (words, prefix) => {
        const { from, to } = vocabularyOf(words).withPrefix(prefix);
        const expected = prefix === '' ? [] : words.filter((word) => word.startsWith(prefix));
        assert.deepEqual(words.slice(from, to), expected);
      }),
    );
  });
});

describe('stem groups', () => {
  const words = ['agree', 'agreed', 'allied', 'allies', 'ally', 'nato'];
  const groups = runAtOnce(StemGroups.of(vocabularyOf(words)));
  const found = (word: string): string[] =>
    Array.from(groups.withStemOf(word), (number) => words[number] ?? '');

  it('bring inflections together', () => {
    assert.deepEqual(found('ally'), ['allied', 'allies', 'ally']);
    assert.deepEqual(found('agreeing'), ['agree', 'agreed']);
  });

  it('are empty for a stem that no word has', () => {
    assert.deepEqual(found('summit'), []);
  });
});

describe('similar words', () => {
  it('are those within the edit distance', () => {
    fc.assert(
      fc.property(someWords, someWord, fc.integer({ min: 1, max: 2 }), (words, word, most) => {
        const similar = new SimilarWords(vocabularyOf(words));
        const found: (readonly [number, number])[] = [];
        similar.find(word, most, (number, edits) => found.push([number, edits]));
        const expected = words
          .map((other, number) => [number, naiveDistance(word, other)] as const)
          .filter(([, edits]) => edits <= most);
        assert.deepEqual(found.sort(byNumber), expected);
      }),
    );
  });

  it('complete what is typed with a typo', () => {
    fc.assert(
      fc.property(someWords, someWord, fc.integer({ min: 1, max: 2 }), (words, typed, most) => {
        const similar = new SimilarWords(vocabularyOf(words));
        const whole: (readonly [number, number])[] = [];
        const completed: (readonly [number, number])[] = [];
        similar.findCompletions(
          typed,
          most,
          (number, edits) => whole.push([number, edits]),
          (number, edits) => completed.push([number, edits]),
        );
        const near = (distance: typeof prefixEditDistance) =>
          words
            .map((other, number) => [number, distance(typed, other, most)] as const)
            .filter(([, edits]) => edits <= most);
        assert.deepEqual(whole, near(naiveDistance));
        assert.deepEqual(completed, near(prefixEditDistance));
      }),
    );
  });

  it('are looked for past very long ones', () => {
    const words = ['ab', 'a'.repeat(300), `${'a'.repeat(300)}b`, 'abc'].sort();
    const found: string[] = [];
    new SimilarWords(vocabularyOf(words)).find('abcd', 2, (number) =>
      found.push(words[number] ?? ''),
    );
    assert.deepEqual(found, ['ab', 'abc']);
  });

  function byNumber([a]: readonly [number, number], [b]: readonly [number, number]): number {
    return a - b;
  }
});

describe('compound parts', () => {
  const vocabulary = vocabularyOf(['and', 'cyber', 'defense', 'hub', 'spoke']);

  it('are known words written together, in any spelling', () => {
    assert.deepEqual(compoundParts(vocabulary, 'hubandspoke'), [['hub', 'and', 'spoke']]);
    assert.deepEqual(compoundParts(vocabulary, 'cyberdefence'), [['cyber', 'defense']]);
  });

  it('are none where a part is unknown', () => {
    assert.deepEqual(compoundParts(vocabulary, 'hubspokes'), []);
    assert.deepEqual(compoundParts(vocabulary, 'x'.repeat(10_000)), []);
  });
});
