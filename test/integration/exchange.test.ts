import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';

const CSV = [
  'name,abbreviation,definition,synonyms',
  'harbour control room,HCR,The room from which the lamps are lit.,control room; lamp room',
  ',,No name here.,',
  'Harbour control room,,,watch room',
  '',
].join('\n');

describe('exchange of glossaries', () => {
  let folder: vscode.Uri;

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'exchange');
    await vscode.workspace.fs.createDirectory(folder);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  const at = (name: string) => vscode.Uri.joinPath(folder, name);

  async function textOf(file: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  }

  async function importFile(name: string, content: string, glossary: vscode.Uri): Promise<string> {
    await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(content));
    await vscode.commands.executeCommand('ip4Desk.importGlossary', { file: at(name), glossary });
    const report = vscode.window.activeTextEditor?.document;
    assert.ok(report?.isUntitled, 'the report is a document that is not saved');
    return report.getText();
  }

  it('makes a glossary of a table, and reports on each row', async () => {
    const glossary = at('port.glossary.yml');
    const report = await importFile('port.csv', CSV, glossary);
    assert.match(report, /Entries added: 1, merged: 1, unchanged: 0, rejected: 1\./);
    const yaml = await textOf(glossary);
    for (const line of ['name: harbour control room', 'abbreviation: HCR', '- watch room']) {
      assert.ok(yaml.includes(line), yaml);
    }
  });

  it('adds to a glossary without changing what is there', async () => {
    const glossary = at('kept.glossary.yml');
    const before =
      'contexts:\n  - terms:\n      # ours\n      - name: "lamp"\n        definition: Ours.\n';
    await vscode.workspace.fs.writeFile(glossary, new TextEncoder().encode(before));
    await waitForTerm('lamp');
    const report = await importFile(
      'more.tsv',
      'name\tdefinition\nlamp\tTheirs.\nbell\tIt rings.\n',
      glossary,
    );
    assert.match(report, /lamp \(row 2\): the glossary has an entry/);
    const after = await textOf(glossary);
    assert.ok(after.startsWith(before.trimEnd()), after);
    assert.ok(after.includes('- name: bell'), after);
  });

  it('writes TBX that it reads back', async () => {
    const glossary = at('round.glossary.yml');
    const yaml =
      'contexts:\n  - terms:\n      - name: quay\n        definition: A wall of <stone> & wood.\n';
    await vscode.workspace.fs.writeFile(glossary, new TextEncoder().encode(yaml));
    await waitForTerm('quay');
    void vscode.commands.executeCommand('ip4Desk.exportGlossary', {
      glossary: glossary.toString(),
      format: 'tbx',
      file: at('round.tbx'),
    });
    const xml = await waitFor('the file', () => textOf(at('round.tbx')).catch(() => undefined));
    await importFile('again.tbx', xml, at('again.glossary.yml'));
    assert.ok((await textOf(at('again.glossary.yml'))).includes('A wall of <stone> & wood.'));
  });

  it('says what is wrong with a file that is no glossary', async () => {
    const report = await importFile('broken.tbx', '<tbx><text>', at('never.glossary.yml'));
    assert.match(report, /cannot be read/);
    await assert.rejects(textOf(at('never.glossary.yml')));
  });

  /** Waits until a term can be found in a note beside the glossaries. */
  async function waitForTerm(name: string): Promise<void> {
    const note = at(`${name}.md`);
    await vscode.workspace.fs.writeFile(note, new TextEncoder().encode(`The ${name} is here.\n`));
    const document = await vscode.workspace.openTextDocument(note);
    await waitFor(`a hover on ${name}`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(5),
      );
      return hovers.length > 0;
    });
  }
});
