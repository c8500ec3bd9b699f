import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const encoder = new TextEncoder();
const BIB = '@book{quay99, author = {Quay, Ann}, title = {Winds of the Harbour}, year = 1999}\n';
const NOTE =
  '---\ntitle: A note\nbibliography: references.bib\n---\n\n# The IP4\n\n' +
  'The QXZ met the IP4 [@quay99, p. 3; @nobody], “and the lamps burn all night long” there.\n';

const SETTINGS = {
  [Settings.checksEnabled]: true,
  [Settings.termsDecorate]: 'all',
  [Settings.citingCheckCitekeys]: true,
  [Settings.citingCompleteCitekeys]: true,
  [Settings.termsComplete]: true,
  [Settings.hoverEnabled]: true,
};

describe('a note with every feature on', () => {
  let folder: vscode.Uri;
  const config = () => vscode.workspace.getConfiguration(SETTINGS_SECTION);

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'scans');
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), encoder.encode(text));
    await Promise.all([write('references.bib', BIB), write('note.md', NOTE)]);
    for (const [name, value] of Object.entries(SETTINGS)) {
      await config().update(name, value, vscode.ConfigurationTarget.Global);
    }
  });

  after(async () => {
    for (const name of Object.keys(SETTINGS)) {
      await config().update(name, undefined, vscode.ConfigurationTarget.Global);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is scanned once a version, however often something is typed', async () => {
    const { exports } = extension();
    const counts = await exports.countScans();
    const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'note.md'));
    const editor = await vscode.window.showTextDocument(note);
    const versions: string[] = [];
    // What is on the disk may have been read before the note was opened.
    for (const letter of ['x', 'y']) {
      const place = note.positionAt(note.getText().indexOf('QXZ m') + 'QXZ m'.length);
      await editor.edit((edit) => edit.insert(place, letter), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
      await everythingAsked(note);
      versions.push(note.getText());
    }
    assert.deepEqual(
      versions.map((text) => counts.get(text)),
      [1, 1],
    );
  });
});

/** Has every feature that works on a note answer for it as it is now. */
async function everythingAsked(note: vscode.TextDocument): Promise<void> {
  const { uri } = note;
  const run = (command: string, ...args: readonly unknown[]) =>
    vscode.commands.executeCommand(`vscode.${command}`, uri, ...args);
  const at = (word: string) => note.positionAt(note.getText().indexOf(word) + 2);
  const whole = new vscode.Range(0, 0, note.lineCount, 0);
  // One after the other: the editor takes back what it asks for twice at a time.
  for (const word of ['IP4', 'quay99']) {
    for (const command of ['Hover', 'Definition', 'Reference']) {
      await run(`execute${command}Provider`, at(word));
    }
    await run('executeDocumentHighlights', at(word));
  }
  await run('executeCompletionItemProvider', at('met'));
  await run('executeLinkProvider');
  await run('executeCodeActionProvider', whole);
  await vscode.commands.executeCommand('ip4Desk.checkQuotations');
  const found = () =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'IP4 Desk')
      .map(({ range }) => note.getText(range));
  await waitFor('the findings', () => ['QXZ', 'nobody'].every((word) => found().includes(word)));
}
