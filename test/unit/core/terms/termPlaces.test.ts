import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { TermId } from '../../../../src/core/model';
import { placesInPlainText } from '../../../../src/core/terms/placesInPlainText';
import { TermPlaces } from '../../../../src/core/terms/termPlaces';
import { TermSet } from '../../../../src/core/terms/termSet';
import { runAtOnce } from '../../../../src/util/slices';
import { ownTerms } from '../../../support/knownTerms';
import { plainProse } from '../../../../src/core/note/prose';

const SET = new TermSet(ownTerms('Harbour', [{ name: 'tide gauge' }, { name: 'quay' }]));
const [GAUGE, QUAY] = SET.terms.map(({ id }) => id) as [TermId, TermId];

/** "line:character-line:character" for each place. */
function told(places: TermPlaces, term: string): readonly string[] {
  return places
    .of(term)
    .map(
      ({ startLine, startCharacter, endLine, endCharacter }) =>
        `${startLine}:${startCharacter}-${endLine}:${endCharacter}`,
    );
}

function placesIn(text: string): TermPlaces {
  return TermPlaces.of(text, SET.automaton.occurrences(plainProse(text)));
}

describe('places of terms', () => {
  it('are told by term, in lines as the editor counts them', () => {
    const places = placesIn('quay\r\nA tide\ngauge.\rThe quay, the quay.');
    assert.deepEqual(told(places, QUAY), ['0:0-0:4', '3:4-3:8', '3:14-3:18']);
    assert.deepEqual(told(places, GAUGE), ['1:2-2:5']);
    assert.deepEqual(told(places, 'no such'), []);
    assert.deepEqual(told(TermPlaces.none, QUAY), []);
  });

  it('are told of every term that a wording names', () => {
    const other = 'other' as TermId;
    const places = TermPlaces.of('a quay', [{ start: 2, end: 6, terms: [QUAY, other] }]);
    assert.deepEqual(told(places, QUAY), ['0:2-0:6']);
    assert.deepEqual(told(places, other), ['0:2-0:6']);
  });

  it('hold the offsets that they were made from', () => {
    const part = fc.constantFrom('quay', ' ', '\n', '\r\n', 'tide gauge', 'x', '\n\n', '. ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map((m) => m.index + m[0].length)];
        const occurrences = SET.automaton.occurrences(plainProse(text));
        for (const term of [QUAY, GAUGE]) {
          assert.deepEqual(
            TermPlaces.of(text, occurrences)
              .of(term)
              .map((at) => [
                starts[at.startLine]! + at.startCharacter,
                starts[at.endLine]! + at.endCharacter,
              ]),
            occurrences.filter(({ terms }) => terms.includes(term)).map((o) => [o.start, o.end]),
          );
        }
      }),
    );
  });
});

describe('places in a long plain text', () => {
  const filler = 'Nothing is said here about anything. '.repeat(40);

  it('are those that one search of the whole finds, piece by piece', () => {
    const part = fc.constantFrom(
      ...['The quay. ', 'tide ', 'gauge ', '\n', '\n\n', '---\nkey: quay\n---\n', '> ', filler],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 60, maxLength: 150 }), (parts) => {
        const text = parts.join('');
        const pieces = runAtOnce(placesInPlainText(text, SET));
        for (const term of [QUAY, GAUGE]) {
          assert.deepEqual(told(pieces, term), told(placesIn(text), term));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('let others have their turn between pieces', () => {
    const text = `${filler}quay\n\n`.repeat(100);
    const steps = [...placesInPlainText(text, SET)];
    assert.ok(steps.length > 2, `${steps.length} pieces`);
  });
});
