import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startServer } from '../../scripts/lib/server.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { extractWord } from '../../src/core/library/formats/word';
import { encodeText } from '../support/encodeText';
import { makeCjkPdf } from '../support/makeCjkPdf';
import { waitFor } from '../support/waitFor';
import { installedExtension, useWorkbench, watchedNode } from './setup';

// Without a `main` the editor has nothing to run beside the files, and runs the extension in a
// worker of the browser: as in an editor that has no server at all.
describe('extension host of a browser', () => {
  let folder: string;
  let server: Server;

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'ip4-desk-web-'));
    const extension = join(folder, 'extension');
    await cp(await installedExtension(), extension, { recursive: true });
    const manifest = join(extension, 'package.json');
    const fields = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
    await writeFile(
      manifest,
      JSON.stringify({ ...fields, main: undefined, extensionKind: undefined }),
    );
    server = await startServer({
      dataFolder: join(folder, 'data'),
      smokeTestDriver: true,
      nodeArguments: watchedNode(),
    });
  });

  const desk = useWorkbench(
    {
      files: {
        'lamps.md': '# Lamps\n\nLit at dusk^[By order].\n',
        'lines.md': 'Words that are hyphenated at the end of a line are put together.\n',
      },
    },
    () => ({
      server,
      payload: {
        extensionDevelopmentPath: server.remoteUri(join(folder, 'extension')),
        extensionDevelopmentKind: 'web',
      },
    }),
  );

  after(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('browses, reads a source in a worker of its own, and finds it', async () => {
    await desk().openSidebar();
    await desk().row('Topics', 'The IP4 grouping').waitFor();
    await desk().row('Sources', 'How IP4 Desk reads a source').waitFor();
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('hyphenated words pdf');
    await desk().line('Columns are read one after the other').waitFor();
    await desk().press('Escape');
  });

  it('reads a PDF that needs a character map, and a text in an old encoding', async () => {
    const sources = join(desk().folder, 'sources');
    const page = [{ text: '灯台の光は港の入口を照らす', x: 72, y: 700 }];
    await writeFile(
      join(sources, 'lighthouse.pdf'),
      makeCjkPdf({ map: '90ms-RKSJ', pages: [page] }),
    );
    await writeFile(
      join(sources, 'ferry.txt'),
      encodeText('연락선은 매일 아침 섬으로 떠나고 저녁에 항구로 돌아온다.', 'euc-kr'),
    );
    for (const words of ['灯台の光', '연락선은']) {
      await desk().openPalette('Search');
      await desk().quickInputBox.fill(`"${words}"`);
      await desk().quickInputRows.filter({ hasText: words }).first().waitFor();
      await desk().press('Escape');
    }
  });

  it('finds evidence for a sentence, and shows that nothing is left', async () => {
    await desk().press('Control+Shift+E');
    await desk().openNote('lines.md');
    await desk().line('Words that are hyphenated').click();
    await desk().runCommand('IP4 Desk: Find Evidence');
    await desk().quickInputRows.filter({ hasText: 'hyphenated at the end' }).first().waitFor();
    await desk().press('Alt+Enter');
    await desk().line('put together.[^1]').waitFor();
    await desk().runCommand('IP4 Desk: Ready to Send');
    await desk().page.locator('.part.panel').getByText('Nothing left: ready to send.').waitFor();
    await desk().screenshot('ready-web');
  });

  it('exports a note to Word, and asks before it does so again', async () => {
    await desk().openNote('lamps.md');
    const file = join(desk().folder, 'lamps.docx');
    const save = async () => {
      await desk().runCommand('IP4 Desk: Export to Word');
      await waitFor('the proposed name', async () =>
        (await desk().quickInputBox.inputValue()).endsWith('/lamps.docx'),
      );
      await desk().quickInput.getByText('OK', { exact: true }).click();
    };
    await save();
    const bytes = await waitFor('the file', () => readFile(file).catch(() => undefined));
    const read = await extractWord(bytes, { maxBytes: 1_000_000 });
    assert.ok('document' in read);
    assert.deepEqual(
      read.document.blocks.map(({ text }) => text),
      ['Lamps', 'Lit at dusk.', 'By order.'],
    );
    await save();
    await desk().quickInput.getByText('lamps.docx already exists').waitFor();
    await desk().screenshot('export-web-replace');
    await desk().press('Escape');
  });
});
