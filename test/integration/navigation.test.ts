import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Commands } from '../../src/host/ids';
import { entryUri } from '../../src/host/uris';
import { waitFor } from '../support/waitFor';

const GLOSSARY = `contexts:
  - name: Harbour
    terms:
      - name: Harbour Lantern Board
        abbreviation: HLB
        aliases: [board of lanterns]
        definition: The board that keeps the lanterns lit.
      - name: ICI
        definition: The invented customs inspectorate.
`;

const FILES: Readonly<Record<string, string>> = {
  'navigation/port.glossary.yml': GLOSSARY,
  'navigation/one.md': [
    'The Harbour Lantern Board met; the HLB rose. The NATO summit and NATO. The ICI.',
    'A quay, `HLB`, and a quay.',
  ].join('\n'),
  'navigation/two.md': 'Also the board of lanterns.',
};

const [folder] = vscode.workspace.workspaceFolders ?? [];
assert.ok(folder);
const uriOf = (path: string) => vscode.Uri.joinPath(folder.uri, path);
const glossary = uriOf('navigation/port.glossary.yml');
const note = uriOf('navigation/one.md');

/** The place in a file of the `¦` of a text that it has once without it. */
async function placeOf(uri: vscode.Uri, marked: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.getText().indexOf(marked.replace('¦', ''));
  assert.notEqual(start, -1, marked);
  return document.positionAt(start + marked.indexOf('¦'));
}

async function at<T>(command: string, uri: vscode.Uri, marked: string): Promise<readonly T[]> {
  const position = await placeOf(uri, marked);
  return vscode.commands.executeCommand<T[]>(command, uri, position);
}

/** Where definitions lead: "file: selected text", the origin's text before it. */
async function definitions(uri: vscode.Uri, marked: string): Promise<readonly string[]> {
  const links = await at<vscode.LocationLink>('vscode.executeDefinitionProvider', uri, marked);
  const from = await vscode.workspace.openTextDocument(uri);
  return Promise.all(
    links.map(async ({ originSelectionRange, targetUri, targetSelectionRange, targetRange }) => {
      const origin = originSelectionRange ? from.getText(originSelectionRange) : '';
      if (targetUri.scheme !== folder?.uri.scheme) {
        return `${origin} > ${targetUri.path}`;
      }
      const target = await vscode.workspace.openTextDocument(targetUri);
      assert.ok(targetSelectionRange && targetRange.contains(targetSelectionRange));
      return `${origin} > ${target.getText(targetSelectionRange)}`;
    }),
  );
}

/** The references in the files of this test, as "file: text". */
async function references(uri: vscode.Uri, marked: string): Promise<readonly string[]> {
  const found = await at<vscode.Location>('vscode.executeReferenceProvider', uri, marked);
  const own = found.filter((location) => location.uri.path.includes('/navigation/'));
  const texts = await Promise.all(
    own.map(async (location) => {
      const document = await vscode.workspace.openTextDocument(location.uri);
      return `${location.uri.path.split('/').at(-1)}: ${document.getText(location.range)}`;
    }),
  );
  return texts.sort();
}

async function highlights(marked: string, uri = note): Promise<readonly string[]> {
  const found = await at<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', uri, marked);
  const document = await vscode.workspace.openTextDocument(uri);
  return found.map(({ range }) => document.getText(range));
}

const BOARD = [
  'one.md: HLB',
  'one.md: Harbour Lantern Board',
  'port.glossary.yml: Harbour Lantern Board',
  'two.md: board of lanterns',
];

describe('navigation from terms', () => {
  before(async () => {
    await vscode.extensions.getExtension('ip4desk.ip4-desk')?.activate();
    for (const [path, text] of Object.entries(FILES)) {
      await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    }
    await waitFor(
      'the glossary',
      async () => (await definitions(note, 'Harbour¦ Lantern')).length > 0,
    );
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('navigation'), { recursive: true });
  });

  describe('to a definition', () => {
    it('leads to the entry of an own term', async () => {
      assert.deepEqual(await definitions(note, 'the H¦LB rose'), ['HLB > Harbour Lantern Board']);
    });

    it('leads to the page of a shipped term', async () => {
      const { path } = entryUri({
        kind: 'term',
        id: 'nato',
        title: 'North Atlantic Treaty Organization (NATO)',
      });
      assert.deepEqual(await definitions(note, 'and NA¦TO.'), [`NATO > ${path}`]);
    });

    // We give the nearest first; the editor sorts by address.
    it('leads to all that share a wording', async () => {
      const { path } = entryUri({
        kind: 'term',
        id: 'istanbul-cooperation-initiative',
        title: 'Istanbul Cooperation Initiative (ICI)',
      });
      assert.deepEqual([...(await definitions(note, 'The I¦CI.'))].sort(), [
        `ICI > ${path}`,
        'ICI > ICI',
      ]);
    });

    it('leads nowhere from code', async () => {
      assert.deepEqual(await definitions(note, '`H¦LB`'), []);
    });
  });

  describe('to references', () => {
    it('finds every form in every note, and the entry', async () => {
      // Files that have just been made are known once the editor has told of them.
      await waitFor('all notes', async () => {
        const found = await references(note, 'the H¦LB rose');
        return found.length >= BOARD.length;
      });
      assert.deepEqual(await references(note, 'the H¦LB rose'), BOARD);
    });

    it('starts from the entry as well, its name and aliases', async () => {
      assert.deepEqual(await references(glossary, 'name: Harbour¦ Lantern'), BOARD);
      assert.deepEqual(await references(glossary, 'board of¦ lanterns]'), BOARD);
      assert.deepEqual(await references(glossary, 'that ke¦eps'), []);
    });

    it('counts what has not been saved', async () => {
      const document = await vscode.workspace.openTextDocument(uriOf('navigation/two.md'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'HLB. ');
      await vscode.workspace.applyEdit(edit);
      try {
        assert.deepEqual(await references(document.uri, 'H¦LB'), [...BOARD, 'two.md: HLB'].sort());
      } finally {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    });

    it('leads nowhere from code', async () => {
      assert.deepEqual(await references(note, '`H¦LB`'), []);
    });
  });

  describe('highlights', () => {
    it('mark the other uses, whatever their form', async () => {
      assert.deepEqual(await highlights('the H¦LB rose'), ['Harbour Lantern Board', 'HLB']);
    });

    it('leave other words to the editor', async () => {
      await vscode.window.showTextDocument(note);
      assert.deepEqual(await highlights('A qu¦ay'), ['quay', 'quay']);
    });
  });

  describe('the command that goes to an entry', () => {
    const selected = () => {
      const editor = vscode.window.activeTextEditor;
      return editor && `${editor.document.uri.path} ${editor.document.getText(editor.selection)}`;
    };
    const id = `${glossary.toString()}#Harbour#Harbour Lantern Board`;

    beforeEach(() => vscode.window.showTextDocument(note));

    it('selects its name', async () => {
      await vscode.commands.executeCommand(Commands.openGlossaryEntry, { term: id });
      assert.equal(selected(), `${glossary.path} Harbour Lantern Board`);
    });

    it('does nothing on what is no term', async () => {
      const before = selected();
      for (const argument of [undefined, null, 4, 'text', { term: 4 }]) {
        await vscode.commands.executeCommand(Commands.openGlossaryEntry, argument);
      }
      assert.equal(selected(), before);
    });

    it('is what looking up an own term does', async () => {
      const editor = await vscode.window.showTextDocument(note);
      const caret = await placeOf(note, 'the H¦LB rose');
      editor.selection = new vscode.Selection(caret, caret);
      await vscode.commands.executeCommand(Commands.defineSelection);
      assert.equal(selected(), `${glossary.path} Harbour Lantern Board`);
    });

    it('is what a row of Look Up Term… does', async () => {
      await vscode.commands.executeCommand(Commands.defineTerm, { query: 'lantern bo' });
      await waitFor('the entry', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return selected() === `${glossary.path} Harbour Lantern Board`;
      });
    });
  });
});
