import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const { fs } = vscode.workspace;

/** A folder of its own, whose terms hold nowhere else. */
const FOLDER = 'lightvessel';

const BROKEN = `contexts:
  - terms:
      - name: Windlass Bell
        definition: Rings when the chain runs out.
        status: golden
      - definition: Of nothing.
      - name: Riding Lamp
        definition: Shows where the vessel lies.
`;

const NOTE = 'The windlass bell rang, and the riding lamp was lit by the mate.\n';

describe('glossary files', () => {
  let folder: vscode.Uri;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (file: vscode.Uri, text: string) =>
    fs.writeFile(file, new TextEncoder().encode(text));

  /** Without what VS Code itself says of JSON. */
  const diagnosticsOf = (file: vscode.Uri) =>
    vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'IP4 Desk');

  /** The problems of a file: their kinds and the text at their places. */
  async function problemsOf(file: vscode.Uri): Promise<readonly string[]> {
    const document = await vscode.workspace.openTextDocument(file);
    return diagnosticsOf(file).map(({ code, range }) => {
      const kind = typeof code === 'string' ? code : '';
      return `${kind}: ${document.getText(range)}`;
    });
  }

  async function expectProblems(file: vscode.Uri, ...expected: readonly string[]): Promise<void> {
    const isSo = async () => String(await problemsOf(file)) === String(expected);
    await waitFor(`the problems of ${file.path}`, isSo, 10_000).catch(async () =>
      assert.deepEqual(await problemsOf(file), expected),
    );
  }

  /** Waits until the hover over `word` in a note of the folder has `text`. */
  async function expectHover(word: string, text: string): Promise<void> {
    const note = await vscode.workspace.openTextDocument(at('note.md'));
    const place = note.positionAt(note.getText().indexOf(word) + 1);
    await waitFor(`${word}: ${text}`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        note.uri,
        place,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .some((content) => typeof content !== 'string' && content.value.includes(text));
    });
  }

  async function replace(file: vscode.Uri, old: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(file);
    const start = document.getText().indexOf(old);
    assert.ok(start >= 0, old);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + old.length),
    );
    edit.replace(file, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  const open = async (file: vscode.Uri) =>
    vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));

  before(async () => {
    await extension().activate();
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root);
    folder = vscode.Uri.joinPath(root, FOLDER);
    await write(at('note.md'), NOTE);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(folder, { recursive: true, useTrash: false });
  });

  it('show what is wrong at its place, and their other entries work', async () => {
    const file = at('lamps.glossary.yml');
    await write(file, BROKEN);
    await open(file);
    await expectProblems(file, 'unknownValue: golden', 'noName: definition: Of nothing.');
    await expectHover('windlass', 'Rings when the chain runs out');
    await expectHover('riding', 'Shows where the vessel lies');
  });

  it('are mended by an edit that is not saved', async () => {
    const file = at('lamps.glossary.yml');
    await open(file);
    await expectProblems(file, 'unknownValue: golden', 'noName: definition: Of nothing.');
    await replace(file, 'status: golden', 'status: preferred');
    await replace(
      file,
      '- definition: Of nothing.',
      '- name: Windlass\n        definition: Turns.',
    );
    await expectProblems(file);
    await replace(file, 'Shows where the vessel lies', 'Burns all night');
    await expectHover('riding', 'Burns all night');
  });

  it('keep their terms while somebody has opened a quotation mark', async () => {
    const file = at('lamps.glossary.yml');
    await open(file);
    await replace(file, 'Rings when the chain runs out.', '"Rings when');
    await expectHover('windlass', 'Rings when');
    await expectHover('riding', 'Shows where the vessel lies');
  });

  it('have no problems any more once they are deleted', async () => {
    const file = at('gone.glossary.json');
    const mate = '{"name": "mate", "definition": "Second on board"}';
    await write(file, `{"contexts": [{"terms": [{"name": ""}, ${mate}]}]}`);
    await open(file);
    await expectProblems(file, 'noName: ""');
    // The workspace has found the file.
    await expectHover('mate', 'Second on board');
    await fs.delete(file);
    await waitFor('no problems', () => diagnosticsOf(file).length === 0);
  });

  it('show their problems outside the workspace until they are closed', async () => {
    const file = vscode.Uri.from({ scheme: 'untitled', path: '/elsewhere/new.glossary.yml' });
    const { document } = await open(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), 'terms: []\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await expectProblems(file, 'notGlossary: terms');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('no problems', () => document.isClosed && diagnosticsOf(file).length === 0);
  });

  it('do no harm when they are hostile', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = Array.from({ length: 10 }, () => (level === 0 ? 'a' : `*l${level - 1}`));
      return `x-l${level}: &l${level} [${items.join()}]\n`;
    });
    const bomb = at('bomb.glossary.yml');
    const deep = at('deep.glossary.json');
    await write(bomb, `${levels.join('')}contexts: *l8\n`);
    await write(deep, '['.repeat(100_000));
    await open(bomb);
    await expectProblems(deep, 'tooLarge: ');
    assert.match(String(await problemsOf(bomb)), /wrongType/);
    await expectHover('riding', 'Shows where the vessel lies');
  });
});
