import { useWorkbench } from './setup';
import { THEMES } from './workbench';
import type { ThemeName } from './workbench';

for (const theme of Object.keys(THEMES) as ThemeName[]) {
  describe(`trees in ${theme}`, () => {
    const desk = useWorkbench({ theme });
    it('pictures', async function () {
      this.timeout(180_000);
      const page = desk().page; page.setDefaultTimeout(12_000);
      const only = async (name: string) => {
        for (const view of ['Topics', 'Partners', 'Terms', 'Chronology', 'Sources']) {
          const header = desk().view(view).locator('.pane-header');
          const open = (await header.getAttribute('aria-expanded')) === 'true';
          if (open !== (view === name)) await header.click();
        }
      };
      await desk().openSidebar();
      await desk().row('Topics', 'History of engagement').waitFor();
      await page.setViewportSize({ width: 1280, height: 880 });
      await page.screenshot({ path: `/tmp/trees/${theme}-start.png` });
      await only('Partners');
      await desk().toggle(desk().row('Partners', 'Japan'));
      await desk().toggle(desk().row('Partners', 'Japan in particular'));
      await desk().toggle(desk().row('Partners', 'Agreements'));
      await desk().toggle(desk().row('Partners', '(ITPP), agreement'));
      await desk().toggle(desk().row('Partners', 'Chronology'));
      await desk().row('Partners', 'Japan, partner').click();
      await page.waitForTimeout(2500);
      await page.screenshot({ path: `/tmp/trees/${theme}-partners.png` });
      await desk().toggle(desk().row('Partners', 'Chronology'));
      await desk().toggle(desk().row('Partners', 'Japan in particular'));
      await desk().toggle(desk().row('Partners', 'All four partners'));
      await desk().row('Partners', 'All four partners').click();
      await page.waitForTimeout(1500);
      await page.screenshot({ path: `/tmp/trees/${theme}-allfour.png` });
      await only('Chronology');
      await desk().row('Chronology', ', event').waitFor();
      await desk().view('Chronology').locator('.pane-header').hover();
      await page.waitForTimeout(1000);
      await page.screenshot({ path: `/tmp/trees/${theme}-chronology.png` });
      await page.setViewportSize({ width: 700, height: 440 });
      await page.waitForTimeout(800);
      await page.screenshot({ path: `/tmp/trees/${theme}-chronology-small.png` });
      if (theme !== 'light') return;
      await page.setViewportSize({ width: 1280, height: 880 });
      await only('Terms');
      await desk().row('Terms', 'A, ').waitFor();
      await page.screenshot({ path: `/tmp/trees/${theme}-terms.png` });
      await only('Topics');
      await desk().row('Topics', 'History of engagement').click();
      await page.waitForTimeout(1500);
      await page.screenshot({ path: `/tmp/trees/${theme}-topics.png` });
      await desk().press('F1');
      await desk().quickInputBox.fill('>focus on chronology');
      await page.waitForTimeout(1000);
      await page.screenshot({ path: `/tmp/trees/${theme}-focus.png` });
    });
  });
}
