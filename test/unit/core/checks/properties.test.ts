import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CHECK_RULES } from '../../../../src/core/checks/finding';
import { editsOfAll } from '../../../../src/core/checks/fixes';
import { NOTE_LANGUAGES } from '../../../../src/core/note/languageIds';
import { check, fixed } from './support';

const PIECES = [
  ...['ICI', 'ICI’s', 'EDTs', 'QXZ', 'GHA', 'IP4', 'IP-4', 'ROK', 'NATO', 'HW', 'a', 'an', 'the'],
  ...['Istanbul Cooperation Initiative', 'Istanbul Co-operation Initiative', '(ICI)', '(GHA)'],
  ...['Grand Harbour Authority', 'Grand Harbour Authority (GHA)', 'Indo-Pacific Four (IP4)'],
  ...['harbour warden', 'Harbour wardens', 'port warden’s', 'port-warden', 'lamp keeper'],
  ...['Lamp keepers', 'tide clerk', 'maritime security', 'Maritime-Security', 'defense', 'defence'],
  ...['emerging and disruptive technologies', 'emerging and disruptive technology', 'came', '.'],
  ...['\n', '\n\n', '# ', '> ', '“', '”', '"', '`', '[', '](x)', '- ', ',', '(', ')', '**', '/'],
];
const note = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).chain((pieces) =>
  fc
    .array(fc.constantFrom(' ', ' ', ' ', ''), {
      minLength: pieces.length,
      maxLength: pieces.length,
    })
    .map((gaps) => pieces.map((piece, index) => piece + gaps[index]).join('')),
);
const language = fc.constantFrom(...NOTE_LANGUAGES);

describe('the findings in any note', () => {
  it('are in order and within the note, and so are the edits of each', () => {
    fc.assert(
      fc.property(note, language, (text, id) => {
        let last = 0;
        for (const { start, end, fix } of check(text, { language: id })) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = start;
          let behind = 0;
          for (const edit of fix?.edits ?? []) {
            assert.ok(behind <= edit.start && edit.start <= edit.end && edit.end <= text.length);
            behind = edit.end;
          }
        }
      }),
    );
  });

  it('have edits that can be made together', () => {
    fc.assert(
      fc.property(note, (text) => {
        let behind = 0;
        for (const edit of editsOfAll(check(text))) {
          assert.ok(behind <= edit.start && edit.start <= edit.end);
          behind = edit.end;
        }
      }),
    );
  });

  for (const rule of CHECK_RULES) {
    it(`of ${rule} are gone when all its remedies have been made, twice at most`, () => {
      fc.assert(
        fc.property(note, (text) => {
          const remedied = (note: string) => fixed(note, check(note, { rules: [rule] }));
          // What stands beside a wording tells whether it counts, and may itself be reworded.
          const after = remedied(remedied(text));
          const left = check(after, { rules: [rule] }).filter(({ fix }) => fix !== undefined);
          assert.deepEqual(
            left.map(({ args }) => args),
            [],
            after,
          );
        }),
      );
    });
  }

  it('are none where all is silenced', () => {
    fc.assert(
      fc.property(note, (text) => {
        assert.deepEqual(check(`<!-- ip4desk-disable -->\n\n${text}`), []);
        assert.deepEqual(check(`---\nip4desk-disable: true\n---\n${text}`), []);
      }),
    );
  });
});
