import assert from 'node:assert/strict';
import { withoutLetterSpacing } from '../../../../../src/core/library/formats/letterSpacing';
import { withAccents } from '../../../../../src/core/library/formats/pdfAccents';
import { withoutDoubles } from '../../../../../src/core/library/formats/pdfDoubles';
import { withLetters, withLigatures } from '../../../../../src/core/library/formats/pdfGlyphs';
import type { PdfFragment } from '../../../../../src/core/library/formats/pdfLines';
import type { PdfText } from '../../../../support/makePdf';
import { extract, page, SLOW } from './pdfDocuments';

/** A fragment whose letters are 5 points wide. */
function piece(text: string, left: number, more: Partial<PdfFragment> = {}): PdfFragment {
  return {
    text,
    left,
    right: left + 5 * text.length,
    baseline: 100,
    size: 10,
    font: 'f',
    isRightToLeft: false,
    isSpaced: false,
    ...more,
  };
}

describe('accents of a PDF that are signs of their own', () => {
  const composed = (...texts: readonly string[]): string =>
    withAccents(texts.map((text, at) => piece(text, 200 * at)))
      .map(({ text }) => text)
      .join('|');

  it('are on the letter behind them', () => {
    for (const [set, meant] of [
      ['das Verm¨ogen der St¨adte', 'das Vermögen der Städte'],
      ['¨Uber allem', 'Über allem'],
      ['Caf´e, ´etat, pr´ef´er´e', 'Café, ´etat, préféré'],
      ['voil`a, tr`es', 'voilà, très'],
      ['Hˆotel, S˜ao, na¨ıve, Dvoˇr´ak', 'Hôtel, São, naïve, Dvořák'],
      ['fran¸cais, ˚Arhus', 'français, Århus'],
    ] as const) {
      assert.equal(composed(set), meant);
    }
  });

  it('may be marks that are written behind a blank, or behind their letter', () => {
    assert.equal(composed('Verm \u0308ogen, die \u0308Uber'), 'Vermögen, die Über');
    assert.equal(composed('Vermo\u0308gen, cafe\u0301'), 'Vermögen, café');
  });

  it('are on the letter before them where the page has it so', () => {
    assert.equal(composed('fu¨r Mu¨nchen, Ba¨ume und no¨el'), 'für München, Bäume und nöel');
    assert.equal(composed('Re´sume´ u¨ber cre´er'), 'Résumé über créer');
    assert.equal(
      composed('Le re´sume´ de la se´ance, ve´rite´, de´part'),
      'Le résumé de la séance, vérité, départ',
    );
  });

  it('are none where they stand for apostrophes, quotation marks or signs', () => {
    for (const text of [
      'O´Brien of Sana´a and Xi´an, o`clock, the Shi´a and the Qur´an',
      'it´s, don´t, you´re, Putin´s',
      'l´avenir d´un pays, qu´elle, aujourd´hui, dell´anno',
      'a ^ b, ~user, x^e, ~a',
      '`a` and `else`',
      '20 ˚C, 5˚ east',
    ]) {
      assert.equal(composed(text), text);
    }
  });

  it('belong to the letter that they lie over', () => {
    const laid = (...pieces: readonly PdfFragment[]): readonly (readonly [string, boolean])[] =>
      withAccents(pieces).map(({ text, isSpaced }) => [text, isSpaced] as const);
    assert.deepEqual(laid(piece('Verm¨', 0), piece('ogen', 20)), [
      ['Verm', false],
      ['ögen', false],
    ]);
    assert.deepEqual(laid(piece('der', 0), piece('´', 20, { isSpaced: true }), piece('etat', 20)), [
      ['der', false],
      ['état', true],
    ]);
    assert.deepEqual(laid(piece('Caf', 0), piece('e', 15), piece('´', 15), piece('s', 20)), [
      ['Caf', false],
      ['é', false],
      ['s', false],
    ]);
    assert.deepEqual(laid(piece('S~', 0), piece('ao', 5)), [
      ['S', false],
      ['ão', false],
    ]);
  });
});

describe('ligatures that a PDF has as other characters', () => {
  it('are their letters', () => {
    for (const [set, meant] of [
      ['acƟon wriƩen soŌware plaƞorm seƫng Ɵme', 'action written software platform setting time'],
      ['de\u001cnition, di\u001bers, a\u000ece', 'definition, differs, affice'],
      ['\uf001nd the \uf002eet, \uf761\uf762 \uf731\uf739', 'find the fleet, ab 19'],
    ] as const) {
      assert.equal(withLetters(set), meant);
    }
  });

  it('are told by the font that they are set in', () => {
    const read = (...texts: readonly (readonly [string, string])[]): string =>
      withLigatures(texts.map(([str, fontName]) => ({ str, fontName })))
        .map(({ str }) => str)
        .join('|');
    assert.equal(
      read(['a speci®c re¯ex', 'f'], ['The ®rst Speci®cations', 'f'], ['Acme® and ¯', 'f']),
      'a specific reflex|The first Specifications|Acme® and ¯',
    );
    assert.equal(
      read(['deÞned, inßuence', 'f'], ['Straße, Þetta', 'g']),
      'defined, influence|Straße, Þetta',
    );
    assert.equal(
      read(['signi…cant in‡uence', 'f'], ['di¤erent, e¢ciency', 'f'], ['wait…what ‡ 5¢', 'g']),
      'significant influence|different, efficiency|wait…what ‡ 5¢',
    );
    assert.equal(read(['wait…what, Lego®bricks', 'f']), 'wait…what, Lego®bricks');
  });

  it('are not taken for letters that are meant', () => {
    for (const text of ['Ōsaka and Ōita', 'Ʃ and Ƭ', 'TŌKYŌ', 'plain text', 'Ɵ = 3']) {
      assert.equal(withLetters(text), text);
    }
  });
});

describe('a line of Han and Kana', () => {
  it('has no blanks that are but its setting', () => {
    for (const [set, meant] of [
      ['灯 台 守 は 毎 晩， 油 を 量 る', '灯台守は毎晩，油を量る'],
      [
        '灯台守は毎晩、 油を量る。 霧の夜は （二度） だ',
        '灯台守は毎晩、油を量る。霧の夜は（二度）だ',
      ],
      ['第一章 灯台守の帳簿', '第一章 灯台守の帳簿'],
      ['灯台 lamps 守 2 人', '灯台 lamps 守 2 人'],
      ['등대지기는 매 일 밤 기 름', '등대지기는 매 일 밤 기 름'],
    ] as const) {
      assert.equal(withoutLetterSpacing(set), meant);
    }
  });
});

describe('text of a PDF that is printed twice', () => {
  const shown = (...pieces: readonly PdfFragment[]): string =>
    withoutDoubles([...pieces].sort((a, b) => a.left - b.left))
      .map(({ text }) => text)
      .join('|');

  it('is read once, whatever pieces it comes in', () => {
    assert.equal(shown(piece('Bold', 0), piece('Bold', 0.4)), 'Bold');
    assert.equal(
      shown(piece('Bold words', 0), piece('Bold', 0.4), piece('words', 25.4)),
      'Bold words',
    );
    assert.equal(
      shown(piece('Bold', 0), piece('Bold words', 0.4), piece('words', 25)),
      'Bold| words',
    );
    assert.equal(shown(piece('Bold', 0), piece('Bold', 2, { baseline: 102 })), 'Bold');
    const letters = ['T', 'Te', 'ex', 'xt', 't'].map((text, at) =>
      piece(text, at === 0 ? 0 : 5 * (at - 1) + 0.4),
    );
    assert.equal(shown(...letters).replaceAll('|', ''), 'Text');
  });

  it('is kept where it stands twice', () => {
    assert.equal(shown(piece('no', 0), piece('no', 12)), 'no|no');
    assert.equal(shown(piece('l', 0, { right: 2 }), piece('l', 2, { right: 4 })), 'l|l');
    assert.equal(shown(piece('10', 0), piece('01', 9)), '10|01');
    assert.equal(shown(piece('of', 0), piece('for', 9.2)), 'of|for');
  });
});

describe('an initial of a PDF', function () {
  this.timeout(SLOW);
  const texts = async (...pieces: readonly PdfText[]): Promise<readonly string[]> =>
    (await extract({ pages: [{ texts: pieces }] })).blocks.map(({ text }) => text);
  const beside = [
    'lighthouse was lit for the first time in the spring of that year, and',
    'its keeper wrote down every ship that passed it, and what the weather',
  ];
  const below = [
    'was, for forty years. The harbour council paid her in coal, in oil and, after',
    'some discussion, in money, which nobody had seen on the quay before that.',
  ];
  const set = (initial: string, first: string): readonly PdfText[] => [
    { text: initial, x: 72, y: 686.5, size: 34 },
    ...[first, ...beside.slice(1)].map((text, at) => ({ text, x: 98, y: 700 - 13.5 * at })),
    ...below.map((text, at) => ({ text, x: 72, y: 673 - 13.5 * at })),
  ];

  it('is the first letter of the first line beside it, and parts no paragraph', async () => {
    const whole = (first: string): string => [first, ...beside.slice(1), ...below].join(' ');
    const first = `he ${beside[0]}`;
    assert.deepEqual(await texts(...set('T', first)), [whole(`T${first}`)]);
    const reversed = [...set('T', first)].reverse();
    assert.deepEqual(await texts(...reversed), [whole(`T${first}`)]);
  });

  it('is a word where the page says so', async () => {
    const first = `keeper and a ${beside[0]}`;
    const [text] = await texts(...set('A', first));
    assert.ok(text?.startsWith('A keeper and a lighthouse'), text);
  });

  it('is none where nothing goes on from it', async () => {
    const { blocks } = await extract({
      pages: [page({ text: 'B', size: 30 }, { text: 'The stairs', y: 700 }, ...below)],
    });
    assert.equal(blocks[0]?.text, 'B');
    const [first] = await texts(
      ...set('B', 'The lighthouse was lit for the first time in the spring'),
    );
    assert.ok(!first?.startsWith('BThe'), first);
  });
});
