import type { Workbench } from '../e2e/workbench';
import { waitFor } from '../support/waitFor';
import { pressKeyOf } from './keys';
import { around, type Clip, type Shot, type Variant } from './studio';
import { openSidebarView, showFiles, showReadyList, showReport } from './stage';

/** A window in which the sidebar has its usual width. */
export const GUIDE_VARIANT: Variant = {
  theme: 'light',
  scale: 2,
  viewport: { width: 1200, height: 600 },
};

/** The most of an editor or a sidebar that a picture keeps, in CSS pixels. */
const WIDTH = 800;
const HEIGHT = 400;

/** The pictures of the walkthrough and of the README. */
export const GUIDE_SHOTS: readonly Shot[] = [
  {
    name: 'walkthrough/samples',
    stage: async (desk) => {
      await desk.openNote('brief.md');
      await hideSidebar(desk);
      await underlined(desk);
      return editorPart(desk);
    },
  },
  {
    name: 'walkthrough/hover',
    stage: async (desk) => {
      const card = await desk.showHover('Cooperation', 'Istanbul Cooperation Initiative');
      return around(desk, [card], 32);
    },
  },
  {
    name: 'walkthrough/search',
    stage: async (desk) => {
      await pressKeyOf(desk, 'search');
      await desk.quickInputBox.waitFor();
      await desk.typeSearch('why informal');
      return around(desk, [desk.quickInput], 0);
    },
  },
  {
    name: 'walkthrough/sources',
    stage: async (desk) => {
      await desk.press('Escape');
      await openSidebarView(desk, 'sources');
      const row = desk.row('Sources', 'Lamps, Lenses and Keepers');
      await desk.toggle(row);
      const found = desk.row('Sources', 'What was found');
      await desk.toggle(found);
      await desk.row('Sources', ', passage, ').waitFor();
      const { x, y, width } = await around(desk, [desk.page.locator('.part.sidebar')], 0);
      return { x, y, width, height: HEIGHT };
    },
  },
  {
    name: 'walkthrough/cite',
    stage: async (desk) => {
      await showReport(desk, { opens: false });
      await hideSidebar(desk);
      await desk.press('Control+End');
      await desk.line('Nobody wrote').waitFor();
      return editorPart(desk);
    },
  },
  {
    name: 'readme/glossary',
    stage: async (desk) => {
      await showFiles(desk);
      await desk.openNote('call-notes.txt');
      await desk.press('Control+End Enter');
      await desk.page.keyboard.type('ist coop');
      await desk.press('Control+Space');
      const list = desk.page.locator('.suggest-widget.visible');
      await list.locator('.monaco-list-row').first().waitFor();
      return around(desk, [list, desk.line('ist coop')]);
    },
  },
  {
    name: 'readme/quotations',
    stage: async (desk) => {
      await desk.press('Escape');
      await showReport(desk, { opens: true });
      await hideSidebar(desk);
      return editorPart(desk);
    },
  },
  {
    name: 'readme/ready',
    stage: async (desk) => {
      await pressKeyOf(desk, 'closeEditors');
      await showFiles(desk);
      await desk.openNote('quotations.md');
      await showReadyList(desk);
      await hideSidebar(desk);
      const { x, y, width, height } = await around(
        desk,
        [desk.page.locator('.editor-group-container.active'), desk.page.locator('.part.panel')],
        0,
      );
      return { x, y, width: Math.min(width, WIDTH), height };
    },
  },
];

/** The active editor with its tabs. */
async function editorPart(desk: Workbench): Promise<Clip> {
  await pressKeyOf(desk, 'clearMessages');
  const { x, y, width } = await around(
    desk,
    [desk.page.locator('.editor-group-container.active')],
    0,
  );
  return { x, y, width: Math.min(width, WIDTH), height: HEIGHT };
}

async function hideSidebar(desk: Workbench): Promise<void> {
  const sidebar = desk.page.locator('.part.sidebar');
  if (await sidebar.isVisible()) {
    await pressKeyOf(desk, 'hideSidebar');
    await sidebar.waitFor({ state: 'hidden' });
  }
}

/** Waits until terms are underlined. */
async function underlined(desk: Workbench): Promise<void> {
  await waitFor(
    'underlined terms',
    async () =>
      (await desk.editor.locator('.view-overlays .cdr, .view-line [class*="ced-"]').count()) > 0,
  );
}
