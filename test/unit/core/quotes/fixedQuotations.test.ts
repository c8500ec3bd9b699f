import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import { markEditing, useSourceWording } from '../../../../src/core/quotes/fixes';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';
import { Note } from '../../../../src/core/note/note';

const SENTENCE =
  'By order of the harbour board the brass lamps of the old tower are lit at dusk by the keeper, ' +
  'who counts every barrel of oil, and they burn until the morning ferry has passed the outer mole.';
const LIBRARY = quoteLibrary([{ path: 'lamps.txt', paragraphs: [SENTENCE] }]);

/** What is found of the one quotation of a note. */
function checkOf(note: string) {
  const [check, ...others] = checksOf(note, LIBRARY);
  assert.ok(check && others.length === 0, note);
  return check;
}

/** Both ways to mend a note whose quotation was altered. */
function mended(note: string): readonly string[] {
  const { differences } = checkOf(note);
  return [
    withEdits(note, useSourceWording(new Note(note, 'markdown'), differences)),
    withEdits(note, markEditing(note, differences)),
  ];
}

describe('a quotation that was mended', () => {
  for (const quoted of [
    '“the brass lamps of the *very old* tower are lit at dusk by the keeper”',
    '“the brass lamps of the **young** tower are lit at dusk by the keeper”',
    '“the lamps of the old tower are lit at dawn by the keeper”',
    '“lamps of the old tower are lit at dusk by the keeper, who counts every barrel”',
    '> the brass lamps of the old\n> house are lit at dusk by\n> the keeper, who counts every\n> single barrel of oil',
    '> the brass lamps of the\n> old very\n> tall tower are lit at dusk by the keeper',
  ]) {
    it(JSON.stringify(quoted), () => {
      for (const note of mended(`${quoted}\n`)) {
        assert.equal(checkOf(note).verdict, 'verbatim', note);
      }
    });
  }

  it('stands so in its source, whichever of its words were changed', () => {
    const words = SENTENCE.split(' ');
    const changes = fc.array(
      fc.record({
        at: fc.integer({ min: 2, max: words.length - 3 }),
        by: fc.constantFrom('', 'brindle', '*brindle*', 'brindle quay'),
        keeps: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(changes, (made) => {
        const quoted = [...words];
        for (const { at, by, keeps } of made) {
          quoted[at] = keeps ? `${quoted[at]} ${by}`.trim() : by;
        }
        const note = `It says “${quoted.filter((word) => word !== '').join(' ')}”.`;
        if (checkOf(note).verdict === 'altered') {
          for (const text of mended(note)) {
            assert.equal(checkOf(text).verdict, 'verbatim', `${note}\n${text}`);
          }
        }
      }),
    );
  });
});
