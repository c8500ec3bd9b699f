import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askToComplete } from '../../src/features/citing/entries/askToComplete';
import { completeEntry } from '../../src/features/citing/entries/completeEntry';
import { EntryMemory, nameOfEntry } from '../../src/features/citing/entries/entryMemory';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { WorkspaceBibliographies } from '../../src/workspace/bibliographies/workspaceBibliographies';
import type { Library } from '../../src/workspace/library/library';
import { librarySource } from '../support/librarySources';
import { waitFor } from '../support/waitFor';
import { ANYWHERE } from '../support/anywhere';
import { memoryState } from '../support/memoryState';
import { windowWatches } from './windowWatches';

const { fs } = vscode.workspace;
const INCOMPLETE = '@misc{roe,\n  title = {On the lamps of Roe},\n}\n';

describe('entries that lack something', () => {
  let base: vscode.Uri;
  let count = 0;

  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
  const write = (path: string, text: string): Thenable<void> =>
    fs.writeFile(at(path), new TextEncoder().encode(text));

  /** What we say of a bibliography in the Problems view. */
  function told(path = 'references.bib'): readonly string[] {
    return vscode.languages
      .getDiagnostics(at(path))
      .filter(({ code }) => code === 'incomplete-entry')
      .map(({ message }) => message);
  }

  async function openNote(text = 'So [@roe].\n', name = 'note.md'): Promise<vscode.TextDocument> {
    await write(name, text);
    const note = await vscode.workspace.openTextDocument(at(name));
    await vscode.window.showTextDocument(note);
    return note;
  }

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    base = vscode.Uri.joinPath(folder.uri, 'notes', `entries-${++count}`);
    // An open file is read again when the window sees that another has written it.
    await fs.createDirectory(base);
    await windowWatches(base);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are marked until they are whole, where a note cites them, with a fix', async () => {
    await write('references.bib', `${INCOMPLETE}\n@misc{uncited}\n`);
    await openNote();
    await waitFor('the mark', () => told().length > 0);
    assert.deepEqual(told(), ['Entry “roe” has no author or date.']);

    const file = await vscode.workspace.openTextDocument(at('references.bib'));
    const [diagnostic = assert.fail()] = vscode.languages.getDiagnostics(file.uri);
    assert.equal(file.getText(diagnostic.range), 'roe');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file.uri,
      diagnostic.range,
    );
    assert.ok(actions.some(({ title }) => title === 'Complete Entry…'));

    await write('references.bib', '@misc{roe, author = {Roe}, title = {Lamps}, year = {n.d.}}\n');
    await waitFor('no mark', () => told().length === 0);
  });

  it('are left to the reference manager that has written them', async () => {
    await write('references.bib', `% Exported by Better BibTeX\n${INCOMPLETE}`);
    await write('other.bib', '@misc{mallow, title = {Oil}}\n');
    await openNote('---\nbibliography: [references.bib, other.bib]\n---\nSo [@roe; @mallow].\n');
    await waitFor('the mark', () => told('other.bib').length > 0);
    assert.deepEqual(told(), []);
  });

  describe('when they are asked about', () => {
    let asked: string[];
    let answer: string | undefined;
    const { showInformationMessage } = vscode.window;

    beforeEach(() => {
      asked = [];
      (vscode.window as { showInformationMessage: unknown }).showInformationMessage = (
        message: string,
        _options: unknown,
        ...items: readonly vscode.MessageItem[]
      ) => {
        asked.push(message);
        return Promise.resolve(items.find(({ title }) => title === answer));
      };
    });
    afterEach(() => {
      vscode.window.showInformationMessage = showInformationMessage;
    });

    it('are asked about once a source, and never again when that was declined', async () => {
      await write('references.bib', INCOMPLETE);
      const state = memoryState();
      const added = { file: at('references.bib'), citekey: 'roe', source: `${count}/declined.pdf` };
      answer = 'Not Now';
      await askToComplete(new EntryMemory(state), added);
      await askToComplete(new EntryMemory(state), added);
      assert.deepEqual(asked, ['Entry “roe” has no author or date.']);
      const memory = new EntryMemory(state);
      assert.ok(
        memory.added.has(nameOfEntry(added.file, 'roe')) && memory.hasDeclined(added.source),
      );
    });

    it('are not asked about when nothing is missing', async () => {
      await write('references.bib', '@misc{roe, author = {R}, title = {L}, year = 2000}');
      const added = { file: at('references.bib'), citekey: 'roe', source: 'whole.pdf' };
      await askToComplete(new EntryMemory(memoryState()), added);
      assert.deepEqual(asked, []);
    });

    it('are completed in one step to undo, and the source if it is wanted', async () => {
      for (const [path, text, expected] of [
        [
          'references.bib',
          INCOMPLETE,
          '@misc{roe,\n  author = {Roe, Ann},\n  year = {n.d.},\n  title = {On the lamps of Roe},\n}\n',
        ],
        [
          'references.json',
          '[{"id":"roe","title":"On the lamps of Roe"}]',
          '[{"id":"roe","title":"On the lamps of Roe","author":[{"family":"Roe","given":"Ann"}],"issued":{"literal":"n.d."}}]',
        ],
      ] as const) {
        await write(path, text);
        await openNote(`---\nbibliography: ${path}\n---\nSo [@roe].\n`, `${path}.md`);
        const plain = librarySource('lamps.pdf');
        const citation = { ...plain.citation, title: 'On the lamps of Roe' };
        const source = { ...plain, citation };
        const kept: unknown[] = [];
        const library = {
          sources: [source],
          statementsOf: () => ({ bibliography: {}, details: {}, document: {} }),
          setDetails: (_: string, details: unknown) => Promise.resolve(kept.push(details)),
        } as unknown as Library;
        const log = vscode.window.createOutputChannel('Entries', { log: true });
        const bibliographies = new WorkspaceBibliographies(
          new BibliographyFiles(log, ANYWHERE),
          ANYWHERE,
        );
        answer = 'Keep with Source';
        const restore = typeInto(['Roe, Ann', 'n.d.']);
        try {
          await completeEntry({ bibliographies, library, log }, [at(path).toString(), 'roe']);
        } finally {
          restore();
        }
        const file = await vscode.workspace.openTextDocument(at(path));
        assert.equal(file.getText(), expected);
        assert.equal(file.isDirty, false);
        assert.deepEqual(kept, [{ author: [{ family: 'Roe', given: 'Ann' }], issued: null }]);
        await vscode.window.showTextDocument(file);
        await vscode.commands.executeCommand('undo');
        await waitFor('the entry as it was', () => file.getText() === text);
        await file.save();
        [bibliographies, log].forEach((one) => one.dispose());
      }
    });
  });
});

/** Has input boxes answered one after the other; gives back what puts the editor's own in place. */
function typeInto(answers: readonly string[]): () => void {
  const { createInputBox } = vscode.window;
  const left = [...answers];
  vscode.window.createInputBox = () => {
    const input = createInputBox();
    const changes = new vscode.EventEmitter<string>();
    const accepts = new vscode.EventEmitter<void>();
    const show = (): void => {
      input.value = left.shift() ?? assert.fail('one question too many');
      changes.fire(input.value);
      setTimeout(() => accepts.fire());
    };
    return new Proxy(input, {
      get: (target, name) =>
        name === 'show'
          ? show
          : name === 'onDidChangeValue'
            ? changes.event
            : name === 'onDidAccept'
              ? accepts.event
              : name === 'dispose'
                ? () => target.dispose()
                : (Reflect.get(target, name, target) as unknown),
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  };
  return () => {
    vscode.window.createInputBox = createInputBox;
  };
}
