import assert from 'node:assert/strict';
import { bracketed, isSpelledOut } from '../../../../src/core/completion/spelledOut';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { term } from '../note/marked';

const ici = knownTermOfPack(term('Istanbul Cooperation Initiative', { abbreviation: 'ICI' }));

describe('a term that has been spelled out', () => {
  for (const text of [
    'the Istanbul Cooperation Initiative (ICI)',
    'the ICI (Istanbul Cooperation Initiative)',
    'the Istanbul Cooperation Initiative (the ICI)',
    'the Istanbul Cooperation Initiative (**ICI**)',
    'the Istanbul Cooperation Initiative (“ICI”)',
    'the Istanbul Cooperation Initiative (ICI, since 2004)',
    'the Istanbul Cooperation Initiative (2004; ICI)',
    '((ICI))',
  ]) {
    it(`is in “${text}”`, () => assert.ok(isSpelledOut(ici, bracketed(text))));
  }
  for (const text of [
    '',
    'the Istanbul Cooperation Initiative',
    'the ICI',
    'the Mediterranean Dialogue (MD)',
    '(ICI\n)',
    '(ICIs)',
  ]) {
    it(`is not in ${JSON.stringify(text)}`, () => assert.ok(!isSpelledOut(ici, bracketed(text))));
  }

  it('needs an abbreviation', () => {
    const plain = knownTermOfPack(term('Mediterranean Dialogue'));
    assert.ok(!isSpelledOut(plain, bracketed('(Mediterranean Dialogue)')));
  });
});
