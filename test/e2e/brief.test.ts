import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractWord } from '../../src/core/library/formats/word';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

/** Nobody has written it, on no day. */
const LOG = `---
author: Ann Mallow
date: 1911-03-04
---

# Log of the mole of Skerryholm

The keeper shall light both lamps at dusk, and shall put them out again at first light.

## Of the ferries

The Skerryholm ferry sank in 1907 with a load of lamp oil. Its crew was saved by the pilots of Little Wick.
`;

// The whole way of a brief, each step as somebody takes it who has nothing but their sources.
describe('a brief, from an empty note to the Word file', () => {
  const desk = useWorkbench({ files: { 'sources/mole.md': LOG, 'memo.md': '' } });

  const untilClosed = () => desk().quickInput.waitFor({ state: 'hidden' });

  it('quotes what a search finds', async () => {
    await desk().openNote('memo.md');
    await desk().editor.click();
    await desk().page.keyboard.type('# Lamps\n\nThe duties are plain: ');
    await desk().press('Control+K 4');
    await desk().quickInputBox.waitFor();
    await desk().page.keyboard.type('lamps at dusk');
    await desk().quickInputRows.filter({ hasText: 'both lamps at dusk' }).first().waitFor();
    await desk().screenshot('brief-1-search');
    await desk().press('Control+Enter');
    await untilClosed();
    await desk().line('The duties are plain: “The keeper shall light both lamps').waitFor();
    await desk().line('[^1]: ').waitFor();
    await desk().screenshot('brief-2-quoted');
  });

  it('cites evidence for a sentence', async () => {
    await desk().line('The duties are plain').click();
    // The line is wrapped: its end comes after that of its first row.
    await desk().press('End End');
    await desk().page.keyboard.type(
      '\n\nThe ferry of Skerryholm went down in 1907 with oil aboard.',
    );
    await desk().runCommand('IP4 Desk: Find Evidence');
    await desk().quickInputRows.filter({ hasText: 'ferry sank in 1907' }).first().waitFor();
    await desk().screenshot('brief-3-evidence');
    await desk().press('Alt+Enter');
    await untilClosed();
    await desk().line('with oil aboard.[^2]').waitFor();
    await desk().screenshot('brief-4-cited');
  });

  it('has nothing left, and is exported from there', async () => {
    await desk().runCommand('IP4 Desk: Ready to Send');
    const panel = desk().page.locator('.part.panel');
    await panel.getByText('Nothing left: ready to send.').waitFor();
    await desk().screenshot('brief-5-ready');
    await panel.getByRole('button', { name: 'Export to Word…' }).click();
    await waitFor('the proposed name', async () =>
      (await desk().quickInputBox.inputValue()).endsWith('/memo.docx'),
    );
    await desk().quickInput.getByText('OK', { exact: true }).click();
    await desk()
      .page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'The Word file “memo.docx” is written.',
      })
      .waitFor();
    await desk().screenshot('brief-6-exported');
  });

  it('has its words and footnotes in the Word file', async () => {
    const bytes = await readFile(join(desk().folder, 'memo.docx'));
    const read = await extractWord(bytes, { maxBytes: 10_000_000 });
    assert.ok('document' in read);
    const of = (wanted: string): readonly string[] =>
      read.document.blocks.filter(({ kind }) => kind === wanted).map(({ text }) => text);
    assert.deepEqual(of('heading'), ['Lamps']);
    const [duties = '', ferry = ''] = of('paragraph');
    assert.ok(duties.includes('“The keeper shall light both lamps at dusk'), duties);
    assert.ok(ferry.includes('went down in 1907 with oil aboard.'), ferry);
    const notes = of('footnote');
    assert.equal(notes.length, 2);
    assert.ok(
      notes.every((note) => note.includes('Mallow')),
      notes.join('\n'),
    );
  });
});
