import assert from 'node:assert/strict';
import { PassageSearcher } from '../../../../src/core/search/passageSearcher';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { SynonymRings } from '../../../../src/core/search/synonyms';
import { tokenize } from '../../../../src/core/search/textAnalysis';
import { indexOf } from './passages';

describe('synonym rings', () => {
  const rings = new SynonymRings();
  rings.add(['Istanbul Cooperation Initiative', 'ICI', 'ici'], 0.9);
  rings.add(['North Korea', 'DPRK', 'Pyongyang'], 0.9);
  rings.add(['Korea', 'Korean'], 0.5);
  rings.add(['alone'], 0.9);

  function names(query: string, from = 0): string[] {
    const words = tokenize(query).map(({ word }) => word);
    return rings
      .namesAt(words, from)
      .flatMap(({ length, names: found }) => found.map((name) => `${length}: ${name.join(' ')}`));
  }

  it('give the other names of what stands at a place', () => {
    assert.deepEqual(names('ICI'), ['1: istanbul cooperation initiative']);
    assert.deepEqual(names('the DPRK', 1), ['1: north korea', '1: pyongyang']);
    assert.deepEqual(names('the DPRK', 0), []);
  });

  it('know names of several words in any inflection', () => {
    assert.deepEqual(names('Istanbul Cooperation Initiatives'), ['3: ici']);
    assert.deepEqual(names('Istanbul Cooperation'), []);
  });

  it('know a name within a longer one', () => {
    assert.deepEqual(names('North Korea', 1), ['1: korean']);
  });

  it('need two names', () => assert.deepEqual(names('alone'), []));

  describe('in a search', () => {
    const texts = [
      'members of the ici met',
      'the istanbul cooperation initiative has members',
      'cooperation and initiative in istanbul',
      'north korea tested',
      'korea in the north',
    ];
    const searcher = new PassageSearcher(
      indexOf(texts.map((text) => ({ title: [], text: text.split(' ') }))),
      rings,
    );
    const found = (query: string): (string | undefined)[] =>
      searcher.find(parseQuery(query), undefined, 5).passages.map(({ passage }) => texts[passage]);

    it('find the name of several words for the short one, and only as it stands', () => {
      assert.deepEqual(found('ICI '), [texts[0], texts[1]]);
      assert.deepEqual(found('dprk '), [texts[3]]);
    });

    it('find the short name for the one of several words', () => {
      assert.deepEqual(found('Istanbul Cooperation Initiative ').slice(0, 3), [
        texts[1],
        texts[2],
        texts[0],
      ]);
    });
  });
});
