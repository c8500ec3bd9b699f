import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';
import { TALL, type Workbench } from './workbench';

describe('sidebar by mouse', () => {
  const desk = useWorkbench({ viewport: TALL });

  it('shows topics and partners at once', async () => {
    await desk().openSidebar();
    await desk().row('Topics', 'History of engagement').waitFor();
    await desk().row('Partners', 'New Zealand').waitFor();
  });

  it('tells what is particular to a partner from what is said of all four', async () => {
    await desk().toggle(desk().row('Partners', 'Japan, partner'));
    const four = desk().row('Partners', 'All four partners');
    await desk().row('Partners', 'Japan in particular').waitFor();
    assert.equal(await four.getAttribute('aria-expanded'), 'false');
    await four.click();
    await desk().line('The IP4 are Australia, Japan, New Zealand and South Korea').waitFor();
    assert.equal(await four.getAttribute('aria-expanded'), 'false');
    await desk().toggle(desk().row('Partners', 'Japan, partner'));
  });

  it('leads from a topic down to an excerpt, and opens it', async () => {
    await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
    await desk().toggle(desk().row('Topics', 'Benefits for NATO'));
    const excerpt = desk().row('Topics', ', excerpt, ');
    const heading = (await excerpt.locator('.label-name').innerText()).trim();
    await excerpt.click();
    await desk().pageTitle(heading).waitFor();
    assert.equal(await desk().tabs.count(), 1);
  });

  it('opens the page of a row that has others below, and leaves them as they are', async () => {
    const topic = desk().row('Topics', 'History of engagement');
    await topic.click();
    await pageTitled(desk(), 'History of engagement').waitFor();
    assert.equal(await topic.getAttribute('aria-expanded'), 'false');
    await desk().toggle(topic);
    await waitForExpanded(topic, true);
    await topic.click();
    assert.equal(await topic.getAttribute('aria-expanded'), 'true');
    await desk().toggle(topic);
    await waitForExpanded(topic, false);
  });

  it('copies an excerpt with its citation', async () => {
    await desk().chooseFromContextMenu(desk().row('Topics', ', excerpt, '), 'Copy with Citation');
    await desk().page.locator('.statusbar').getByText('Copied').waitFor();
    assert.match(await desk().clipboard(), /\(.*, answer to question 2\)$/);
  });

  it('reveals an excerpt in another view', async () => {
    await desk().chooseFromContextMenu(desk().row('Topics', ', excerpt, '), 'Reveal in Partners');
    await desk().view('Partners').locator('.monaco-list-row.selected').waitFor();
  });

  it('lists the chronology by date, the newest first when asked, and still does so later', async () => {
    await desk().runCommand('IP4 Desk: Focus on Chronology View');
    // Behind the row of the user's own documents.
    const first = desk().view('Chronology').getByRole('treeitem').nth(1);
    const starts = async (words: string) =>
      waitFor(`${words} on top`, async () =>
        ((await first.getAttribute('aria-label')) ?? '').startsWith(words),
      );
    await starts('1953: Australia takes part in Exercise Coronet');
    await desk().view('Chronology').locator('.pane-header').hover();
    await desk().view('Chronology').getByRole('button', { name: 'Newest First' }).click();
    await starts('2025: Ministers of Japan and Australia at the summit in The Hague');
    await desk().reload();
    await starts('2025: Ministers of Japan and Australia at the summit in The Hague');
    await desk().runCommand('IP4 Desk: Group Chronology by Year');
    await starts('2025, ');
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
  const desk = useWorkbench({ viewport: TALL });

  before(async () => {
    await desk().openNote('brief.md');
    await desk().line('bilateral relations, it does').click();
    await desk().press('End');
  });

  it('leads from a topic down to an excerpt, and opens it', async () => {
    const excerpt = await desk().focusExcerpt();
    const heading = (await excerpt.locator('.label-name').innerText()).trim();
    await desk().press('Enter');
    await desk().pageTitle(heading).waitFor();
  });

  it('opens a topic by Enter, and what is below it by the arrows and the space bar', async () => {
    await desk().press('Control+0 Home');
    const topic = desk().focusedRow('Topics');
    await waitForExpanded(topic, true);
    await desk().press('Enter');
    await pageTitled(desk(), 'History of engagement').waitFor();
    await desk().press('Control+0');
    assert.equal(await topic.getAttribute('aria-expanded'), 'true');
    await desk().press('ArrowLeft');
    await waitForExpanded(topic, false);
    await desk().press('Space');
    await waitForExpanded(topic, true);
    await desk().press('ArrowDown ArrowDown');
  });

  it('opens to the side', async () => {
    await desk().press('Control+0 Control+Alt+Enter');
    await desk().page.locator('.editor-group-container').nth(1).waitFor();
  });

  it('inserts into the note that was written in last', async () => {
    await desk().press('Control+0 Control+Enter');
    await desk().line('partners.[^1]').waitFor();
    await desk().tab('brief.md').and(desk().page.locator('[aria-selected="true"]')).waitFor();
  });

  it('copies the text', async () => {
    await desk().press('Control+0 Control+C');
    await desk().page.locator('.statusbar').getByText('Copied').waitFor();
    assert.notEqual(await desk().clipboard(), '');
  });
});

/** The line of the active editor that is the title of a page, and nothing else. */
function pageTitled({ editor }: Workbench, title: string): Locator {
  return editor
    .locator('.view-line')
    .filter({ hasText: new RegExp(`^(# |#\u00a0)?${title.replaceAll(' ', '[ \u00a0]')}$`) });
}

async function waitForExpanded(row: Locator, isExpanded: boolean): Promise<void> {
  await waitFor(
    `a row to be ${isExpanded ? 'open' : 'closed'}`,
    async () => (await row.getAttribute('aria-expanded')) === String(isExpanded),
  );
}
