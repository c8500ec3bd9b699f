import assert from 'node:assert/strict';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { countsText } from '../../../../src/core/quotes/counts';
import { clipped, quoteMessage, type QuoteNames } from '../../../../src/core/quotes/messages';
import { english } from '../../../support/localizer';
import { markedNote, place, SOURCE } from './markedNote';

function message(marked: string, more: Partial<QuoteCheck> = {}): string {
  const { text, check } = markedNote(marked, more);
  const names: QuoteNames = {
    titleOf: (id) => (id === SOURCE ? 'Harbour lights' : 'Tides'),
    problemOf: () => 'This source is protected by a password.',
    wordsAt: ({ start, end }) => text.slice(start, end),
  };
  return quoteMessage(check, names, english);
}

const QUOTED = '“the old lamp keeper sleeps there”';
const LEFT_OUT = {
  kind: 'negation left out',
  word: 'not',
  source: 'not',
  start: 5,
  end: 8,
} as const;
const CITED = `${QUOTED} ‹[@lamps, «p. 12»]›`;

describe('what is said of a quotation', () => {
  const at14 = { place: place('p. 14') };
  for (const [marked, more, expected] of [
    [CITED, at14, 'Verbatim on p. 14 of Harbour lights.'],
    [
      CITED,
      { ...at14, remarks: [{ kind: 'page of the file' }] },
      'Verbatim, but “p. 12” counts the pages of the file: printed there is p. 14 of Harbour lights.',
    ],
    [
      CITED,
      { ...at14, remarks: [LEFT_OUT] },
      'Verbatim on p. 14 of Harbour lights, but leaves out “not”.',
    ],
    [
      CITED,
      { ...at14, remarks: [LEFT_OUT, { kind: 'page of the file' }] },
      'Verbatim on p. 14 of Harbour lights, but leaves out “not”. “p. 12” counts the pages of the file.',
    ],
    [
      QUOTED,
      { ...at14, remarks: [{ kind: 'uncited' }] },
      'This quotation has no citation. It stands on p. 14 of Harbour lights.',
    ],
    [
      QUOTED,
      { ...at14, remarks: [LEFT_OUT, { kind: 'uncited' }] },
      'Verbatim on p. 14 of Harbour lights, but leaves out “not”. It has no citation.',
    ],
    [
      '“the {very|quite} old lamp keeper”',
      at14,
      'The source has “quite” where you have “very” (p. 14 of Harbour lights).',
    ],
    [
      '“the old {Lamp|lamp} keeper”',
      at14,
      'Only capitals differ: the source has “lamp” where you have “Lamp” (p. 14 of Harbour lights).',
    ],
    [
      '“the {Old|old} {Lamp|lamp} keeper”',
      at14,
      'Only capitals differ from the source (p. 14 of Harbour lights): “Old” for “old”; “Lamp” for “lamp”.',
    ],
    [
      '“the {|quite} old lamp keeper sleeps”',
      at14,
      'The source has “quite” here, which you leave out (p. 14 of Harbour lights).',
    ],
    [
      '“the {very|} old lamp keeper”',
      at14,
      'The source does not have “very” (p. 14 of Harbour lights).',
    ],
    [
      '“{a|b} {|c} {d|} {e|f} old”',
      at14,
      '4 differences from the source (p. 14 of Harbour lights): “a” for “b”; without “c”; with “d” added; 1 more.',
    ],
    [CITED, { ...at14, verdict: 'wrong place' }, 'Found on p. 14 of Harbour lights, not p. 12.'],
    [
      `${QUOTED} ‹(Keeper 2020, «12»)›`,
      { ...at14, verdict: 'wrong place' },
      'Found on p. 14 of Harbour lights, not p. 12.',
    ],
    [
      `${QUOTED} ‹[@lamps, «2.1»]›`,
      { place: place('3.3'), verdict: 'wrong place' },
      'Found at 3.3 of Harbour lights, not 2.1.',
    ],
    [
      CITED,
      { verdict: 'wrong place', place: { ...place('p. 3'), source: 'tides' as never } },
      'Found on p. 3 of Tides, not in the cited source.',
    ],
    [
      QUOTED,
      { ...at14, verdict: 'ambiguous', others: [{ ...place('p. 3'), source: 'tides' as never }] },
      'Found in several sources: p. 14 of Harbour lights; p. 3 of Tides. Cite the one that is meant.',
    ],
    [QUOTED, { verdict: 'not found' }, 'Not found in any of your sources.'],
    [
      CITED,
      { verdict: 'not found', place: place('p. 14', 'the old lamp\nwas sold') },
      'Not found in Harbour lights. Nearest is “the old lamp was sold” (p. 14 of Harbour lights).',
    ],
    [
      CITED,
      { verdict: 'cannot check', reason: 'not in library' },
      'The document for @lamps is missing. Add it to Sources to check this quotation.',
    ],
    [
      CITED,
      { verdict: 'cannot check', reason: 'not read yet' },
      'Harbour lights is still being indexed. Check again when it is done.',
    ],
    [
      CITED,
      { verdict: 'cannot check', reason: 'unreadable' },
      'Harbour lights has no text to compare this with. This source is protected by a password.',
    ],
    [
      QUOTED,
      { verdict: 'cannot check', reason: 'no sources' },
      'No sources yet. Add the documents you quote.',
    ],
  ] as const) {
    it(expected, () => assert.equal(message(marked, more), expected));
  }

  it('is not too long for the Problems view', () => {
    const long = message(`“{${'very '.repeat(500)}|quite} old”`, at14);
    assert.ok(long.length < 250, long);
  });
});

describe('words that are many', () => {
  it('are cut between words where there are blanks', () => {
    const words =
      'The keeper shall light both lamps at dusk, and shall put them out again at first light.';
    assert.equal(
      clipped(words),
      'The keeper shall light both lamps at … shall put them out again at first light.',
    );
    assert.equal(clipped('lamps'), 'lamps');
  });

  it('are cut anywhere where there are none', () => {
    const [head, tail] = clipped('灯'.repeat(100)).split(' … ');
    assert.deepEqual([head, tail], ['灯'.repeat(40), '灯'.repeat(40)]);
    assert.ok(clipped(`a ${'b'.repeat(100)}`).endsWith('b'.repeat(40)));
  });
});

describe('the counts of verdicts', () => {
  it('leave out those that do not occur', () => {
    const { check } = markedNote(QUOTED);
    assert.equal(
      countsText([check, { ...check, verdict: 'altered' }, check], english),
      '1 altered, 2 verbatim',
    );
    const recased = markedNote('“the {Old|old} keeper”').check;
    assert.equal(countsText([check, recased], english), '1 in other capitals, 1 verbatim');
  });
});
