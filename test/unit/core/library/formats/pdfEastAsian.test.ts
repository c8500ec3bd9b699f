import assert from 'node:assert/strict';
import { extractPdf } from '../../../../../src/core/library/formats/pdf';
import { makeCjkPdf, type CjkSpec, type CjkText } from '../../../../support/makeCjkPdf';
import { documentOf, options, readCharacterMap, SLOW } from './pdfDocuments';

async function textsOf(spec: Omit<CjkSpec, 'map'>): Promise<readonly string[]> {
  const bytes = makeCjkPdf({ map: 'UniJIS-UTF16', ...spec });
  const { blocks } = documentOf(await extractPdf(bytes, { ...options, readCharacterMap }));
  return blocks.map(({ text }) => text);
}

/** Columns from right to left, from the top of the page. */
function columns(...texts: readonly string[]): readonly CjkText[] {
  return texts.map((text, at) => ({ text, x: 500 - 18 * at, y: 760 }));
}

describe('a PDF in Japanese or Chinese', function () {
  this.timeout(SLOW);

  it('is read down its columns, from right to left, whatever the order of the file', async () => {
    const set = columns('灯台守は毎晩、油の', '残りを帳簿に書き入', 'れる。霧の夜は二度。');
    const text = '灯台守は毎晩、油の残りを帳簿に書き入れる。霧の夜は二度。';
    assert.deepEqual(await textsOf({ isVertical: true, pages: [set] }), [text]);
    const reversed = [...set].reverse();
    assert.deepEqual(await textsOf({ isVertical: true, pages: [reversed] }), [text]);
  });

  it('keeps what is set across a page of columns apart, and figures in a column in their place', async () => {
    const page: readonly CjkText[] = [
      { text: '灯台の記録', x: 72, y: 800, isTurned: true },
      { text: '霧の夜は', x: 500, y: 760 },
      { text: '12', x: 494, y: 701.6, isTurned: true },
      { text: '度、鐘を鳴らす。', x: 500, y: 700 },
      { text: '次の朝に油を量る。', x: 482, y: 760 },
      { text: '図の説明', x: 300, y: 90, isTurned: true },
    ];
    const texts = await textsOf({ isVertical: true, pages: [page] });
    assert.deepEqual(texts, [
      '灯台の記録',
      '霧の夜は12度、鐘を鳴らす。次の朝に油を量る。',
      '図の説明',
    ]);
  });

  it('is read down its columns where each letter is set by itself', async () => {
    const columns = ['灯台守は毎晩油の残', 'りを帳簿に書き入れ', 'る霧の夜は二度だ'];
    const page = columns.flatMap((text, column) =>
      Array.from(text, (letter, at) => ({ text: letter, x: 500 - 18 * column, y: 760 - 13 * at })),
    );
    assert.deepEqual(await textsOf({ pages: [page] }), [columns.join('')]);
  });

  it('is read without the small readings beside its characters', async () => {
    const base = '灯台守は毎晩、油の残りを帳簿に書き入れる。';
    const down: readonly CjkText[] = [
      { text: base, x: 500, y: 760 },
      { text: 'とうだいもり', x: 509, y: 760, size: 6 },
    ];
    assert.deepEqual(await textsOf({ isVertical: true, pages: [down] }), [base]);
    const across: readonly CjkText[] = [
      { text: 'とうだいもり', x: 72, y: 711, size: 6 },
      { text: base, x: 72, y: 700 },
      { text: 'まいばん', x: 126, y: 711, size: 6 },
      { text: '霧の夜は二度、鐘も鳴らすことになっている。', x: 72, y: 682 },
    ];
    assert.deepEqual(await textsOf({ pages: [across] }), [
      `${base}霧の夜は二度、鐘も鳴らすことになっている。`,
    ]);
  });

  it('may have but a word or two', async () => {
    assert.deepEqual(await textsOf({ pages: [[{ text: '灯台', x: 72, y: 700 }]] }), ['灯台']);
  });

  it('keeps small words in kana that explain nothing', async () => {
    const page: readonly CjkText[] = [
      { text: 'つづき', x: 72, y: 730, size: 6 },
      { text: '灯台守は毎晩、油の残りを帳簿に書き入れる。', x: 72, y: 700 },
      { text: 'おわり', x: 72, y: 680, size: 6 },
    ];
    assert.deepEqual(await textsOf({ pages: [page] }), [
      'つづき',
      '灯台守は毎晩、油の残りを帳簿に書き入れる。',
      'おわり',
    ]);
  });
});
