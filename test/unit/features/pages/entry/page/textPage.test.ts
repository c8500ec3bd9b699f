import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Catalog } from '../../../../../../src/core/packs/catalog';
import { loadPacks } from '../../../../../../src/core/packs/load';
import type { EntryRef } from '../../../../../../src/core/model';
import { markdownOf } from '../../../../../../src/features/pages/entry/page/markdownPage';
import type {
  PageBlock,
  Page,
  Run,
} from '../../../../../../src/features/pages/entry/page/pageModel';
import { writePage } from '../../../../../../src/features/pages/entry/page/pages';
import { textOf } from '../../../../../../src/features/pages/entry/page/textPage';
import { ENTRY_KINDS } from '../../../../../../src/host/entryKinds';
import { defined } from '../../../../../../src/util/defined';
import { english } from '../../../../../support/localizer';
import { lines } from '../../../../../support/lines';
import { memoryFiles } from '../../../../core/packs/packFiles';
import { SMALL_CATALOG, SMALL_PACK } from '../../../../../support/smallPack';

function written(catalog: Catalog, ref: EntryRef): Page {
  return defined(writePage(catalog, ref, english));
}

describe('a page as text', () => {
  it('begins with its title, and has a line for each thing that it leads to', () => {
    assert.equal(
      textOf(written(SMALL_CATALOG, { kind: 'excerpt', id: 'second' })).text,
      lines(`
        Heading second

        Text of second.

        Source: Interview on partnerships, An Institute, 2024, para. 1.2

        Topics
        Topic history

        Partners and actors
        Japan

        Terms
        Alliance
        summit

        Events
        29 June 2022: Event madrid

        Context in the source
        Previous: Heading first (1.1)
        Next: Heading third (2.1)
      `),
    );
  });

  it('parts sentences from each other, and says of an entry below its name', () => {
    const { text } = textOf(written(SMALL_CATALOG, { kind: 'term', id: 'alliance' }));
    assert.ok(
      text.endsWith(
        lines(`
          Evidence
          Heading first (1.1)
          Text of first.

          Heading second (1.2)
          Text of second.
        `),
      ),
      text,
    );
  });

  it('names a source in full below the title, and by its label behind a sentence', () => {
    const { text, links } = textOf(written(SMALL_CATALOG, { kind: 'partner', id: 'japan' }));
    assert.match(text, /^From: Interview on partnerships, An Institute, 2024, para\. 1\.1$/m);
    assert.match(text, /^signed, 2023 \(Interview on partnerships, para\. 3\.1\)\. The first/m);
    const labels = links.map(({ span }) => text.slice(span.start, span.end));
    assert.equal(labels.filter((label) => label === 'Interview on partnerships').length, 2);
  });

  it('tells its heads by levels', () => {
    const { headings, text } = textOf(written(SMALL_CATALOG, { kind: 'partner', id: 'japan' }));
    assert.deepEqual(
      headings.map(({ level, span }) => [level, text.slice(span.start, span.end)]),
      [
        [1, 'Japan'],
        [2, 'Excerpts'],
        [3, 'Topic history'],
        [2, 'Agreements'],
        [2, 'Chronology'],
      ],
    );
  });

  it('tells what is quiet, without the links within', () => {
    const { quiet, text } = textOf(written(SMALL_CATALOG, { kind: 'term', id: 'alliance' }));
    const parts = quiet.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(parts.slice(0, 5), [
      'Organisation',
      ' · ',
      'Also: ',
      'the alliance',
      'From: ',
    ]);
    assert.ok(!parts.some((part) => part.includes('Interview')));
  });

  it('shows text of many lines on one, and text that looks like marks as it is', () => {
    const [first] = SMALL_PACK.excerpts;
    const text = '# not\n- a *head* [x](y) \\';
    const catalog = new Catalog([
      { ...SMALL_PACK, excerpts: first ? [{ ...first, heading: text, text }] : [] },
    ]);
    const [title, blank, body] = textOf(
      written(catalog, { kind: 'excerpt', id: 'first' }),
    ).text.split('\n');
    assert.deepEqual([title, blank, body], ['# not - a *head* [x](y) \\', '', title]);
  });
});

describe('the pages of the built-in library', () => {
  let pages: readonly Page[];

  before(async () => {
    const folder = join('data', 'nato-ip4');
    const files = await Promise.all(
      (await readdir(folder)).map(async (name): Promise<[string, string]> => {
        return [`data/nato-ip4/${name}`, await readFile(join(folder, name), 'utf8')];
      }),
    );
    const { catalog } = await loadPacks(memoryFiles(new Map(files)), ['data/nato-ip4']);
    pages = ENTRY_KINDS.flatMap((kind) =>
      catalog.all(kind).map(({ id }) => written(catalog, { kind, id })),
    );
    assert.ok(pages.length > 300, `${pages.length} pages`);
  });

  it('are text without a mark of Markdown', () => {
    for (const page of pages) {
      assert.doesNotMatch(textOf(page).text, /^[#>*-] |[*_]{2}|\\|\]\(|\.md\b/m, page.title);
    }
  });

  it('have links whose spans are their labels, in order and apart', () => {
    for (const page of pages) {
      const { text, links } = textOf(page);
      const labels = page.blocks.flatMap(runsOf).filter(({ target }) => target);
      assert.deepEqual(
        links.map(({ span, target }) => ({ text: text.slice(span.start, span.end), target })),
        labels.map(({ text: label, brief, target }) => ({ text: brief ?? label, target })),
      );
      links.reduce((end, { span }) => {
        assert.ok(span.start >= end && span.end > span.start, page.title);
        return span.end;
      }, 0);
    }
  });

  it('say the same as Markdown and as text', () => {
    for (const page of pages) {
      const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ');
      const markdown = markdownOf(page)
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/\\/g, '');
      assert.equal(words(markdown), words(textOf(inFull(page)).text), page.title);
    }
  });

  it('have neither two blank lines in a row nor blanks at the ends of lines', () => {
    for (const page of pages) {
      const { text } = textOf(page);
      assert.doesNotMatch(text, /\n\n\n|\n\n$/, page.title);
      assert.doesNotMatch(text, / $|^ /m, page.title);
    }
  });
});

/** The page without what is brief in it. */
function inFull(page: Page): Page {
  return JSON.parse(
    JSON.stringify(page, (key, value: unknown) => (key === 'brief' ? undefined : value)),
  ) as Page;
}

function runsOf(block: PageBlock): readonly Run[] {
  switch (block.kind) {
    case 'facts':
      return block.facts.flat();
    case 'paragraph':
      return block.words;
    case 'heading':
      return [];
    case 'list':
      return block.items.flatMap(({ words, body = [] }) => [...words, ...body]);
  }
}
