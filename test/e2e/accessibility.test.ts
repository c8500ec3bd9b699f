import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';
import { makePdf } from '../support/makePdf';
import { useWorkbench } from './setup';
import { TALL, type ThemeName } from './workbench';

const AXE = createRequire(__filename).resolve('axe-core/axe.min.js');

/** What axe says is wrong, as far as it is looked at here. */
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

/** What the editor itself draws wherever it shows something of ours, and what is meant so. */
const EXCEPTIONS: readonly { readonly rule: string; readonly why: string }[] = [
  {
    rule: 'scrollable-region-focusable',
    why: 'The editor scrolls lists and panes with the keys of the list that has the focus.',
  },
  {
    rule: 'aria-required-children',
    why: 'A tree of the editor has its rows within elements without a role.',
  },
  {
    rule: 'nested-interactive',
    why: 'A row of a tree holds the buttons of its actions, which Tab reaches.',
  },
  {
    rule: 'aria-allowed-attr',
    why: 'The editor gives notifications and steps of walkthroughs states that their roles lack.',
  },
  {
    rule: 'label-content-name-mismatch',
    why: 'A row begins with its label, and says in words what its numbers and its icon show.',
  },
];

/** Resolves once nothing fades in or moves any more: half faded in, all text lacks contrast. */
async function settled(): Promise<void> {
  const finite = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  // One that is cancelled rejects, and has ended as well.
  await Promise.allSettled(finite.map(({ finished }) => finished));
}

/** Serious and critical violations below `selector`, without the exceptions, one a line. */
async function violationsIn(frame: Frame | Page, selector: string): Promise<readonly string[]> {
  await frame.evaluate(await readFile(AXE, 'utf8'));
  await frame.evaluate(settled);
  const violations = await frame.evaluate<readonly Violation[]>(
    `axe.run(${JSON.stringify(selector)}, { resultTypes: ['violations'] }).then((found) => found.violations)`,
  );
  const known = new Set(EXCEPTIONS.map(({ rule }) => rule));
  return violations
    .filter(({ id, impact }) => (impact === 'serious' || impact === 'critical') && !known.has(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}`),
    );
}

for (const theme of ['light', 'dark'] satisfies readonly ThemeName[]) {
  describe(`accessibility, ${theme}`, () => {
    const desk = useWorkbench({
      theme,
      viewport: TALL,
      fill: async (folder) => {
        await cp(join(root, 'samples'), folder, { recursive: true });
        await writeFile(join(folder, 'sources', 'broken.pdf'), '%PDF-1.7\nThis is no more.\n');
        await writeFile(join(folder, 'sources', 'timetable.pdf'), await timetable());
      },
    });

    async function assertNone(selector: string): Promise<void> {
      const frame = desk().page.mainFrame();
      assert.deepEqual(await violationsIn(frame, selector), []);
    }

    async function assertNoneInPage(): Promise<void> {
      const inner = desk().page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      const element = await inner.locator('html').elementHandle();
      const frame = await element?.ownerFrame();
      assert.ok(frame);
      assert.deepEqual(await violationsIn(frame, 'html'), []);
    }

    it('is there in the views', async () => {
      await desk().openSidebar();
      for (const view of ['Terms', 'Sources']) {
        const header = desk().view(view).locator('.pane-header');
        if ((await header.getAttribute('aria-expanded')) !== 'true') {
          await header.click();
        }
        await desk().view(view).getByRole('treeitem').first().waitFor();
      }
      await desk().row('Sources', 'cannot be read').waitFor();
      await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
      await assertNone('.part.sidebar');
    });

    it('is there in the notice on a source that cannot be read', async () => {
      await desk().row('Sources', 'cannot be read').click();
      await desk()
        .page.locator('.notification-list-item')
        .getByText('cannot be searched')
        .waitFor();
      await assertNone('.notifications-toasts');
    });

    it('is there in the page of a PDF', async () => {
      await desk().page.locator('.activitybar').getByRole('tab', { name: 'Explorer' }).click();
      await desk().openSidebar();
      const source = desk().row('Sources', 'timetable');
      await desk().chooseFromContextMenu(source, 'Open Original File');
      const viewer = desk().page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await viewer.locator('canvas').first().waitFor();
      await assertNoneInPage();
      await viewer.locator('#toggleSidebar').click();
      await viewer.locator('#find').click();
      await viewer.locator('#query').fill('ferry');
      await viewer.locator('.textLayer .highlight').waitFor();
      await assertNoneInPage();
      await viewer.locator('#thumbnailsTab').click();
      await viewer.locator('#thumbnails canvas').waitFor();
      await assertNoneInPage();
      await desk().runCommand('View: Close All Editors');
    });

    it('is there in the report on quotations', async () => {
      await desk().page.locator('.activitybar').getByRole('tab', { name: 'Explorer' }).click();
      await desk().openNote('quotations.md');
      await desk().runCommand('IP4 Desk: Check Quotations in This Note');
      await desk()
        .page.getByText(/quotations need attention/)
        .first()
        .waitFor();
      await desk().runCommand('IP4 Desk: Show Quotation Report');
      const report = desk().page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await report.getByRole('heading').first().waitFor();
      // It runs no scripts, so that a copy of it is looked at.
      const html = report.locator('html');
      const [language, style, content] = await Promise.all([
        html.getAttribute('lang'),
        html.getAttribute('style'),
        html.innerHTML(),
      ]);
      const copy = await desk().page.context().newPage();
      await copy.setContent(`<!DOCTYPE html><html lang="${language}">${content}</html>`);
      await copy
        .locator('html')
        .evaluate((element, text) => element.setAttribute('style', text), style ?? '');
      assert.deepEqual(await violationsIn(copy, 'html'), []);
      await copy.close();
      await desk().runCommand('View: Close All Editors');
    });

    it('is there in the walkthrough', async () => {
      await desk().runCommand('Welcome: Open Walkthrough...');
      await desk().quickInputBox.fill('IP4 Desk');
      await desk().quickInputRows.filter({ hasText: 'IP4 Desk' }).first().click();
      await desk().page.locator('.getting-started-step').first().waitFor();
      await assertNone('.getting-started-step.expanded');
    });
  });
}

describe('accessibility, an empty library', () => {
  const desk = useWorkbench({
    fill: async (folder) => {
      await mkdir(folder);
      await cp(join(root, 'samples', 'brief.md'), join(folder, 'brief.md'));
    },
  });

  it('is there in what is said in place of sources', async () => {
    await desk().openSidebar();
    const welcome = desk().view('Sources').locator('.welcome-view');
    await welcome.getByRole('button', { name: 'Add Sources…' }).waitFor();
    assert.deepEqual(await violationsIn(desk().page.mainFrame(), '.sidebar .welcome-view'), []);
  });
});

/** A timetable of one page, of a ferry that there is not. */
function timetable(): Promise<Uint8Array> {
  return makePdf({
    pages: [{ texts: [{ text: 'The ferry to Skerryholm sails at dawn.', x: 72, y: 720 }] }],
  });
}
