import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';

/** Ours among the suggestions at a position: words of the document are of another kind. */
async function termsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  resolve = 0,
): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    resolve,
  );
  return items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
}

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === 'string' ? label : label.label;

async function openMarked(marked: string, language: string) {
  const content = marked.replace('¦', '');
  const document = await vscode.workspace.openTextDocument({ language, content });
  return { document, position: document.positionAt(marked.indexOf('¦')) };
}

/** The suggestions at the `¦` of a text in a new untitled document. */
async function termsIn(marked: string, language = 'markdown', resolve = 0) {
  const { document, position } = await openMarked(marked, language);
  return termsAt(document, position, resolve);
}

const labelsIn = async (marked: string, language?: string) =>
  (await termsIn(marked, language)).map(labelOf);

/** The text after the first suggestion of that label has been taken. */
async function takenIn(marked: string, label: string): Promise<string> {
  const { document, position } = await openMarked(marked, 'markdown');
  const item = (await termsAt(document, position)).find((each) => labelOf(each) === label);
  assert.ok(item, label);
  const { range, insertText } = item;
  assert.ok(range && typeof insertText === 'string');
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range instanceof vscode.Range ? range : range.replacing, insertText);
  await vscode.workspace.applyEdit(edit);
  return document.getText();
}

async function closeUntitled(): Promise<void> {
  const untitled = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  for (const document of untitled()) {
    await vscode.window.showTextDocument(document, { preview: false });
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await waitFor('the documents to be closed', () => untitled().length === 0);
}

const ICI = 'Istanbul Cooperation Initiative';

describe('the completion of terms', () => {
  before(() => vscode.extensions.getExtension('ip4desk.ip4-desk')?.activate());
  after(closeUntitled);

  const cases: readonly (readonly [
    marked: string,
    labels: readonly string[],
    language?: string,
  ])[] = [
    ['The istanbul coop¦', [ICI, `${ICI} (ICI)`]],
    ['The coop init¦', [ICI, `${ICI} (ICI)`]],
    ['The ICI¦', ['ICI', `${ICI} (ICI)`]],
    ['The istanbul coop¦', [ICI, `${ICI} (ICI)`], 'plaintext'],
    ['The \\emph{istanbul coop¦}', [ICI, `${ICI} (ICI)`], 'latex'],
    ['- **istanbul coop¦**', [ICI, `${ICI} (ICI)`]],
    [`The ${ICI} (ICI) met. The istanbul coop¦`, ['ICI', ICI]],
    [`The istanbul coop¦ and the ${ICI} (ICI)`, [ICI, `${ICI} (ICI)`]],
    ['It met. maritime sec¦', ['Maritime security']],
    ['The maritime sec¦', ['maritime security']],
    ['The AP4¦', ['Indo-Pacific Four', 'Indo-Pacific Four (IP4)', 'AP4']],
    ['The NATO chief¦', ['NATO Secretary General', 'NATO chief']],
    ['The istanbul ¦', [ICI, `${ICI} (ICI)`, 'Initiative de coopération d’Istanbul']],
    ['[istanbul coop¦](page.md)', [ICI, `${ICI} (ICI)`]],
  ];
  for (const [marked, labels, language] of cases) {
    it(`suggests behind ${JSON.stringify(marked)} in ${language ?? 'markdown'}`, async () =>
      assert.deepEqual(await labelsIn(marked, language), labels));
  }

  const silent: readonly (readonly [where: string, marked: string, language?: string])[] = [
    ['in code', 'The `istanbul coop¦`'],
    ['in code that is not closed yet', 'The `istanbul coop¦'],
    ['in a block of code', 'Text\n\n```\nistanbul coop¦\n```\n'],
    ['in a block of code that is not closed yet', 'Text\n\n```\nistanbul coop¦'],
    ['in front matter', '---\ntitle: istanbul coop¦\n---\n'],
    ['in mathematics', 'The $$istanbul coop¦$$'],
    ['in a comment', '<!-- istanbul coop¦ -->'],
    ['in an address', 'See https://example.org/ista¦'],
    ['in the target of a link', '[text](ista¦)'],
    ['in a comment of LaTeX', 'Text % istanbul coop¦', 'latex'],
    ['where no term has such words', 'The lighthouse keep¦'],
    ['in a language that is no prose', 'istanbul coop¦', 'javascript'],
  ];
  for (const [where, marked, language] of silent) {
    it(`is silent ${where}`, async () => assert.deepEqual(await labelsIn(marked, language), []));
  }

  it('replaces the phrase that was typed, up to the end of its last word', async () => {
    assert.equal(await takenIn('With the istanbul coop¦s.', ICI), `With the ${ICI}.`);
    assert.equal(await takenIn('With the ici¦.', `${ICI} (ICI)`), `With the ${ICI} (ICI).`);
  });

  it('lists terms without a word, and never more than a hundred', async () => {
    const all = await labelsIn('It met, ¦');
    assert.ok(all.length > 50 && all.length <= 100, String(all.length));
    assert.ok((await labelsIn('The n¦')).length <= 100);
  });

  it('keeps the words of the document beside the terms', async () => {
    const { document, position } = await openMarked('An istanbulite. The ista¦', 'plaintext');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(labelOf);
    assert.ok(labels.includes(ICI) && labels.includes('istanbulite'), labels.join());
  });

  it('explains a term when it is looked at', async () => {
    const [item] = await termsIn('The istanbul coop¦', 'markdown', 1);
    assert.ok(item?.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /\*\*Istanbul Cooperation Initiative\*\* · ICI/);
    assert.ok(!item.documentation.isTrusted && !item.documentation.supportHtml);
  });

  it('is switched off by its setting', async () => {
    const config = vscode.workspace.getConfiguration('ip4Desk');
    await config.update('terms.complete', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await labelsIn('The istanbul coop¦'), []);
    } finally {
      await config.update('terms.complete', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the completion of own terms', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const file = vscode.Uri.joinPath(folder.uri, 'completion.glossary.yml');
  const note = vscode.Uri.joinPath(folder.uri, 'completion-note.md');
  const glossary = `contexts:
  - name: Harbour
    terms:
      - name: Lighthouse Keepers' Assembly
        abbreviation: LKA
        definition: The <b>invented</b> assembly of [keepers](command:x).
      - name: beacon watch
        status: deprecated
        use: lantern watch
`;

  before(async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(file, bytes(glossary));
    await vscode.workspace.fs.writeFile(note, bytes('With the lighthouse keep\n\nbeacon\n'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(note);
  });

  /** The suggestions at the end of a line of the note, once there are any. */
  async function termsInLine(line: number, resolve = 0) {
    const document = await vscode.workspace.openTextDocument(note);
    const { end } = document.lineAt(line).range;
    return waitFor('own terms', async () => {
      const items = await termsAt(document, end, resolve);
      return items.length > 0 && items;
    });
  }

  it('suggests them with their explanation', async () => {
    const items = await termsInLine(0, 2);
    assert.deepEqual(items.map(labelOf), [
      "Lighthouse Keepers' Assembly",
      "Lighthouse Keepers' Assembly (LKA)",
    ]);
    const { documentation } = items[0]!;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /Harbour/);
    assert.doesNotMatch(documentation.value, /[^\\]<b>|\]\(command/);
  });

  it('writes the name to use in place of a deprecated one', async () => {
    const [item] = await termsInLine(2);
    assert.ok(item);
    assert.equal(labelOf(item), 'beacon watch');
    assert.equal(item.insertText, 'Lantern watch');
    assert.deepEqual(item.tags, [vscode.CompletionItemTag.Deprecated]);
  });

  it('follows the glossary', async () => {
    await termsInLine(0);
    const edit = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(file);
    const at = document.getText().indexOf('Assembly');
    const start = document.positionAt(at);
    edit.replace(file, new vscode.Range(start, start.translate(0, 'Assembly'.length)), 'Guild');
    await vscode.workspace.applyEdit(edit);
    await waitFor('the new name', async () =>
      (await termsInLine(0)).some((item) => labelOf(item).includes('Guild')),
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
