import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';
import { TALL } from './workbench';

// From a start to an inserted quotation without a pointer, as somebody works who has none.
describe('by the keyboard alone', () => {
  const desk = useWorkbench({ viewport: TALL });

  /** Opens a note by its name, through the editor's own list of files. */
  async function openNote(name: string): Promise<void> {
    await desk().press('Control+P');
    await desk().quickInputBox.waitFor();
    await desk().page.keyboard.type(name);
    await desk().quickInput.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await desk().press('Enter');
    await desk().focusedEditor.waitFor();
    await desk().tab(name).waitFor();
    await desk().press('Control+End Enter');
  }

  /** How many footnotes the note has, which is saved for it: each quotation brings one. */
  async function footnotes(): Promise<number> {
    await desk().runCommand('File: Save All');
    const text = await readFile(join(desk().folder, 'brief.md'), 'utf8');
    return text.match(/^\[\^[^\]]+\]:/gm)?.length ?? 0;
  }

  it('inserts what the palette finds', async () => {
    await openNote('brief.md');
    await desk().press('Control+K 4');
    await desk().quickInputBox.waitFor();
    await desk().page.keyboard.type('scanned pictures');
    // The passage itself: as long as the source is read, a row says that there are no results.
    await desk().quickInputRows.filter({ hasText: 'no text to search' }).first().waitFor();
    await desk().press('Control+Enter');
    await desk().quickInput.waitFor({ state: 'hidden' });
    await waitFor('the quotation', async () => (await footnotes()) === 1);
  });

  it('goes to the views and on by F6, and opens what has the focus', async () => {
    await desk().focusExcerpt();
    await desk().press('F6');
    await waitFor('the focus to leave the sidebar', async () =>
      desk().page.evaluate(() => document.activeElement?.closest('.sidebar') === null),
    );
    await desk().press('Shift+F6');
    await waitFor('the focus to be back', async () =>
      desk().page.evaluate(() => document.activeElement?.closest('.sidebar') !== null),
    );
  });

  it('inserts the excerpt that has the focus in the tree into the note', async () => {
    await desk().press('Control+0 Control+Enter');
    await waitFor('the quotation', async () => (await footnotes()) === 2);
  });

  it('opens a source from its view, and goes into its passages', async () => {
    await desk().runCommand('IP4 Desk: Focus on Sources View');
    const row = desk().row('Sources', 'document');
    await row.waitFor();
    await desk().press('Home ArrowRight');
    await desk().row('Sources', 'heading').waitFor();
    await desk().press('Enter');
    await desk().page.locator('.editor-group-container.active .view-line').first().waitFor();
  });
});
