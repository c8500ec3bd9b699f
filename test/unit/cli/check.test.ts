import assert from 'node:assert/strict';
import { findingRows, findingRowsAsText } from '../../../src/cli/check';
import { TERMS } from '../core/checks/support';

describe('the findings of the command line', () => {
  const text = 'The ICI met.\n\nA QXZ came.\n';

  it('have a message, and the edits that mend them or null', () => {
    assert.deepEqual(findingRows(text, 'note.md', TERMS), [
      {
        rule: 'acronym-before-expansion',
        start: 4,
        end: 7,
        text: 'ICI',
        message:
          '“ICI” is not spelled out before it is used here: Istanbul Cooperation Initiative.',
        fix: {
          result: 'Istanbul Cooperation Initiative (ICI)',
          edits: [{ start: 4, end: 7, text: 'Istanbul Cooperation Initiative (ICI)' }],
        },
      },
      {
        rule: 'acronym-unknown',
        start: 16,
        end: 19,
        text: 'QXZ',
        message: 'Unknown acronym “QXZ”: spell it out or add it to a glossary.',
        fix: null,
      },
    ]);
  });

  it('are printed with their places', () => {
    const rows = findingRows(text, 'note.md', TERMS).slice(1);
    assert.equal(
      findingRowsAsText(rows, text),
      '3:3 acronym-unknown Unknown acronym “QXZ”: spell it out or add it to a glossary.',
    );
  });
});
