import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFile, exportFormatOf } from '../../../src/cli/exportFile';

describe('exporting without an editor', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'secret.png'), 'x');
    await symlink(join(folder, 'secret.png'), join(folder, 'notes', 'link.png'));
  });

  after(() => rm(folder, { recursive: true }));

  it('reads nothing that lies outside the folder of the note, links included', async () => {
    const text = '![a](../secret.png)\n\n![b](link.png)\n\n![c](none.png)';
    const note = join(folder, 'notes', 'a.md');
    const { bytes, problems } = await exportFile(note, text, 'html', []);
    assert.deepEqual(problems, [
      '1:1 The picture “../secret.png” lies outside the folder. Its description stands in its place.',
      '3:1 The picture “link.png” lies outside the folder. Its description stands in its place.',
      '5:1 The picture “none.png” is not there. Its description stands in its place.',
    ]);
    assert.match(new TextDecoder().decode(bytes), /<p class="caption">c<\/p>/);
  });

  it('says why nothing can be made of a note', async () => {
    await assert.rejects(
      exportFile('a.tex', 'Words.', 'word', []),
      /Only notes in Markdown and Quarto/,
    );
  });

  it('knows formats by their endings', () => {
    assert.deepEqual(['a.DOCX', 'a.htm', 'a.html', 'a.odt'].map(exportFormatOf), [
      'word',
      'html',
      'html',
      undefined,
    ]);
  });
});
