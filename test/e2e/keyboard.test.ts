import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

// From a start to an inserted quotation without a pointer, as somebody works who has none.
describe('by the keyboard alone', () => {
  const desk = useWorkbench();

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

  /** What the active editor shows of its end. */
  const text = () => desk().editor.locator('.view-lines').innerText();

  it('inserts what the palette finds', async () => {
    await openNote('brief.md');
    await desk().press('Control+K 4');
    await desk().quickInputBox.waitFor();
    await desk().page.keyboard.type('scanned pictures');
    await desk()
      .quickInputRows.filter({ hasText: 'reading-sources' })
      .or(desk().quickInputRows.filter({ hasText: 'scanned pictures' }))
      .first()
      .waitFor();
    await desk().press('Control+Enter');
    await waitFor('the quotation', async () => /scanned.pictures/.test(await text()));
    assert.match(await text(), /\[\^/);
  });

  it('goes to the views and on by F6, and opens what has the focus', async () => {
    await desk().runCommand('View: Show IP4 Desk');
    await desk().row('Topics', 'History of engagement').waitFor();
    await desk().press('Control+0 Home ArrowRight');
    await desk().row('Topics', 'Early cooperation').waitFor();
    await desk().press('ArrowDown ArrowRight');
    await desk().row('Topics', ', excerpt, ').waitFor();
    await desk().press('ArrowDown');
    const excerpt = desk().focusedRow('Topics');
    assert.match((await excerpt.getAttribute('aria-label')) ?? '', /, excerpt, /);
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
    const before = await text();
    await desk().press('Control+Enter');
    await waitFor('the quotation', async () => (await text()) !== before);
  });

  it('opens a source from its view, and goes into its passages', async () => {
    await desk().runCommand('Explorer: Focus on Sources View');
    const row = desk().row('Sources', 'document');
    await row.waitFor();
    await desk().press('Home ArrowRight');
    await desk().row('Sources', 'heading').waitFor();
    await desk().press('Enter');
    await desk().page.locator('.editor-group-container.active .view-line').first().waitFor();
  });
});
