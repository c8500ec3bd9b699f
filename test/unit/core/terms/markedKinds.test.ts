import assert from 'node:assert/strict';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import {
  DEFAULT_MARKED_KINDS,
  markedOccurrences,
  type MarkableKind,
} from '../../../../src/core/terms/markedKinds';
import { plainProse } from '../../../../src/core/note/prose';
import { term } from '../note/marked';

const terms = [
  term('Harbour Watch Organisation', {
    abbreviation: 'HWO',
    kind: 'organisation',
    aliases: ['OSP'],
  }),
  term('rising tide technology', { abbreviation: 'RTT', kind: 'concept' }),
  term('Skerry Compact', { kind: 'agreement' }),
  term('Lamp Circle', { kind: 'framework' }),
  term('Skerry summit', { kind: 'event' }),
  term('Skerryholm', { abbreviation: 'SKH', kind: 'country' }),
  term('North Sound', { kind: 'region' }),
  term('Lampton', { kind: 'place' }),
  term('Ann Keeper', { kind: 'person' }),
  term('lamp room', { kind: 'concept' }),
];
const automaton = new TermAutomaton(terms);

function marked(text: string, kinds: readonly MarkableKind[], isOwn = false): readonly string[] {
  return markedOccurrences(
    text,
    automaton.occurrences(plainProse(text)),
    ({ terms: ids }) =>
      terms.filter(({ id }) => ids.includes(id)).map((one) => ({ ...one, isOwn })),
    kinds,
  ).map(({ start, end }) => text.slice(start, end));
}

describe('which terms are marked', () => {
  const usual: readonly (readonly [string, readonly string[]])[] = [
    ['The Harbour Watch Organisation (HWO) met.', ['HWO']],
    ['Two HWOs, the HWO’s head, the OSP.', ['HWOs', 'HWO’s', 'OSP']],
    ['A rising tide technology, or RTT.', ['RTT']],
    ['The Skerry Compact of the Lamp Circle.', ['Skerry Compact', 'Lamp Circle']],
    ['At the Skerry summit.', ['Skerry summit']],
    ['SKH is Skerryholm, in the North Sound; Lampton; Ann Keeper; a lamp room.', []],
  ];
  for (const [text, wordings] of usual) {
    it(`by default: ${text}`, () => assert.deepEqual(marked(text, DEFAULT_MARKED_KINDS), wordings));
  }

  it('are all wordings of the kinds that are asked for', () => {
    const text = 'The Harbour Watch Organisation of Skerryholm (SKH), Lampton, a lamp room.';
    assert.deepEqual(marked(text, ['organisation', 'country']), [
      'Harbour Watch Organisation',
      'Skerryholm',
      'SKH',
    ]);
    assert.deepEqual(marked(text, ['concept', 'place']), ['Lampton', 'lamp room']);
    assert.deepEqual(marked(text, []), []);
  });

  it('are all of the user’s own', () => {
    assert.deepEqual(marked('A lamp room in Lampton.', [], true), ['lamp room', 'Lampton']);
  });
});
