import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { WorkspaceBibliographies } from '../../src/workspace/bibliographies/workspaceBibliographies';
import { Settings, SETTINGS_SECTION } from '../../src/host/ids';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import { waitFor } from '../support/waitFor';
import { windowWatches } from './windowWatches';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();

/** A bibliography with entries of those keys. */
function bib(...keys: readonly string[]): string {
  return keys.map((key) => `@book{${key}, title = {On ${key}}, year = 2001}\n`).join('\n');
}

function csl(...keys: readonly string[]): string {
  return JSON.stringify(keys.map((id) => ({ id, type: 'book', title: `On ${id}` })));
}

describe('the bibliographies of a note', () => {
  let base: vscode.Uri;
  let count = 0;
  let logged: string[];
  let bibliographies: WorkspaceBibliographies;
  let changes = 0;

  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
  const write = (path: string, text: string): Thenable<void> =>
    fs.writeFile(at(path), encoder.encode(text));

  /** Opens a note, written first. */
  async function note(path: string, text = ''): Promise<vscode.TextDocument> {
    await write(path, text);
    return vscode.workspace.openTextDocument(at(path));
  }

  /** The files that hold for a note, each with its keys. */
  async function summary(of: vscode.TextDocument): Promise<readonly string[]> {
    return (await bibliographies.of(of)).map(
      ({ uri, entries }) =>
        `${uri.path.slice(base.path.length + 1)}: ${entries.map(({ citekey }) => citekey).join()}`,
    );
  }

  async function expect(of: vscode.TextDocument, ...expected: readonly string[]): Promise<void> {
    const isThere = async () => String(await summary(of)) === String(expected);
    await waitFor(expected.join(), isThere).catch(async () =>
      assert.deepEqual(await summary(of), expected),
    );
  }

  const configure = (value: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration(SETTINGS_SECTION)
      .update(Settings.citingBibliography, value, vscode.ConfigurationTarget.Workspace);

  async function replace(uri: vscode.Uri, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  before(() => windowWatches());

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    // Below the window's own folder, which the editor watches from the beginning.
    base = vscode.Uri.joinPath(folder.uri, `bibliographies-${Date.now().toString(36)}-${count++}`);
    for (const folder of ['', 'w', 'w/notes']) {
      await fs.createDirectory(at(folder));
      await windowWatches(at(folder));
    }
    const host: FolderHost = {
      workspaceFolders: [{ uri: at('w'), name: 'w', index: 0 }],
      onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
    };
    logged = [];
    const log = (message: string) => void logged.push(message);
    const files = new BibliographyFiles({ info: log, warn: log, error: log }, ANYWHERE);
    bibliographies = new WorkspaceBibliographies(files, ANYWHERE, host);
    changes = 0;
    bibliographies.onDidChange(() => (changes += 1));
  });

  afterEach(async () => {
    await configure(undefined);
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    bibliographies.dispose();
    await fs.delete(base, { recursive: true });
  });

  it('are those of the nearest folder, and not of one above the workspace folder', async () => {
    await write('references.bib', bib('above'));
    const one = await note('w/notes/a.md');
    await expect(one);
    await write('w/references.csl.json', csl('csl'));
    await expect(one, 'w/references.csl.json: csl');
    await write('w/notes/z.bib', bib('z'));
    await write('w/notes/references.bib', bib('r', 's'));
    await write('w/notes/package.json', '{}');
    await expect(one, 'w/notes/references.bib: r,s', 'w/notes/z.bib: z');
    await expect(await note('w/b.md'), 'w/references.csl.json: csl');
    await expect(await note('c.md'), 'references.bib: above');
  });

  it('are those that the setting names, then those that the note names', async () => {
    await write('w/references.bib', bib('near'));
    await write('w/notes/own.bib', bib('own'));
    await write('w/other.json', csl('other'));
    const front = '---\nbibliography: [own.bib, ../other.json]\n---\n';
    const named = await note('w/notes/a.md', front);
    await expect(named, 'w/notes/own.bib: own', 'w/other.json: other');
    const latex = await vscode.workspace.openTextDocument({
      language: 'latex',
      content: '\\addbibresource{notes/own.bib}',
    });
    await expect(latex, 'w/notes/own.bib: own');
    await configure('other.json');
    await expect(named, 'w/other.json: other');
    await configure(at('w/references.bib').path);
    await expect(named, 'w/references.bib: near');
    await configure(undefined);
    await replace(named.uri, 'No front matter any more.\n');
    await expect(named, 'w/notes/own.bib: own');
  });

  it('have entries by their keys, the first of those that are alike', async () => {
    await write('w/references.bib', `${bib('a')}@book{a, title = {Second}}\n@book{broken\n`);
    const [found] = await bibliographies.of(await note('w/a.md'));
    assert.equal(found?.entry('a')?.metadata.title, 'On a');
    assert.equal(found?.entry('b'), undefined);
    assert.equal(found?.problems.length, 1);
  });

  it('follow what is typed and not saved, at once, and back', async () => {
    await write('w/references.bib', bib('a'));
    const one = await note('w/a.md');
    await expect(one, 'w/references.bib: a');
    await replace(at('w/references.bib'), bib('b', 'c'));
    assert.deepEqual(await summary(one), ['w/references.bib: b,c']);
    await waitFor('the event', () => changes > 0);
    await vscode.window.showTextDocument(at('w/references.bib'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await expect(one, 'w/references.bib: a');
  });

  it('follow what happens on the disk', async () => {
    const one = await note('w/notes/a.md');
    await expect(one);
    await write('w/references.bib', bib('a'));
    await waitFor('the first event', () => changes > 0);
    await expect(one, 'w/references.bib: a');
    await write('w/references.bib', bib('a', 'bb'));
    await expect(one, 'w/references.bib: a,bb');
    await fs.delete(at('w/references.bib'));
    await expect(one);
  });

  it('are the same objects as long as the text is the same', async () => {
    await write('w/references.bib', bib('a'));
    const one = await note('w/a.md');
    const [first] = await bibliographies.of(one);
    await vscode.workspace.openTextDocument(at('w/references.bib'));
    const [second] = await bibliographies.of(one);
    assert.ok(first);
    assert.equal(first, second);
  });

  it('go without those that are not there or cannot be read, and tell which', async () => {
    await write('w/huge.bib', ' '.repeat(16_000_001));
    await write('w/refs.yaml', 'references: []');
    await write('w/small.bib', bib('a'));
    const front = '---\nbibliography: [gone.bib, huge.bib, refs.yaml, small.bib]\n---\n';
    const one = await note('w/a.md', front);
    await expect(one, 'w/small.bib: a');
    assert.deepEqual(
      (await bibliographies.missing(one)).map(({ path }) => path.slice(base.path.length + 1)),
      ['w/gone.bib', 'w/huge.bib', 'w/refs.yaml'],
    );
    await bibliographies.of(one);
    for (const name of ['huge.bib', 'refs.yaml']) {
      assert.equal(logged.filter((line) => line.includes(name)).length, 1, logged.join('\n'));
    }
  });

  it('get new entries in the first of them, or in a file that is yet to be', async () => {
    const file = async (of: vscode.TextDocument) => {
      const uri = await bibliographies.fileForNewEntry(of);
      return uri?.path.slice(base.path.length + 1);
    };
    const one = await note('w/notes/a.md');
    assert.equal(await file(one), 'w/notes/references.bib');
    assert.equal(await file(await vscode.workspace.openTextDocument()), 'w/references.bib');
    await write('w/b.bib', bib('a'));
    await expect(one, 'w/b.bib: a');
    assert.equal(await file(one), 'w/b.bib');
    const named = await note('w/notes/n.md', '---\nbibliography: new/refs.json\n---\n');
    assert.equal(await file(named), 'w/notes/new/refs.json');
    const unreadable = await note('w/notes/u.md', '---\nbibliography: refs.yaml\n---\n');
    await write('w/notes/refs.yaml', '');
    assert.equal(await file(unreadable), undefined);
    await configure('main.bib');
    assert.equal(await file(one), 'w/main.bib');
  });

  it('hold for the cells of a notebook as for a note in its place', async () => {
    await write('w/notes/refs.bib', bib('a'));
    await write('w/notes/n.ipynb', JSON.stringify(NOTEBOOK));
    const notebook = await vscode.workspace.openNotebookDocument(at('w/notes/n.ipynb'));
    await expect(notebook.cellAt(0).document, 'w/notes/refs.bib: a');
  });
});

const NOTEBOOK = {
  cells: [{ cell_type: 'markdown', metadata: {}, source: ['See [@a].'] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};
