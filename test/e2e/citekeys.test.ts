import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const BIBLIOGRAPHY = [
  ...Array.from(
    { length: 14_000 },
    (_, index) =>
      `@book{pier${index}, author = {Keeper${index}, Ada}, title = {On pier ${index}}, year = 2001}`,
  ),
  '@book{quay1999, author = {Quay, Ann}, title = {Winds of the Northern Harbour}, year = 1999}',
].join('\n');

const NOTE = `# Piers

Somebody says so.

As [@quya1999, p. 3] says.
`;

describe('citekeys', () => {
  const desk = useWorkbench({ files: { 'piers.md': NOTE, 'references.bib': BIBLIOGRAPHY } });

  const rows = () => desk().page.locator('.suggest-widget.visible .monaco-list-row');

  /** Waits for the first suggestion to be this one. */
  const firstIs = (key: string) =>
    waitFor(`${key} as the first suggestion`, async () => {
      const texts = await rows().allInnerTexts();
      return texts[0]?.startsWith(key) ?? false;
    });

  it('are suggested as soon as @ is typed, and narrowed by what follows', async () => {
    await desk().openNote('piers.md');
    // Before the extension runs, nothing opens a list.
    await desk().editor.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await desk().line('Somebody says so.').click();
    await desk().press('End');
    await desk().page.keyboard.type(' [@');
    await firstIs('pier0');
    await desk().page.keyboard.type('pier1399');
    await firstIs('pier1399');
    await desk().screenshot('citekeys-suggested');
    await desk().press('Escape');
    for (let typed = 0; typed < '@pier1399'.length; typed += 1) {
      await desk().press('Backspace');
    }
    await desk().page.keyboard.type('@harb');
    await firstIs('quay1999');
    await desk().press('Enter');
    await desk().line('Somebody says so. [@quay1999]').waitFor();
  });

  it('are mended by a quick fix, and then explained', async () => {
    await desk().line('As [@quya1999').click();
    await desk().press('Home');
    for (let moved = 0; moved < 'As [@qu'.length; moved += 1) {
      await desk().press('ArrowRight');
    }
    const menu = desk().page.locator('.action-widget:visible');
    const fix = menu.getByText('Cite “quay1999”').first();
    await waitFor('the quick fix', async () => {
      await desk().press('Control+.');
      return fix.waitFor({ timeout: 3_000 }).then(
        () => true,
        async () => {
          await desk().press('Escape');
          return false;
        },
      );
    });
    await desk().screenshot('citekeys-quick-fix');
    await fix.click();
    await desk().line('As [@quay1999, p. 3] says.').waitFor();
    const card = await desk().showHover('As [@quay1999', 'Winds of the Northern Harbour');
    assert.match(await card.innerText(), /Ann Quay, Winds of the Northern Harbour, 1999/);
    await desk().screenshot('citekeys-hover');
  });
});
