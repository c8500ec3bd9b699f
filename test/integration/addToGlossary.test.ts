import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseGlossary } from '../../src/core/glossary/parse';
import { Commands } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const { fs } = vscode.workspace;

const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);
const accept = () => command('workbench.action.acceptSelectedQuickOpenItem');
const escape = () => command('workbench.action.closeQuickOpen');

const GLOSSARY = `# Terms of the harbour
contexts:
  - name: Harbour
    terms:
      # The first
      - name: Foghorn
        definition: Sounds in fog.
`;

const NOTE = `The Harbour Lights Authority (HLA) met. A foghorn sounded.

The XQZ did not come, though the HLA had asked for \`--QQW\`.
`;

describe('writing glossaries', () => {
  let root: vscode.Uri;
  /**
   * A folder of its own, so that the glossary in it is the nearest whatever else is there; another
   * for each test, since the editor may keep the text of a file for a while when it is gone.
   */
  let folder = '';
  let tests = 0;
  const at = (...path: string[]) => vscode.Uri.joinPath(root, ...path);
  const glossary = () => at(folder, 'harbour.glossary.yml');
  const write = (file: vscode.Uri, text: string) =>
    fs.writeFile(file, new TextEncoder().encode(text));
  const read = async (file: vscode.Uri) => new TextDecoder().decode(await fs.readFile(file));
  const exists = async (file: vscode.Uri) => {
    try {
      await fs.stat(file);
      return true;
    } catch {
      return false;
    }
  };

  /** In a browser the editor saves by itself, which would hide who does. */
  const saveByItself = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('files')
      .update('autoSave', value, vscode.ConfigurationTarget.Workspace);

  before(() => saveByItself('off'));
  after(() => saveByItself(undefined));

  /** Waits for a command to end whose questions are cancelled. */
  async function cancel(running: Thenable<unknown>): Promise<void> {
    let hasEnded = false;
    void running.then(() => (hasEnded = true));
    await waitFor('the end', async () => {
      await escape();
      return hasEnded;
    });
  }

  /** Goes through questions by accepting what is there, until something has come about. */
  async function acceptUntil(what: string, probe: () => Promise<boolean>): Promise<void> {
    await waitFor(what, async () => {
      await accept();
      return probe();
    });
  }

  async function namesIn(file: vscode.Uri): Promise<readonly string[]> {
    const text = (await vscode.workspace.openTextDocument(file)).getText();
    return parseGlossary(text).contexts.flatMap(({ entries }) => entries.map(({ name }) => name));
  }

  /** Opens the note with `text` selected, or the caret in its middle. */
  async function openNote(text: string, { caret = false } = {}): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(at(folder, 'note.md'), { preview: false });
    const { document } = editor;
    const start = document.getText().indexOf(text);
    assert.notEqual(start, -1);
    const middle = document.positionAt(start + 1);
    editor.selection = caret
      ? new vscode.Selection(middle, middle)
      : new vscode.Selection(document.positionAt(start), document.positionAt(start + text.length));
    return editor;
  }

  before(async () => {
    await extension().activate();
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    root = first.uri;
  });

  beforeEach(async () => {
    folder = `lighthouse-${++tests}`;
    await write(glossary(), GLOSSARY);
    await write(at(folder, 'note.md'), NOTE);
    await openNote('A foghorn');
    // The glossary is known when its term is.
    await waitFor(
      'the glossary',
      // The editor may call a request off while a document has just been opened.
      async () => (await offers('foghorn').catch(() => undefined))?.length === 0,
    );
  });

  afterEach(async () => {
    await escape();
    await command('workbench.action.revertAndCloseActiveEditor');
    await command('workbench.action.closeAllEditors');
    await fs.delete(at(folder), { recursive: true });
  });

  /** What the lightbulb offers of ours, by its title. */
  async function offers(
    text: string,
    { caret = false, kind = undefined as string | undefined } = {},
  ): Promise<readonly vscode.CodeAction[]> {
    const { document, selection } = await openNote(text, { caret });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      kind,
    );
    return actions.filter((action) => action.command?.command === Commands.addToGlossary);
  }

  describe('adding a term', () => {
    it('writes it behind the others, saved, and is undone by one step', async () => {
      await openNote('Harbour Lights Authority (HLA)');
      void command(Commands.addToGlossary);
      await acceptUntil('the term', async () => (await read(glossary())).includes('HLA'));
      const text = `${GLOSSARY}      - name: Harbour Lights Authority\n        abbreviation: HLA\n`;
      assert.equal(await read(glossary()), text);
      const { document } = await vscode.window.showTextDocument(glossary());
      // The file has its text before the editor knows that it has been saved.
      await waitFor('the glossary to be saved', () => !document.isDirty);
      await command('undo');
      assert.equal(document.getText(), GLOSSARY);
    });

    it('keeps what is not saved, and leaves it so', async () => {
      const { document } = await vscode.window.showTextDocument(glossary(), { preview: false });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '# Not saved\n');
      await vscode.workspace.applyEdit(edit);
      await openNote('foghorn');
      void command(Commands.addToGlossary, { name: 'Lamp', definition: 'Gives light: always.' });
      await acceptUntil('the term', async () => (await namesIn(glossary())).includes('Lamp'));
      assert.equal(
        document.getText(),
        `# Not saved\n${GLOSSARY}      - name: Lamp\n        definition: "Gives light: always."\n`,
      );
      assert.equal(document.isDirty, true);
      assert.equal(await read(glossary()), GLOSSARY);
      await vscode.window.showTextDocument(document);
    });

    it('is known in the note at once', async () => {
      assert.equal((await offers('XQZ')).length, 1);
      void command(Commands.addToGlossary, { name: 'XQZ' });
      await acceptUntil('the term', async () => (await namesIn(glossary())).includes('XQZ'));
      await waitFor('the lightbulb to go', async () => (await offers('XQZ')).length === 0);
    });

    it('goes back to what was asked before, with what was typed', async () => {
      await openNote('foghorn');
      void command(Commands.addToGlossary, { name: 'Lamp' });
      await waitFor('the term', async () => {
        await accept();
        await command('workbench.action.quickInputBack');
        await accept();
        await accept();
        return (await namesIn(glossary())).includes('Lamp');
      });
    });

    it('writes nothing on Escape', async () => {
      await openNote('XQZ');
      await cancel(command(Commands.addToGlossary));
      assert.equal(await read(glossary()), GLOSSARY);
    });

    it('takes any argument', async () => {
      for (const argument of [null, 4, 'text', { name: 4 }, { name: 'x'.repeat(10_000) }]) {
        await cancel(command(Commands.addToGlossary, argument));
      }
    });
  });

  describe('a new glossary', () => {
    it('is made with an example, and opened where the first term goes', async () => {
      const file = at('team.glossary.yml');
      try {
        void command(Commands.createGlossary);
        await acceptUntil('the file', () => exists(file));
        const editor = await waitFor('the editor', () => {
          const { activeTextEditor } = vscode.window;
          return activeTextEditor?.document.uri.toString() === file.toString() && activeTextEditor;
        });
        const { document, selection } = editor;
        assert.match(document.getText(), /name: team\n {4}terms:\n {6}# - name:/);
        assert.equal(document.lineAt(selection.active.line).text, '      #     - the Council');
        assert.equal(document.offsetAt(selection.active), document.getText().trimEnd().length);
      } finally {
        await command('workbench.action.closeActiveEditor');
        await fs.delete(file);
      }
    });
  });

  describe('the lightbulb', () => {
    it('offers a selected phrase and an unknown acronym, as no quick fix', async () => {
      const [phrase] = await offers('Harbour Lights Authority (HLA)');
      assert.equal(phrase?.title, 'Add “Harbour Lights Authority (HLA)” to glossary…');
      assert.equal(phrase.kind?.value, 'refactor.glossaryTerm');
      assert.deepEqual(phrase.command?.arguments, [
        { name: 'Harbour Lights Authority', abbreviation: 'HLA' },
      ]);
      const [acronym] = await offers('HLA had', { caret: true });
      assert.deepEqual(acronym?.command?.arguments, phrase.command.arguments);
      assert.equal((await offers('XQZ', { caret: true })).length, 1);
      assert.equal((await offers('XQZ', { caret: true, kind: 'quickfix' })).length, 0);
    });

    it('offers nothing for a word, a known term, or more than a name', async () => {
      assert.equal((await offers('met', { caret: true })).length, 0);
      assert.equal((await offers('foghorn', { caret: true })).length, 0);
      assert.equal((await offers('QQW', { caret: true })).length, 0);
      assert.equal((await offers('foghorn')).length, 0);
      assert.equal((await offers('A foghorn sounded.\n\nThe XQZ')).length, 0);
    });
  });

  it('shows which glossaries hold, and goes to one', async () => {
    await openNote('foghorn');
    void command(Commands.showActiveGlossaries);
    const editor = await waitFor('the glossary', async () => {
      await accept();
      const { activeTextEditor } = vscode.window;
      return (
        activeTextEditor?.document.uri.toString() === glossary().toString() && activeTextEditor
      );
    });
    assert.equal(editor.document.getText(editor.selection), 'Foghorn');
  });
});
