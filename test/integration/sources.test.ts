import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceId } from '../../src/core/model';
import type { AddPrompts } from '../../src/features/sources/addPrompts';
import { SourceAdder } from '../../src/features/sources/addSources';
import type { ConflictAnswer } from '../../src/features/sources/copyPlan';
import { SourceDrop } from '../../src/features/sources/dropSources';
import { DROP_TYPES, type Dropped, droppedFiles } from '../../src/features/sources/incomingFiles';
import { Acknowledgements } from '../../src/features/sources/acknowledgements';
import { showFolderProblem, showSourceProblem } from '../../src/features/sources/problemNotice';
import type { SourceOrder } from '../../src/features/sources/sourceOrder';
import { exclude, restore } from '../../src/features/sources/removeSources';
import { SourcesTreeProvider } from '../../src/features/sources/sourcesTreeProvider';
import { TreeNode } from '../../src/host/tree/treeNode';
import { Commands, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import type { Library, LibrarySource } from '../../src/workspace/library/library';
import { sourceId } from '../../src/workspace/library/sourceRecord';
import { createLog, type Log } from '../../src/host/surfaces/log';
import { SIDEBAR_ARGUMENT } from '../../src/workspace/targets';
import { sourceOfUri, sourceUri } from '../../src/host/uris';
import { documentOf, heading, librarySource, paragraph } from '../support/librarySources';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;

let workspace: vscode.Uri;
let log: Log;

before(async () => {
  await extension().activate();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  workspace = folder.uri;
  log = createLog();
});
after(() => void log.dispose());

const at = (...path: string[]) => vscode.Uri.joinPath(workspace, ...path);

async function write(path: string, text: string): Promise<vscode.Uri> {
  await fs.writeFile(at(path), new TextEncoder().encode(text));
  return at(path);
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(at(path)));
}

async function namesIn(path: string): Promise<readonly string[]> {
  return (await fs.readDirectory(at(path))).map(([name]) => name).sort();
}

describe('the tree of sources in the editor', () => {
  const document = documentOf([
    heading('Lamps'),
    paragraph('Oil lamps'),
    heading('Keepers'),
    paragraph('Two keepers'),
  ]);

  // Ids without the slash of a path, as real ones are.
  const A = librarySource('x/a.txt', { id: 'a' as SourceId });
  const B = librarySource('y/b.txt', { id: 'b' as SourceId });

  class Sources {
    sources: readonly LibrarySource[] = [A, B];
    unreadable: Library['unreadable'] = [];
    progress: Library['progress'];
    get(id: string): LibrarySource | undefined {
      return this.sources.find((source) => source.id === id);
    }
    document(id: string) {
      return id === A.id ? Promise.resolve(document) : Promise.reject(new Error('Damaged'));
    }
  }

  const choices = { order: (): SourceOrder => 'title', isAcknowledged: () => false };

  it('has complete items that lead to a page, and is empty where a document cannot be had', async () => {
    const provider = new SourcesTreeProvider(new Sources(), choices, log);
    provider.update();
    const nodes = await everyNode(provider);
    assert.equal(nodes.length, 8);
    for (const node of nodes) {
      const item = provider.getTreeItem(node);
      assert.equal(item.id, node.id);
      assert.ok(item.accessibilityInformation?.label, node.id);
      const [page] = (item.command?.arguments ?? []) as readonly unknown[];
      assert.equal(page !== undefined, node.source !== undefined, node.id);
      assert.ok(page === undefined || (page instanceof vscode.Uri && sourceOfUri(page)), node.id);
    }
    provider.dispose();
  });

  it('tells the editor the nodes that have changed, and nothing when none has', () => {
    const sources = new Sources();
    const provider = new SourcesTreeProvider(sources, choices, log);
    const told: (readonly string[] | undefined)[] = [];
    provider.onDidChangeTreeData((nodes) => told.push(nodes?.map(({ id }) => id)));
    provider.update();
    provider.update();
    sources.sources = [{ ...B, state: { kind: 'waiting' } }];
    provider.update();
    sources.sources = [B];
    provider.update();
    assert.deepEqual(told, [undefined, undefined, ['source:b']]);
    provider.dispose();
  });

  it('leads from what cannot be searched to its problem, and nowhere from what waits', () => {
    const sources = new Sources();
    const uri = vscode.Uri.file('/locked');
    sources.unreadable = [{ uri, path: 'locked', problem: { kind: 'failed', reason: 'x' } }];
    sources.sources = [
      { ...A, path: 'a.txt', state: { kind: 'encrypted' } },
      { ...B, path: 'b.txt', state: { kind: 'waiting' } },
    ];
    const provider = new SourcesTreeProvider(sources, choices, log);
    provider.update();
    const commands = rootsOf(provider).map((node) => provider.getTreeItem(node).command);
    assert.deepEqual(
      commands.map((command) => command?.command),
      [Commands.showSourceProblem, Commands.showSourceProblem, undefined],
    );
    provider.dispose();
  });

  it('sorts as the user has chosen, and moves no row while sources are read', () => {
    const sources = new Sources();
    const [first, second] = [
      { ...A, path: 'a.txt' },
      { ...B, path: 'b.txt' },
    ];
    let order: SourceOrder = 'title';
    const provider = new SourcesTreeProvider(sources, { ...choices, order: () => order }, log);
    const shown = (): readonly string[] => {
      provider.update();
      return rootsOf(provider).map(({ spec }) => spec.label);
    };
    sources.sources = [first, second];
    assert.deepEqual(shown(), ['a.txt', 'b.txt']);
    sources.progress = { done: 1, total: 2 };
    sources.sources = [{ ...first, title: 'Zones' }, second];
    assert.deepEqual(shown(), ['Zones', 'b.txt']);
    sources.progress = undefined;
    assert.deepEqual(shown(), ['b.txt', 'Zones']);
    order = 'added';
    sources.sources = [
      { ...first, title: 'Zones', file: { created: 9, mtime: 0, size: 0 } },
      second,
    ];
    sources.progress = { done: 1, total: 2 };
    assert.deepEqual(shown(), ['Zones', 'b.txt']);
    provider.dispose();
  });

  it('looks up what is there now', async () => {
    const sources = new Sources();
    const provider = new SourcesTreeProvider(sources, choices, log);
    assert.equal((await provider.find({ source: 'a' }))?.id, 'folder:x/source:a');
    sources.sources = [librarySource('c.txt')];
    assert.equal(await provider.find({ source: 'a' }), undefined);
    assert.equal((await provider.find({ source: 'c.txt' }))?.id, 'source:c.txt');
    provider.dispose();
  });
});

describe('problems of sources that are acknowledged', () => {
  const file = { created: 1, mtime: 2, size: 3 };
  const source = librarySource('a.pdf', {
    uri: vscode.Uri.file('/a.pdf'),
    state: { kind: 'encrypted' },
    file,
  });
  const folder = {
    uri: vscode.Uri.file('/locked'),
    path: 'locked',
    problem: { kind: 'failed', reason: 'x' },
  } as const;

  it('are remembered until their files change or have other problems', async () => {
    const state = memento();
    const acknowledgements = new Acknowledgements(state);
    let told = 0;
    acknowledgements.onDidChange(() => told++);
    assert.equal(acknowledgements.has(source), false);
    await acknowledgements.add([source, folder]);
    assert.equal(told, 1);
    const later = new Acknowledgements(state);
    assert.equal(later.has({ ...source }), true);
    assert.equal(later.has(folder), true);
    assert.equal(later.has({ ...source, file: { ...file, mtime: 4 } }), false);
    assert.equal(later.has({ ...source, file: { ...file, size: 4 } }), false);
    assert.equal(later.has({ ...source, state: { kind: 'noText' } }), false);
    assert.equal(later.has({ ...source, uri: vscode.Uri.file('/b.pdf') }), false);
    acknowledgements.dispose();
    later.dispose();
  });

  it('are the latest of very many, and none where the state is damaged', async () => {
    const acknowledgements = new Acknowledgements(memento('damaged'));
    assert.equal(acknowledgements.has(source), false);
    await acknowledgements.add([source]);
    const others = Array.from({ length: 1_000 }, (_, at) => ({
      ...source,
      uri: vscode.Uri.file(`/${at}.pdf`),
    }));
    await acknowledgements.add(others);
    assert.equal(acknowledgements.has(source), false);
    assert.equal(
      others.every((one) => acknowledgements.has(one)),
      true,
    );
    acknowledgements.dispose();
  });

  function memento(stored?: unknown): Pick<vscode.Memento, 'get' | 'update'> {
    return {
      get: () => stored,
      update: (_key, value: unknown) => {
        stored = value;
        return Promise.resolve();
      },
    };
  }
});

describe('what is said of a source that cannot be searched', () => {
  const { showWarningMessage } = vscode.window;
  let said: { readonly text: string; readonly buttons: readonly string[] } | undefined;
  let choose: string | undefined;
  const done: string[] = [];

  beforeEach(() => {
    said = undefined;
    choose = undefined;
    done.length = 0;
    (vscode.window as { showWarningMessage: unknown }).showWarningMessage = (
      text: string,
      _options: unknown,
      ...items: vscode.MessageItem[]
    ) => {
      said = { text, buttons: items.map(({ title }) => title) };
      return Promise.resolve(items.find(({ title }) => title === choose));
    };
  });
  afterEach(() => {
    vscode.window.showWarningMessage = showWarningMessage;
  });

  const actions = (isAcknowledged = false) => ({
    isAcknowledged,
    retry: () => Promise.resolve(void done.push('retry')),
    acknowledge: () => Promise.resolve(void done.push('acknowledge')),
  });

  it('is why, what to do, and what can be done here', async () => {
    const source = librarySource('a.docx', { title: 'Annex', state: { kind: 'encrypted' } });
    choose = 'Acknowledge';
    await showSourceProblem(source, actions(), log);
    assert.equal(
      said?.text,
      '“Annex” cannot be searched: password-protected. Save a copy that opens without a password, and add that one.',
    );
    // Word would have to be started to show it.
    assert.deepEqual(said.buttons, ['Open Original File', 'Try Again', 'Show Log', 'Acknowledge']);
    assert.deepEqual(done, ['acknowledge']);
    await showSourceProblem(source, actions(true), log);
    assert.equal(said.buttons.includes('Acknowledge'), false);
  });

  it('is said of a folder, too', async () => {
    choose = 'Try Again';
    const problem = {
      kind: 'failed',
      reason: 'x',
      cause: { kind: 'file', fault: 'permission' },
    } as const;
    await showFolderProblem({ uri: at('locked'), path: 'locked', problem }, actions());
    assert.match(
      said?.text ?? '',
      /^“locked” cannot be searched: You do not have permission to read it\. Ask/,
    );
    assert.deepEqual(said?.buttons, ['Try Again', 'Show Log', 'Acknowledge']);
    assert.deepEqual(done, ['retry']);
  });
});

describe('adding sources', () => {
  /** What is asked, and answers in the user's place. */
  class Prompts implements AddPrompts {
    readonly asked: (readonly string[])[] = [];
    constructor(private readonly answers: readonly ConflictAnswer[] = []) {}
    files = () => Promise.resolve([at('inbox', 'report.md')]);
    folder = () => Promise.resolve(undefined);
    conflicts(names: readonly string[]) {
      this.asked.push(names);
      return Promise.resolve(this.answers);
    }
  }

  let prompts: Prompts;
  let revealed: string[];

  /** Adds files to a folder outside the library's reach, whose files are the library for the test. */
  function adderWith(...answers: ConflictAnswer[]): SourceAdder {
    prompts = new Prompts(answers);
    revealed = [];
    let known: readonly LibrarySource[] = [];
    const library = {
      get sources() {
        return known;
      },
      folderForNewSources: () => Promise.resolve(at('shelf')),
      rescan: async () => {
        const names = await namesIn('shelf');
        known = names.map((name) => librarySource(name, { uri: at('shelf', name) }));
      },
    };
    return new SourceAdder({ library, access: ANYWHERE, log }, prompts, (source) => {
      revealed.push(source);
      return Promise.resolve();
    });
  }

  const dropped = (...uris: vscode.Uri[]): Dropped => ({ uris, files: [] });

  beforeEach(async () => {
    await fs.createDirectory(at('shelf'));
    await write('inbox/report.md', 'New report');
    await write('inbox/notice.txt', 'New notice');
  });
  afterEach(async () => {
    await fs.delete(at('shelf'), { recursive: true });
    await fs.delete(at('inbox'), { recursive: true });
  });

  it('copies what the user chooses, and shows the first', async () => {
    await adderWith().ask();
    assert.equal(await read('shelf/report.md'), 'New report');
    assert.deepEqual(prompts.asked, [[]]);
    assert.deepEqual(revealed, ['report.md']);
  });

  it('replaces nothing unless the user says so', async () => {
    await write('shelf/report.md', 'Old report');
    await write('shelf/notice.txt', 'Old notice');
    const both = dropped(at('inbox/report.md'), at('inbox/notice.txt'));

    await adderWith('skip', 'keepBoth').add(both);
    assert.deepEqual(prompts.asked, [['report.md', 'notice.txt']]);
    assert.deepEqual(await namesIn('shelf'), ['notice (2).txt', 'notice.txt', 'report.md']);
    assert.equal(await read('shelf/report.md'), 'Old report');
    assert.equal(await read('shelf/notice.txt'), 'Old notice');
    assert.equal(await read('shelf/notice (2).txt'), 'New notice');

    await adderWith('replace').add(dropped(at('inbox/report.md')));
    assert.equal(await read('shelf/report.md'), 'New report');
  });

  it('does not ask about a file that is in its place already', async () => {
    await write('shelf/report.md', 'Old report');
    await adderWith('replace').add(dropped(at('shelf/report.md')));
    assert.deepEqual(prompts.asked, [[]]);
    assert.equal(await read('shelf/report.md'), 'Old report');
  });

  it('refuses what is no document, and goes on after a file that cannot be copied', async () => {
    const table = await write('inbox/table.xlsx', 'Numbers');
    await adderWith().add(dropped(table, at('inbox/gone.pdf'), at('inbox/notice.txt')));
    assert.deepEqual(await namesIn('shelf'), ['notice.txt']);
    assert.deepEqual(revealed, ['notice.txt']);
  });

  it('takes the documents of a folder with their folders', async () => {
    await write('inbox/deep/er/letter.txt', 'A letter');
    await write('inbox/deep/picture.png', 'A picture');
    await adderWith().add(dropped(at('inbox')));
    assert.equal(await read('shelf/inbox/deep/er/letter.txt'), 'A letter');
    assert.deepEqual(await namesIn('shelf/inbox'), ['deep', 'notice.txt', 'report.md']);
    assert.deepEqual(await namesIn('shelf/inbox/deep'), ['er']);
  });

  it('goes where the user drops it', async () => {
    await fs.createDirectory(at('shelf/letters'));
    const source = librarySource('a.txt', { uri: at('shelf/letters/a.txt') });
    const adder = adderWith();
    const drop = new SourceDrop({ get: () => source }, (files, folder) => adder.add(files, folder));
    const node = new TreeNode({
      key: 'a',
      label: 'a.txt',
      spoken: 'a.txt',
      context: [],
      source: source.id,
    });
    const list = `${at('inbox/report.md').toString()}\r\n# a comment\r\n`;
    await drop.handleDrop(node, transferOf({ 'text/uri-list': list }));
    assert.deepEqual(await namesIn('shelf/letters'), ['report.md']);
    await drop.handleDrop(undefined, transferOf({ 'text/uri-list': list }));
    assert.deepEqual(await namesIn('shelf'), ['letters', 'report.md']);
  });
});

describe('what is dropped', () => {
  it('may have an address twice, which counts once', async () => {
    const uri = vscode.Uri.file('/notes/a b.pdf');
    const transfer = transferOf({ 'text/uri-list': uri.toString() });
    transfer.set('application/pdf', new DroppedFile({ name: 'a b.pdf', uri, data: noData }));
    const { uris, files } = await droppedFiles(transfer);
    assert.deepEqual(uris.map(String), [uri.toString()]);
    assert.deepEqual(files, []);
  });

  it('may be a file that only a browser has', async () => {
    const transfer = new vscode.DataTransfer();
    const data = () => Promise.resolve(new TextEncoder().encode('From afar'));
    transfer.set('text/plain', new DroppedFile({ name: 'far.txt', data }));
    const { uris, files } = await droppedFiles(transfer);
    assert.deepEqual(uris, []);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['far.txt'],
    );
    await files[0]?.copyTo(at('far.txt'), { overwrite: false });
    assert.equal(await read('far.txt'), 'From afar');
    await fs.delete(at('far.txt'));
  });

  it('is taken from the explorer and from the system', () => {
    assert.deepEqual(DROP_TYPES, ['text/uri-list', 'files']);
  });
});

describe('removing sources', () => {
  const excluded = () =>
    vscode.workspace
      .getConfiguration(SETTINGS_SECTION, workspace)
      .inspect<string[]>(Settings.libraryExclude);
  const set = (value: readonly string[] | undefined, target: vscode.ConfigurationTarget) =>
    vscode.workspace
      .getConfiguration(SETTINGS_SECTION, workspace)
      .update(Settings.libraryExclude, value, target);
  const { Global, WorkspaceFolder } = vscode.ConfigurationTarget;
  const inWorkspace = (path: string) => librarySource(path, { uri: at(path) });
  const elsewhere = librarySource('b.pdf', { uri: vscode.Uri.file('/elsewhere/b.pdf') });

  afterEach(async () => {
    await set(undefined, Global);
    await set(undefined, WorkspaceFolder);
  });

  it('leaves them out where they are, and takes that back as if nothing had been', async () => {
    const changes = await exclude([
      inWorkspace('sources/a.md'),
      inWorkspace('sources/c.md'),
      elsewhere,
    ]);
    assert.deepEqual(excluded()?.workspaceFolderValue, ['sources/a.md', 'sources/c.md']);
    assert.deepEqual(excluded()?.globalValue, ['b.pdf']);
    await restore(changes);
    assert.equal(excluded()?.workspaceFolderValue, undefined);
    assert.equal(excluded()?.globalValue, undefined);
  });

  it('keeps what the user leaves out otherwise, everywhere and since then', async () => {
    await set(['drafts'], Global);
    const changes = await exclude([inWorkspace('sources/a.md')]);
    assert.deepEqual(excluded()?.workspaceFolderValue, ['drafts', 'sources/a.md']);
    await set(['drafts', 'sources/a.md', 'sources/old'], WorkspaceFolder);
    await restore(changes);
    assert.deepEqual(excluded()?.workspaceFolderValue, ['drafts', 'sources/old']);
    assert.deepEqual(excluded()?.globalValue, ['drafts']);
  });
});

describe('a source of the workspace', () => {
  const path = 'sources/keepers.md';
  const page = () => sourceUri({ id: sourceId(at(path)), title: 'The keepers' });
  async function isThere(): Promise<boolean> {
    try {
      await fs.readFile(page());
      return true;
    } catch {
      return false;
    }
  }

  before(async () => {
    await write(
      path,
      '# The keepers\n\nTwo keepers share a watch.\n\n## Pay\n\nThey are paid in herring.\n',
    );
    // Looks for sources, if nobody has yet.
    await vscode.commands.executeCommand(Commands.revealInSources, sourceId(at(path)));
    await waitFor('the page of the source', isThere);
  });
  after(() => fs.delete(at('sources'), { recursive: true }));

  /** What is selected in the view, by the text that would be copied. */
  async function selected(): Promise<string> {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(Commands.copyText, SIDEBAR_ARGUMENT);
    return vscode.env.clipboard.readText();
  }

  it('is revealed at the passage where the caret is in its page', async () => {
    const document = await vscode.workspace.openTextDocument(page());
    const caret = document.positionAt(document.getText().indexOf('herring'));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(caret, caret) });
    await vscode.commands.executeCommand(Commands.revealInSources);
    assert.equal(await selected(), 'They are paid in herring.');
  });

  it('is not removed by a key that is pressed on one of its passages', async () => {
    await vscode.commands.executeCommand(Commands.removeSource, SIDEBAR_ARGUMENT);
    assert.equal(await isThere(), true);
  });

  it('is removed and keeps its file', async () => {
    await vscode.commands.executeCommand(Commands.revealInSources, sourceId(at(path)));
    await vscode.commands.executeCommand(Commands.removeSource, SIDEBAR_ARGUMENT);
    await waitFor('the page to be gone', async () => !(await isThere()));
    assert.match(await read(path), /herring/);
    await vscode.workspace
      .getConfiguration(SETTINGS_SECTION, workspace)
      .update(Settings.libraryExclude, undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await waitFor('the page to be back', isThere);
  });

  it('is read again when the user wants it, and stays where it is', async () => {
    await vscode.commands.executeCommand(Commands.reindexSource, sourceId(at(path)));
    await vscode.commands.executeCommand(Commands.reindexAllSources);
    await waitFor('the page', isThere);
  });

  it('is searched by a filter that names it', async () => {
    await vscode.commands.executeCommand(Commands.searchInSource, sourceId(at(path)));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
});

class DroppedFile extends vscode.DataTransferItem {
  constructor(private readonly file: vscode.DataTransferFile) {
    super('');
  }
  override asFile(): vscode.DataTransferFile {
    return this.file;
  }
}

function noData(): Promise<Uint8Array> {
  return Promise.reject(new Error('Nobody reads this.'));
}

function transferOf(items: Readonly<Record<string, string>>): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  for (const [type, value] of Object.entries(items)) {
    transfer.set(type, new vscode.DataTransferItem(value));
  }
  return transfer;
}

function rootsOf(provider: SourcesTreeProvider): readonly TreeNode[] {
  return (provider as unknown as { roots(): readonly TreeNode[] }).roots();
}

async function everyNode(
  provider: SourcesTreeProvider,
  parent?: TreeNode,
): Promise<readonly TreeNode[]> {
  const nodes = await provider.getChildren(parent);
  assert.ok(nodes.every((node) => provider.getParent(node) === parent));
  const below = await Promise.all(nodes.map((node) => everyNode(provider, node)));
  return [...nodes, ...below.flat()];
}
