import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const ARTICLE = `<!doctype html>
<html lang="en">
  <head><title>The harbour lights of Skerryholm</title></head>
  <body>
    <nav><a href="/">Home</a></nav>
    <article>
      <h1>The harbour lights of Skerryholm</h1>
      <p>The town council of Skerryholm, which nobody will find on a map, bought two lamps.</p>
      <h2>What did the lamps cost?</h2>
      <p>The council paid in dried herring, and the keeper has counted every barrel since.</p>
    </article>
  </body>
</html>`;

describe('library', () => {
  const desk = useWorkbench();
  let downloads: string;

  before(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'ip4-desk-downloads-'));
    await writeFile(join(downloads, 'skerryholm.html'), ARTICLE);
    await writeFile(join(downloads, 'timetable.pdf'), await timetable());
    await desk().openSidebar();
  });

  after(() => rm(downloads, { recursive: true }));

  /** Adds a file through the command and the editor's own dialog, and waits until it can be searched. */
  async function add(name: string, title: string): Promise<void> {
    await desk().runCommand('IP4 Desk: Add Sources…');
    // Until it has looked at the folder that it begins with, the dialog takes no other.
    await desk().quickInput.getByText('Add Sources', { exact: true }).waitFor();
    await desk().quickInputRows.filter({ hasText: 'brief.md' }).waitFor();
    await desk().quickInputBox.fill(join(downloads, name));
    await desk().quickInputRows.filter({ hasText: name }).waitFor();
    await desk().quickInput.getByRole('button', { name: 'Add', exact: true }).click();
    await desk().row('Sources', title).waitFor();
    await waitFor(`${name} to be ready`, async () => {
      const spoken = await desk().row('Sources', title).getAttribute('aria-label');
      return /passages?/.test(spoken ?? '');
    });
  }

  async function openHit(): Promise<void> {
    await desk().press('Enter');
    await waitFor('the search to close', async () => (await desk().quickInput.count()) === 0);
  }

  it('reads an article that is added', async () => {
    await add('skerryholm.html', 'The harbour lights of Skerryholm');
    await desk().screenshot('library-added');
  });

  it('finds a phrase that only the article has, and opens it there', async () => {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('"dried herring"');
    await desk().quickInputRows.filter({ hasText: 'The harbour lights of Skerryholm' }).waitFor();
    await desk().line('The council paid in dried herring').waitFor();
    await desk().screenshot('library-search');
    await openHit();
    await desk().line('The council paid in dried herring').waitFor();
    await desk().screenshot('library-passage');
  });

  it('has its title and authors mended', async () => {
    const source = desk().row('Sources', 'The harbour lights of Skerryholm');
    await desk().chooseFromContextMenu(source, 'Edit Source Details…');
    await desk().quickInputRows.filter({ hasText: 'From the document' }).waitFor();
    await desk().screenshot('library-details');
    await desk().quickInputRows.filter({ hasText: 'Authors' }).click();
    await desk().quickInput.getByText('The document does not say it.').waitFor();
    await desk().quickInputBox.fill('Mallow, Ann; Skerryholm Council');
    await desk().screenshot('library-details-authors');
    await desk().press('Enter');
    const edited = desk().quickInputRows.filter({ hasText: 'Mallow, Ann; Skerryholm Council' });
    await edited.filter({ hasText: 'Edited' }).waitFor();
    await desk().screenshot('library-details-edited');
    await desk().press('Escape');
    await waitFor('the list to close', async () => (await desk().quickInput.count()) === 0);
  });

  it('opens a passage of a PDF as text', async () => {
    await add('timetable.pdf', 'timetable');
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('Sunday ferry');
    await desk().quickInputRows.filter({ hasText: 'p. 3' }).first().waitFor();
    await openHit();
    await desk().line('On Sundays the ferry').waitFor();
  });

  it('tells where the pages of the document begin, and not in its text', async () => {
    const marks = () =>
      desk().editor.evaluate((editor) =>
        [...editor.querySelectorAll('.view-line span')].flatMap((span) =>
          ['::before', '::after'].map((part) => getComputedStyle(span, part).content),
        ),
      );
    await waitFor('the mark of page 3', async () => (await marks()).includes('"p. 3"'));
    await desk().screenshot('library-pages');
    await desk().line('On Sundays the ferry').click();
    await desk().press('Control+A Control+C');
    const copied = await waitFor('the copy', () => desk().clipboard());
    assert.match(copied, /On Sundays the ferry/);
    assert.doesNotMatch(copied, /p\. \d/);
    await desk().line('On Sundays the ferry').click();
  });

  it('opens the PDF itself at that page', async () => {
    await desk().runCommand('IP4 Desk: Open Original File');
    const viewer = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
    const page = viewer.getByRole('textbox', { name: /page/i });
    await waitFor('the viewer to be at page 3', async () => (await page.inputValue()) === '3');
    await desk().screenshot('library-original');
    assert.ok(await viewer.locator('canvas').first().isVisible());
  });
});

describe('the Sources view', () => {
  const desk = useWorkbench({
    files: {
      'sources/a.md': document('Zones of the harbour', 'Perch, Ann', '2001'),
      'sources/b.md': document('Lamps', 'Roe, Jo', '2023'),
      'sources/broken.pdf': '%PDF-1.7\nThis is no more.\n',
    },
  });
  const view = () => desk().view('Sources');
  const labels = () => view().locator('.monaco-list-row .label-name').allInnerTexts();
  const broken = () => desk().row('Sources', 'broken');
  /** The number on our icon, which stands for what cannot be searched. */
  const badge = () => desk().page.locator('.activitybar .badge-content:visible');

  before(async () => {
    await desk().openSidebar();
    // A view shows only the rows for which it has room.
    for (const other of ['Topics', 'Partners']) {
      await desk().view(other).locator('.pane-header').click();
    }
    await waitFor('all to be read', async () => {
      const spoken = await view()
        .getByRole('treeitem')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
      return spoken.length === 4 && spoken.every((one) => /passages?$|cannot be read/.test(one));
    });
  });

  it('says who wrote what when, and sorts by the names that it shows', async () => {
    await desk().row('Sources', 'Lamps').getByText('Roe, 2023').waitFor();
    await waitFor('the order', async () => {
      const shown = await labels();
      return shown.join() === [...shown].sort((a, b) => a.localeCompare(b, 'en')).join();
    });
  });

  it('sorts otherwise as the user chooses in its menu, and remembers it', async () => {
    const newestFirst = 'How IP4 Desk reads a source,Lamps,Zones of the harbour,broken.pdf';
    const isNewestFirst = async () => (await labels()).join() === newestFirst;
    await view().locator('.pane-header').hover();
    await view()
      .getByRole('button', { name: /More Actions/ })
      .first()
      .click();
    const menu = desk().page.locator('.monaco-menu');
    await menu.getByRole('menuitem', { name: 'Sort By' }).hover();
    await menu.getByRole('menuitem', { name: '✓ Title' }).waitFor();
    await desk().screenshot('sources-sort');
    await menu.getByRole('menuitem', { name: 'Date', exact: true }).hover();
    await desk().press('Enter');
    await waitFor('the newest first', isNewestFirst);
    await desk().reload();
    await waitFor('the newest first again', isNewestFirst);
  });

  it('opens a source by a click, and leaves it closed', async () => {
    await desk().row('Sources', 'Lamps').click();
    await desk().line('Two keepers share a watch').waitFor();
    assert.equal(await desk().row('Sources', 'Lamps').getAttribute('aria-expanded'), 'false');
  });

  it('opens what cannot be read with the reason, and no longer counts it once that is acknowledged', async () => {
    await badge().getByText('1').waitFor();
    await broken().click();
    await desk().tab('broken.pdf').waitFor();
    const notice = desk().page.locator('.notification-toast', { hasText: 'cannot be searched' });
    await notice.waitFor();
    await desk().screenshot('sources-problem');
    await notice.getByRole('button', { name: 'Acknowledge' }).click();
    await badge().waitFor({ state: 'hidden' });
    await writeFile(
      join(desk().folder, 'sources', 'broken.pdf'),
      '%PDF-1.7\nThis is another that is no more.\n',
    );
    await badge().getByText('1').waitFor();
  });
});

function document(title: string, author: string, date: string): string {
  const head = `---\ntitle: ${title}\nauthor: ${author}\ndate: ${date}\n---\n\n# ${title}\n\n`;
  return `${head}Two keepers share a watch, and both of them sleep better for it.\n`;
}

/** A timetable of three pages, of a ferry that there is not. */
function timetable(): Promise<Uint8Array> {
  const lines = [
    'The ferry to Skerryholm sails on weekdays at dawn.',
    'On Saturdays the ferry waits for the baker.',
    'On Sundays the ferry stays in the harbour.',
  ];
  return makePdf({
    pages: lines.map((text) => ({ texts: [{ text, x: 72, y: 720 }] })),
  });
}
