import fc from 'fast-check';
import assert from 'node:assert/strict';
import { pageLink, section } from '../../../../../src/features/pages/excerpt/markdown';
import { escapeMarkdown } from '../../../../../src/util/markdownText';

describe('escapeMarkdown', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'plain prose',
      'NATO’s Indo-Pacific partners (IP4), 2022.',
      'NATO’s Indo-Pacific partners (IP4), 2022.',
    ],
    ['emphasis', '*a* __b__ ~~c~~', '\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~'],
    ['links and images', '![x](command:y)', '!\\[x\\](command:y)'],
    ['HTML', '<img src=x onerror=y>', '\\<img src=x onerror=y\\>'],
    ['entities', 'AT&T &lt; &#60; & &amp', 'AT&T \\&lt; &\\#60; & &amp'],
    ['code', '`x` ```', '\\`x\\` \\`\\`\\`'],
    ['mathematics', '$5 or $6', '\\$5 or \\$6'],
    ['a heading', '# x #', '\\# x \\#'],
    ['a list', '- x - y', '\\- x - y'],
    ['a numbered list', '2022. x', '2022\\. x'],
    ['a rule', '---', '\\---'],
    ['a quotation', '> x', '\\> x'],
    ['backslashes', '\\[x\\]', '\\\\\\[x\\\\\\]'],
    ['several lines', 'a\n\n# b\r\n\u2028c\u0000d', 'a \\# b c d'],
    ['indented code', '\t    x  ', 'x'],
  ];
  for (const [what, text, escaped] of cases) {
    it(`shows ${what} as text`, () => {
      assert.equal(escapeMarkdown(text), escaped);
    });
  }

  it('loses nothing but the shape of blanks, and never leaves a line', () => {
    const marks = fc.constantFrom(...'\\`*_[]<>#~$|&;-+=1.)( \n\t\u0000\u2029aé😀');
    const texts = fc.array(marks).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkdown(text);
        // By CommonMark, a backslash before punctuation stands for that sign.
        const read = escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1');
        assert.equal(read, text.replace(/[\p{Cc}\u2029 ]+/gu, ' ').trim());
        assert.doesNotMatch(escaped, /[\n\r\u2028\u2029]/);
      }),
    );
  });
});

describe('pageLink', () => {
  it('leads from one page to another', () => {
    assert.equal(
      pageLink('New Zealand', { kind: 'partner', id: 'new-zealand' }),
      '[New Zealand](../partner/new-zealand.md)',
    );
  });

  it('stays a link whatever its label and id', () => {
    assert.equal(
      pageLink('a](command:b)[c', { kind: 'term', id: 'x) [y](z' }),
      '[a\\](command:b)\\[c](../term/x%29%20%5By%5D%28z.md)',
    );
  });
});

describe('section', () => {
  it('is empty without content', () => {
    assert.equal(section('Events', '', undefined), '');
  });
});
