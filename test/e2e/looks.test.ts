import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePdf } from '../support/makePdf';
import { useWorkbench } from './setup';
import { TALL, THEMES } from './workbench';
import type { ThemeName } from './workbench';

/** Takes the pictures that people look at; what they show is tested by the other files. */
for (const theme of Object.keys(THEMES) as ThemeName[]) {
  describe(`looks in ${theme}`, () => {
    const desk = useWorkbench({
      theme,
      viewport: TALL,
      settings: { 'workbench.editorAssociations': { '*.pdf': 'ip4Desk.pdf' } },
    });

    before(async () => {
      await desk().openNote('brief.md');
      await desk().openSidebar();
      await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
      await desk().toggle(desk().row('Topics', 'Informality'));
      await desk().row('Topics', ', excerpt, ').waitFor();
    });

    it('hover card', async () => {
      await desk().showHover('Istanbul Cooperation', 'Istanbul Cooperation Initiative');
      await desk().screenshot(`hover-${theme}`);
    });

    it('search', async () => {
      await desk().press('Control+K 4');
      await desk().typeSearch('why informal');
      await desk().screenshot(`search-${theme}`);
      await desk().press('Escape');
    });

    it('excerpt', async () => {
      await desk().row('Topics', ', excerpt, ').click();
      await desk().line('Source: ').waitFor();
      await desk().screenshot(`excerpt-${theme}`);
    });

    it('views', async () => {
      for (const view of ['Terms', 'Chronology']) {
        await desk().view(view).locator('.pane-header').click();
        await desk().view(view).getByRole('treeitem').first().waitFor();
      }
      await desk().screenshot(`sidebar-${theme}`);
    });

    it('reader of PDFs', async () => {
      const line = { text: 'Every lamp is a lamp of the harbour.', x: 72, y: 720 };
      await writeFile(
        join(desk().folder, 'lamps.pdf'),
        await makePdf({ pages: [{ texts: [line] }], outline: [{ title: 'Lamps', page: 1 }] }),
      );
      await desk().page.locator('.activitybar').getByRole('tab', { name: 'Explorer' }).click();
      await desk().page.getByRole('treeitem', { name: 'lamps.pdf' }).dblclick();
      const reader = desk().page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await reader.getByRole('button', { name: 'Outline and Pages' }).click();
      await reader.getByRole('treeitem', { name: 'Lamps' }).waitFor();
      await reader.getByRole('button', { name: 'Find', exact: true }).click();
      await reader.getByRole('textbox', { name: 'Find' }).fill('lamp');
      await reader.locator('.highlight').first().waitFor();
      await desk().screenshot(`pdf-${theme}`);
    });
  });
}
