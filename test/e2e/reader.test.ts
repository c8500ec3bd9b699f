import assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { LONG_PAGES, makeLongPdf } from '../support/makeLongPdf';
import { makePdf, typeset, type PdfParagraph } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const OPENING = 'The harbourmasters of Skerryholm administer the northern lighthouses.';
const LAMPS = 'Every lamp was extinguished in the winter of the great storm.';
const HERRING = 'Forty-one barrels of herring were counted on the quay at dawn.';

/** Three pages, each with a heading, a telling paragraph, and others. */
const SHEETS: readonly (readonly [heading: string, telling: string])[] = [
  ['Register of the Lighthouses', `${OPENING} The café at the pier is theirs as well.`],
  ['Lamps', `${LAMPS} Nobody has said who lit them afterwards.`],
  ['Herring', HERRING],
];

function sheet(heading: string, telling: string): readonly PdfParagraph[] {
  return [
    { kind: heading.includes(' ') ? 'title' : 'heading', text: heading },
    { text: telling },
    ...Array.from({ length: 12 }, (_, at) => ({
      text: `Entry ${at + 1} on ${heading} says how many boats came in, what they carried, who was at the helm, and which of the keepers wrote it down in the register of the day.`,
    })),
  ];
}

async function makeReport(): Promise<Uint8Array> {
  const sheets = await Promise.all(
    SHEETS.map(([heading, telling]) => typeset(sheet(heading, telling), { hyphenateAfter: 6 })),
  );
  const pages = sheets.flat();
  assert.equal(pages.length, SHEETS.length);
  return makePdf({
    pages,
    title: 'Register of the Lighthouses',
    outline: [
      { title: 'Register', page: 1, children: [{ title: 'Lamps', page: 2 }] },
      { title: 'Herring', page: 3 },
    ],
    labels: [
      { from: 1, style: 'r' },
      { from: 2, style: 'D', start: 1 },
    ],
  });
}

/** Counts in the pages of webviews the bytes of files that they are sent. */
const COUNT_BYTES = `if (parent !== top) {
  const post = window.postMessage;
  window.sentBytes = 0;
  window.postMessage = function (data, ...rest) {
    if (data?.kind === 'bytes') window.sentBytes += data.bytes.length;
    return post.call(this, data, ...rest);
  };
}`;

describe('the reader of PDFs', () => {
  const desk = useWorkbench({
    settings: {
      'ip4Desk.checks.enabled': false,
      'workbench.editorAssociations': { '*.pdf': 'ip4Desk.pdf' },
    },
    prepare: async (page) => void (await page.addInitScript(COUNT_BYTES)),
    fill: async (folder) => {
      await mkdir(join(folder, 'sources'), { recursive: true });
      await writeFile(join(folder, 'brief.md'), '# Brief\n\n');
      await writeFile(join(folder, 'sources', 'register.pdf'), await makeReport());
      await writeFile(join(folder, 'long.pdf'), makeLongPdf());
    },
  });

  const reader = (): FrameLocator =>
    desk().page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  const part = (selector: string): Locator => reader().locator(selector);
  const pageBox = (): Locator => part('#page');
  const text = (words: string): Locator =>
    part('.textLayer span').filter({ hasText: words }).first();

  const isAt = (label: string) =>
    waitFor(
      `the reader to be at page ${label}`,
      async () => (await pageBox().inputValue()) === label,
    );

  const note = (): Promise<string> => readFile(join(desk().folder, 'brief.md'), 'utf8');

  async function showExplorer(): Promise<void> {
    const icon = desk()
      .page.locator('.activitybar')
      .getByRole('tab', { name: /Explorer/ });
    if ((await icon.getAttribute('aria-selected')) !== 'true') {
      await icon.click();
    }
  }

  /** Selects in the text of the pages from one place to another, as with the mouse. */
  async function select(from: string, to: string): Promise<void> {
    await part('#pages').evaluate(
      (pages, [first, last]) => {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(pages, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          nodes.push(node as Text);
        }
        const start = nodes.find(({ data }) => data.includes(first));
        const end = nodes.find(({ data }) => data.includes(last));
        if (start === undefined || end === undefined) {
          throw new Error(`There is no ${start ? last : first}`);
        }
        pages.focus();
        document
          .getSelection()
          ?.setBaseAndExtent(
            start,
            start.data.indexOf(first),
            end,
            end.data.indexOf(last) + last.length,
          );
      },
      [from, to] as const,
    );
  }

  it('shows a source at the page of a passage, which is marked', async () => {
    await desk().openNote('brief.md');
    await desk().openSidebar();
    await desk().row('Sources', 'Register of the Lighthouses').waitFor();
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('lamp extinguished winter storm');
    await desk().quickInputRows.filter({ hasText: 'p. 1' }).first().waitFor();
    await desk().press('Enter');
    await desk().line('Every lamp').waitFor();
    await desk().runCommand('IP4 Desk: Open Original File');
    await isAt('1');
    await text('Every lamp').waitFor();
    await waitFor('the mark', () =>
      part('body').evaluate(() => CSS.highlights.get('passage')!.size > 0),
    );
    const marked = await part('body').evaluate(() =>
      [...CSS.highlights.get('passage')!].map((range) => (range as Range).toString()).join(' '),
    );
    assert.match(marked, /^Every lamp.*lit them afterwards/s);
    assert.match(await part('#position').innerText(), /^\(2 of \d+\)$/);
    await desk().screenshot('reader-passage');
  });

  it('finds words, all places at once, by keys alone', async () => {
    const top = async () => (await part('#toolbar').boundingBox())?.y;
    const before = await top();
    await desk().press('Control+F');
    await part('#query').waitFor();
    await waitFor('the focus', () =>
      part('#query').evaluate((query) => document.activeElement === query),
    );
    await desk().page.keyboard.type('cafe');
    await waitFor('the count', async () => (await part('#matches').innerText()) === '1 of 1');
    await part('#query').fill('regist');
    await waitFor('the count', async () => /^1 of \d\d$/.test(await part('#matches').innerText()));
    assert.ok((await part('.textLayer .highlight').count()) > 1);
    await desk().screenshot('reader-find');
    const total = (await part('#matches').innerText()).replace(/.* of /, '');
    await desk().press('Enter');
    await waitFor('the next', async () => (await part('#matches').innerText()) === `2 of ${total}`);
    await desk().press('Shift+F3');
    await waitFor(
      'the first',
      async () => (await part('#matches').innerText()) === `1 of ${total}`,
    );
    await part('#wholeWords').click();
    await waitFor('nothing', async () => (await part('#matches').innerText()) === 'No results');
    await part('#wholeWords').click();
    await part('#query').focus();
    await desk().press('Escape');
    await part('#findBar').waitFor({ state: 'hidden' });
    assert.equal(await top(), before);
    assert.equal(await part('.textLayer .highlight').count(), 0);
  });

  it('goes where the outline leads, and back', async () => {
    await desk().press('Control+G');
    await waitFor('the focus', () => pageBox().evaluate((box) => document.activeElement === box));
    await desk().page.keyboard.type('i');
    await desk().press('Enter');
    await isAt('i');
    await desk().press('Control+Shift+O');
    await part('[role=treeitem]').first().waitFor();
    await desk().press('ArrowDown ArrowDown Enter');
    await isAt('2');
    await desk().screenshot('reader-outline');
    await desk().press('Alt+ArrowLeft');
    await isAt('i');
    await part('#thumbnailsTab').click();
    await part('#thumbnails canvas').first().waitFor();
    await desk().screenshot('reader-thumbnails');
    await desk().press('Control+Shift+O');
    await part('#sidebar').waitFor({ state: 'hidden' });
    await desk().press('Alt+PageDown');
    await isAt('1');
    await desk().press('Alt+PageUp');
    await isAt('i');
  });

  it('zooms the pages, and not the window', async () => {
    const ratio = () => desk().page.evaluate(() => [devicePixelRatio, innerWidth]);
    const before = await ratio();
    const zoom = async () => Number.parseInt(await part('#zoom').innerText(), 10);
    const fit = await zoom();
    await desk().press('Control+=');
    await waitFor('a larger page', async () => (await zoom()) > fit);
    const larger = await zoom();
    await desk().press('Control+-');
    await waitFor('a smaller page', async () => (await zoom()) < larger);
    const box = await part('#pages').boundingBox();
    assert.ok(box);
    await desk().page.mouse.move(box.x + 200, box.y + 200);
    await desk().page.keyboard.down('Control');
    const small = await zoom();
    await desk().page.mouse.wheel(0, -120);
    await desk().page.keyboard.up('Control');
    await waitFor('a larger page', async () => (await zoom()) > small);
    await part('#dark').click();
    await part('#pages.dark').waitFor();
    await desk().screenshot('reader-dark');
    await part('#dark').click();
    await desk().press('Control+0');
    await waitFor('the width to fit', async () => (await zoom()) === fit);
    assert.deepEqual(await ratio(), before);
  });

  it('copies what is selected with its citation, over two pages as well', async () => {
    await desk().tab('register.pdf').click();
    await text('Every lamp').waitFor();
    for (const [from, to, words] of [
      ['The harbour', 'Skerryholm', /harbourmasters of Skerryholm.* p\. i/s],
      ['The café', 'Every lamp', /café.*Every lamp.* pp\. i–1/s],
    ] as const) {
      await select(from, to);
      await desk().press('Control+Shift+C');
      await waitFor(`the copy of ${from}`, async () => words.test(await desk().clipboard())).catch(
        async () => assert.match(await desk().clipboard(), words),
      );
    }
  });

  it('cites what is selected in the note, and keeps the focus', async () => {
    await desk().tab('brief.md').click();
    await desk().press('Control+End');
    await desk().tab('register.pdf').click();
    await text('administer').or(text('harbour')).first().waitFor();
    const bare = await note();
    for (const [from, to] of [
      ['The harbour', 'lighthouses.'],
      ['The café', 'as well.'],
    ] as const) {
      await select(from, to);
      await desk().press('Control+Enter');
      await desk().page.locator('.statusbar').getByText('Inserted into brief.md').waitFor();
    }
    await select('northern', 'lighthouses.');
    await desk().runCommand('IP4 Desk: Show Notes That Quote This');
    await desk().quickInputRows.filter({ hasText: 'brief.md:3' }).waitFor();
    await desk().screenshot('reader-quoting');
    await desk().press('Escape');
    await desk().runCommand('IP4 Desk: Search for Selection');
    await waitFor(
      'the words',
      async () => (await desk().quickInputBox.inputValue()) === 'northern lighthouses.',
    );
    await desk().press('Escape');
    await desk()
      .tab(/brief\.md/)
      .click();
    await desk().press('Control+s');
    const cited = await waitFor('both quotations', async () => {
      const now = await note();
      return now.includes('café') && now;
    });
    assert.match(
      cited,
      /“The harbourmasters of Skerryholm administer the northern lighthouses\.”\[\^1\]\s+“The café at the pier is theirs as well\.”\[\^2\]/,
    );
    assert.match(cited, /\[\^1\]: .* p\. i\.\n\[\^2\]: .* p\. i\.\n/);
    // Where writing goes on, although the note was behind the PDF.
    await desk().page.locator('.statusbar').getByText('Ln 5, Col 46').waitFor();
    await desk().screenshot('reader-cited');
    await desk().press('Control+z');
    await desk().press('Control+s');
    await waitFor('the second to be gone', async () => !(await note()).includes('café'));
    assert.match(await note(), /harbourmasters/);
    await desk().press('Control+z');
    await desk().press('Control+s');
    await waitFor('the first to be gone', async () => (await note()) === bare);
  });

  it('reads of a long file no more than it shows', async () => {
    await showExplorer();
    await desk().page.getByRole('treeitem', { name: 'long.pdf' }).dblclick();
    await text('Sheet 1 of the register').waitFor();
    await desk().press('End');
    await isAt(String(LONG_PAGES));
    for (let turned = 0; turned < 12; turned += 1) {
      await desk().press('Alt+PageUp');
      await isAt(String(LONG_PAGES - turned - 1));
      await text(`Sheet ${LONG_PAGES - turned - 1} of`).waitFor();
    }
    const drawn = await part('.page canvas').count();
    const { size } = await stat(join(desk().folder, 'long.pdf'));
    const sent = await part('body').evaluate(() => Reflect.get(window, 'sentBytes') as number);
    assert.ok(drawn <= 10, `${drawn} pages are drawn`);
    assert.ok(sent > 0 && sent < size / 2, `${sent} of ${size} bytes were sent`);
    await desk().reload();
    await text(`Sheet ${LONG_PAGES - 12} of`).waitFor();
    await isAt(String(LONG_PAGES - 12));
    // Read again when it is another file by then.
    await writeFile(
      join(desk().folder, 'long.pdf'),
      await makePdf({ pages: [{ texts: [{ text: 'This is another file.', x: 72, y: 720 }] }] }),
    );
    await pageBox().fill('500');
    await desk().press('Enter');
    await text('This is another file.').waitFor();
    assert.equal(await part('#position').innerText(), 'of 1');
  });
});
