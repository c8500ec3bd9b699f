import assert from 'node:assert/strict';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import { occurrencesToMark } from '../../../../src/core/preview/occurrencesToMark';
import { term } from '../note/marked';

const terms = [term('Lamp Circle', { kind: 'framework' }), term('lamp room')];
const automaton = new TermAutomaton(terms);

function marked(text: string): readonly string[] {
  return occurrencesToMark(
    text,
    {
      occurrencesIn: (prose) => automaton.occurrences(prose),
      termsAt: ({ terms: ids }) =>
        terms.filter(({ id }) => ids.includes(id)).map((one) => ({ ...one, isOwn: false })),
    },
    ['framework'],
  ).map(({ start, end }) => text.slice(start, end));
}

describe('what is marked in a rendered paragraph', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['is what is of a kind asked for', 'The Lamp Circle has a lamp room.', ['Lamp Circle']],
    ['is nothing in a quotation', 'They say “the Lamp Circle is always lit at night”.', []],
    ['is a phrase in quotation marks', 'The “Lamp Circle” is dark.', ['Lamp Circle']],
    [
      'is what stands beside a quotation',
      'A Lamp Circle: “it is always lit at night”.',
      ['Lamp Circle'],
    ],
  ];
  for (const [name, text, wordings] of cases) {
    it(name, () => assert.deepEqual(marked(text), wordings));
  }
});
