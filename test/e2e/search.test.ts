import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CROSSINGS = DAYS.map(
  (day, at) =>
    `On ${day} the Skerryholm ferry took ${at + 2} carts and a crate of lamp oil across the sound, and was back before the tide turned.`,
);
const SOURCES = {
  'sources/ferries.md': [
    '---\nauthor: Ann Mallow\ndate: 2021-04-01\n---',
    '# Log of the ferry over the sound',
    ...CROSSINGS,
  ].join('\n\n'),
  'sources/council.md':
    '# Minutes of the harbour council\n\nThe council asked for a second Skerryholm ferry.\n\n港務局はサイバー防衛の予算を増やした。',
};

describe('search', () => {
  const desk = useWorkbench({ files: SOURCES });

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
    await desk().pageTitle(second).waitFor();
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
    await desk().pageTitle('Istanbul Cooperation Initiative').waitFor();
  });

  describe('with sources', () => {
    before(async () => {
      await desk().openSidebar();
      await waitFor('the sources to be read', async () => {
        const spoken = await desk().row('Sources', 'Log of the ferry').getAttribute('aria-label');
        return /passages?/.test(spoken ?? '');
      });
    });

    it('shows few passages of one, and leads to the others by keys alone', async () => {
      await desk().openPalette('Search');
      await desk().quickInputBox.fill('Skerryholm ferry');
      const more = desk().quickInputRows.filter({ hasText: '5 more in this source' });
      await more.waitFor();
      const days = desk().quickInputRows.filter({ hasText: 'took' });
      assert.equal(await days.count(), 3);
      await desk().quickInputRows.filter({ hasText: 'a second Skerryholm ferry' }).waitFor();
      await desk().screenshot('search-rows');
      await desk().page.setViewportSize({ width: 640, height: 400 });
      await desk().screenshot('search-rows-200');
      await desk().page.setViewportSize({ width: 1280, height: 800 });

      await waitFor('that row to be at hand', async () => {
        await desk().press('ArrowDown');
        return (await more.getAttribute('class'))?.includes('focused') === true;
      });
      await desk().press('Enter');
      await waitFor('the other passages', async () => (await days.count()) === 7);
      assert.match(await desk().quickInputBox.inputValue(), /^source:\S+ Skerryholm ferry$/);
      assert.equal(await more.count(), 0);
      // The first of the new rows is at hand, and is what is previewed.
      await desk().quickInput.getByText('IP4 Desk: Search (Ctrl+Enter quotes').waitFor();
      const caret = desk()
        .page.locator('.statusbar')
        .getByRole('button', { name: /^Ln 3,/ });
      await caret.waitFor();
      await desk().screenshot('search-source');
      await desk().press('Escape');
    });

    it('says which keys the row at hand answers to', async () => {
      await desk().openPalette('Search');
      await desk().screenshot('search-empty');
      await desk().quickInputBox.fill('サイバー防衛');
      await desk().quickInputRows.filter({ hasText: '港務局はサイバー防衛' }).first().waitFor();
      await desk().quickInput.getByText('IP4 Desk: Search (Ctrl+Enter quotes').waitFor();
      await desk().screenshot('search-signs');
      await desk().press('Escape');
    });

    it('opens to the side', async () => {
      await desk().openPalette('Search');
      await desk().quickInputBox.fill('Skerryholm ferry');
      await desk().quickInputRows.filter({ hasText: 'took' }).first().waitFor();
      await desk().quickInput.getByText('IP4 Desk: Search (Ctrl+Enter quotes').waitFor();
      await desk().press('Control+Alt+Enter');
      await desk().page.locator('.editor-group-container').nth(1).waitFor();
    });

    it('is offered in the menu of a note for what is selected, and only then', async () => {
      const menu = desk().page.locator('.monaco-menu');
      const ofSelection = ['Search for Selection', 'Look Up Selection', 'Add to Glossary…'];
      await desk().tab('brief.md').first().click();
      await desk().line('They differ in form').click();
      await desk().press('Home Shift+F10');
      await menu.getByRole('menuitem', { name: 'Check Quotations in This Note' }).waitFor();
      for (const name of ofSelection) {
        assert.equal(await menu.getByRole('menuitem', { name }).count(), 0, name);
      }
      await desk().press('Escape');
      await desk().press('Shift+End Shift+F10');
      for (const name of ofSelection) {
        await menu.getByRole('menuitem', { name }).waitFor();
      }
      await desk().screenshot('menu-selection');
      await desk().press('Escape');
    });

    it('opens by another key as well', async () => {
      await desk().press('Control+K g');
      await desk().quickInput.getByText('IP4 Desk: Search').waitFor();
      await desk().press('Escape');
    });
  });
});
