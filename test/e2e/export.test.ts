import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureDocumentTools } from '../../scripts/lib/documentTools.mjs';
import { resultsFolder } from '../../scripts/lib/paths.mjs';
import { extractWord } from '../../src/core/library/formats/word';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const run = promisify(execFile);

const BIBLIOGRAPHY = `@report{skerryholm,
  title = {The harbour lights of Skerryholm},
  author = {Mallow, Ann},
  institution = {Town Council},
  year = {2001},
}
`;

const NOTE = `---
title: The lamps of Skerryholm
subtitle: A brief for the council
author: Ines Varga
date: 30 November 2026
lang: en-GB
---

# Duties

The keeper’s duties are plain: “the keeper shall light both lamps at dusk”
[@skerryholm, p. 3].[^council] Nobody has asked for *more*, as @skerryholm [p. 5] says
and @nobody doubts [@nobody].

> The council paid in dried herring, and the keeper has counted every barrel since
> [@skerryholm, p. 9].

## Costs

1. Oil, which is dear
2. Wicks
   - of cotton
   - of flax

| Lamp | Oil a night | Keeper |
| :--- | ----------: | :----- |
| East | 3           | Mallow |
| West | 12          | Reed   |

: What the lamps burn

[^council]: So the council in its *minutes* of May.
`;

describe('from a note to the Word file', () => {
  const desk = useWorkbench({ files: { 'lamps.md': NOTE, 'references.bib': BIBLIOGRAPHY } });
  let work: string;

  before(async function () {
    // LibreOffice has to be fetched on a machine that has none.
    this.timeout(600_000);
    await ensureDocumentTools();
    work = await mkdtemp(join(tmpdir(), 'ip4-desk-export-'));
  });

  after(() => rm(work, { recursive: true, force: true }));

  const file = () => join(desk().folder, 'lamps.docx');

  it('tells what will be another, asks where to save, and says that it is written', async () => {
    await desk().openNote('lamps.md');
    await desk().runCommand('IP4 Desk: Export to Word');
    const dialog = desk().page.locator('.monaco-dialog-box');
    await dialog.getByText('Line 13: No bibliography of this note has “nobody”').waitFor();
    await desk().screenshot('export-problems');
    await dialog.getByRole('button', { name: 'Export Anyway' }).click();
    await waitFor('the proposed name', async () =>
      (await desk().quickInputBox.inputValue()).endsWith('/lamps.docx'),
    );
    await desk().quickInput.getByText('OK', { exact: true }).click();
    await desk()
      .page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'The Word file “lamps.docx” is written.',
      })
      .waitFor();
    await desk().screenshot('export-written');
    assert.ok((await readdir(desk().folder)).every((name) => !name.endsWith('.tmp')));
  });

  it('goes to the line of a problem instead', async () => {
    await desk().runCommand('IP4 Desk: Export to Word');
    const dialog = desk().page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Show Problems' }).click();
    await desk().quickInputRows.first().waitFor();
    await desk().screenshot('export-problem-list');
    await desk().press('Enter');
    await desk()
      .page.getByRole('button', { name: /^Ln 13,/ })
      .waitFor();
  });

  it('has each quotation verbatim, and each footnote, for our own reader', async () => {
    const read = await extractWord(await readFile(file()), { maxBytes: 10_000_000 });
    assert.ok('document' in read);
    const text = read.document.blocks.map((block) => block.text).join('\n');
    for (const words of [
      '“the keeper shall light both lamps at dusk”',
      'The council paid in dried herring, and the keeper has counted every barrel since',
      'So the council in its minutes of May.',
      'Ann Mallow, The harbour lights of Skerryholm, Town Council, 2001, p. 3.',
      'Mallow, Harbour lights of Skerryholm, p. 9.',
    ]) {
      assert.ok(text.includes(words), `${words} in\n${text}`);
    }
  });

  it('has the same headings and footnotes for Pandoc', async () => {
    const { stdout, stderr } = await run('pandoc', [file(), '-t', 'markdown', '--wrap=none']);
    assert.equal(stderr, '');
    assert.deepEqual(stdout.match(/^#+ .*$/gm), ['# Duties', '## Costs']);
    assert.equal(stdout.match(/^\[\^\d+\]: /gm)?.length, 4);
    assert.match(stdout, /^\[\^2\]: So the council in its \*minutes\* of May\.$/m);
  });

  it('is laid out by LibreOffice, with footnotes at the foot of their page', async function () {
    this.timeout(120_000);
    await run('soffice', [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      work,
      file(),
    ]);
    const pdf = join(work, 'lamps.pdf');
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
    const [first = ''] = stdout.split('\f');
    const places = [
      'The lamps of Skerryholm',
      'Duties',
      'What the lamps burn',
      'So the council',
    ].map((words) => first.indexOf(words));
    assert.ok(places.every((place) => place >= 0));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    await mkdir(resultsFolder, { recursive: true });
    await run('pdftoppm', ['-r', '80', '-png', pdf, join(resultsFolder, 'export-page')]);
  });

  it('becomes an HTML file with the same words', async () => {
    await desk().runCommand('IP4 Desk: Export as HTML');
    const dialog = desk().page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Export Anyway' }).click();
    await waitFor('the proposed name', async () =>
      (await desk().quickInputBox.inputValue()).endsWith('/lamps.html'),
    );
    await desk().quickInput.getByText('OK', { exact: true }).click();
    const html = await waitFor('the file', () =>
      readFile(join(desk().folder, 'lamps.html'), 'utf8').catch(() => undefined),
    );
    const page = await desk().page.context().newPage();
    await page.setContent(html);
    await page.screenshot({ path: join(resultsFolder, 'export-html.png'), fullPage: true });
    assert.equal(await page.locator('.notes li').count(), 4);
    await page.close();
  });
});
