import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isWithinUnclosedMarkup,
  phraseStarts,
  restOfForm,
} from '../../../../src/core/completion/typedPhrase';

describe('the phrase at the caret', () => {
  const cases: readonly (readonly [line: string, ...phrases: string[]])[] = [
    ['', ''],
    ['ist', 'ist'],
    ['the istanbul coop', 'the istanbul coop', 'istanbul coop', 'coop'],
    ['It met. Istanbul c', 'Istanbul c', 'c'],
    ['  - **Med. Dia', 'Dia'],
    ['- **Med Dia', 'Med Dia', 'Dia'],
    ['the Euro-Atl', 'the Euro-Atl', 'Euro-Atl', 'Atl'],
    ['NATO’s sum', 'NATO’s sum', 's sum', 'sum'],
    ['istanbul ', 'istanbul ', ''],
    ['said, ', ''],
    ['(ici', 'ici'],
    ['défi', 'défi'],
    ['e\u0301lys', 'e\u0301lys'],
    ['a b c d e f g h', 'c d e f g h', 'd e f g h', 'e f g h', 'f g h', 'g h', 'h'],
  ];
  for (const [line, ...phrases] of cases) {
    it(`of ${JSON.stringify(line)}`, () => {
      assert.deepEqual(
        phraseStarts(line).map((start) => line.slice(start)),
        phrases,
      );
    });
  }

  it('begins at ascending places of any line, few of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (line) => {
        const starts = phraseStarts(line);
        assert.ok(starts.length <= 7);
        assert.deepEqual(
          starts,
          [...new Set(starts)].sort((a, b) => a - b),
        );
        assert.ok(starts.every((start) => start >= 0 && start <= line.length));
      }),
    );
  });
});

describe('what of a name is still to be typed', () => {
  const cases: readonly (readonly [form: string, typed: string, rest: string | undefined])[] = [
    ['Istanbul Cooperation Initiative', '', 'Istanbul Cooperation Initiative'],
    ['Istanbul Cooperation Initiative', 'ist', 'anbul Cooperation Initiative'],
    ['Istanbul Cooperation Initiative', 'istanbul coop', 'eration Initiative'],
    ['Istanbul Cooperation Initiative', 'coop init', 'iative'],
    ['Istanbul Cooperation Initiative', 'init', 'iative'],
    ['Istanbul Cooperation Initiative', 'init coop', undefined],
    ['Istanbul Cooperation Initiative', 'istanbul ', ' Cooperation Initiative'],
    ['Tokyo Initiative', 'to in', undefined],
    ['Tokyo Initiative', 'to ', undefined],
    ['Group of Seven', 'group of se', 'ven'],
    ['US force', 'us f', 'orce'],
    ['Élysée Treaty', 'elys', 'ée Treaty'],
    ['defence plan', 'defens', ' plan'],
    ['defence plan', 'defense pl', 'an'],
    ['Straße am Hafen', 'strass', ' am Hafen'],
  ];
  for (const [form, typed, rest] of cases) {
    it(`of “${form}” behind “${typed}”`, () => assert.equal(restOfForm(form, typed), rest));
  }
});

describe('markup that is being written', () => {
  for (const line of [
    'see `ista',
    'see <https://example.org/ista',
    'see https://example.org/ista',
    'at www.example.org/ista',
    'name@ista',
    'the tag #ista',
    'as [@ista',
    '[text](ista',
    '[text](<ista nbul',
    '[[ista nbul',
    'note[^ista',
    '\\ref{x} \\ista',
    '<span ista',
    'notes\\ista',
  ]) {
    it(`is ${line}`, () => assert.ok(isWithinUnclosedMarkup(line)));
  }
  for (const line of [
    '',
    'ista',
    '`code` ista',
    '[text](target) ista',
    '[[page]] ista',
    '[text ista',
    'a (remark ista',
    'x < y and ista',
    'and/or ista',
    'https://example.org ista',
    'name@example.org ista',
    '\\emph{ista',
    '\\section{The ista',
    '#heading[ista',
    '# ista',
  ]) {
    it(`is not ${line}`, () => assert.ok(!isWithinUnclosedMarkup(line)));
  }
});
