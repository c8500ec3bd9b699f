import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { resultsFolder, root } from '../../scripts/lib/paths.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { waitFor } from '../support/waitFor';

/** The colour themes in which everything is looked at. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
} as const;
export type ThemeName = keyof typeof THEMES;

/** A window in which a topic that is opened down to its excerpts is in sight: in CSS pixels. */
export const TALL = { width: 1280, height: 1000 } as const;

export interface WorkbenchOptions {
  readonly theme?: ThemeName;
  /** Settings of the opened folder, on top of what the theme needs. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the opened folder beside the samples, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Links in the opened folder: by their names, where they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  /** What the workbench is told at its start, such as an extension to load from its sources. */
  readonly payload?: Record<string, string>;
  /** For everything that the page asks of other machines. */
  readonly proxy?: { readonly server: string; readonly bypass: string };
  /** Fills the folder that is opened, in place of the samples. It must have a `brief.md`. */
  readonly fill?: (folder: string) => Promise<void>;
  /** In CSS pixels; 1280 by 800 when absent. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels a CSS pixel; 1 when absent. */
  readonly scale?: number;
  /** Prepares a page of the server's address, before the workbench is opened in it. */
  readonly prepare?: (page: Page, folder: string) => Promise<void>;
}

/** One workbench in one browser page, on its own copy of the sample notes, driven as a user would. */
export class Workbench {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
  ) {}

  static async open(
    browser: Browser,
    server: Server,
    {
      theme = 'light',
      settings,
      files = {},
      links = {},
      payload,
      proxy,
      fill,
      viewport = { width: 1280, height: 800 },
      scale = 1,
      prepare,
    }: WorkbenchOptions = {},
  ): Promise<Workbench> {
    const folder = join(await mkdtemp(join(tmpdir(), 'ip4-desk-')), 'notes');
    await (fill?.(folder) ?? cp(join(root, 'samples'), folder, { recursive: true }));
    await mkdir(join(folder, '.vscode'));
    await writeFile(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({
        'workbench.colorTheme': THEMES[theme],
        // Nobody is asked whether PDFs open in our reader.
        'workbench.editorAssociations': { '*.pdf': 'default' },
        ...settings,
      }),
    );
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    for (const [name, target] of Object.entries(links)) {
      await symlink(target, join(folder, name));
    }
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: scale,
      permissions: ['clipboard-read', 'clipboard-write'],
      ...(proxy && { proxy }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    await prepare?.(page, folder);
    await page.goto(server.url({ folder, ...(payload && { payload }) }));
    const workbench = new Workbench(context, page, folder);
    await workbench.ready();
    return workbench;
  }

  /** Waits until the workbench shows the notes and knows our extension. */
  private async ready(): Promise<void> {
    await this.page.getByRole('treeitem', { name: 'brief.md' }).waitFor();
    await this.sidebarIcon.waitFor();
  }

  /** Closes and opens the window anew, as VS Code itself does it: it first saves what it knows. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.sidebarIcon.waitFor();
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(dirname(this.folder), { recursive: true });
  }

  /** Saves what can be seen to `test-results/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(resultsFolder, { recursive: true });
    const file = `${name.replace(/[^\w-]+/g, '-')}.png`;
    await this.page.screenshot({ path: join(resultsFolder, file) });
  }

  /** Presses a key or a chord such as `Control+K 4`, its parts separated by a blank. */
  async press(keys: string): Promise<void> {
    for (const key of keys.split(' ')) {
      await this.page.keyboard.press(key);
    }
  }

  // Quick input: command palette, search.

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  get quickInputBox(): Locator {
    return this.quickInput.getByRole('combobox').or(this.quickInput.locator('input')).first();
  }

  /** The rows of the quick input that can be seen. */
  get quickInputRows(): Locator {
    return this.quickInput.locator('.monaco-list-row');
  }

  /** Opens a palette of ours through its command, and waits until it has taken the place of the editor's. */
  async openPalette(title: string): Promise<void> {
    const palette = this.quickInput.getByText(`IP4 Desk: ${title}`, { exact: true });
    // A key that comes while the editor puts another list away is lost: it is asked for again.
    await waitFor(`the palette “${title}”`, async () => {
      await this.runCommand(`IP4 Desk: ${title}…`);
      return palette.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Types a search into the quick input and waits until the first hit is previewed. */
  async typeSearch(query: string): Promise<void> {
    await this.quickInputBox.fill(query);
    // What the rows say changes once the hits are there.
    await waitFor(`a preview of the first hit for "${query}"`, async () => {
      const title = await this.rowTitle(0);
      return this.pageTitle(title).isVisible();
    });
  }

  /** What a row of the quick input is called. */
  async rowTitle(index: number): Promise<string> {
    return this.quickInputRows.nth(index).locator('.label-name').first().innerText();
  }

  /** Runs a command through the command palette. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickInput.locator('.monaco-list-row.focused', { hasText: title });
    // A list that is still on its way out, or in, may take the palette with it.
    await waitFor(`the command “${title}”`, async () => {
      await this.press('F1');
      try {
        await this.quickInputBox.fill(`>${title}`, { timeout: 5_000 });
        await row.waitFor({ timeout: 10_000 });
        return true;
      } catch {
        return false;
      }
    });
    await this.press('Enter');
  }

  /** Opens a note by its name. */
  async openNote(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name, exact: true }).dblclick();
    await this.tab(name).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  // Editors.

  get tabs(): Locator {
    return this.page.locator('.tabs-container').getByRole('tab');
  }

  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** The editor of the active group. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The editor of the active group, once it has the focus and takes what is typed. */
  get focusedEditor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused').first();
  }

  /** The first visible line of the active editor that holds `text`. */
  line(text: string): Locator {
    return this.editor.locator('.view-line').filter({ hasText: text }).first();
  }

  /** The line of the active editor that is the title of an entry's page; a long one may go on below. */
  pageTitle(title: string): Locator {
    const words = title.trim().split(/\s+/).slice(0, 5);
    const beginning = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('\\s');
    return this.editor
      .locator('.view-line')
      .filter({ hasText: new RegExp(`^${beginning}`) })
      .first();
  }

  /**
   * Rests the pointer on the first place in the active editor that reads `text`, until a card
   * shows that begins with `title`. A fresh editor may still be moving its lines, or have no
   * provider yet, so that the pointer has to come back, as a user's would.
   */
  async showHover(text: string, title: string): Promise<Locator> {
    const card = this.page
      .locator('.monaco-editor .monaco-hover:visible')
      .filter({ has: this.page.locator('.rendered-markdown', { hasText: title }) })
      .first();
    const shows = async () => {
      await this.pointAt(text);
      return card.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    };
    await waitFor(`a hover card on "${text}"`, shows, 30_000);
    return card;
  }

  /** Moves the pointer onto the first place in the active editor that reads `text`. */
  async pointAt(text: string): Promise<void> {
    // From outside, and not before an earlier card is gone, which may lie over the place.
    await this.page.mouse.move(0, 0);
    await this.page.locator('.monaco-editor .monaco-hover:visible').waitFor({ state: 'hidden' });
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  /** Follows the link in the active editor that reads `label`. */
  async followLink(label: string): Promise<void> {
    const { x, y } = await this.placeOf(label);
    await this.page.keyboard.down('Control');
    // An editor finds its links some time after it shows its text.
    await waitFor(`the link ${label} to be one`, async () => {
      await this.page.mouse.move(x, y);
      await this.page.mouse.move(x + 1, y);
      return (await this.editor.locator('.detected-link-active').count()) > 0;
    });
    await this.page.mouse.click(x, y);
    await this.page.keyboard.up('Control');
  }

  /** The middle of the first place in the active editor's visible lines that reads `text`, in pixels. */
  private async placeOf(text: string): Promise<{ x: number; y: number }> {
    await this.line(text).waitFor();
    const place = await this.editor.evaluate((editor, wanted) => {
      for (const line of editor.querySelectorAll('.view-line')) {
        const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) {
          continue;
        }
        let offset = at + Math.floor(wanted.length / 2);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (offset < length) {
            const range = document.createRange();
            range.setStart(node, offset);
            range.setEnd(node, offset + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          offset -= length;
        }
      }
      return undefined;
    }, text);
    if (place === undefined) {
      throw new Error(`No visible line of the active editor reads "${text}"`);
    }
    return place;
  }

  // Sidebar.

  private get sidebarIcon(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: 'IP4 Desk' });
  }

  /** Shows our container in the sidebar, by a click on its icon. */
  async openSidebar(): Promise<void> {
    if ((await this.sidebarIcon.getAttribute('aria-selected')) !== 'true') {
      await this.sidebarIcon.click();
    }
    await this.view('Topics').waitFor();
  }

  /** A view of the sidebar: its header and its tree. */
  view(name: string): Locator {
    return this.page.locator('.sidebar .pane', {
      has: this.page.locator(`.pane-header[aria-label^="${name} "]`),
    });
  }

  /** The first row of a view whose spoken label holds `label`. */
  row(view: string, label: string): Locator {
    return this.view(view).getByRole('treeitem', { name: label }).first();
  }

  /** The row of a view that has the focus. */
  focusedRow(view: string): Locator {
    return this.view(view).locator('.monaco-list-row.focused');
  }

  /** Goes to the first excerpt below the first topic by keys alone; returns its row, which has the focus. */
  async focusExcerpt(): Promise<Locator> {
    await this.runCommand('View: Show IP4 Desk');
    await this.row('Topics', 'History of engagement').waitFor();
    await this.press('Control+0 Home ArrowRight');
    await this.row('Topics', 'Early cooperation').waitFor();
    await this.press('ArrowDown ArrowRight');
    await this.row('Topics', ', excerpt, ').waitFor();
    await this.press('ArrowDown');
    const excerpt = this.focusedRow('Topics').and(this.row('Topics', ', excerpt, '));
    await excerpt.waitFor();
    return excerpt;
  }

  /** Opens or closes a row by the arrow beside it. */
  async toggle(row: Locator): Promise<void> {
    await row.locator('.monaco-tl-twistie').click();
  }

  /** Chooses an entry of the context menu of `target`. */
  async chooseFromContextMenu(target: Locator, entry: string): Promise<void> {
    await target.click({ button: 'right' });
    // Menus take no click in their first tenth of a second; the keyboard works at once.
    await this.page.locator('.monaco-menu').getByRole('menuitem', { name: entry }).hover();
    await this.press('Enter');
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
