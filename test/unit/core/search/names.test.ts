import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Names } from '../../../../src/core/search/names';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { anyString } from './anyString';

const all = [
  'Istanbul Cooperation Initiative',
  'ICI',
  'Japan',
  'cyber defence',
  'Mediterranean Dialogue',
  'partner country',
];
const names = new Names(all.map((text, owner) => ({ text, owner })));

function wordsOf(query: string): string[] {
  return parseQuery(query).words.map(({ word }) => word);
}

describe('names', () => {
  const cases: readonly (readonly [string, string, string, number])[] = [
    ['know themselves', 'japan', 'Japan', 1],
    ['know any spelling', 'Cyber-Defense', 'cyber defence', 1],
    [
      'know another order',
      'Initiative Cooperation Istanbul',
      'Istanbul Cooperation Initiative',
      0.95,
    ],
    ['know inflections', 'partner countries', 'partner country', 0.95],
    ['know themselves within a question', 'what is the ICI', 'ICI', 0.95],
    ['know typos', 'Mediteranean Dialoge', 'Mediterranean Dialogue', 0.8],
    ['know how they begin', 'Istanbul', 'Istanbul Cooperation Initiative', 0.2],
  ];
  for (const [title, query, expected, closeness] of cases) {
    it(title, () => {
      const [best] = names.find(wordsOf(query));
      assert.equal(best?.text, expected);
      assert.ok(best.closeness >= closeness, `${best.closeness}`);
    });
  }

  it('do not know what is far from them', () => {
    assert.deepEqual(names.find(wordsOf('polar regions')), []);
  });

  it('are found from afar when asked', () => {
    const [best] = names.findDistant(wordsOf('istnbl coperatoin'));
    assert.equal(best?.text, 'Istanbul Cooperation Initiative');
  });

  it('give each thing once, its closest name', () => {
    const twice = new Names(['Japan', 'Japanese', 'Korea'].map((text) => ({ text, owner: 7 })));
    assert.deepEqual(
      twice.find(['japan']).map(({ text, owner }) => ({ text, owner })),
      [{ text: 'Japan', owner: 7 }],
    );
  });

  it('are nearer than 0 and at most 1 for any query', () => {
    fc.assert(
      fc.property(anyString, (query) => {
        for (const { closeness } of [
          ...names.find(wordsOf(query)),
          ...names.findDistant(wordsOf(query)),
        ]) {
          assert.ok(closeness >= 0 && closeness <= 1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
