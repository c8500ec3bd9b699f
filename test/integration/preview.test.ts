import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';

const PACK_TITLE = /<abbr class="ip4desk-term" title="Istanbul Cooperation Initiative: [^"]+">ICI</;

describe('Markdown preview', () => {
  const folder = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'lamps');
  const settings = () => vscode.workspace.getConfiguration('ip4Desk.terms');

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder(), name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  const glossary = (definition: string) =>
    write(
      'lamps.glossary.yml',
      `contexts:\n  - terms:\n      - name: lamp room\n        definition: ${JSON.stringify(definition)}\n`,
    );

  function render(note: vscode.TextDocument): Thenable<string> {
    return vscode.commands.executeCommand('markdown.api.render', note);
  }

  const rendered = (what: string, note: vscode.TextDocument, expected: RegExp) =>
    waitFor(what, async () => expected.test(await render(note)));

  let note: vscode.TextDocument;
  before(async () => {
    await glossary('Where the "lamp" is kept <b>lit</b>.');
    const text = '# The ICI\n\nThe lamp room and the ICI.\n\nThe lamp room, `ICI`.\n';
    note = await vscode.workspace.openTextDocument(await write('note.md', text));
  });
  afterEach(() => settings().update('preview', undefined, vscode.ConfigurationTarget.Workspace));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it('explains shipped terms and own ones, escaped', async () => {
    await rendered('the shipped term', note, PACK_TITLE);
    const own = 'title="Where the &quot;lamp&quot; is kept &lt;b&gt;lit&lt;/b&gt;.">lamp room<';
    await waitFor('the own term', async () => (await render(note)).includes(own));
    assert.match(await render(note), /<h1[^>]*>The ICI<\/h1>/);
  });

  it('explains first uses, all or none, as the setting says', async () => {
    const counts: number[] = [];
    for (const uses of ['first', 'all', 'off']) {
      await settings().update('preview', uses, vscode.ConfigurationTarget.Workspace);
      counts.push((await render(note)).split('ip4desk-term').length - 1);
    }
    assert.deepEqual(counts, [2, 3, 0]);
  });

  it('follows a glossary that changes', async () => {
    await glossary('Up the stairs.');
    await rendered('the new definition', note, /title="Up the stairs\.">lamp room</);
  });

  it('leaves our own pages and texts that are no document alone', async () => {
    await rendered('terms', note, PACK_TITLE);
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('ip4desk:/markdown/term/istanbul-cooperation-initiative.md'),
    );
    assert.doesNotMatch(await render(page), /ip4desk-term/);
    const text: string = await vscode.commands.executeCommand('markdown.api.render', 'The ICI.');
    assert.equal(text.includes('ip4desk-term'), false);
  });
});
