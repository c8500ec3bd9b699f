import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { WorkspaceGlossaries } from '../../src/workspace/glossaries/workspaceGlossaries';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import { PARSING_HERE, type Parsing } from '../../src/workspace/parsing/parsing';
import type { NoteText } from '../../src/workspace/notes/noteDocuments';
import { PageLinks } from '../../src/workspace/pages/pageLinks';
import { WorkspaceTerms } from '../../src/workspace/terms/workspaceTerms';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { windowWatches } from './windowWatches';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();

/** A glossary of terms without definitions. */
function glossary(...names: readonly string[]): string {
  return `contexts:\n  - terms:\n${names.map((name) => `      - name: ${name}\n`).join('')}`;
}

/** A workspace for one test, apart from the one that the window has. */
class Desktop {
  readonly glossaries: WorkspaceGlossaries;
  readonly terms: WorkspaceTerms;
  readonly logged: string[] = [];
  /** Times that the glossaries have changed. */
  changes = 0;
  private readonly folders: vscode.WorkspaceFolder[] = [];
  private readonly foldersChanged = new vscode.EventEmitter<vscode.WorkspaceFoldersChangeEvent>();

  constructor(folders: readonly vscode.Uri[], parsing: Parsing = PARSING_HERE) {
    this.open(...folders);
    const host: FolderHost = {
      workspaceFolders: this.folders,
      onDidChangeWorkspaceFolders: this.foldersChanged.event,
    };
    const note = (message: string) => void this.logged.push(message);
    const log = { info: note, warn: note, error: note };
    this.glossaries = new WorkspaceGlossaries(log, ANYWHERE, host, parsing);
    this.glossaries.onDidChange(() => (this.changes += 1));
    this.terms = new WorkspaceTerms(
      {
        catalog: Object.assign(() => Promise.resolve(new Catalog([SMALL_PACK])), { reset() {} }),
        onDidChange: new vscode.EventEmitter<void>().event,
      },
      this.glossaries,
      log,
      new PageLinks(),
    );
  }

  /** Replaces the workspace's folders. */
  open(...uris: readonly vscode.Uri[]): void {
    const name = (uri: vscode.Uri) => uri.path.split('/').at(-1) ?? '';
    const folders = uris.map((uri, index) => ({ uri, name: name(uri), index }));
    const removed = this.folders.splice(0, this.folders.length, ...folders);
    this.foldersChanged.fire({ added: folders, removed });
  }

  /** The names of the user's terms in a note, nearest first. */
  async namesIn(note: NoteText): Promise<readonly string[]> {
    const { terms } = await this.terms.inNote(note);
    return terms.filter(({ origin }) => origin.kind === 'glossary').map(({ name }) => name);
  }

  async expect(note: NoteText, ...names: readonly string[]): Promise<void> {
    const isThere = async () => String(await this.namesIn(note)) === String(names);
    await waitFor(`${note.uri.path}: ${names.join()}`, isThere).catch(async () =>
      assert.deepEqual(await this.namesIn(note), names),
    );
  }

  dispose(): void {
    this.terms.dispose();
    this.glossaries.dispose();
    this.foldersChanged.dispose();
  }
}

describe('glossaries', () => {
  let base: vscode.Uri;
  let desktop: Desktop;
  let count = 0;

  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
  const write = (path: string, text: string): Thenable<void> =>
    fs.writeFile(at(path), encoder.encode(text));
  /** A note that is nowhere but here. */
  const note = (path: string, text = '', version = 1): NoteText => ({
    uri: at(path),
    languageId: 'markdown',
    version,
    getText: () => text,
  });

  before(() => windowWatches());

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    // Below the window's own folder, and each folder only once that above it is watched: what is
    // made in one before may never be seen.
    base = vscode.Uri.joinPath(folder.uri, `glossaries-${Date.now().toString(36)}-${count++}`);
    await fs.createDirectory(base);
    await windowWatches(base);
    await fs.createDirectory(at('w'));
    await windowWatches(at('w'));
    desktop = new Desktop([at('w')]);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    desktop.dispose();
    await fs.delete(base, { recursive: true });
  });

  it('are read when somebody asks, nearest first, before what is shipped', async () => {
    await write('w/team.glossary.yml', glossary('keel', 'quay'));
    await write('w/notes/deep/near.glossary.json', '{"contexts":[{"terms":[{"name":"mast"}]}]}');
    await write('w/node_modules/x/other.glossary.yml', glossary('unwanted'));
    assert.deepEqual(desktop.glossaries.all, []);
    await desktop.expect(note('w/notes/deep/a.md'), 'mast', 'keel', 'quay');
    await desktop.expect(note('w/a.md'), 'keel', 'quay');
    await desktop.expect(note('elsewhere/a.md'));
    const { terms } = await desktop.terms.inNote(note('w/a.md'));
    assert.equal(terms.at(-1)?.origin.kind, 'pack');
    assert.deepEqual(
      desktop.glossaries.all.map(({ path }) => path),
      ['notes/deep/near.glossary.json', 'team.glossary.yml'],
    );
  });

  it('follow what is created, changed, renamed and deleted', async () => {
    const a = note('w/a.md');
    await desktop.expect(a);
    await write('w/team.glossary.yml', glossary('keel'));
    await desktop.expect(a, 'keel');
    await write('w/team.glossary.yml', glossary('quay'));
    await desktop.expect(a, 'quay');
    await fs.rename(at('w/team.glossary.yml'), at('w/team.yml'));
    await desktop.expect(a);
    await fs.rename(at('w/team.yml'), at('w/crew.glossary.yaml'));
    await desktop.expect(a, 'quay');
    await fs.delete(at('w/crew.glossary.yaml'));
    await desktop.expect(a);
  });

  it('follow folders that are moved', async () => {
    await write('x/deep/team.glossary.yml', glossary('keel'));
    await desktop.expect(note('w/deep/a.md'));
    await fs.rename(at('x/deep'), at('w/deep'));
    await desktop.expect(note('w/deep/a.md'), 'keel');
    await fs.rename(at('w/deep'), at('w/other'));
    await desktop.expect(note('w/deep/a.md'));
    await desktop.expect(note('w/other/a.md'), 'keel');
    await fs.delete(at('w/other'), { recursive: true });
    await desktop.expect(note('w/other/a.md'));
  });

  it('hold as they are typed, and as they are stored once that is not saved', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    const a = note('w/a.md');
    await desktop.expect(a, 'keel');
    const document = await vscode.workspace.openTextDocument(at('w/team.glossary.yml'));
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(document.getText().length);
    await editor.edit((edit) => edit.insert(end, '      - name: quay\n'));
    await desktop.expect(a, 'keel', 'quay');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await desktop.expect(a, 'keel');
  });

  it('say nothing when nothing has changed, and keep what has not', async () => {
    await write('w/one.glossary.yml', glossary('keel'));
    await write('w/two.glossary.yml', glossary('quay'));
    const a = note('w/a.md');
    await desktop.expect(a, 'keel', 'quay');
    const [one, two] = desktop.glossaries.all;
    const { changes } = desktop;
    const set = await desktop.terms.inNote(a);
    assert.equal(await desktop.terms.inNote(note('w/b.md')), set);
    await write('w/one.glossary.yml', glossary('keel'));
    await write('w/two.glossary.yml', glossary('pier'));
    await desktop.expect(a, 'keel', 'pier');
    assert.equal(desktop.changes, changes + 1);
    assert.equal(desktop.glossaries.all[0], one);
    assert.notEqual(desktop.glossaries.all[1], two);
    assert.notEqual(await desktop.terms.inNote(a), set);
  });

  it('bring what they import, from anywhere and as it is now', async () => {
    const own = 'imports:\n  - ../lib/common.yml\n  - none.yml\n  - https://example.org/a.yml\n';
    await write('w/team.glossary.yml', `${own}${glossary('keel')}`);
    await write('lib/common.yml', `imports: [more.yml]\n${glossary('quay')}`);
    await write('lib/more.yml', `imports: [../w/team.glossary.yml]\n${glossary('pier')}`);
    const a = note('w/a.md');
    await desktop.expect(a, 'keel', 'quay', 'pier');
    const problems = () => desktop.glossaries.all[0]?.problems.map(({ kind }) => kind);
    assert.deepEqual(problems(), ['importCycle', 'missingImport', 'remoteImport']);
    await write('lib/more.yml', glossary('jetty'));
    await desktop.expect(a, 'keel', 'quay', 'jetty');
    // Written again until it is seen: the editor may have just begun to watch the folder.
    await waitFor('the import', async () => {
      await write('w/none.yml', glossary('mast'));
      return (await desktop.namesIn(a)).includes('mast');
    });
    await desktop.expect(a, 'keel', 'quay', 'jetty', 'mast');
    assert.deepEqual(problems(), ['remoteImport']);
    await fs.delete(at('lib/common.yml'));
    await desktop.expect(a, 'keel', 'mast');
  });

  it('hold by folder and by paths', async () => {
    const narrow = 'contexts:\n  - paths: [reports, ./*.txt]\n    terms:\n      - name: keel\n';
    await write('w/notes/team.glossary.yml', narrow);
    await desktop.expect(note('w/notes/x/reports/a.md'), 'keel');
    await desktop.expect(note('w/notes/reports-2026/a.md'));
    await desktop.expect(note('w/notes/a.txt'), 'keel');
    await desktop.expect(note('w/reports/a.md'));
    const reasons = desktop.glossaries
      .relationsTo(note('w/notes/a.md'))
      .map(({ reason }) => reason);
    assert.deepEqual(reasons, ['paths']);
  });

  it('hold where front matter names them, wherever they lie', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    await write('w/other/other.glossary.yml', glossary('quay'));
    await write('lib/terms.yml', glossary('pier'));
    const named = (...names: string[]): string => `---\nglossaries: [${names.join()}]\n---\n`;
    await desktop.expect(note('w/a.md', named('other/other')), 'quay', 'keel');
    await desktop.expect(note('w/x/a.md', named('../other/other', 'team')), 'quay', 'keel');
    await desktop.expect(note('w/a.md', named('../lib/terms.yml')), 'pier', 'keel');
    await write('lib/terms.yml', glossary('jetty'));
    await desktop.expect(note('w/a.md', named('../lib/terms.yml')), 'jetty', 'keel');
    await fs.delete(at('lib/terms.yml'));
    await desktop.expect(note('w/a.md', named('../lib/terms.yml')), 'keel');
  });

  it('of several workspace folders hold in their own, and folders come and go', async () => {
    await write('w/one.glossary.yml', glossary('keel'));
    await write('v/two.glossary.yml', glossary('quay'));
    await desktop.expect(note('v/a.md'));
    desktop.open(at('w'), at('v'));
    await desktop.expect(note('v/a.md'), 'quay');
    await desktop.expect(note('w/a.md'), 'keel');
    assert.deepEqual(
      desktop.glossaries.all.map(({ path }) => path),
      ['v/two.glossary.yml', 'w/one.glossary.yml'],
    );
    desktop.open(at('v'));
    await desktop.expect(note('w/a.md'));
  });

  it('hold in untitled notes where they lie directly in a workspace folder', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    await write('w/notes/notes.glossary.yml', glossary('quay'));
    const untitled = await vscode.workspace.openTextDocument({ content: 'A keel.' });
    await desktop.expect(untitled, 'keel');
  });

  it('hold in the cells of a notebook that lies where they do', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    await write('w/book.ipynb', NOTEBOOK);
    const { uri } = await vscode.workspace.openNotebookDocument(at('w/book.ipynb'));
    const [cell] = vscode.workspace.notebookDocuments
      .filter((notebook) => notebook.uri.toString() === uri.toString())
      .flatMap((notebook) => notebook.getCells());
    assert.ok(cell);
    await desktop.expect(cell.document, 'keel');
  });

  it('can be named without a workspace', async () => {
    desktop.open();
    await write('w/team.glossary.yml', glossary('keel'));
    await desktop.expect(note('w/a.md'));
    await desktop.expect(note('w/a.md', '---\nglossaries: team\n---\n'), 'keel');
  });

  it('that cannot be read leave the others alone', async () => {
    const files = new FailingFiles([
      '/gone.glossary.yml',
      '/broken.glossary.yml',
      '/a.glossary.yml',
    ]);
    const registered = vscode.workspace.registerFileSystemProvider('brindle-terms', files);
    try {
      desktop.open(vscode.Uri.parse('brindle-terms:/'));
      const a = { ...note(''), uri: vscode.Uri.parse('brindle-terms:/a.md') };
      await desktop.expect(a, 'keel');
      assert.equal(desktop.logged.filter((line) => line.includes('broken.glossary')).length, 1);
      assert.equal(desktop.logged.filter((line) => line.includes('gone.glossary')).length, 0);
    } finally {
      registered.dispose();
    }
  });

  it('with the same wording are all there, nearest first, then the shipped ones', async () => {
    const [shipped] = SMALL_PACK.terms;
    assert.ok(shipped);
    await write('w/team.glossary.yml', glossary(shipped.name));
    await write('w/notes/near.glossary.yml', glossary(shipped.name));
    const text = `About ${shipped.name}.`;
    const scan = await desktop.terms.scan(note('w/notes/a.md', text));
    const [occurrence] = scan.occurrences;
    assert.ok(occurrence);
    const labels = scan.terms
      .termsAt(occurrence)
      .map(({ origin }) => (origin.kind === 'glossary' ? origin.label : 'shipped'));
    assert.deepEqual(labels, ['near', 'team', 'shipped']);
  });

  it('are scanned once for each version of a note', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    const document = await vscode.workspace.openTextDocument({ content: 'A keel.' });
    const scan = await desktop.terms.scan(document);
    assert.equal(scan.occurrences.length, 1);
    assert.equal(await desktop.terms.scan(document), scan);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'No keel? ');
    await vscode.workspace.applyEdit(edit);
    assert.equal((await desktop.terms.scan(document)).occurrences.length, 2);
    await write('w/team.glossary.yml', glossary('quay'));
    await waitFor('the change', async () => {
      const { occurrences } = await desktop.terms.scan(document);
      return occurrences.length === 0;
    });
  });

  it('are answered from as they were before until those of a long one are ready', async () => {
    await write('w/team.glossary.yml', glossary('lamp'));
    const own = note('w/a.md');
    await desktop.expect(own, 'lamp');
    const before = desktop.terms.known(own);
    let told = 0;
    const atOnce: unknown[] = [];
    desktop.terms.onDidChange(() => (told += 1));
    desktop.glossaries.onDidChange(() => atOnce.push(desktop.terms.known(own)));
    const many = Array.from({ length: 5_000 }, (_, at) => `mooring ${at}`);
    await write('w/team.glossary.yml', glossary('lamp', ...many));
    await waitFor('all', async () => (await desktop.namesIn(own)).length === 5_001);
    assert.ok(atOnce.length > 0 && atOnce.every((set) => set === before));
    assert.ok(told > 1);
    assert.equal(desktop.terms.known(own)?.isPrepared, true);
    const [first] = (await desktop.terms.scan(note('w/b.md', 'At mooring 4999.'))).occurrences;
    assert.equal(first?.start, 3);
  });

  it('are known while another one is still being read', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const slow: Parsing = {
      run: async (name, ...input) => {
        await (input[0].includes('anchor') ? held : undefined);
        return PARSING_HERE.run(name, ...input);
      },
    };
    desktop.dispose();
    await write('w/a.glossary.yml', glossary('anchor'));
    await write('w/b.glossary.yml', glossary('buoy'));
    desktop = new Desktop([at('w')], slow);
    const started = desktop.glossaries.start();
    const known = () => desktop.glossaries.all.map(({ path }) => path);
    await waitFor('the other one', () => String(known()) === 'b.glossary.yml');
    goOn();
    await started;
    assert.deepEqual(known(), ['a.glossary.yml', 'b.glossary.yml']);
  });

  it('are known at once when they have been loaded, which is told', async () => {
    await write('w/team.glossary.yml', glossary('keel'));
    let told = 0;
    desktop.terms.onDidChange(() => (told += 1));
    assert.equal(desktop.terms.known(note('w/a.md')), undefined);
    await waitFor('the event', () => told > 0);
    assert.equal(desktop.terms.known(note('w/a.md'))?.terms[0]?.name, 'keel');
    assert.equal(told, 1);
    const [first] = await desktop.terms.all();
    assert.equal(first?.name, 'keel');
    assert.equal(await desktop.terms.find(first.id), first);
    assert.equal(await desktop.terms.find('none'), undefined);
  });
});

const NOTEBOOK = JSON.stringify({
  cells: [{ cell_type: 'markdown', metadata: {}, source: ['A keel.'] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

/** Files of which one is deleted while it is read, and one is always broken. */
class FailingFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly paths: readonly string[]) {}

  stat({ path }: vscode.Uri): vscode.FileStat {
    const isFile = this.paths.includes(path);
    if (!isFile && path !== '/') {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    const type = isFile ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: 10 };
  }

  readDirectory(): [string, vscode.FileType][] {
    return this.paths.map((path) => [path.slice(1), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    switch (path) {
      case '/gone.glossary.yml':
        throw vscode.FileSystemError.FileNotFound(path);
      case '/broken.glossary.yml':
        throw vscode.FileSystemError.Unavailable('The disk is broken.');
      default:
        return encoder.encode(glossary('keel'));
    }
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  createDirectory = readOnly;
  writeFile = readOnly;
  delete = readOnly;
  rename = readOnly;
}

function readOnly(): never {
  throw vscode.FileSystemError.NoPermissions();
}
