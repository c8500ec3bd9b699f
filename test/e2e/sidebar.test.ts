import assert from 'node:assert/strict';
import { useWorkbench } from './setup';

describe('sidebar by mouse', () => {
  const desk = useWorkbench();

  it('shows topics and partners at once', async () => {
    await desk().openSidebar();
    await desk().row('Topics', 'History of engagement').waitFor();
    await desk().row('Partners', 'New Zealand').waitFor();
  });

  it('leads from a topic down to an excerpt, and opens it', async () => {
    await desk().toggle(desk().row('Topics', 'Public diplomacy'));
    await desk().toggle(desk().row('Topics', 'Messaging'));
    const excerpt = desk().row('Topics', ', excerpt, ');
    const heading = (await excerpt.locator('.label-name').innerText()).trim();
    await excerpt.click();
    await desk().pageTitle(heading).waitFor();
    assert.equal(await desk().tabs.count(), 1);
  });

  it('copies an excerpt with its citation', async () => {
    await desk().chooseFromContextMenu(desk().row('Topics', ', excerpt, '), 'Copy with Citation');
    await desk().page.locator('.statusbar').getByText('Copied').waitFor();
    assert.match(await desk().clipboard(), /\(.*, answer to question 4\)$/);
  });

  it('reveals an excerpt in another view', async () => {
    await desk().chooseFromContextMenu(desk().row('Topics', ', excerpt, '), 'Reveal in Partners');
    await desk().view('Partners').locator('.monaco-list-row.selected').waitFor();
  });

  it('groups the terms otherwise, and still does so when the window is opened anew', async () => {
    await desk().view('Terms').locator('.pane-header').click();
    await desk().row('Terms', 'A').waitFor();
    await desk().view('Terms').locator('.pane-header').hover();
    await desk().view('Terms').getByRole('button', { name: 'Group Terms by Kind' }).click();
    await desk().row('Terms', 'Frameworks').waitFor();
    await desk().reload();
    await desk().row('Terms', 'Frameworks').waitFor();
  });
});

describe('sidebar by keyboard', () => {
  const desk = useWorkbench();

  before(async () => {
    await desk().openNote('brief.md');
    await desk().line('bilateral relations, it does').click();
    await desk().press('End');
  });

  it('leads from a topic down to an excerpt, and opens it', async () => {
    await desk().runCommand('View: Show IP4 Desk');
    await desk().row('Topics', 'History of engagement').waitFor();
    await desk().press('Control+0 Home ArrowRight');
    await desk().row('Topics', 'Early cooperation').waitFor();
    await desk().press('ArrowDown ArrowRight');
    await desk().row('Topics', ', excerpt, ').waitFor();
    await desk().press('ArrowDown');
    const excerpt = desk().focusedRow('Topics');
    assert.match((await excerpt.getAttribute('aria-label')) ?? '', /, excerpt, /);
    const heading = (await excerpt.locator('.label-name').innerText()).trim();
    await desk().press('Enter');
    await desk().pageTitle(heading).waitFor();
  });

  it('opens to the side', async () => {
    await desk().press('Control+0 Control+Alt+Enter');
    await desk().page.locator('.editor-group-container').nth(1).waitFor();
  });

  it('inserts into the note that was written in last', async () => {
    await desk().press('Control+0 Control+Enter');
    await desk().line('[^1]: ').waitFor();
    await desk().tab('brief.md').and(desk().page.locator('[aria-selected="true"]')).waitFor();
  });

  it('copies the text', async () => {
    await desk().press('Control+0 Control+C');
    await desk().page.locator('.statusbar').getByText('Copied').waitFor();
    assert.notEqual(await desk().clipboard(), '');
  });
});
