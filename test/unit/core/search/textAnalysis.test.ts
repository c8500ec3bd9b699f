import fc from 'fast-check';
import assert from 'node:assert/strict';
import { canonicalWord, tokenize } from '../../../../src/core/search/textAnalysis';
import { anyString } from './anyString';

function words(text: string): string {
  return tokenize(text)
    .map(({ word }) => word)
    .join(' ');
}

describe('text analysis', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['parts words at spaces and punctuation', 'One-to-one, (safely)!', '1 to 1 safely'],
    ['folds case and diacritics', 'CAFÉ Zu\u0308rich', 'cafe zurich'],
    ['drops what French runs into a word', "l’OTAN d'accord qu’elle", 'otan accord elle'],
    ['keeps other apostrophes together', "o'clock don't O’Brien l'a", 'oclock dont obrien la'],
    ['drops possessive endings', "NATO's NATO’s partners’ views", 'nato nato partners views'],
    ['keeps other apostrophes out', "O'Brien doesn’t", 'obrien doesnt'],
    [
      'joins dotted abbreviations',
      'The U.S. and U.S.-China e.g. this',
      'the us and us china eg this',
    ],
    ['does not join sentences or numbers', 'in A. But 3.3 and 2.5', 'in a but 3 3 and 2 5'],
    ['spells the American way', 'defence organisation programme', 'defense organization program'],
    ['writes numbers as digits', 'ten areas, Four partners, twelve', '10 areas 4 partners 12'],
    ['parts at every dash', 'hub‑and–spoke—system', 'hub and spoke system'],
    ['keeps letters and digits together', 'IP4 2+2 75th', 'ip4 2 2 75th'],
    ['takes each ideograph for a word', '日本とNATO', '日 本 と nato'],
    ['takes the prolonged sound for a sign', 'サーバーA', 'サ ー バ ー a'],
    ['keeps kana apart that marks tell apart', 'バ ハ\u3099 ﾊﾞ ハ', 'バ バ バ ハ'],
    ['keeps words of other scripts', 'Росія 한국', 'росія 한국'],
    ['looks through invisible hyphens', 'co\u00ADoperation', 'cooperation'],
    ['takes emoji and lone surrogates for gaps', 'a🙂b \ud800c\udc00d', 'a b c d'],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.equal(words(text), expected));
  }

  it('says where words stand in UTF-16 units', () => {
    const text = '🙂 NATO’s U.S. 日本';
    const found = tokenize(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['NATO’s', 'U.S', '日', '本']);
  });

  it('finds ascending and disjoint words in any string', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        let before = 0;
        for (const { start, end, word } of tokenize(text)) {
          assert.ok(start >= before && end > start && end <= text.length);
          assert.equal(canonicalWord(text.slice(start, end)), word);
          before = end;
        }
      }),
    );
  });

  it('finds the same words whatever the case', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdé’ -.1'), maxLength: 30 });
    fc.assert(fc.property(letters, (text) => assert.equal(words(text.toUpperCase()), words(text))));
  });
});
