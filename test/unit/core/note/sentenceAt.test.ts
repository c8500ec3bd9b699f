import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Note } from '../../../../src/core/note/note';
import { readStretch, sentenceAt } from '../../../../src/core/note/sentenceAt';

/** The sentence at the "|" of a marked text, and its stretch of the note. */
function at(marked: string, language = 'markdown'): readonly [string, string] | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = sentenceAt(new Note(text, language), offset);
  return found && [found.text, text.slice(found.span.start, found.span.end)];
}

describe('the sentence of a note at the cursor', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['is the one around it', 'Oil is dear. The la|mp is lit. Ships come.', 'The lamp is lit.'],
    ['is the one that ends there', 'Oil is dear.| The lamp is lit.', 'Oil is dear.'],
    ['is the one that begins there', 'Oil is dear. |The lamp is lit.', 'The lamp is lit.'],
    [
      'is the last one behind a paragraph',
      'Oil is dear. The lamp is lit.  |\n\nNo.',
      'The lamp is lit.',
    ],
    [
      'goes over the lines of a paragraph',
      'Oil is dear. The lamp\nis l|it\nat dusk. No.',
      'The lamp is lit at dusk.',
    ],
    [
      'goes over the lines of a quotation',
      '> Oil is dear. The\n> la|mp is lit.\n',
      'The lamp is lit.',
    ],
    ['ends with its paragraph', 'Oil is dear\n\nThe la|mp is lit', 'The lamp is lit'],
    ['ends with its item', '- Oil is dear\n- The la|mp\n  is lit\n- Ships come', 'The lamp is lit'],
    ['ends with its heading', '# The la|mp\nIt is lit.', '# The lamp'],
    ['begins behind a heading', '# The lamp\nIt i|s lit.', 'It is lit.'],
    ['has no markup', 'The **la|mp** is [lit](https://a.example/b.c).', 'The lamp is lit.'],
    [
      'has no marks of footnotes',
      'The lamp[^1] is l|it.[^2] No.\n\n[^1]: A.\n[^2]: B.',
      'The lamp is lit.',
    ],
    [
      'knows abbreviations',
      'Mr. Roe of the U.S. Na|vy lit it. No.',
      'Mr. Roe of the U.S. Navy lit it.',
    ],
    [
      'is read with Windows line breaks',
      'Oil is dear.\r\nThe la|mp\r\nis lit.\r\n\r\nNo.',
      'The lamp is lit.',
    ],
  ];
  for (const [what, marked, expected] of rows) {
    it(what, () => assert.equal(at(marked)?.[0], expected));
  }

  it('has no citations', () => {
    assert.equal(at('The la|mp [@roe, p. 3] is lit [@doe].')?.[0], 'The lamp is lit.');
  });

  it('is read in other languages', () => {
    assert.equal(
      at('\\section{A}\nOil. The \\emph{la|mp} is lit. % No.\n', 'latex')?.[0],
      'The lamp is lit.',
    );
    assert.equal(at('* A\nOil. The la|mp is lit.', 'org')?.[0], 'The lamp is lit.');
    assert.equal(at('Oil. The la|mp is lit.', 'plaintext')?.[0], 'The lamp is lit.');
  });

  it('is told where it stands, markup included', () => {
    assert.equal(at('Oil. The **la|mp**\nis lit. No.')?.[1], 'The **lamp**\nis lit.');
  });

  it('is none where there is no prose', () => {
    for (const marked of [
      '|',
      '\n|\n',
      'Oil.\n\n|\n\nNo.',
      '---\ntitle: A| b\n---\n\nOil.',
      '```\nA |b.\n```',
    ]) {
      assert.equal(at(marked), undefined, marked);
    }
  });

  it('is one whatever the text, around the cursor or the nearest of its paragraph', () => {
    const part = fc.constantFrom(
      'Oil. ',
      'lamp ',
      '\n',
      '\n\n',
      '- ',
      '**',
      '[^1]',
      '> ',
      '`',
      '# ',
      '[@a] ',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, share) => {
          const text = parts.join('');
          const found = sentenceAt(new Note(text, 'markdown'), Math.floor(share * text.length));
          if (found !== undefined) {
            const { start, end } = found.span;
            assert.ok(0 <= start && start < end && end <= text.length);
            assert.ok(!/[\n*]/.test(found.text) && found.text.trim() === found.text);
          }
        },
      ),
    );
  });
});

describe('a selection of a note', () => {
  it('is read without markup, and told without blanks', () => {
    const text = 'Oil. The **lamp**\nis lit[^1]. ';
    assert.deepEqual(readStretch(new Note(text, 'markdown'), { start: 4, end: text.length }), {
      text: 'The lamp is lit.',
      span: { start: 5, end: text.length - 1 },
    });
    assert.equal(readStretch(new Note(text, 'markdown'), { start: 4, end: 5 }), undefined);
  });
});
