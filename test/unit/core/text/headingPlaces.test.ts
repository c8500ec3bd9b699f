import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headingOfPlace, headingPlace } from '../../../../src/core/text/headingPlaces';

describe('the place that a heading is', () => {
  const rows: readonly (readonly [place: string, heading: string | undefined])[] = [
    ['under “Strait, and harbour”', 'Strait, and harbour'],
    ['sec. "Costs"', 'Costs'],
    ['Section “Costs”', 'Costs'],
    ["under ``Costs''", 'Costs'],
    ['under \\enquote{Costs \\& oil}', 'Costs \\& oil'],
    ['under~\\enquote{a\\textbackslash{}b}', 'a b'],
    ['under „Kosten“', 'Kosten'],
    ['under ‘The keeper’s lamp’', 'The keeper’s lamp'],
    ["under 'The keeper's lamp'", "The keeper's lamp"],
    ["under `The keeper's lamp'", "The keeper's lamp"],
    ['under \\enquote*{Costs}', 'Costs'],
    ['under ‚Kosten‘', 'Kosten'],
    ['under ‹Coûts›', 'Coûts'],
    ['under “The ‘old’ keeper’s lamps”', 'The ‘old’ keeper’s lamps'],
    ['under ‘old’ and ‘new’', undefined],
    ['under Costs', undefined],
    ['sec. 3', undefined],
    ['“Costs”', undefined],
    ['under “Costs” and oil', undefined],
  ];
  for (const [place, heading] of rows) {
    it(place, () => {
      assert.equal(headingOfPlace(place), heading);
    });
  }

  it('gives the heading back, whatever it is', () => {
    const headings = fc
      .stringMatching(/^[\p{L}\p{N} ,;:“”"'()[\]{}]{1,120}$/u)
      .filter((text) => text.trim() !== '');
    const letters = (text: string | undefined) => text?.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(headings, (heading) => {
        assert.equal(letters(headingOfPlace(headingPlace(heading))), letters(heading));
      }),
    );
  });
});
