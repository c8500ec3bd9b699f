import assert from 'node:assert/strict';
import { withEdits } from '../../../../src/core/checks/fixes';
import { Note } from '../../../../src/core/note/note';
import { markEditing, useSourceWording } from '../../../../src/core/quotes/fixes';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const PARAGRAPHS = [
  'The harbour office keeps a list of all lamps. The pilots meet at the mole each spring. Nobody may sail in a fog without a lamp.',
  'The board pays for the oil out of the dues that the ferries owe. Its keepers are chosen by the pilots and by the board. Mr. A. Varga chairs the board.',
];
const library = quoteLibrary([{ path: 'lamps.txt', paragraphs: PARAGRAPHS }]);

function checkOf(quoted: string) {
  const [check] = checksOf(`“${quoted}”`, library);
  assert.ok(check, quoted);
  return check;
}

describe('a quotation whose pieces stand in another order', () => {
  for (const [quoted, source] of [
    [
      'Nobody may sail in a fog without a lamp … the harbour office keeps a list',
      'The harbour office keeps a list … Nobody may sail in a fog without a lamp',
    ],
    [
      'the board pays for the oil … Nobody may sail in a fog … keepers are chosen by the pilots',
      'Nobody may sail in a fog … The board pays for the oil … keepers are chosen by the pilots',
    ],
    [
      'owe. Its keepers are chosen … the board pays for the oil',
      'The board pays for the oil … owe. Its keepers are chosen',
    ],
    [
      'Mr. A. Varga chairs the board … Its keepers are chosen by the pilots',
      'Its keepers are chosen by the pilots … Mr. A. Varga chairs the board',
    ],
    [
      'The pilots meet at the mole each spring. The harbour office keeps a list of all lamps.',
      'The harbour office keeps a list of all lamps. The pilots meet at the mole each spring',
    ],
    [
      'Nobody may sail in a fog without a lamp. The harbour office keeps a list of all lamps.',
      'The harbour office keeps a list of all lamps … Nobody may sail in a fog without a lamp',
    ],
  ] as const) {
    it(`is told as that: ${quoted}`, () => {
      const { verdict, differences } = checkOf(quoted);
      assert.equal(verdict, 'altered');
      assert.deepEqual(
        differences.map((one) => [one.kind, one.source]),
        [['reordered', source]],
      );
    });
  }

  for (const quoted of [
    'the harbour office keeps a list … Nobody may sail in a fog without a lamp',
    'Nobody may sail in a fog without a lamp … Its keepers are chosen by the pilots',
  ]) {
    it(`is none when they stand in its order: ${quoted}`, () =>
      assert.equal(checkOf(quoted).verdict, 'verbatim'));
  }

  for (const [quoted, kinds] of [
    // A piece that is altered as well, and one too short to tell anything.
    ['Nobody may sail in the fog without a lamp … the harbour office keeps a list', undefined],
    ['Nobody may sail in a fog … of all lamps … without a lamp', undefined],
    // Few words that differ are likelier.
    ['the pilots meet at the mole each spring … Nobody can sail in a fog', 'changed'],
    ['The harbour office keeps a list of all lamps. Nobody may sail in a fog', 'dropped'],
  ] as const) {
    it(`is something else: ${quoted}`, () => {
      const { verdict, differences } = checkOf(quoted);
      const found = differences.map(({ kind }) => kind);
      assert.notEqual(verdict, 'verbatim');
      assert.ok(!found.includes('reordered'));
      assert.ok(kinds === undefined || found.join() === kinds, found.join());
    });
  }

  it('takes the order of the source, and has no mark of an editor', () => {
    const text = '“Nobody may sail in a fog without a lamp … the harbour office keeps a list.”';
    const [check] = checksOf(text, library);
    const note = new Note(text, 'markdown');
    const fixed = withEdits(text, useSourceWording(note, check?.differences ?? []));
    assert.equal(
      fixed,
      '“The harbour office keeps a list … Nobody may sail in a fog without a lamp.”',
    );
    assert.equal(checksOf(fixed, library)[0]?.verdict, 'verbatim');
    assert.deepEqual(markEditing(text, check?.differences ?? []), []);
  });
});
