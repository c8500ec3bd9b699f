import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { addHostileEntries, HOSTILE_ENTRY } from '../support/hostilePack';
import { makeActivePdf } from '../support/makeActivePdf';
import { waitFor } from '../support/waitFor';
import { installedExtension, useWorkbench } from './setup';

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

/** What is left of it where long texts are clipped. */
const LEAST = 'Show all removed files](command';

/** In a note whose own text is harmless, so that what the preview shows of it comes from elsewhere. */
const CELLS = JSON.stringify({
  cells: [{ cell_type: 'markdown', metadata: {}, source: ['The Zorblat lights are lit.'] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const inCsv = (text: string) => `"${text.replaceAll('"', '""')}"`;

const TABLE = [
  'name,definition',
  [`Imported ${HOSTILE}`, `${HOSTILE}${HTML}`].map(inCsv).join(','),
  // Refused, with what it says.
  ['', HOSTILE].map(inCsv).join(','),
  '',
].join('\n');

const NAMES = {
  'plain.md': 'The Zorblat lights are lit.\n',
  'cells.ipynb': CELLS,
  // The editor's own dialog for files draws icons that it finds in their names.
  'imported.csv': TABLE,
  'hostile.md': NOTE,
  'hostile.bib': BIBLIOGRAPHY,
  'sources/zorblat.html': ARTICLE,
  [`sources/${FILE}.pdf`]: '%PDF-1.7\nno PDF at all',
  [`${FILE}.glossary.json`]: GLOSSARY,
};

describe('text from outside', () => {
  let restorePack: (() => Promise<void>) | undefined;

  before(async () => {
    // What the editor loads with the workbench: all suites share the extension, one after the other.
    const pack = join(await installedExtension(), 'data', 'nato-ip4');
    restorePack = await addHostileEntries(pack, FILE, `${HOSTILE}${HTML}`);
  });

  const desk = useWorkbench({ files: NAMES, settings: { 'ip4Desk.checks.enabled': true } });

  before(watchPage);

  after(async () => {
    await restorePack?.();
  });

  /** A click on the icon of what is shown would hide it. */
  async function showExplorer(): Promise<void> {
    const icon = desk()
      .page.locator('.activitybar')
      .getByRole('tab', { name: /Explorer/ });
    if ((await icon.getAttribute('aria-selected')) !== 'true') {
      await icon.click();
    }
  }

  /** Within the only webview that is open. */
  const inWebview = (selector: string): Locator =>
    desk().page.frameLocator('iframe.webview').frameLocator('iframe').locator(selector).first();

  /** The preview of the document at hand, beside whose text nothing else is open then. */
  const preview = (): Promise<void> => desk().press('Control+Shift+V');

  /** Marks in the page whatever becomes a link or an icon, be it for a moment, as in a message of progress. */
  async function watchPage(): Promise<void> {
    await desk().page.evaluate(() => {
      const strange: string[] = [];
      Object.assign(window, { strange });
      new MutationObserver(() => {
        const links = [...document.querySelectorAll('a, [data-href]')].filter((one) =>
          /^(Show all removed files|w)$/.test(one.textContent ?? ''),
        );
        for (const one of [...links, ...document.querySelectorAll('.codicon-zap, img[src="x"]')]) {
          strange.push(one.parentElement?.outerHTML ?? '');
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
  }

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
    for (const frame of page.frames().slice(1)) {
      const looked = frame.evaluate(() =>
        [...document.querySelectorAll('a[href], img, .codicon-zap')]
          .filter(
            (one) =>
              one.matches('img[src="x"], .codicon-zap') ||
              /^(Show all removed files|w)$/.test(one.textContent ?? '') ||
              // Links of our own are those of the report.
              /^(?:command:(?!ip4Desk\.(?:saveQuotationReport|openQuotation|openPassage)\b)|javascript:)/.test(
                one.getAttribute('href') ?? '',
              ),
          )
          .map((one) => one.outerHTML),
      );
      const within = await looked.catch((error: unknown) => {
        // What a preview or a page has shown may just be put away.
        if (frame.isDetached()) {
          return [];
        }
        throw error;
      });
      assert.deepEqual(within, [], frame.url());
    }
    const drawn = await page
      .locator('.codicon-zap, img[src="x"]')
      .evaluateAll((all) => all.map(({ parentElement }) => parentElement?.outerHTML));
    assert.deepEqual(drawn, []);
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'strange') as unknown), []);
    assert.equal(
      await desk()
        .tabs.filter({ hasText: /^Untitled-/ })
        .count(),
      0,
    );
  }

  /** A list may appear a little after the Escape that was meant for it. */
  async function closeQuickInput(): Promise<void> {
    await waitFor('the list to go', async () => {
      await desk().press('Escape');
      return !(await desk().quickInput.isVisible());
    });
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
    const tooltip = desk().page.locator('.workbench-hover:visible').filter({ hasText: 'Zorblat' });
    // Rows move while sources are being read, and others come to lie below the pointer.
    await waitFor('the tooltip of the source', async () => {
      await desk().page.mouse.move(0, 0);
      await source().hover();
      return tooltip.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    assert.match(shownText(await source().innerText()), new RegExp(literal(HOSTILE)));
    await desk().screenshot('hostile-tree');
    await nothingBecameOfIt();
    await desk().page.mouse.move(0, 0);
  });

  it('is text in the message on a source that cannot be read', async () => {
    const broken = desk().view('Sources').getByRole('treeitem', { name: 'Show all' }).first();
    await broken.waitFor();
    await desk().chooseFromContextMenu(broken, 'Show Problem');
    await toast('cannot be searched').waitFor();
    await nothingBecameOfIt();
    await clearMessages();
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
    await showExplorer();
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
    await closeQuickInput();
    await desk().runCommand('IP4 Desk: Export Glossary…');
    await desk().quickInputRows.filter({ hasText: 'Show all removed files' }).first().waitFor();
    await nothingBecameOfIt();
    await closeQuickInput();
  });

  it('is text among the problems', async () => {
    await desk().runCommand('Problems: Focus on Problems View');
    const panel = desk().page.locator('.markers-panel');
    await panel.locator('.monaco-list-row').first().waitFor();
    await desk().screenshot('hostile-problems');
    await nothingBecameOfIt();
  });

  /** Opens the page of an entry of the hostile pack. The cards on rows lie over them: no pointer. */
  async function openEntry(kind: string): Promise<void> {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill(`${HOSTILE_ENTRY} ${kind}`);
    // By what it is called: recent searches, which are shown until there are results, are called what
    // was typed alone, and rows of other entries name it further on.
    const label = desk().page.locator('.label-name', {
      hasText: new RegExp(`^${HOSTILE_ENTRY} ${kind} \\[`),
    });
    const wanted = desk().quickInputRows.filter({ has: label });
    await wanted.waitFor();
    const focused = wanted.and(desk().page.locator('.focused'));
    await waitFor(`the focus on the row of the ${kind}`, async () => {
      if (await focused.isVisible()) {
        return true;
      }
      await desk().press('ArrowDown');
      return false;
    });
    await desk().press('Enter');
    await desk().quickInput.waitFor({ state: 'hidden' });
    await desk().pageTitle(`${HOSTILE_ENTRY} ${kind}`).waitFor();
  }

  /** Each opens one place that shows what was read from files, and leaves it open. */
  const SURFACES: readonly {
    readonly name: string;
    readonly open: () => Promise<void>;
    /** What shows it, in its text or else in the attribute. */
    readonly shown: () => Locator;
    readonly attribute?: string;
    /** What is to be read there; the beginning of the hostile text when absent. */
    readonly text?: string;
  }[] = [
    {
      name: 'the Markdown preview',
      open: async () => {
        await desk().openNote('plain.md');
        await preview();
      },
      shown: () => inWebview('abbr'),
      attribute: 'title',
    },
    {
      name: 'the cells of a notebook',
      open: () =>
        desk().page.getByRole('treeitem', { name: 'cells.ipynb', exact: true }).dblclick(),
      shown: () => inWebview('abbr'),
      attribute: 'title',
    },
    {
      name: 'mentions, and the progress of looking for them',
      open: async () => {
        await desk().openNote('plain.md');
        await desk().line('The Zorblat lights').click();
        await desk().press('Home');
        await desk().press('Control+ArrowRight');
        await desk().press('ArrowRight');
        await desk().press('ArrowRight');
        await desk().runCommand('IP4 Desk: Find Mentions');
        await desk().page.locator('.zone-widget .monaco-list-row').first().waitFor();
      },
      shown: () => desk().page.locator('.zone-widget').first(),
      text: 'Zorblat',
    },
    {
      name: 'the report on quotations',
      open: async () => {
        await desk().openNote('hostile.md');
        await desk().runCommand('IP4 Desk: Check Quotations in This Note');
        await toast('quotation').waitFor();
        await nothingBecameOfIt();
        await toast('quotation').getByRole('button', { name: 'Show Report' }).click();
      },
      shown: () => inWebview('body'),
      // A long title is cut.
      text: 'Zorblat [Show all removed … src=x onerror=alert(1)>',
    },
    {
      name: 'the report on an import',
      open: async () => {
        await desk().runCommand('IP4 Desk: Import Glossary…');
        await desk().quickInputRows.filter({ hasText: 'imported.csv' }).waitFor();
        await desk().quickInputBox.fill(join(desk().folder, 'imported.csv'));
        await desk().quickInput.getByRole('button', { name: 'Import', exact: true }).click();
        // The dialog before it lists files of that name, too.
        await desk().page.getByPlaceholder('Choose a glossary').waitFor();
        const chosen = desk().quickInput.locator('.monaco-list-row.focused');
        await waitFor('the glossary', async () => {
          await desk().press('ArrowDown');
          return (await chosen.filter({ hasText: '.glossary.json' }).count()) > 0;
        });
        await desk().press('Enter');
        await desk().page.locator('.statusbar').getByText('Entries added: 1').waitFor();
        await nothingBecameOfIt();
        await preview();
      },
      shown: () => inWebview('body'),
    },
    {
      name: 'the viewer of PDFs',
      open: async () => {
        await writeFile(
          join(desk().folder, 'sources', `${FILE}2.pdf`),
          makeActivePdf('The Zorblat acts.', HOSTILE),
        );
        await desk().openSidebar();
        // Marks without width part what would be markup in its name.
        const pdf = desk().view('Sources').getByRole('treeitem').filter({ hasText: '2.pdf' });
        await pdf.first().waitFor();
        await desk().chooseFromContextMenu(pdf.first(), 'Open Original File');
      },
      shown: () => inWebview('.page[aria-label*="Show all"]'),
      attribute: 'aria-label',
    },
    {
      name: 'the palette, with a pack',
      open: async () => {
        await desk().openPalette('Search');
        await desk().quickInputBox.fill(HOSTILE_ENTRY);
        await desk()
          .quickInputRows.filter({ hasText: `${HOSTILE_ENTRY} topic` })
          .first()
          .waitFor();
      },
      shown: () => desk().quickInput,
    },
    ...Object.entries({
      topic: 'Topics',
      partner: 'Partners',
      term: 'Terms',
      event: 'Chronology',
      excerpt: undefined,
    }).map(([kind, view]) => ({
      name: `what is shown of a pack’s ${kind}: page, view and preview`,
      open: async () => {
        await openEntry(kind);
        await nothingBecameOfIt();
        if (view !== undefined) {
          await desk().runCommand(`IP4 Desk: Reveal in ${view}`);
          const row = desk().view(view).locator('.monaco-list-row.selected');
          await row.waitFor();
          assert.match(shownText(await row.innerText()), new RegExp(literal(LEAST)));
          await row.hover();
          await desk().page.locator('.workbench-hover:visible').first().waitFor();
          await nothingBecameOfIt();
          await desk().pageTitle(`${HOSTILE_ENTRY} ${kind}`).click();
        }
        await desk().runCommand('IP4 Desk: Open as Markdown');
        await desk().line(`# ${HOSTILE_ENTRY} ${kind}`).click();
        await preview();
      },
      shown: () => inWebview('body'),
    })),
    {
      name: 'the status bar',
      open: async () => {
        await openEntry('term');
        await desk().runCommand('IP4 Desk: Find Mentions');
      },
      shown: () =>
        desk().page.locator('.statusbar-item').filter({ hasText: 'is mentioned in none' }).first(),
    },
  ];

  describe('is text in', () => {
    // Not after each, since what could be seen of one that fails is kept after it.
    beforeEach(async () => {
      await desk().press('Escape');
      await desk().press('Control+K Control+W');
      const forget = desk()
        .page.locator('.monaco-dialog-box')
        .getByRole('button', { name: "Don't Save" });
      await waitFor('all tabs to close', async () => {
        if (await forget.isVisible()) {
          await forget.click();
        }
        return (await desk().tabs.count()) === 0;
      });
      await showExplorer();
    });

    for (const { name, open, shown, attribute, text = LEAST } of SURFACES) {
      it(name, async () => {
        await open();
        await waitFor(`hostile text in ${name}`, async () => {
          const found = attribute
            ? await shown().getAttribute(attribute)
            : await shown().innerText();
          return shownText(found ?? '').includes(text);
        });
        await desk().screenshot(`hostile-${name}`);
        await nothingBecameOfIt();
      });
    }
  });
});

/** What a reader sees: without marks that have no width. */
function shownText(text: string): string {
  return text.replaceAll('\u2060', '');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
