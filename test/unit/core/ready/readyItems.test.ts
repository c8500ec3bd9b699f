import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readyRows } from '../../../../src/cli/ready';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import { withEdits } from '../../../../src/core/checks/fixes';
import { structureDocument } from '../../../../src/core/library/structure';
import { Note } from '../../../../src/core/note/note';
import { READY_KINDS } from '../../../../src/core/ready/readyItem';
import { TermSet } from '../../../../src/core/terms/termSet';

const LAMPS = 'By order of the board the lamps of the harbour are lit at dusk by the keeper.';
const SOURCES = [
  {
    path: 'lamps.txt',
    document: structureDocument({
      format: 'text',
      metadata: { title: 'Harbour lamps' },
      blocks: [{ kind: 'paragraph', text: LAMPS, page: 1 }],
    }),
  },
];
const BIB = `@report{lamps, title = {Harbour lamps}, author = {Mallow, Ann}, year = {2001}, file = {lamps.txt}}
@book{tides, title = {On Tides}, author = {Reed, Bo}}
`;
const BIBLIOGRAPHY = {
  path: 'references.bib',
  text: BIB,
  entries: parseBibliography(BIB, 'references.bib').entries,
};

interface Given {
  readonly sources?: typeof SOURCES;
  readonly held?: readonly (typeof BIBLIOGRAPHY)[];
  readonly missing?: readonly string[];
}

const left = (
  text: string,
  { sources = SOURCES, held = [BIBLIOGRAPHY], missing = [] }: Given = {},
) => readyRows(new Note(text, 'markdown'), sources, new TermSet([]), { held, missing });

const ALTERED = 'It says “the lamps of the harbour are lit at dawn” [@lamps].';
const UNVERIFIABLE = 'It says “the tide turns twice a day in this bay” [@tides, p. 3].';
const CLAIM = 'The harbour got 1,200 lamps in all.';

describe('what is left before a note is sent', () => {
  it('comes worst first, and in the order of the note where it is as bad', () => {
    const rows = left(
      ['The QXZ is here.', CLAIM, UNVERIFIABLE, 'So it is.[^1]', '[@none]', ALTERED, CLAIM].join(
        '\n\n',
      ),
    );
    assert.deepEqual(
      rows.map(({ kind, line }) => `${kind} ${line}`),
      [
        'altered quotation 11',
        'unknown citekey 9',
        'footnote 7',
        'claim 3',
        'claim 13',
        'incomplete entry 5',
        'unverifiable quotation 5',
        'acronym 1',
      ],
    );
  });

  it('is nothing in a note that is in order', () => {
    assert.deepEqual(
      left(`It says “the lamps of the harbour are lit at dusk” [@lamps].\n\nThey burn all night.`),
      [],
    );
  });

  it('says once what several quotations lack alike', () => {
    const two = `${UNVERIFIABLE}\n\n${UNVERIFIABLE.replace('turns', 'rises')}`;
    assert.deepEqual(
      left(two).map(({ title }) => title),
      ['Incomplete entry: tides', 'Cannot be checked: 2 quotations'],
    );
    const [none] = left(`${two}\n\n${ALTERED}`, { sources: [] }).filter(
      ({ kind }) => kind === 'unverifiable quotation',
    );
    assert.equal(none?.title, 'Cannot be checked: 3 quotations');
    assert.equal(none.message, 'No sources yet. Add the documents you quote.');
    assert.deepEqual(none.remedies, ['Add Sources…']);
  });

  it('says once that no bibliography can be asked', () => {
    const text = 'As [@a] and [@b] say.';
    for (const [given, message] of [
      [{ held: [] }, 'This note has no bibliography that its citekeys could be looked up in.'],
      [{ missing: ['other.bib'] }, 'Not there or not readable: other.bib.'],
    ] as const) {
      assert.deepEqual(
        left(text, given).map((row) => [row.title, row.message]),
        [['No entry: 2 citations', message]],
      );
    }
  });

  it('tells the key that may be meant', () => {
    const [row] = left('As [@lampz] says.');
    assert.deepEqual(row?.fix?.edits, [{ start: 5, end: 10, text: 'lamps' }]);
  });

  it('begins a footnote without text at the end, and takes one without mark away', () => {
    const text = 'Lamps.[^1]\n\n[^2]: Board, 4.\n\nMore.\n';
    const [mark, footnote] = left(text);
    assert.equal(withEdits(text, mark?.fix?.edits ?? []), `${text}\n[^1]: `);
    assert.deepEqual(footnote?.remedies.slice(0, 1), ['Remove Footnote “2”']);
    assert.equal(footnote.fix, null);
  });

  it('gets less by each remedy that one key makes', () => {
    const piece = fc.constantFrom(ALTERED, 'As [@lampz] says.', UNVERIFIABLE, CLAIM, 'The QXZ.');
    fc.assert(
      fc.property(fc.uniqueArray(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.join('\n\n');
        const rows = left(text);
        const ranks = rows.map(({ kind }) => READY_KINDS.indexOf(kind));
        assert.deepEqual(
          ranks,
          [...ranks].sort((one, other) => one - other),
        );
        for (const { fix, title } of rows) {
          if (fix !== null) {
            const after = left(withEdits(text, fix.edits));
            assert.ok(after.length < rows.length, title);
            assert.ok(!after.some((row) => row.title === title));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
