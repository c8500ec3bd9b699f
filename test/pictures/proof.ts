import { THEMES, type ThemeName, type Workbench } from '../e2e/workbench';
import { pressKeyOf, titleOfPage, type EntryName } from './keys';
import {
  openSidebarView,
  showFiles,
  showReadyList,
  showReport,
  titleOf,
  VIEW_NAMES,
} from './stage';
import type { Shot, Variant } from './studio';

/** The latter is how 1400 by 880 looks at a zoom of 200 %. */
const SIZES = [
  { viewport: { width: 1280, height: 800 }, scale: 1 },
  { viewport: { width: 700, height: 440 }, scale: 2 },
];

/** In which surroundings everything is looked at. */
export const PROOF_VARIANTS: readonly Variant[] = (Object.keys(THEMES) as ThemeName[]).flatMap(
  (theme) =>
    SIZES.map(({ viewport, scale }) => ({
      theme,
      viewport,
      scale,
      suffix: `-${theme}-${viewport.width}`,
    })),
);

/** A document that lies beside the sample notes: see `takeShots`. */
const OWN_DOCUMENT = { name: 'Lamps, Lenses and Keepers', words: 'A harbour with two entrances' };

/** What an analyst sees first. */
export async function proofShots(): Promise<readonly Shot[]> {
  const sources = await titleOf('sources');
  return [
    ...(['excerpt', 'topic', 'partner', 'term', 'event', 'source'] as const).map(page),
    {
      name: 'source-document',
      stage: async (desk) => {
        await openSidebarView(desk, 'sources');
        await desk.row(sources, OWN_DOCUMENT.name).click();
        await desk.line(OWN_DOCUMENT.words).waitFor();
      },
    },
    {
      name: 'walkthrough',
      stage: async (desk) => {
        await pressKeyOf(desk, 'closeEditors');
        await pressKeyOf(desk, 'walkthrough');
        await desk.page.locator('.getting-started-step').first().waitFor();
      },
    },
    {
      name: 'report',
      stage: async (desk) => {
        await showReport(desk, { opens: true });
        await pressKeyOf(desk, 'clearMessages');
      },
    },
    {
      name: 'card',
      stage: async (desk) => {
        await openBrief(desk);
        await pressKeyOf(desk, 'clearMessages');
        await desk.showHover('IP4 are', 'Indo-Pacific Four');
      },
    },
    {
      name: 'palette-empty',
      stage: async (desk) => {
        await desk.press('Escape');
        await pressKeyOf(desk, 'search');
        await desk.quickInputRows.first().waitFor();
      },
    },
    {
      name: 'palette-filled',
      stage: async (desk) => {
        await desk.typeSearch('why informal');
      },
    },
    {
      name: 'evidence',
      stage: async (desk) => {
        await desk.press('Escape');
        await openBrief(desk);
        await desk.line('They first sat').click();
        await pressKeyOf(desk, 'evidence');
        await desk.quickInputRows.first().waitFor();
      },
    },
    {
      name: 'ready',
      stage: async (desk) => {
        await desk.press('Escape');
        await showReadyList(desk);
      },
    },
    {
      name: 'menu',
      stage: async (desk) => {
        await desk.press('Escape');
        await openBrief(desk);
        await desk.line('Informal').click({ button: 'right' });
        await desk.page.locator('.monaco-menu').getByRole('menuitem').first().waitFor();
      },
    },
    ...VIEW_NAMES.map((name): Shot => ({
      name: `tree-${name}`,
      stage: async (desk) => {
        await desk.press('Escape');
        await openSidebarView(desk, name);
      },
    })),
    // Last, since the editor shows them in a window of their own, over all others.
    {
      name: 'settings',
      stage: async (desk) => {
        await pressKeyOf(desk, 'settings');
        await desk.page.locator('.settings-editor .setting-item').first().waitFor();
      },
    },
  ];
}

async function openBrief(desk: Workbench): Promise<void> {
  await pressKeyOf(desk, 'closeEditors');
  await showFiles(desk);
  await desk.openNote('brief.md');
}

/** The page of an entry, as soon as its text stands there and looks as it will. */
function page(name: EntryName): Shot {
  return {
    name,
    stage: async (desk: Workbench) => {
      await pressKeyOf(desk, name);
      await desk
        .pageTitle(await titleOfPage(name))
        .locator('[class*="ced-"]')
        .first()
        .waitFor();
    },
  };
}
