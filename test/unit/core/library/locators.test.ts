import assert from 'node:assert/strict';
import type { Block } from '../../../../src/core/library/document';
import { filePageText } from '../../../../src/core/library/filePageText';
import { passagesAt } from '../../../../src/core/library/locators';
import { paragraphsIn } from '../../../../src/core/library/paragraphsIn';
import { passagesOnPages } from '../../../../src/core/library/pageLocators';
import { english } from '../../../support/localizer';
import { structureDocument, passageText } from '../../../../src/core/library/structure';

const unpaged = structureDocument({
  format: 'text',
  metadata: {},
  blocks: [
    { kind: 'paragraph', text: 'Preface.' },
    { kind: 'heading', text: 'The lamp', level: 1 },
    { kind: 'paragraph', text: 'Bright.' },
    { kind: 'heading', text: 'Costs', level: 2 },
    { kind: 'paragraph', text: 'Oil.' },
    { kind: 'item', text: 'wicks' },
    { kind: 'item', text: 'glass' },
    { kind: 'paragraph', text: '12. The keeper is paid.' },
    { kind: 'heading', text: '4.7 The town: “old” and new', level: 1 },
    { kind: 'paragraph', text: 'White.' },
    { kind: 'heading', text: 'Costs', level: 2 },
    { kind: 'paragraph', text: 'Paint.' },
  ],
});

const paged = structureDocument({
  format: 'pdf',
  metadata: {},
  pageLabels: ['xi', 'xii', '1', '2', 'A-1'],
  blocks: [
    { ...onPage(1), text: 'one' },
    { ...onPage(2, 3), text: 'two to three' },
    { kind: 'heading', text: 'Harbour', level: 1, page: 3 },
    { ...onPage(3), text: 'three' },
    { ...onPage(4), text: 'four' },
    { ...onPage(5), text: 'five' },
  ],
});

describe('passagesAt', () => {
  it('finds sections and paragraphs', () => {
    for (const locator of [
      '2.1',
      '§ 2.1',
      '§2.1',
      'para. 2.1',
      'Paragraph 2.1',
      '¶ 2.1',
      ' 2.1 ',
    ]) {
      assert.deepEqual(at(unpaged, locator), ['Oil.'], locator);
    }
    assert.deepEqual(at(unpaged, '0.1'), ['Preface.']);
    assert.deepEqual(at(unpaged, '2.9'), []);
  });

  it('finds ranges of paragraphs, and what is gathered by each of its parts', () => {
    assert.deepEqual(at(unpaged, '2.3'), ['wicks\n\nglass']);
    assert.deepEqual(at(unpaged, '2.2–2.3'), ['wicks\n\nglass']);
    assert.deepEqual(at(unpaged, '1.1-2.1'), ['Bright.', 'Oil.']);
    assert.deepEqual(at(unpaged, 'paras. 2.1–3'), ['Oil.', 'wicks\n\nglass']);
  });

  it('finds pages by their printed labels', () => {
    for (const locator of ['p. 1', 'p.1', 'page 1', 'P 1', '1']) {
      assert.deepEqual(at(paged, locator), ['two to three', 'three'], locator);
    }
    assert.deepEqual(at(paged, 'page XII'), ['two to three']);
    assert.deepEqual(at(paged, 'pp. xii–1'), ['two to three', 'three']);
    assert.deepEqual(at(paged, 'pp. xi - xii'), ['one', 'two to three']);
    assert.deepEqual(at(paged, 'p. A-1'), ['five']);
    assert.deepEqual(at(paged, 'pp. 2–A-1'), ['four', 'five']);
  });

  it('counts pages where none has such a label', () => {
    assert.deepEqual(at(paged, 'p. 4'), ['four']);
    assert.deepEqual(at(paged, 'p. 40'), []);
  });

  it('completes the end of a range', () => {
    const article = structureDocument({
      format: 'pdf',
      metadata: {},
      pageLabels: ['', '215', '216', '217', '218'],
      blocks: ['cover', 'one', 'two', 'three', 'four'].map((text, at) => ({
        ...onPage(at + 1),
        text,
      })),
    });
    assert.deepEqual(at(article, 'pp. 215–6'), ['one', 'two']);
    assert.deepEqual(at(article, '216-18'), ['two', 'three', 'four']);
    assert.deepEqual(at(article, 'p. 1'), ['cover']);
  });

  it('reads pages in other words, lists, and what follows them', () => {
    for (const locator of ['S. 2', 'Seite 2', 'pág. 2', 'pg. 2', 'at 2', '2頁', '第2页', '2쪽']) {
      assert.deepEqual(at(paged, locator), ['four'], locator);
    }
    assert.deepEqual(at(paged, 'p. 1f.'), ['two to three', 'three', 'four']);
    assert.deepEqual(at(paged, 'xii ff.'), ['two to three', 'three', 'four', 'five']);
    assert.deepEqual(at(paged, 'pp. xi, 2'), ['one', 'four']);
    assert.deepEqual(at(paged, 'pp. xi and A-1'), ['one', 'five']);
    assert.deepEqual(at(paged, 'vol. 3, 2'), []);
  });

  it('takes a number alone for a page where there is one, else for what is numbered so', () => {
    const numbered = structureDocument({
      format: 'pdf',
      metadata: {},
      blocks: [
        { kind: 'heading', text: '2 Harbour', level: 1, page: 1 },
        { ...onPage(1), text: 'one' },
        { ...onPage(2), text: '85. two' },
        { kind: 'heading', text: 'IV Ships', level: 1, page: 3 },
        { ...onPage(3), text: 'three' },
      ],
    });
    assert.deepEqual(at(numbered, '2'), ['85. two']);
    assert.deepEqual(at(numbered, '1 and 3'), ['one', 'three']);
    assert.deepEqual(at(numbered, 'sec. 2'), ['one', '85. two']);
    assert.deepEqual(at(numbered, '85'), ['85. two']);
    assert.deepEqual(at(numbered, 'IV'), ['three']);
  });

  it('finds what several places name', () => {
    for (const [document, locator, found] of [
      [paged, 'Harbour, p. 2', ['four']],
      [paged, 'sec. 1, p. 2 and p. A-1', ['four', 'five']],
      [paged, 'sec. 1, p. 40', []],
      [unpaged, '0.1 and 2.1', ['Preface.', 'Oil.']],
      [unpaged, '§§ 0.1, 2.1', ['Preface.', 'Oil.']],
      [unpaged, 'sec. 4.7, p. 3', ['White.', 'Paint.']],
      [unpaged, 'under “Costs”, para. 12', ['12. The keeper is paid.']],
      [unpaged, 'sec. 4.7, para. 12', ['White.', 'Paint.']],
      [unpaged, 'The lamp, the town', []],
    ] as const) {
      assert.deepEqual(at(document, locator), found, locator);
    }
  });

  it('tells printed numbers from the count of the file', () => {
    const on = (locator: string, by: 'label' | 'count') =>
      paragraphsIn({ passages: passagesOnPages(paged, locator, by) }).map((passage) =>
        passageText(paged, passage),
      );
    assert.deepEqual(on('p. 1', 'label'), ['two to three', 'three']);
    assert.deepEqual(on('p. 1', 'count'), ['one']);
    assert.deepEqual(on('4–5', 'label'), []);
    assert.deepEqual(on('4–5', 'count'), ['four', 'five']);
    assert.deepEqual(on('xi', 'count'), []);
  });

  it('shows the pages of the file where others are printed', () => {
    assert.deepEqual(
      paragraphsIn(paged).map((passage) => filePageText(passage, english)),
      [
        'page 1 of the file',
        'pages 2–3 of the file',
        ...[3, 4, 5].map((n) => `page ${n} of the file`),
      ],
    );
    const counted = structureDocument({
      format: 'pdf',
      metadata: {},
      blocks: [
        { ...onPage(1), text: 'one' },
        { ...onPage(2, 3), text: 'two to three' },
      ],
    });
    assert.deepEqual(
      counted.passages.map((passage) => filePageText(passage, english)),
      [undefined, undefined],
    );
    const skipping = structureDocument({
      format: 'pdf',
      metadata: {},
      pageLabels: ['1', '2', '3', '5'],
      blocks: [{ ...onPage(3, 4), text: 'three to five' }],
    });
    assert.deepEqual(
      skipping.passages.map((passage) => filePageText(passage, english)),
      ['pages 3–4 of the file'],
    );
  });

  it('finds what stands under a heading', () => {
    assert.deepEqual(at(unpaged, 'the lamp'), [
      'Bright.',
      'Oil.',
      'wicks\n\nglass',
      '12. The keeper is paid.',
    ]);
    assert.deepEqual(at(unpaged, 'Costs').length, 4);
    assert.deepEqual(at(unpaged, '4.7 The town: "old" and new'), ['White.', 'Paint.']);
  });

  it('follows a path of headings', () => {
    assert.deepEqual(at(unpaged, '4.7 The town: “old” and new › Costs'), ['Paint.']);
    assert.deepEqual(at(unpaged, 'The lamp > Costs').at(0), 'Oil.');
    assert.deepEqual(at(unpaged, 'Costs › The lamp'), []);
  });

  it('finds a paragraph under a heading', () => {
    assert.deepEqual(at(unpaged, 'The lamp › Costs, para. 1'), ['Oil.']);
    assert.deepEqual(at(unpaged, 'The lamp › Costs, para. 3'), ['wicks\n\nglass']);
    assert.deepEqual(at(unpaged, 'The lamp › Costs, ¶4'), ['12. The keeper is paid.']);
    assert.deepEqual(at(paged, 'Harbour, para. 2'), ['four']);
  });

  it('finds numbers that the document itself prints', () => {
    assert.deepEqual(at(unpaged, '§ 4.7'), ['White.', 'Paint.']);
    assert.deepEqual(at(unpaged, 'para. 12'), ['12. The keeper is paid.']);
  });

  it('finds a section as headings count it, where none prints that number', () => {
    assert.deepEqual(at(unpaged, 'sec. 3'), ['White.', 'Paint.']);
    assert.deepEqual(at(unpaged, 'sec. 4.7'), ['White.', 'Paint.']);
    assert.deepEqual(at(unpaged, 'sec. 9'), []);
  });

  it('finds a heading where there is nothing else', () => {
    const blocks: readonly Block[] = [{ kind: 'heading', text: 'Fog', page: 1 }];
    const document = structureDocument({ format: 'pdf', metadata: {}, blocks });
    assert.deepEqual(at(document, 'p. 1'), ['Fog']);
    assert.deepEqual(at(document, 'Fog'), ['Fog']);
  });

  it('finds nothing for what is no place', () => {
    for (const locator of ['', ' ', '›', '.', 'p.', '–', 'Nothing', ', para. 1', 'p. –']) {
      assert.deepEqual(at(unpaged, locator), [], locator);
      assert.deepEqual(at(paged, locator), [], locator);
    }
  });
});

function at(document: typeof paged, locator: string): readonly string[] {
  return passagesAt(document, locator).map((passage) => passageText(document, passage));
}

function onPage(page: number, lastPage = page): Omit<Block, 'text'> {
  return { kind: 'paragraph', page, lastPage };
}
