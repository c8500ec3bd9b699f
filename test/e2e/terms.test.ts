import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const NOTE = `# Skerryholm

The HCR has a kettle.

The harbour control room answers at night, and nobody else does.

The old lamp keeper sleeps there.

tide
`;

/** A term on one line: how the editor indents others depends on what it has loaded by then. */
const ENTRY =
  '- { name: harbour control room, abbreviation: HCR, ' +
  'definition: The room from which the lamps are lit. }';

describe('glossary of one’s own', () => {
  const desk = useWorkbench({
    settings: { 'ip4Desk.checks.enabled': true },
    files: { 'harbour.md': NOTE },
  });

  const glossary = () => readFile(join(desk().folder, 'port.glossary.yml'), 'utf8');

  /** Answers a question of the quick input, and waits until it is gone or asks the next one. */
  async function answer(question: string, text?: string): Promise<void> {
    await desk().quickInput.getByText(question).waitFor();
    if (text !== undefined) {
      await desk().quickInputBox.fill(text);
    }
    await desk().press('Enter');
    await desk().quickInput.getByText(question).waitFor({ state: 'hidden' });
  }

  it('is made by a command, and written in the editor', async () => {
    await desk().runCommand('IP4 Desk: Create Glossary…');
    await answer('File name of the new glossary', 'port');
    await desk().tab('port.glossary.yml').waitFor();
    await desk().line('contexts:').waitFor();
    // What is typed before the caret is where the first term goes is lost.
    await desk().focusedEditor.waitFor();
    await desk().page.locator('.statusbar').getByText('Ln 9, Col 26').waitFor();
    await desk().press('Enter');
    await desk().page.locator('.statusbar').getByText('Ln 10, Col 7').waitFor();
    await desk().page.keyboard.insertText(ENTRY);
    await desk().line('lamps are lit').waitFor();
    await desk().press('Control+s');
    await waitFor('the file', async () => (await glossary()).includes('lamps are lit'));
    await desk().screenshot('glossary-written');
  });

  it('shows its terms when the pointer rests on them', async () => {
    await desk().openNote('harbour.md');
    const card = await desk().showHover('harbour control room', 'harbour control room');
    assert.match(await card.innerText(), /The room from which the lamps are lit\./);
    await desk().screenshot('glossary-hover');
  });

  it('takes a term from what is selected', async () => {
    await desk().line('The old lamp keeper').click();
    await desk().press('Home');
    for (let blank = 0; blank < 2; blank++) {
      await desk().press('Control+ArrowRight');
    }
    await desk().press('Control+Shift+ArrowRight');
    await desk().press('Control+Shift+ArrowRight');
    await desk().runCommand('IP4 Desk: Add to Glossary…');
    await answer('Term, e.g.');
    await answer('Definition of', 'Whoever lights the lamps.');
    const place = desk().quickInputRows.filter({ hasText: 'port.glossary.yml' });
    await place.waitFor();
    await desk().screenshot('glossary-add');
    await place.click();
    const text = await waitFor('the entry in the file', async () => {
      const yaml = await glossary();
      return yaml.includes('lamp keeper') && yaml;
    });
    assert.match(text, /definition: Whoever lights the lamps\./);
    assert.match(text, /definition: The room from which the lamps are lit\./);
  });

  it('completes a term by any of its words', async () => {
    await desk().tab('harbour.md').click();
    await desk().line('tide').click();
    await desk().press('End');
    await desk().page.keyboard.type(' cont');
    const list = desk().page.locator('.suggest-widget.visible .monaco-list-row');
    await waitFor('the suggestion', async () => {
      if ((await list.filter({ hasText: 'harbour control room' }).count()) === 0) {
        await desk().press('Control+Space');
        return false;
      }
      return true;
    });
    await desk().screenshot('glossary-completion');
    await list.filter({ hasText: 'harbour control room' }).first().click();
    await desk().line('tide harbour control room').waitFor();
  });

  it('spells an acronym out by a quick fix', async () => {
    await desk().line('The HCR has a kettle').click();
    await desk().press('Home');
    await desk().press('Control+ArrowRight');
    await desk().press('ArrowRight');
    const menu = desk().page.locator('.action-widget:visible');
    await waitFor('the quick fix', async () => {
      await desk().press('Control+.');
      return menu
        .getByText('harbour control room (HCR)')
        .first()
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          async () => {
            await desk().press('Escape');
            return false;
          },
        );
    });
    await desk().screenshot('glossary-quick-fix');
    await menu.getByText('harbour control room (HCR)').first().click();
    await desk().line('The harbour control room (HCR) has a kettle.').waitFor();
  });

  it('shows in the Markdown preview', async () => {
    await desk().press('Control+k v');
    const preview = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
    const term = preview.locator('abbr', { hasText: 'harbour control room' }).first();
    await term.waitFor();
    assert.match((await term.getAttribute('title')) ?? '', /lamps are lit/);
    await desk().screenshot('glossary-preview');
  });
});
