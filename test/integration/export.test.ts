import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { extractWord } from '../../src/core/library/formats/word';
import { parseBibliography } from '../../src/core/citation/bibliography';
import type { ExportFormat } from '../../src/core/export/exportNote';
import { exportTo } from '../../src/features/export/exportTo';
import { Commands } from '../../src/host/ids';
import type { NoteBibliographies } from '../../src/workspace/bibliographies/noteBibliographies';
import { ANYWHERE } from '../support/anywhere';
import { makeWord } from '../support/makeWord';
import { setForWorkspace } from './setting';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();

const BIBLIOGRAPHY = `@report{lamps, title = {Harbour lamps}, author = {Mallow, Ann}, year = {2001}}
`;
const NOTE = `---
title: Lamps
---

# Duties

“The keeper shall light both lamps at dusk” [@lamps, p. 3], and no more[^1].

![A lamp](lamp.png)

[^1]: So the council.
`;
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('exporting notes', () => {
  const { showSaveDialog, showWarningMessage, showErrorMessage, showInformationMessage } =
    vscode.window;
  let folder: vscode.Uri;
  /** What was asked and told, in order. */
  let said: string[];
  /** What the next dialogs are answered. */
  let button: string | undefined;
  let chosen: vscode.Uri | undefined;

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'export');
    await write('references.bib', BIBLIOGRAPHY);
    await write('lamp.png', PNG);
    await write('lamps.md', NOTE);
  });

  beforeEach(() => {
    said = [];
    button = undefined;
    chosen = undefined;
    const window = vscode.window as { -readonly [Name in keyof typeof vscode.window]: unknown };
    window.showSaveDialog = ({ defaultUri }: vscode.SaveDialogOptions) => {
      said.push(`save ${defaultUri?.path.split('/').pop() ?? ''}`);
      return Promise.resolve(chosen);
    };
    window.showWarningMessage = (
      message: string,
      { detail }: vscode.MessageOptions,
      ...items: readonly vscode.MessageItem[]
    ) => {
      said.push(`${message}\n${detail ?? ''}`);
      return Promise.resolve(items.find(({ title }) => title === button));
    };
    const tell = (message: string) => {
      said.push(message);
      return Promise.resolve(undefined);
    };
    window.showErrorMessage = tell;
    window.showInformationMessage = tell;
  });

  afterEach(async () => {
    Object.assign(vscode.window, {
      showSaveDialog,
      showWarningMessage,
      showErrorMessage,
      showInformationMessage,
    });
    await setForWorkspace('ip4Desk.export.citations', undefined);
    await setForWorkspace('ip4Desk.export.referenceDocument', undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  after(() => fs.delete(folder, { recursive: true }));

  /** Does what the commands do, beside the extension, whose dialogs no test can answer. */
  async function run(format: ExportFormat, target?: unknown, annex?: string): Promise<void> {
    const { entries, problems } = parseBibliography(BIBLIOGRAPHY, 'references.bib');
    const bibliography = {
      uri: at('references.bib'),
      entries,
      problems,
      entry: (citekey: string) => entries.find((entry) => entry.citekey === citekey),
    };
    const bibliographies = { of: () => Promise.resolve([bibliography]) };
    await exportTo(
      { access: ANYWHERE, bibliographies: bibliographies as unknown as NoteBibliographies },
      format,
      target,
      annex === undefined ? undefined : () => Promise.resolve(annex || undefined),
    );
  }

  const at = (name: string) => vscode.Uri.joinPath(folder, name);

  async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
    await fs.writeFile(at(name), typeof content === 'string' ? encoder.encode(content) : content);
    return at(name);
  }

  async function blocksOf(file: vscode.Uri): Promise<readonly string[]> {
    const read = await extractWord(await fs.readFile(file), { maxBytes: 10_000_000 });
    assert.ok('document' in read, JSON.stringify(read));
    return read.document.blocks.map(({ kind, text }) => `${kind}: ${text}`);
  }

  async function names(): Promise<readonly string[]> {
    return (await fs.readDirectory(folder)).map(([name]) => name);
  }

  it('writes what is in the editor, with footnotes, where the dialog says', async () => {
    const document = await vscode.workspace.openTextDocument(at('lamps.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(8, 0), 'Unsaved.\n\n'));
    chosen = at('lamps.docx');
    await run('word');
    assert.deepEqual(said, ['save lamps.docx', 'The Word file “lamps.docx” is written.']);
    assert.deepEqual(await blocksOf(chosen), [
      'heading: Lamps',
      'heading: Duties',
      'paragraph: “The keeper shall light both lamps at dusk”, and no more.',
      'paragraph: Unsaved.',
      'caption: A lamp',
      'footnote: Ann Mallow, Harbour lamps, 2001, p. 3.',
      'footnote: So the council.',
    ]);
  });

  it('puts an annex behind the note, and writes nothing where there is none', async () => {
    await vscode.window.showTextDocument(at('lamps.md'));
    chosen = at('annexed.docx');
    await run('word', undefined, '');
    assert.deepEqual(said, []);
    await run('word', undefined, '## Annex: quotations\n\nChecked.\n');
    const blocks = await blocksOf(at('annexed.docx'));
    assert.deepEqual(blocks.slice(-2), ['heading: Annex: quotations', 'paragraph: Checked.']);
  });

  it('writes HTML by the setting for citations', async () => {
    await setForWorkspace('ip4Desk.export.citations', 'authorDate');
    const file = at('lamps.html');
    await vscode.commands.executeCommand(Commands.exportAsHtml, { note: at('lamps.md'), file });
    const html = new TextDecoder().decode(await fs.readFile(file));
    assert.match(html, /dusk” \(Mallow 2001, p\. 3\), and/);
    assert.match(html, /<img src="data:image\/png;base64,/);
    assert.match(html, /<p class="reference">Mallow, Ann\. 2001\./);
  });

  it('tells in one list what is lost, with lines, and writes nothing unless that may be', async () => {
    const note = await write('lossy.md', 'A [@nobody].\n\n![b](none.png)\n\n<iframe></iframe>\n');
    chosen = at('lossy.docx');
    await run('word', note);
    const list = [
      'Not all of this note will be in the file as it is written.',
      'Line 1: No bibliography of this note has “nobody”. It stays as it is written.',
      'Line 3: The picture “none.png” is not there. Its description stands in its place.',
      'Line 5: Of this HTML, only the words are kept.',
    ].join('\n');
    assert.deepEqual(said, [list]);
    assert.ok(!(await names()).includes('lossy.docx'));
    said = [];
    button = 'Export Anyway';
    await run('word', note);
    assert.deepEqual(said, [list, 'save lossy.docx', 'The Word file “lossy.docx” is written.']);
    assert.deepEqual(await blocksOf(chosen), [
      'paragraph: A [@nobody].',
      'paragraph: [none.png]',
      'caption: b',
    ]);
  });

  it('adds the ending that a name lacks, and asks before it replaces a file of that name', async () => {
    await write('kept.docx', 'kept');
    chosen = at('kept');
    await run('word', at('lamps.md'));
    assert.deepEqual(said.slice(1), ['“kept.docx” already exists. Do you want to replace it?\n']);
    assert.equal(new TextDecoder().decode(await fs.readFile(at('kept.docx'))), 'kept');
    button = 'Replace';
    await run('word', at('lamps.md'));
    assert.equal((await blocksOf(at('kept.docx')))[0], 'heading: Lamps');
  });

  it('leaves nothing behind where it cannot write', async () => {
    await write('file', 'a file');
    const file = vscode.Uri.joinPath(at('file'), 'lamps.docx');
    await run('word', { note: at('lamps.md'), file });
    assert.match(said[0] ?? '', /^“lamps\.docx” could not be written: /);
    assert.deepEqual(said.slice(1), []);
    assert.ok((await names()).every((name) => !name.endsWith('.tmp')));
  });

  it('takes the reference document of the setting', async () => {
    await write(
      'institute.docx',
      makeWord({
        body: '',
        parts: {
          'word/styles.xml':
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Haus1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
        },
      }),
    );
    await setForWorkspace('ip4Desk.export.referenceDocument', 'export/institute.docx');
    const file = at('house.docx');
    await vscode.commands.executeCommand(Commands.exportToWord, { note: at('lamps.md'), file });
    assert.ok((await blocksOf(file)).includes('heading: Duties'));
    const { 'word/document.xml': part } = unzipSync(await fs.readFile(file));
    assert.match(new TextDecoder().decode(part), /<w:pStyle w:val="Haus1"\/>/);
  });

  it('exports a note that is not saved, and says what it cannot export', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'Words.',
    });
    await vscode.window.showTextDocument(untitled);
    chosen = at('untitled.docx');
    await run('word');
    assert.deepEqual(await blocksOf(chosen), ['paragraph: Words.']);
    said = [];
    const latex = await vscode.workspace.openTextDocument({ language: 'latex', content: 'Words.' });
    await vscode.window.showTextDocument(latex);
    await run('word');
    assert.deepEqual(said, ['Only notes in Markdown and Quarto can be exported so far.']);
  });
});
