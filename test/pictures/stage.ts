import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import type { Workbench } from '../e2e/workbench';
import { pressKeyOf } from './keys';

/** The views of the sidebar, by the ends of their ids. */
export const VIEW_NAMES = ['topics', 'partners', 'terms', 'timeline', 'sources'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What a view is called now. */
export async function titleOf(view: ViewName): Promise<string> {
  const texts = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  return texts[`views.${view}`] ?? view;
}

/** Shows the sidebar with one of its views open. */
export async function openSidebarView(desk: Workbench, wanted: ViewName): Promise<void> {
  await pressKeyOf(desk, 'sidebar');
  await desk.view(await titleOf('topics')).waitFor();
  for (const name of VIEW_NAMES) {
    const header = desk.view(await titleOf(name)).locator('.pane-header');
    const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
    if (isOpen !== (name === wanted)) {
      // At its beginning: further on stand buttons, as soon as the pointer is there.
      await header.click({ position: { x: 8, y: 8 } });
    }
  }
  await desk
    .view(await titleOf(wanted))
    .getByRole('treeitem')
    .first()
    .waitFor();
}

/** Checks the sample quotations; opens the report on them where it `opens`. */
export async function showReport(
  desk: Workbench,
  { opens }: { readonly opens: boolean },
): Promise<void> {
  await showFiles(desk);
  await desk.openNote('quotations.md');
  await desk.editor.click();
  await pressKeyOf(desk, 'checkQuotations');
  await desk.page
    .locator('.notification-toast')
    .getByText(/^\d+ of \d+ quotations|^All \d+ quotations|verbatim/)
    .first()
    .waitFor();
  if (opens) {
    await pressKeyOf(desk, 'report');
    const report = desk.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await report.locator('h1').first().waitFor();
  }
}

/** Asks for what is left in the note at hand, and waits for the list. */
export async function showReadyList(desk: Workbench): Promise<void> {
  await pressKeyOf(desk, 'ready');
  await desk.page.locator('.part.panel .monaco-list-row').first().waitFor();
  await pressKeyOf(desk, 'clearMessages');
}

/** Shows the files of the folder: a click on an icon that is chosen already would hide them. */
export async function showFiles(desk: Workbench): Promise<void> {
  await pressKeyOf(desk, 'files');
  await desk.page.getByRole('treeitem', { name: 'brief.md' }).waitFor();
}
