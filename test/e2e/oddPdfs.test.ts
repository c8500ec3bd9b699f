import assert from 'node:assert/strict';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { makeActivePdf } from '../support/makeActivePdf';
import { makePdfBomb } from '../support/makeBombs';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const HOSTILE = '[Run it](command:workbench.action.files.newUntitledFile) <img src=x> $(zap)';

/** What the viewer says of files that it cannot show. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'empty.pdf': /^This file is empty/,
  'letter.pdf': /^This file is damaged, or is not a PDF/,
  'locked.pdf': /^This PDF is protected by a password/,
  'cut.pdf': /^This file is damaged, or is not a PDF/,
};

/** Megabytes that the bomb unpacks to: more than the reader of a source may take. */
const BOMB = 2_000;

function pages(...texts: readonly string[]): Parameters<typeof makePdf>[0] {
  return { pages: texts.map((text) => ({ texts: [{ text, x: 72, y: 720 }] })) };
}

/** A file of two pages, of which the second has contents that cannot be unpacked. */
async function makeTorn(): Promise<Uint8Array> {
  const bytes = Buffer.from(
    await makePdf(pages('The first page is whole.', 'The second is torn.')),
  );
  const last = bytes.lastIndexOf('\nendstream');
  return bytes.fill(0xff, last - 20, last);
}

describe('odd PDFs', () => {
  const desk = useWorkbench({
    settings: { 'ip4Desk.checks.enabled': false },
    fill: async (folder) => {
      await mkdir(join(folder, 'sources'), { recursive: true });
      const whole = await makePdf(pages('The harbour is open.'));
      const files: Readonly<Record<string, string | Uint8Array>> = {
        'brief.md': '# Brief\n\nThe harbour is open.\n',
        'sources/empty.pdf': '',
        'sources/letter.pdf': 'Dear Madam, this is a letter and no PDF.',
        'sources/locked.pdf': await makePdf({ ...pages('Nobody reads this.'), password: 'quay' }),
        'sources/cut.pdf': whole.subarray(0, whole.length / 4),
        'sources/torn.pdf': await makeTorn(),
        'sources/active.pdf': makeActivePdf('The harbour acts.', HOSTILE),
        'sources/bomb.pdf': makePdfBomb(BOMB),
      };
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content);
      }
    },
  });

  const row = (name: string): Locator => desk().row('Sources', name);
  const viewer = (): FrameLocator =>
    desk().page.frameLocator('iframe.webview').frameLocator('iframe');

  /** Whether a link lies at a place of the window, in pixels. */
  async function isLinkAt(x: number, y: number): Promise<boolean> {
    const boxes = await Promise.all(
      (await viewer().locator('a').all()).map((link) => link.boundingBox()),
    );
    return boxes.some(
      (box) =>
        box !== null && box.x <= x && x < box.x + box.width && box.y <= y && y < box.y + box.height,
    );
  }

  async function open(name: string): Promise<void> {
    await desk().chooseFromContextMenu(row(name), 'Open Original File');
    await desk().tab(name).waitFor();
  }

  before(async () => {
    await desk().openSidebar();
    // A view shows only the rows for which it has room.
    for (const other of ['Topics', 'Partners', 'Terms', 'Chronology']) {
      const header = desk().view(other).locator('.pane-header');
      if ((await header.getAttribute('aria-expanded')) === 'true') {
        await header.click();
      }
    }
    await row('bomb.pdf').waitFor();
  });

  afterEach(async () => {
    await desk().press('Control+K Control+W');
    await waitFor('all tabs to close', async () => (await desk().tabs.count()) === 0);
  });

  for (const [name, message] of Object.entries(REFUSED)) {
    it(`are told to be what they are: ${name}`, async () => {
      await open(name);
      const told = viewer().getByRole('alert');
      await waitFor('the message', async () => (await told.innerText()) !== '');
      await desk().screenshot(`odd-${name}`);
      assert.match(await told.innerText(), message);
      assert.equal(await viewer().getByRole('toolbar').isVisible(), false);
    });
  }

  it('are shown as far as they are whole', async () => {
    await open('torn.pdf');
    await viewer().locator('canvas').first().waitFor();
    await viewer().getByText('The first page is whole.').waitFor();
    await desk().screenshot('odd-torn');
    assert.equal(await viewer().getByRole('alert').isVisible(), false);
  });

  it('run nothing, ask for nothing and lead nowhere', async () => {
    const { page } = desk();
    const opened: string[] = [];
    page.on('dialog', (dialog) => void opened.push(dialog.message()));
    page.context().on('page', (other) => void opened.push(other.url()));
    await open('active.pdf');
    await viewer().getByText('The harbour acts.').waitFor();
    await viewer().getByRole('button', { name: 'Fit Page' }).click();
    const zoom = viewer().locator('#zoom');
    await waitFor('the whole page', async () => Number.parseInt(await zoom.innerText(), 10) < 80);
    const box = await viewer().locator('.page').first().boundingBox();
    assert.ok(box);
    // Wherever something lies in wait: the editor itself asks before it opens an address.
    const question = page.locator('.monaco-dialog-box');
    const asked: string[] = [];
    for (let y = box.y + 20; y < Math.min(box.y + box.height, 780); y += 60) {
      await page.mouse.click(box.x + box.width / 2, y);
      if (await isLinkAt(box.x + box.width / 2, y)) {
        await question.waitFor();
        asked.push(await question.innerText());
        await desk().screenshot('odd-active-asked');
        await desk().press('Escape');
        await question.waitFor({ state: 'detached' });
      }
    }
    assert.ok(asked.length > 0);
    assert.ok(asked.every((text) => text.includes('https://beacon.invalid/')));
    await desk().screenshot('odd-active');
    const number = viewer().getByRole('textbox', { name: /page/i });
    assert.equal(await number.inputValue(), HOSTILE);
    const made = viewer().locator(
      'input:not(#page, #query), img, iframe, object, .annotationLayer :not(section, a)',
    );
    assert.deepEqual(await made.all(), []);
    const links = await viewer()
      .locator('a')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('href'), one.getAttribute('title')] as const),
      );
    assert.deepEqual(links.map(([href, title]) => [href, title?.replace(/#.*/, '')]).sort(), [
      [null, 'https://beacon.invalid/link'],
      [null, 'https://beacon.invalid/other.pdf'],
    ]);
    assert.deepEqual(opened, []);
    assert.equal(await desk().tabs.count(), 1);
    // What was asked of the network is told at the end of the run.
  });

  it('are read again by a click when reading them was ended', async () => {
    const failed = row('bomb.pdf');
    await waitFor(
      'the reading to be ended',
      async () => /cannot be read/.test((await failed.getAttribute('aria-label')) ?? ''),
      60_000,
    );
    assert.match((await failed.getAttribute('aria-label')) ?? '', /more than 1000 MB of memory/);
    await failed.hover();
    await desk()
      .page.locator('.workbench-hover:visible')
      .filter({ hasText: 'Choose Try Again' })
      .waitFor();
    await desk().screenshot('try-again');
    // As long and as old as before, so that nothing but the click has it read.
    const file = join(desk().folder, 'sources', 'bomb.pdf');
    const { size, atime, mtime } = await stat(file);
    const whole = await makePdf(pages('The bomb is defused.'));
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(size - whole.length, ' ')]));
    await utimes(file, atime, mtime);
    await failed.hover();
    await failed.getByRole('button', { name: 'Try Again' }).click();
    await waitFor('the source to be read', async () =>
      /1 passage/.test((await row('bomb').getAttribute('aria-label')) ?? ''),
    );
    await desk().screenshot('tried-again');
  });

  it('leave the editor as usable as before', async () => {
    await desk()
      .page.locator('.activitybar')
      .getByRole('tab', { name: /Explorer/ })
      .click();
    await desk().openNote('brief.md');
    await desk().line('The harbour is open.').click();
    await desk().press('End');
    await desk().page.keyboard.type(' So it is.');
    await desk().line('The harbour is open. So it is.').waitFor();
    await desk().press('Control+s');
  });
});
