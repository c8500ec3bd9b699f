import { useWorkbench } from './setup';
import { TALL, THEMES } from './workbench';
import type { ThemeName } from './workbench';

/** Takes the pictures that people look at; what they show is tested by the other files. */
for (const theme of Object.keys(THEMES) as ThemeName[]) {
  describe(`looks in ${theme}`, () => {
    const desk = useWorkbench({ theme, viewport: TALL });

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
  });
}
