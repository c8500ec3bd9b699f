import fc from 'fast-check';
import assert from 'node:assert/strict';
import { markdownOf } from '../../../../../../src/features/pages/entry/page/markdownPage';
import {
  link,
  paragraph,
  phrase,
  textRun,
  section,
  type Words,
} from '../../../../../../src/features/pages/entry/page/pageModel';
import { escapeMarkdown } from '../../../../../../src/util/markdownText';

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

describe('a page as Markdown', () => {
  const shown = (words: Words) => markdownOf({ title: 'T', blocks: paragraph(words) });
  const entry = (label: string, id: string) =>
    link(label, { kind: 'entry', page: { kind: 'term', id, title: label } });

  it('leads from one page to another', () => {
    assert.equal(shown(entry('Quad', 'quad')), '# T\n\n[Quad](../term/quad.md)\n');
  });

  it('has links that stay links whatever their labels and ids', () => {
    assert.equal(
      shown(entry('a](command:b)[c', 'x) [y](z')),
      '# T\n\n[a\\](command:b)\\[c](../term/x%29%20%5By%5D%28z.md)\n',
    );
  });

  it('keeps the blanks around what fills a sentence', () => {
    assert.equal(
      shown(phrase('From {0} to {1}.', entry('Quad', 'quad'), textRun('*x*'))),
      '# T\n\nFrom [Quad](../term/quad.md) to \\*x\\*.\n',
    );
  });

  it('has no head without content, and no sentence with an empty gap', () => {
    assert.deepEqual(section('Events', []), []);
    assert.deepEqual(phrase('From {0}', textRun(' \n')), []);
  });
});
