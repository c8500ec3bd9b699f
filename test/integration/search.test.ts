import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PagePreview } from '../../src/features/search/pagePreview';
import { Commands } from '../../src/host/ids';
import { insertAtCursors } from '../../src/host/insertText';
import { entryOfUri, entryUri } from '../../src/host/uris';
import { waitFor } from '../support/waitFor';

const NATO = entryUri({ kind: 'partner', id: 'nato', title: 'NATO' });
const JAPAN = entryUri({ kind: 'partner', id: 'japan', title: 'Japan' });

const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);
const nextRow = () => command('workbench.action.quickOpenSelectNext');
const acceptRow = () => command('workbench.action.acceptSelectedQuickOpenItem');
const escape = () => command('workbench.action.closeQuickOpen');

/** The tabs of all groups: `name`, with `*` for active ones and `~` for previews; groups are parted by `|`. */
function tabs(): string {
  return vscode.window.tabGroups.all
    .map((group) =>
      group.tabs
        .map((tab) => tab.label + (tab.isActive ? '*' : '') + (tab.isPreview ? '~' : ''))
        .join(' '),
    )
    .join(' | ');
}

/** Waits for the tabs to be as `tabs` gives them. */
async function expectTabs(expected: string): Promise<void> {
  await waitFor('the tabs', () => tabs() === expected).catch(() => assert.equal(tabs(), expected));
}

function activePage(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && entryOfUri(editor.document.uri)?.id;
}

/** The title of the page that is open, by its address. */
function activeTitle(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);
}

const NOTES: Readonly<Record<string, string>> = {
  'note.md': [
    '# A note',
    'The Mediterranean Dialogue and the Istanbul Cooperation',
    'Initiative are frameworks, as the ICI is. One area is disinformation.',
    ...Array.from({ length: 100 }, (_, line) => `Line ${line}.`),
  ].join('\n'),
  'other.txt': 'Another note.',
};

function noteUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

function openNote(name = 'note.md', preview = false): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(noteUri(name), { preview });
}

/** Puts the selection on the first place in an editor that reads `text`. */
function select(editor: vscode.TextEditor, text: string): void {
  const start = editor.document.getText().indexOf(text);
  assert.notEqual(start, -1, text);
  const { document } = editor;
  editor.selection = new vscode.Selection(
    document.positionAt(start),
    document.positionAt(start + text.length),
  );
}

/** Opens a palette and moves down in it until a page is shown. */
async function previewSomething(id: string, argument?: unknown): Promise<void> {
  await command(id, argument);
  await waitFor('a preview', async () => {
    await nextRow();
    return activePage();
  });
}

/** Waits until the palette that was closed last has done all that it does: the next one waits for it too. */
async function settle(): Promise<void> {
  await command(Commands.search);
  await escape();
}

async function closeEverything(): Promise<void> {
  await settle();
  await command('workbench.action.closeAllEditors');
  await waitFor('all editors to close', () => tabs().trim() === '');
}

describe('search', () => {
  before(async () => {
    for (const [name, text] of Object.entries(NOTES)) {
      await vscode.workspace.fs.writeFile(noteUri(name), new TextEncoder().encode(text));
    }
  });
  after(async () => {
    for (const name of Object.keys(NOTES)) {
      await vscode.workspace.fs.delete(noteUri(name));
    }
  });

  describe('the search palette', () => {
    beforeEach(closeEverything);
    after(closeEverything);

    it('puts the editor back on Escape, its selection and scroll position included', async () => {
      const editor = await openNote();
      select(editor, 'Line 60.');
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
      await waitFor('the editor to scroll', () => editor.visibleRanges[0]?.start.line !== 0);
      const [selection, top] = [editor.selection, editor.visibleRanges[0]?.start.line];

      await previewSomething(Commands.search, { query: 'informal' });
      await escape();

      await expectTabs('note.md*');
      const now = await waitFor('the note', () => vscode.window.activeTextEditor);
      assert.equal(now.document.fileName.endsWith('note.md'), true);
      assert.deepEqual(now.selection, selection);
      await waitFor('the scroll position', () => now.visibleRanges[0]?.start.line === top);
    });

    it('previews nothing before somebody types or moves', async () => {
      await openNote();
      await command(Commands.search, { query: 'informal' });
      // What a second palette puts back is the note: the first one showed nothing over it.
      await command(Commands.search, { query: 'informal' });
      await expectTabs('note.md*');
    });

    it('opens the page of what is accepted, in a preview tab', async () => {
      await openNote();
      await previewSomething(Commands.search, { query: 'informal' });
      await acceptRow();
      await settle();
      await expectTabs(`note.md ${activeTitle()}*~`);
    });

    it('is replaced by a second one, which then puts back what was there before the first', async () => {
      await openNote();
      await previewSomething(Commands.search, { query: 'informal' });
      await previewSomething(Commands.search, { query: 'Japan' });
      await escape();
      await expectTabs('note.md*');
    });

    it('starts with the selection', async () => {
      select(await openNote(), 'Mediterranean Dialogue');
      await command(Commands.searchSelection);
      await waitFor('the page', async () => {
        await acceptRow();
        return activePage();
      });
      assert.equal(activePage(), 'mediterranean-dialogue');
    });

    it('starts with the word at the cursor', async () => {
      const editor = await openNote();
      select(editor, 'disinformation');
      editor.selection = new vscode.Selection(editor.selection.active, editor.selection.active);
      await command(Commands.searchSelection);
      const page = await waitFor('the page', async () => {
        await acceptRow();
        return activePage();
      });
      assert.match(page, /disinformation/);
    });

    it('searches for the name of an entry that a link gives', async () => {
      await command(Commands.search, { kind: 'term', id: 'mediterranean-dialogue' });
      const page = await waitFor('the page', async () => {
        await acceptRow();
        return activePage();
      });
      assert.equal(page, 'mediterranean-dialogue');
    });

    it('offers a search again that led somewhere', async () => {
      await command(Commands.search, { query: 'Mediterranean Dialogue' });
      await waitFor('the page', async () => {
        await acceptRow();
        return activePage();
      });
      await closeEverything();
      // The first row is that search; accepting it fills it in, accepting again opens its first result.
      await command(Commands.search);
      await waitFor('the page', async () => {
        await acceptRow();
        return activePage() === 'mediterranean-dialogue';
      });
      await command(Commands.clearRecentSearches);
    });

    it('takes any argument', async () => {
      for (const argument of [null, 4, 'text', { query: 4 }, { kind: 'term', id: '../x' }]) {
        await command(Commands.search, argument);
        await escape();
      }
      assert.equal(tabs().trim(), '');
    });
  });

  describe('looking up a term', () => {
    beforeEach(closeEverything);
    after(closeEverything);

    it('lists terms only, all of them at first', async () => {
      await previewSomething(Commands.defineTerm);
      const { uri } = vscode.window.activeTextEditor?.document ?? assert.fail();
      assert.equal(entryOfUri(uri)?.kind, 'term');
    });

    it('opens the page of a term that is selected exactly, at once', async () => {
      select(await openNote(), 'ICI');
      await command(Commands.defineSelection);
      assert.equal(activePage(), 'istanbul-cooperation-initiative');
    });

    it('opens the page of the term at the cursor, also over a line break', async () => {
      const editor = await openNote();
      select(editor, 'Cooperation\nInitiative');
      editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
      await command(Commands.defineSelection);
      assert.equal(activePage(), 'istanbul-cooperation-initiative');
    });

    it('offers the nearest where the selection is more than a term', async () => {
      select(await openNote(), 'the ICI is');
      await command(Commands.defineSelection);
      assert.equal(activePage(), undefined);
      await waitFor('the page', async () => {
        await acceptRow();
        return activePage();
      });
    });
  });

  describe('a preview of pages', () => {
    const errors: unknown[] = [];
    const preview = () => new PagePreview((error) => errors.push(error));
    const shows = (page: vscode.Uri) =>
      waitFor(`a preview of ${page.path}`, () => activePage() === entryOfUri(page)?.id);

    beforeEach(closeEverything);
    after(closeEverything);
    afterEach(() => assert.deepEqual(errors.splice(0), []));

    it('takes one tab, which goes away', async () => {
      await openNote();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      pages.show(JAPAN);
      await shows(JAPAN);
      assert.equal(tabs(), 'note.md Japan*~');
      await pages.restore();
      await expectTabs('note.md*');
    });

    it('shows the last of many pages that are asked for at once', async () => {
      const pages = preview();
      for (const page of [NATO, JAPAN, NATO, JAPAN]) {
        pages.show(page);
      }
      await shows(JAPAN);
      await pages.restore();
      assert.equal(tabs().trim(), '');
    });

    it('is put away while a page is still being opened', async () => {
      await openNote();
      const pages = preview();
      pages.show(NATO);
      pages.show(JAPAN);
      await pages.restore();
      await expectTabs('note.md*');
    });

    it('gives a preview tab back', async () => {
      const editor = await openNote('note.md', true);
      select(editor, 'disinformation');
      const { selection } = editor;
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      assert.equal(tabs(), 'NATO*~');
      const restored = await pages.restore();
      assert.equal(tabs(), 'note.md*~');
      assert.deepEqual(restored?.selection, selection);
    });

    it('leaves a preview tab in the background alone', async () => {
      await openNote('note.md', true);
      await openNote('other.txt');
      const before = tabs();
      assert.equal(before, 'note.md~ other.txt*');
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      pages.show(JAPAN);
      await shows(JAPAN);
      await pages.restore();
      assert.equal(tabs(), before);
    });

    it('leaves a page open that was open before', async () => {
      await vscode.window.showTextDocument(NATO, { preview: false });
      await openNote();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      pages.show(JAPAN);
      await shows(JAPAN);
      await pages.restore();
      assert.equal(tabs(), 'NATO note.md*');
    });

    it('leaves nothing behind where preview tabs are switched off', async () => {
      const config = vscode.workspace.getConfiguration('workbench.editor');
      await config.update('enablePreview', false, vscode.ConfigurationTarget.Workspace);
      try {
        await openNote();
        const pages = preview();
        pages.show(NATO);
        await shows(NATO);
        pages.show(JAPAN);
        await shows(JAPAN);
        await expectTabs('note.md Japan*');
        await pages.restore();
        await expectTabs('note.md*');
      } finally {
        await config.update('enablePreview', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('keeps an untitled note', async () => {
      const document = await vscode.workspace.openTextDocument({
        content: 'x',
        language: 'markdown',
      });
      await vscode.window.showTextDocument(document);
      const before = tabs();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      const editor = await pages.restore();
      assert.equal(tabs(), before);
      assert.equal(editor?.document, document);
    });

    it('goes back to a tab that is no text', async () => {
      await vscode.window.showTextDocument(NATO, { preview: false });
      await command('workbench.action.openSettings2');
      await waitFor('the settings', () => / Settings\*/.test(tabs()));
      const before = tabs();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      pages.show(JAPAN);
      await shows(JAPAN);
      await pages.restore();
      await expectTabs(before);
    });

    it('shows nothing any more once it has ended', async () => {
      await openNote();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      await pages.restore();
      pages.show(JAPAN);
      await pages.restore();
      await expectTabs('note.md*');
    });

    it('goes back to a notebook', async () => {
      const notebook = await vscode.workspace.openNotebookDocument(
        'jupyter-notebook',
        new vscode.NotebookData([
          new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'The IP4 met.', 'markdown'),
        ]),
      );
      await vscode.window.showNotebookDocument(notebook);
      await waitFor(
        'notebook tab',
        () =>
          vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof
          vscode.TabInputNotebook,
      );
      const before = tabs();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      await pages.restore();
      await expectTabs(before);
      await command('workbench.action.revertAndCloseActiveEditor');
    });

    it('stays in its group', async () => {
      await openNote();
      await openNote('other.txt');
      await command('workbench.action.moveEditorToNextGroup');
      await expectTabs('note.md* | other.txt*');
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      assert.equal(tabs(), 'note.md* | other.txt NATO*~');
      await pages.restore();
      assert.equal(tabs(), 'note.md* | other.txt*');
    });

    it('leaves the page that was chosen', async () => {
      await openNote();
      const pages = preview();
      pages.show(NATO);
      await shows(NATO);
      await pages.commit(async () => void (await vscode.window.showTextDocument(JAPAN)));
      assert.equal(tabs(), 'note.md Japan*~');
    });
  });

  describe('text that is inserted', () => {
    let document: vscode.TextDocument;
    let editor: vscode.TextEditor;

    before(closeEverything);
    beforeEach(async () => {
      document = await vscode.workspace.openTextDocument({ content: 'one two\nthree' });
      editor = await vscode.window.showTextDocument(document, { preview: false });
      editor.selections = [new vscode.Selection(0, 0, 0, 3), new vscode.Selection(1, 5, 1, 5)];
    });
    afterEach(async () => {
      await vscode.window.showTextDocument(document);
      await command('workbench.action.revertAndCloseActiveEditor');
      await closeEverything();
    });

    it('stands behind each selection, parted from words, and is one step to undo', async () => {
      assert.equal(await insertAtCursors(editor, 'A claim.'), true);
      assert.equal(document.getText(), 'one A claim. two\nthree A claim.');
      await command('undo');
      assert.equal(document.getText(), 'one two\nthree');
    });

    it('gets no blank where there is one, or at the beginning of a line', async () => {
      const places = [0, 4, 8].map((at) => document.positionAt(at));
      editor.selections = places.map((place) => new vscode.Selection(place, place));
      assert.equal(await insertAtCursors(editor, 'A claim.'), true);
      assert.equal(document.getText(), 'A claim. one A claim. two\nA claim. three');
    });

    it('reaches a document whose editor was hidden meanwhile', async () => {
      await openNote();
      assert.equal(await insertAtCursors(editor, 'A claim.'), true);
      assert.equal(document.getText(), 'one A claim. two\nthree A claim.');
    });
  });
});
