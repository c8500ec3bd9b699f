import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const ARTICLE = `<!doctype html>
<html lang="en">
  <head>
    <title>The harbour lights of Skerryholm</title>
    <meta name="author" content="Ann Mallow">
    <meta name="date" content="2019-05-04">
  </head>
  <body>
    <article>
      <h1>The harbour lights of Skerryholm</h1>
      <p>The town council of Skerryholm, which nobody will find on a map, bought two lamps.</p>
      <h2>What did the lamps cost?</h2>
      <p>The council paid in dried herring, and the keeper has counted every barrel since.</p>
    </article>
  </body>
</html>`;

const BIBLIOGRAPHY = `% What the harbour board reads.
@book{tide1899,
  author = {Tide, Tom},
  title = {Bells},
  date = {1899},
}
`;

/** Nobody has written it, on no day. */
const LOG = `# Log of the mole

Fog lay before the mole for nine days. The wardens rang the second bell at each turn of the tide. No ship came.

## Of the ferries

The ferries stayed in the town across the bay.
`;

describe('citing', () => {
  const desk = useWorkbench({
    theme: 'dark',
    files: {
      'sources/skerryholm.html': ARTICLE,
      'sources/mole.md': LOG,
      'references.bib': BIBLIOGRAPHY,
      'fog.md': '# Fog\n\n\n',
      'lamps.md': '# Lamps\n\nThey were not cheap: \n',
      'pasted.md': '# Pasted\n\n\n',
      'dropped.md': '# Dropped\n\n\n',
    },
  });

  const bibliography = () => readFile(join(desk().folder, 'references.bib'), 'utf8');

  /** Opens a note and puts the caret at the end of its line of that number. */
  async function writeIn(note: string, line: number): Promise<void> {
    await desk().openNote(note);
    await desk().editor.click();
    await desk().press('Control+Home');
    for (let count = 1; count < line; count += 1) {
      await desk().press('ArrowDown');
    }
    await desk().press('End');
  }

  async function search(query: string): Promise<void> {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill(query);
    await desk().quickInputRows.filter({ hasText: 'The harbour lights' }).first().waitFor();
    await desk().line('The council paid in dried herring').waitFor();
  }

  const searchToClose = () =>
    waitFor('the search to close', async () => (await desk().quickInput.count()) === 0);

  it('quotes a hit of a search in the note, with its footnote and its entry', async () => {
    await writeIn('lamps.md', 3);
    await search('"dried herring"');
    await desk().screenshot('citing-search');
    await desk().press('Control+Enter');
    await searchToClose();
    await desk().line('They were not cheap: “The council paid in dried herring').waitFor();
    await desk().line('[^1]: ').waitFor();
    await desk().line('under “What did').waitFor();
    await waitFor('the entry', async () => (await bibliography()) !== BIBLIOGRAPHY);
    await desk().screenshot('citing-footnote');

    const text = await bibliography();
    assert.ok(text.startsWith(BIBLIOGRAPHY), text);
    assert.match(text, /The harbour lights of Skerryholm/);
    await desk().openNote('references.bib');
    await desk().line('The harbour lights of Skerryholm').waitFor();
    await desk().screenshot('citing-bibliography');
  });

  it('takes back both with one undo', async () => {
    await desk().tab('lamps.md').click();
    await desk().press('Control+z');
    await waitFor('the footnote to go', async () => (await desk().line('[^1]: ').count()) === 0);
    await waitFor('the entry to go', async () => (await bibliography()) === BIBLIOGRAPHY);
    await desk().screenshot('citing-undone');
  });

  it('pastes what was copied in a page as words, and then as a quotation', async () => {
    await search('"dried herring"');
    await desk().press('Enter');
    await searchToClose();
    await desk().line('The council paid in dried herring').click();
    await desk().press('Home Shift+End Control+c');
    await writeIn('pasted.md', 3);
    await desk().press('Control+v');
    await desk().line('The council paid in dried herring').waitFor();
    const options = desk().page.locator('.post-edit-widget');
    await options.waitFor();
    await desk().screenshot('citing-pasted');
    await options.click();
    const entry = desk().page.getByText('Quotation with Citation', { exact: true });
    await entry.waitFor();
    await desk().screenshot('citing-paste-options');
    await entry.click();
    await desk().line('“The council paid in dried herring').waitFor();
    await desk().line('[^1]: ').waitFor();
    await desk().screenshot('citing-pasted-quotation');
    await waitFor('the entry', async () => (await bibliography()) !== BIBLIOGRAPHY);
  });

  it('quotes the sentence that was found, and asks for what its entry lacks', async () => {
    await writeIn('fog.md', 3);
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('wardens second bell');
    await desk().quickInputRows.filter({ hasText: 'wardens rang' }).first().waitFor();
    await desk().press('Control+Enter');
    await searchToClose();
    await desk().line('“The wardens rang the second bell at each turn of the tide.”').waitFor();
    const question = desk().page.locator('.notification-toast', {
      hasText: 'has no author or date',
    });
    await question.waitFor();
    await desk().screenshot('citing-incomplete-entry');
    await question.getByText('Complete Entry', { exact: false }).click();
    for (const [step, answer] of [
      ['(1/2)', 'Harbour Board'],
      ['(2/2)', '1911'],
    ] as const) {
      await desk().quickInput.filter({ hasText: step }).waitFor();
      await desk().quickInputBox.fill(answer);
      await desk().screenshot(`citing-complete-entry-${answer.length}`);
      await desk().press('Enter');
    }
    await waitFor('the entry', async () => (await bibliography()).includes('Harbour Board'));
    await desk().screenshot('citing-completed-entry');
  });

  it('quotes a passage that is dragged from the sidebar onto the note', async () => {
    await writeIn('dropped.md', 3);
    await desk().openSidebar();
    const source = desk().row('Sources', 'The harbour lights of Skerryholm');
    await source.waitFor();
    await desk().toggle(source);
    const passage = desk().row('Sources', 'The town council of');
    await passage.waitFor();
    const { page } = desk();
    const [from, to] = [await passage.boundingBox(), await desk().line('Dropped').boundingBox()];
    assert.ok(from && to);
    const dropped = desk().line('“The town council of Skerryholm');
    // Quicker than a hand, the drop may come before the extension has said what is dragged.
    await waitFor('the passage to be dropped', async () => {
      await page.mouse.move(from.x + 40, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + 80, from.y + 10, { steps: 4 });
      await page.keyboard.down('Shift');
      await page.mouse.move(to.x + 20, to.y + 2.5 * to.height, { steps: 8 });
      await page.mouse.move(to.x + 24, to.y + 2.5 * to.height, { steps: 4 });
      await desk().screenshot('citing-dragged');
      await page.mouse.up();
      await page.keyboard.up('Shift');
      return dropped.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await desk().screenshot('citing-dropped');
  });

  it('offers a new note where none is open', async () => {
    await desk().runCommand('View: Close All Editors');
    const dialog = desk().page.locator('.monaco-dialog-box');
    const isGone = async () => (await desk().tabs.count()) === 0;
    await waitFor('the editors to close', async () => {
      if (await dialog.isVisible()) {
        await dialog.getByRole('button', { name: /Don.t Save/ }).click();
      }
      return isGone();
    });
    await search('"dried herring"');
    await desk().press('Enter');
    await searchToClose();
    await desk().line('The council paid in dried herring').click();
    await desk().press('Control+Enter');
    const offer = desk().page.getByRole('button', { name: 'New Note' });
    await offer.waitFor();
    await desk().screenshot('citing-no-note');
    await offer.click();
    await desk().line('“The council paid in dried herring').waitFor();
    await desk().screenshot('citing-new-note');
  });
});
