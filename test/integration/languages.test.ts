import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Files in the languages that VS Code does not know by itself, with a term at the `¦`. */
const FILES = [
  ['note.typ', 'typst', '= The partners\n\nThe *I¦P4* met. #quote[IP4]\n'],
  ['note.adoc', 'asciidoc', '= The partners\n\nThe *I¦P4* met.\n'],
  ['note.qmd', 'quarto', '# The partners\n\nThe *I¦P4* met.\n'],
  ['note.org', 'org', '* The partners\n\nThe *I¦P4* met.\n'],
] as const;

describe('languages that no other extension tells the editor of', () => {
  let folder: vscode.Uri;

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'languages');
    await vscode.workspace.fs.createDirectory(folder);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  for (const [name, language, marked] of FILES) {
    it(`are those of notes: ${name} is ${language}`, async () => {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace('¦', '')));
      const note = await vscode.workspace.openTextDocument(uri);
      assert.equal(note.languageId, language);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        note.positionAt(marked.indexOf('¦')),
      );
      const cards = hovers.flatMap(({ contents }) => contents).map(textOf);
      assert.ok(
        cards.some((card) => card.includes('Indo-Pacific Four')),
        cards.join('\n'),
      );
    });
  }
});

function textOf(part: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof part === 'string' ? part : part.value;
}
