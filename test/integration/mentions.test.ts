import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { SourceDocument } from '../../src/core/library/document';
import { WorkspaceGlossaries } from '../../src/workspace/glossaries/workspaceGlossaries';
import type { LibrarySource } from '../../src/workspace/library/library';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import { NoteFiles } from '../../src/workspace/notes/noteFiles';
import { WorkspaceMentions } from '../../src/workspace/terms/workspaceMentions';
import { PageLinks } from '../../src/workspace/pages/pageLinks';
import { WorkspaceTerms } from '../../src/workspace/terms/workspaceTerms';
import { documentOf, librarySource, paragraph } from '../support/librarySources';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
const NOBODY = { info: () => undefined, warn: () => undefined, error: () => undefined };

const GLOSSARY = `contexts:
  - name: Harbour
    terms:
      - name: tide gauge
      - name: quay
`;

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('mentions', () => {
  let base: vscode.Uri;
  let count = 0;
  let sources: LibrarySource[] = [];
  let documents: ReadonlyMap<string, SourceDocument> = new Map();
  let changedContents: vscode.EventEmitter<void>;
  let glossaries: WorkspaceGlossaries;
  let terms: WorkspaceTerms;
  let notes: NoteFiles;
  let mentions: WorkspaceMentions;

  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
  const write = (path: string, text: string): Thenable<void> =>
    fs.writeFile(at(path), new TextEncoder().encode(text));

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const name = `mentions-${Date.now().toString(36)}-${count++}`;
    base = vscode.Uri.joinPath(folder.uri, '..', name);
    await fs.createDirectory(base);
    sources = [];
    documents = new Map();
    changedContents = new vscode.EventEmitter();
    const host: FolderHost = {
      workspaceFolders: [{ uri: base, name, index: 0 }],
      onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
    };
    glossaries = new WorkspaceGlossaries(NOBODY, ANYWHERE, host);
    terms = new WorkspaceTerms(
      {
        catalog: Object.assign(() => Promise.resolve(new Catalog([SMALL_PACK])), { reset() {} }),
        onDidChange: new vscode.EventEmitter<void>().event,
      },
      glossaries,
      NOBODY,
      new PageLinks(),
    );
    notes = new NoteFiles(ANYWHERE, LOG, host);
    mentions = new WorkspaceMentions(
      terms,
      {
        start: () => Promise.resolve(),
        get sources() {
          return sources;
        },
        document: (id) => Promise.resolve(documents.get(id)),
        onDidChangeContents: changedContents.event,
      },
      notes,
    );
  });

  afterEach(async () => {
    mentions.dispose();
    notes.dispose();
    terms.dispose();
    glossaries.dispose();
    changedContents.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await fs.delete(base, { recursive: true });
  });

  /** The id of the term of that name. */
  async function idOf(name: string): Promise<string> {
    const found = (await terms.all()).find((term) => term.name === name);
    assert.ok(found, name);
    return found.id;
  }

  /** "name of the file: first lines and columns", counted from 0. */
  async function told(name: string, token?: vscode.CancellationToken): Promise<readonly string[]> {
    return (await mentions.of(await idOf(name), token)).map(
      ({ uri, kind, ranges }) =>
        `${kind} ${uri.path.split('/').at(-1)}: ${ranges
          .map(({ start }) => `${start.line}:${start.character}`)
          .join(' ')}`,
    );
  }

  it('are told by file, notes before sources, each with its places', async () => {
    await write('team.glossary.yml', GLOSSARY);
    await write('b.md', '# Quay\n\nThe quay is wet. `quay`\r\nA quay.');
    await write('a.txt', 'No such thing as a tide gauge.');
    await write('node_modules/x/readme.md', 'The quay.');
    await write('picture.svg', '<svg>quay</svg>');
    addSource('survey', 'A quay survey', paragraph('Nothing.'), paragraph('One quay here.'));
    assert.deepEqual(await told('quay'), ['note b.md: 0:2 2:4 3:2', 'source A quay survey: 2:4']);
    assert.deepEqual(await told('tide gauge'), ['note a.txt: 0:19']);
    const [first] = await mentions.of(await idOf('quay'));
    assert.deepEqual(
      first?.ranges.map((range) => range.end.character - range.start.character),
      [4, 4, 4],
    );
  });

  it('are those of the terms that hold in a note, and in sources of all', async () => {
    await write('north/team.glossary.yml', GLOSSARY);
    await write('north/a.md', 'A quay.');
    await write('south/b.md', 'A quay in an alliance.');
    await write('south/c.md', '---\nglossaries: ../north/team\n---\nA quay.');
    addSource('survey', 'Survey', paragraph('A quay.'));
    await waitFor('the glossary that a note names', async () => (await told('quay')).length === 3);
    assert.deepEqual(await told('quay'), [
      'note a.md: 0:2',
      'note c.md: 3:2',
      'source Survey: 0:2',
    ]);
    assert.deepEqual(await told('Alliance'), ['note b.md: 0:13']);
  });

  it('count what is typed and not saved, in documents without a file as well', async () => {
    await write('team.glossary.yml', GLOSSARY);
    await write('a.md', 'A quay.');
    assert.deepEqual(await told('quay'), ['note a.md: 0:2']);
    const editor = await vscode.window.showTextDocument(at('a.md'));
    let changes = 0;
    mentions.onDidChange(() => changes++);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Quay!\n'));
    assert.deepEqual(await told('quay'), ['note a.md: 0:0 1:2']);
    await waitFor('the change to be told', () => changes > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

    const content = 'An alliance.';
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(draft);
    assert.ok((await told('Alliance')).some((line) => line.startsWith('note Untitled-')));
  });

  it('follow files and glossaries as they come, change and go', async () => {
    await write('a.md', 'A quay and a tide gauge.');
    assert.deepEqual(await mentions.of('no such'), []);
    await write('team.glossary.yml', GLOSSARY);
    await waitFor('the glossary', async () =>
      (await terms.all()).some(({ name }) => name === 'quay'),
    );
    assert.deepEqual(await told('quay'), ['note a.md: 0:2']);
    await write('b.md', 'Quay.');
    await waitFor('a file that is new', async () => (await told('quay')).length === 2);
    await write('b.md', 'No longer.');
    await waitFor('a file that is other', async () => (await told('quay')).length === 1);
    await fs.delete(at('a.md'));
    await waitFor('a file that is gone', async () => (await told('quay')).length === 0);
  });

  it('follow sources', async () => {
    await write('team.glossary.yml', GLOSSARY);
    assert.deepEqual(await told('quay'), []);
    let changes = 0;
    mentions.onDidChange(() => changes++);
    addSource('survey', 'Survey', paragraph('A quay.'));
    changedContents.fire();
    assert.equal(changes, 1);
    assert.deepEqual(await told('quay'), ['source Survey: 0:2']);
    sources = [];
    assert.deepEqual(await told('quay'), []);
  });

  it('are what is known by then when they are cancelled, and all the next time', async () => {
    await write('team.glossary.yml', GLOSSARY);
    await write('a.md', 'A quay.');
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.deepEqual(await told('quay', cancelled.token), []);
    assert.deepEqual(await told('quay'), ['note a.md: 0:2']);
    await fs.delete(at('a.md'));
    assert.deepEqual(await told('quay', cancelled.token), ['note a.md: 0:2']);
    cancelled.dispose();
  });

  function addSource(
    id: string,
    title: string,
    ...blocks: readonly ReturnType<typeof paragraph>[]
  ) {
    const source = librarySource(id, { title });
    sources = [...sources, source];
    documents = new Map([...documents, [source.id, documentOf(blocks)]]);
  }
});
