import { readFile } from 'node:fs/promises';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

/** Nobody has written it, on no day. */
const LOG = `---
author: Ann Mallow
date: 1911-03-04
---

# Log of the mole of Skerryholm

Fog lay before the mole for nine days. The wardens rang the second bell at each turn of the tide. No ship came.

## Of the ferries

The Skerryholm ferry sank in 1907 with a load of lamp oil. Its crew was saved by the pilots of Little Wick. The council bought another within the year.

The ferries stayed in the town across the bay.
`;
const NOTE = `# Ferries

Little is known. When the *ferry* went down in
1907 off Skerryholm, it carried lamp oil. Partners of NATO have built others.

All four partners met NATO’s leaders in Madrid in June 2022.

Xylophones vibrate quixotically.
`;

describe('evidence for a sentence', () => {
  const desk = useWorkbench({
    theme: 'light',
    files: { 'sources/mole.md': LOG, 'references.bib': '', 'ferries.md': NOTE },
  });

  const text = async () => {
    await desk().press('Control+s');
    return readFile(join(desk().folder, 'ferries.md'), 'utf8');
  };
  const untilClosed = () =>
    waitFor('the palette to close', async () => (await desk().quickInput.count()) === 0);

  /** Asks for evidence at the beginning of the line that reads `at`. */
  async function findEvidence(at: string, best: string): Promise<void> {
    await desk().line(at).click();
    await desk().press('Home');
    await desk().runCommand('IP4 Desk: Find Evidence');
    await desk().quickInputRows.filter({ hasText: best }).first().waitFor();
  }

  before(async () => {
    await desk().openNote('ferries.md');
  });

  it('shows what bears on the sentence at the cursor, each with its best sentence', async () => {
    await findEvidence('1907 off Skerryholm', 'ferry sank in 1907');
    assert.match(await desk().rowTitle(0), /The Skerryholm ferry sank in 1907/);
    await desk().screenshot('evidence');
  });

  it('is narrowed by what is typed, and previewed', async () => {
    await desk().page.keyboard.type('pilots');
    await desk().tab('Log of the mole of Skerryholm').waitFor();
    await desk().screenshot('evidence-preview');
    await desk().quickInputBox.fill('zeppelin');
    await desk().quickInputRows.filter({ hasText: 'Nothing that bears' }).first().waitFor();
    await desk().screenshot('evidence-nothing-narrowed');
    await desk().quickInputBox.fill('');
    await desk().quickInputRows.filter({ hasText: 'ferry sank in 1907' }).first().waitFor();
  });

  it('quotes the best sentence behind the one it was asked for, as one step to undo', async () => {
    await desk().press('Control+Enter');
    await untilClosed();
    await desk().line('lamp oil. “The Skerryholm ferry').waitFor();
    await desk().screenshot('evidence-quoted');
    await desk().press('Control+z');
    await waitFor('the note to be as it was', async () => (await text()) === NOTE);
  });

  it('cites behind the sentence', async () => {
    await findEvidence('1907 off Skerryholm', 'ferry sank in 1907');
    await desk().press('Alt+Enter');
    await untilClosed();
    await desk().line('it carried lamp oil.[^1] Partners').waitFor();
    await desk().screenshot('evidence-cited');
    await desk().press('Control+z');
    await waitFor('the note to be as it was', async () => (await text()) === NOTE);
  });

  it('finds excerpts of the built-in library as well', async () => {
    await findEvidence('All four partners', 'In June 2022 the leaders of the IP4');
    await desk().screenshot('evidence-excerpts');
    await desk().press('Escape');
    await untilClosed();
  });

  it('is offered by the lightbulb’s key, and says where nothing bears on a sentence', async () => {
    await desk().line('Xylophones').click();
    await desk().press('Control+.');
    const action = desk().page.getByText('Find Evidence for This Sentence', { exact: true });
    await action.waitFor();
    await desk().screenshot('evidence-action');
    await desk().press('Escape');
    await desk().runCommand('IP4 Desk: Find Evidence');
    await desk()
      .quickInputRows.filter({ hasText: 'Nothing bears on this sentence' })
      .first()
      .waitFor();
    await desk().screenshot('evidence-nothing');
    await desk().press('Escape');
    await untilClosed();
  });
});
