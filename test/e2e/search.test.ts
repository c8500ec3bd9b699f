import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

describe('search', () => {
  const desk = useWorkbench();

  before(async () => {
    await desk().openNote('brief.md');
    await desk().line('They differ in form').click();
  });

  it('takes what is typed at once, though nothing has been loaded yet', async () => {
    await desk().press('Control+K 4');
    await desk().quickInputBox.waitFor();
    await desk().page.keyboard.type('why informal');
    assert.equal(await desk().quickInputBox.inputValue(), 'why informal');
    await desk().quickInputRows.filter({ hasText: 'Informal' }).first().waitFor();
    await desk().press('Escape');
    await waitFor('the preview to go', async () => (await desk().tabs.count()) === 1);
  });

  it('previews the hits and puts everything back on Escape', async () => {
    const caret = desk()
      .page.locator('.statusbar')
      .getByRole('button', { name: /^Ln \d+/ });
    const before = await caret.innerText();

    await desk().press('Control+K 4');
    await desk().typeSearch('why informal');
    const second = await desk().rowTitle(1);
    await desk().press('ArrowDown');
    await desk().line(`# ${second}`).waitFor();
    assert.equal(await desk().tabs.count(), 2);

    await desk().press('Escape');
    await waitFor('the preview to go', async () => (await desk().tabs.count()) === 1);
    await desk().line('They differ in form').waitFor();
    assert.equal(await caret.innerText(), before);
    await waitFor('the keys to reach the note', async () => {
      await desk().press('ArrowDown');
      return (await caret.innerText()) !== before;
    });
  });

  it('opens a hit on Enter', async () => {
    await desk().openPalette('Search');
    await desk().typeSearch('hub and spoke');
    await desk().press('Enter');
    await waitFor('the search to close', async () => (await desk().quickInput.count()) === 0);
    await desk().line('hub-and-spoke').waitFor();
    assert.equal(await desk().tabs.count(), 2);
  });

  it('offers the last search when nothing is typed', async () => {
    await desk().openPalette('Search');
    await desk().quickInputRows.filter({ hasText: 'hub and spoke' }).first().waitFor();
    await desk().press('Escape');
  });

  it('says what is nearest when it finds nothing', async () => {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('zzzz qqqq');
    await desk()
      .quickInput.getByText(/No results for/i)
      .first()
      .waitFor();
    await desk().press('Escape');
  });

  it('completes a filter', async () => {
    await desk().openPalette('Search');
    await desk().quickInputBox.pressSequentially('partner:jap');
    await desk().quickInputRows.filter({ hasText: 'Japan' }).first().waitFor();
    await desk().press('Escape');
  });

  it('defines a term by its short form', async () => {
    await desk().openPalette('Look Up Term');
    await desk().quickInputBox.fill('ICI');
    await desk()
      .quickInputRows.filter({ hasText: 'Istanbul Cooperation Initiative' })
      .first()
      .waitFor();
    await desk().press('Enter');
    await desk().line('# Istanbul Cooperation Initiative').waitFor();
  });
});
