import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capitalised, isSentenceStart } from '../../../../src/core/completion/letterCase';

describe('the start of a sentence', () => {
  for (const before of [
    '',
    '\n',
    'It ended.\n\n',
    'It ended. ',
    'It ended.  ',
    'It ended.\n',
    'Did it end? ',
    'It ended! ',
    'It ended. “',
    '“It ended.” ',
    'It ended (at last). ',
    '- ',
    'A list of\n- ',
    '  * ',
    '1. ',
    'Text\n2) ',
    '> ',
    '> - ',
    '# ',
    '### ',
    '# A heading\n',
    '== ',
    '- [ ] ',
    '**',
    '“',
    '| one | ',
    'The U.S. did. ',
  ]) {
    it(`is behind ${JSON.stringify(before)}`, () => assert.ok(isSentenceStart(before)));
  }
  for (const before of [
    'The ',
    'The\n',
    'One, ',
    'One: ',
    'and e.g. ',
    'the U.S. ',
    'with Dr. ',
    'as Smith et al. ',
    '- A point and ',
    '## The ',
    'a “',
    'a (',
    'a **',
    '> quoted\n> ',
    'non-',
    'It ended.',
  ]) {
    it(`is not behind ${JSON.stringify(before)}`, () => assert.ok(!isSentenceStart(before)));
  }

  it('is told of any text', () => {
    const piece = fc.constantFrom('a', ' ', '.', '?', '“', '(', '*', '- ', '1. ', '> ', '#', '|', '\n', '\r\n', '\ud83e'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const isStart = isSentenceStart(`${text}\n\n`);
        assert.ok(isStart, 'a paragraph begins');
        assert.ok(!isSentenceStart(`${text}a`), 'within a word');
      }),
    );
  });
});

describe('a capital at the start of a sentence', () => {
  for (const [form, written] of [
    ['maritime security', 'Maritime security'],
    ['élan', 'Élan'],
    ['Madrid summit', 'Madrid summit'],
    ['NATO ally', 'NATO ally'],
    ['eIDAS', 'eIDAS'],
    ['iPhone makers', 'iPhone makers'],
    ['', ''],
    ['4G', '4G'],
    ['ǆep', 'ǄEP'.charAt(0) + 'ep'],
  ] as const) {
    it(`makes “${form}” “${written}”`, () => assert.equal(capitalised(form), written));
  }
});
