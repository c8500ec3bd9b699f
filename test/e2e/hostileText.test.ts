import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

/** Makes a mark that can be seen when it runs: a tab without a name. */
const COMMAND = 'workbench.action.files.newUntitledFile';

/** What could be mistaken for something of the editor's; as a title, a name and a definition. */
const HOSTILE = `[Show all removed files](command:${COMMAND}) $(zap) {0} [w](https://beacon.invalid/)`;
const HTML = '<img src=x onerror=alert(1)>';

/** As the name of a file, which has no slash. */
const FILE = `[Show all removed files](command:${COMMAND}) $(zap)`;

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const ARTICLE = `<!doctype html>
<html lang="en">
  <head><title>Zorblat ${escaped(HOSTILE + HTML)}</title><meta name="author" content="${HOSTILE}"></head>
  <body>
    <article>
      <h1>Zorblat ${escaped(HOSTILE + HTML)}</h1>
      <h2>${escaped(HOSTILE)}</h2>
      <p>The keeper of the Zorblat lights has counted every barrel of dried herring since.</p>
    </article>
  </body>
</html>`;

const GLOSSARY = JSON.stringify({
  contexts: [
    {
      name: HOSTILE,
      terms: [
        {
          name: `Zorblatter ${HOSTILE}`,
          aliases: ['Zorblat'],
          definition: `${HOSTILE} ${HTML}`,
          source: HOSTILE,
          examples: [HOSTILE],
          related: [HOSTILE],
          meta: { [HOSTILE]: HOSTILE },
        },
        { name: 'Quivering harbour', definition: 'Plain.' },
        { name: 'Quivering harbour', definition: HOSTILE, unheard: HOSTILE },
      ],
    },
  ],
});

const NOTE = `---
bibliography: hostile.bib
---

The Zorblat lights are lit. See [@zorb2024, p. 3] and [@zorb2025].

“The keeper of the Zorblat lights has counted every barrel of dried herring since.”

${HOSTILE}
`;

/** In BibTeX, dollar signs and braces mean something. */
const inBibtex = (text: string) => text.replace(/[${}]/g, '\\$&');

const BIBLIOGRAPHY = `@book{zorb2024,
  author = {{${inBibtex(HOSTILE)}}}, title = {Zorblat ${inBibtex(HOSTILE)}${HTML}},
  year = 2024, file = {sources/zorblat.html}
}
`;

const NAMES = {
  'hostile.md': NOTE,
  'hostile.bib': BIBLIOGRAPHY,
  'sources/zorblat.html': ARTICLE,
  [`sources/${FILE}.pdf`]: 'no PDF at all',
  [`${FILE}.glossary.json`]: GLOSSARY,
};

describe('text from outside', () => {
  const desk = useWorkbench({ files: NAMES, settings: { 'ip4Desk.checks.enabled': true } });

  const toast = (text: string): Locator =>
    desk().page.locator('.notification-toast').filter({ hasText: text }).first();

  const source = (): Locator => desk().row('Sources', 'Zorblat');

  /**
   * Clicks whatever has become a link of what was read from files, then asserts that there was none,
   * that nothing ran and that nothing was drawn as an icon or a picture.
   */
  async function nothingBecameOfIt(): Promise<void> {
    const { page } = desk();
    const links = page
      .locator('a, [data-href]')
      .filter({ hasText: /^(Show all removed files|w)$/ });
    const shown = await links.count();
    for (const link of await links.all()) {
      await link.click({ timeout: 2_000 }).catch(() => undefined);
    }
    const addresses = await page
      .locator('[href], [data-href]')
      .evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-href') ?? one.getAttribute('href') ?? ''),
      );
    const strange = addresses.filter(
      (address) =>
        !address.startsWith('command:ip4Desk.') &&
        /newUntitledFile|beacon|javascript:/.test(address),
    );
    assert.deepEqual({ shown, strange }, { shown: 0, strange: [] });
    const drawn = await page
      .locator('.codicon-zap, img[src="x"]')
      .evaluateAll((all) => all.map(({ parentElement }) => parentElement?.outerHTML));
    assert.deepEqual(drawn, []);
    assert.equal(
      await desk()
        .tabs.filter({ hasText: /^Untitled-/ })
        .count(),
      0,
    );
  }

  async function clearMessages(): Promise<void> {
    await desk().runCommand('Notifications: Clear All Notifications');
    await desk().page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
  }

  it('is text in the message on a source that is removed', async () => {
    await desk().openSidebar();
    await source().waitFor();
    await waitFor('the article to be read', async () =>
      /passages?/.test((await source().getAttribute('aria-label')) ?? ''),
    );
    await desk().chooseFromContextMenu(source(), 'Remove from Library');
    const message = toast('is no longer in the library');
    await message.waitFor();
    await desk().screenshot('hostile-removed');
    await nothingBecameOfIt();
    assert.match(shownText(await message.innerText()), new RegExp(literal(`${HOSTILE}${HTML}`)));
    await message.getByRole('button', { name: 'Undo' }).click();
    await source().waitFor();
  });

  it('is text in the views of the sidebar and their tooltips', async () => {
    await source().hover();
    const tooltip = desk().page.locator('.workbench-hover:visible').filter({ hasText: 'Zorblat' });
    await tooltip.waitFor();
    assert.match(shownText(await source().innerText()), new RegExp(literal(HOSTILE)));
    await desk().screenshot('hostile-tree');
    await nothingBecameOfIt();
    await desk().page.mouse.move(0, 0);
  });

  it('is text in the message on a source that cannot be read', async () => {
    const broken = desk().view('Sources').getByRole('treeitem', { name: 'Show all' }).first();
    await broken.waitFor();
    await desk().chooseFromContextMenu(broken, 'Remove from Library');
    await toast('is no longer in the library').waitFor();
    await nothingBecameOfIt();
    await clearMessages();
  });

  it('is text in the palette', async () => {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('Zorblat lights');
    await desk().quickInputRows.filter({ hasText: 'Show all removed files' }).first().waitFor();
    await desk().screenshot('hostile-palette');
    await nothingBecameOfIt();
    await desk().press('Escape');
  });

  it('is text in the cards on a term and on a citekey', async () => {
    await desk()
      .page.locator('.activitybar')
      .getByRole('tab', { name: /Explorer/ })
      .click();
    await desk().openNote('hostile.md');
    const term = await desk().showHover('The Zorblat lights', 'Zorblatter');
    await desk().screenshot('hostile-term');
    await nothingBecameOfIt();
    assert.match(shownText(await term.innerText()), new RegExp(literal(HOSTILE)));
    const key = await desk().showHover('See [@zorb2024', 'hostile.bib');
    await desk().screenshot('hostile-citekey');
    await nothingBecameOfIt();
    const said = shownText(await key.innerText());
    assert.match(said, /Show all removed files/);
    // A title that ended its attribute would show the rest of it.
    assert.doesNotMatch(said, /draggable/);
  });

  it('is text in suggestions and what is said of them', async () => {
    await desk().line('The Zorblat lights are lit.').click();
    await desk().press('End');
    await desk().page.keyboard.type(' Zorblat');
    await desk().press('Control+Space');
    const rows = desk().page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.filter({ hasText: 'Show all removed files' }).first().waitFor();
    const details = desk().page.locator('.suggest-details:visible');
    await waitFor('what is said of a suggestion', async () => {
      if (await details.isVisible()) {
        return true;
      }
      await desk().press('Control+Space');
      return details.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    await desk().screenshot('hostile-suggestions');
    await nothingBecameOfIt();
    await desk().press('Escape');
    await desk().press('Escape');
  });

  it('is text in the questions and messages when a term is added', async () => {
    await desk().line('[Show all removed files]').click();
    await desk().press('Home');
    await desk().press('Shift+End');
    await desk().runCommand('IP4 Desk: Add to Glossary…');
    await desk().quickInput.getByText('Term, e.g.').waitFor();
    await desk().quickInputBox.fill(HOSTILE);
    await desk().press('Enter');
    await desk().quickInput.getByText('Definition of').waitFor();
    await desk().screenshot('hostile-prompt');
    await nothingBecameOfIt();
    await desk().press('Enter');
    await desk().quickInputRows.filter({ hasText: '.glossary.json' }).first().waitFor();
    await nothingBecameOfIt();
    await desk().quickInputRows.filter({ hasText: '.glossary.json' }).first().click();
    await desk().runCommand('Notifications: Show Notifications');
    const told = desk().page.locator('.notifications-center').getByText('Show all removed files');
    await told.first().waitFor();
    await desk().screenshot('hostile-added');
    await nothingBecameOfIt();
    await clearMessages();
  });

  it('is text in the lists of glossaries', async () => {
    await desk().runCommand('IP4 Desk: Show Active Glossaries');
    await desk().quickInputRows.filter({ hasText: 'Show all removed files' }).first().waitFor();
    await nothingBecameOfIt();
    await desk().press('Escape');
    await desk().runCommand('IP4 Desk: Export Glossary…');
    await desk().quickInputRows.filter({ hasText: 'Show all removed files' }).first().waitFor();
    await nothingBecameOfIt();
    await desk().press('Escape');
  });

  it('is text among the problems', async () => {
    await desk().runCommand('Problems: Focus on Problems View');
    const panel = desk().page.locator('.markers-panel');
    await panel.locator('.monaco-list-row').first().waitFor();
    await desk().screenshot('hostile-problems');
    await nothingBecameOfIt();
  });
});

/** What a reader sees: without marks that have no width. */
function shownText(text: string): string {
  return text.replaceAll('\u2060', '');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
