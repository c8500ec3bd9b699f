import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Catalog, entryText } from '../../src/core/packs/catalog';
import { loadPacks } from '../../src/core/packs/load';
import type { EntryRef } from '../../src/core/model';
import { knownTermOfPack } from '../../src/core/terms/knownTerm';
import { EntryNodes } from '../../src/features/explorer/entryNodes';
import { Expansion } from '../../src/host/tree/expansion';
import { RememberedChoice } from '../../src/host/rememberedChoice';
import { partnersTree } from '../../src/features/explorer/partnersTree';
import { termChoices } from '../../src/features/explorer/chooseTerms';
import { TermsFilter } from '../../src/features/explorer/termsFilter';
import { type TermsModel, termsTree } from '../../src/features/explorer/termsTree';
import { timelineTree } from '../../src/features/explorer/timelineTree';
import { topicsTree } from '../../src/features/explorer/topicsTree';
import { EntryTreeProvider } from '../../src/features/explorer/treeProvider';
import { type NodeSpec, TreeNode } from '../../src/host/tree/treeNode';
import type { LoadedGlossary } from '../../src/workspace/glossaries/glossaries';
import { WorkspaceFileStore } from '../../src/host/files';
import { Commands, ContextKeys } from '../../src/host/ids';
import { createLog, type Log } from '../../src/host/surfaces/log';
import { SIDEBAR_ARGUMENT } from '../../src/workspace/targets';
import { entryOfUri, markdownUri } from '../../src/host/uris';
import { ownTerms } from '../support/knownTerms';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const INFORMAL: EntryRef = { kind: 'excerpt', id: 'informal-unlike-formal-frameworks' };

let catalog: Catalog;
let log: Log;

before(async () => {
  await extension().activate();
  const files = new WorkspaceFileStore(extension().extensionUri);
  ({ catalog } = await loadPacks(files, ['data/nato-ip4']));
  log = createLog();
});
after(() => void log.dispose());

describe('explorer trees in the editor', () => {
  const trees: readonly (readonly [string, (nodes: EntryNodes) => readonly NodeSpec[]])[] = [
    ['topics', topicsTree],
    ['partners', partnersTree],
    ['terms by letter', (nodes) => termsTree(nodes, 'letter', termsModel())],
    ['terms by kind', (nodes) => termsTree(nodes, 'kind', termsModel())],
    ['chronology as a list', (nodes) => timelineTree(nodes, 'list', 'newestFirst')],
    ['chronology by year', (nodes) => timelineTree(nodes, 'year', 'oldestFirst')],
    ['chronology by partner', (nodes) => timelineTree(nodes, 'partner', 'oldestFirst')],
  ];
  for (const [name, makeRoots] of trees) {
    it(`${name}: every item is complete and leads to a page`, async () => {
      const provider = providerOf(() => makeRoots(new EntryNodes(catalog, vscode.l10n)));
      const nodes = await everyNode(provider);
      assert.ok(nodes.length > 20, `${nodes.length} nodes`);
      assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length, 'ids are unique');
      for (const node of nodes) {
        const item = provider.getTreeItem(node);
        assert.equal(item.id, node.id);
        assert.ok(item.accessibilityInformation?.label, node.id);
        const leaf = (await provider.getChildren(node)).length === 0;
        assert.equal(item.collapsibleState === vscode.TreeItemCollapsibleState.None, leaf, node.id);
        const [page] = (item.command?.arguments ?? []) as readonly unknown[];
        if (page !== undefined) {
          const ref = page instanceof vscode.Uri ? entryOfUri(page) : undefined;
          assert.ok(ref && catalog.has(ref), node.id);
        }
        if (node.ref !== undefined) {
          const { tooltip } = await provider.resolveTreeItem(item, node);
          assert.ok(typeof tooltip === 'string' && tooltip !== '', node.id);
        }
      }
      provider.dispose();
    });
  }

  it('find what is below a node when it is opened, and anew when that has changed', async () => {
    let found = 0;
    const provider = providerOf(() => [
      {
        ...node('a'),
        find: () => {
          found++;
          return Promise.resolve({
            children: [node(`b${found}`)],
            shown: { description: String(found), spoken: `a, ${found}` },
          });
        },
      },
    ]);
    const changed: (readonly TreeNode[] | undefined)[] = [];
    provider.onDidChangeTreeData((element) => changed.push(element));
    const [parent] = await provider.getChildren();
    assert.ok(parent);
    const { collapsibleState, description } = provider.getTreeItem(parent);
    assert.equal(collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.deepEqual([description, found], [undefined, 0]);
    const below = async () => (await provider.getChildren(parent)).map(({ spec }) => spec.label);
    assert.deepEqual(await below(), ['b1']);
    assert.deepEqual(await below(), ['b1']);
    assert.deepEqual(changed, [[parent]]);
    assert.equal(provider.getTreeItem(parent).description, '1');
    provider.findAgainSoon();
    provider.findAgainSoon();
    await waitFor('the change', () => changed.length === 2);
    assert.deepEqual(await below(), ['b2']);
    assert.equal(provider.getTreeItem(parent).accessibilityInformation?.label, 'a, 2');
    provider.dispose();
  });

  it('are empty below a node whose children cannot be found, and ask once', async () => {
    let asked = 0;
    const find = () => Promise.reject(new Error(`No such file ${++asked}`));
    const provider = providerOf(() => [{ ...node('a'), find }]);
    let told = 0;
    provider.onDidChangeTreeData(() => told++);
    const [parent] = await provider.getChildren();
    assert.deepEqual(await provider.getChildren(parent), []);
    assert.deepEqual([asked, told], [1, 0]);
    provider.dispose();
  });

  it('are made anew once for changes that come together', async () => {
    let made = 0;
    const provider = providerOf(() => [node(`made ${++made}`)]);
    let told = 0;
    const refreshed = new Promise<void>((resolve) => {
      provider.onDidChangeTreeData(() => {
        told++;
        resolve();
      });
    });
    assert.deepEqual(await labels(provider), ['made 1']);
    provider.refresh();
    provider.refresh();
    assert.deepEqual(await labels(provider), ['made 1']);
    await refreshed;
    assert.deepEqual(await labels(provider), ['made 2']);
    assert.equal(told, 1);
    provider.dispose();
  });

  it('are looked up as they are after the last change', async () => {
    const ref: EntryRef = { kind: 'topic', id: 'new' };
    let roots = [node('old')];
    const provider = providerOf(() => roots);
    assert.equal(await provider.find(ref), undefined);
    roots = [{ ...node('new'), ref }];
    provider.refresh();
    assert.equal((await provider.find(ref))?.spec.label, 'new');
    provider.dispose();
  });

  it('are empty, so that the welcome shows, when nothing can be loaded', async () => {
    const provider = providerOf(() => {
      throw new Error('No such pack');
    });
    assert.deepEqual(await provider.getChildren(), []);
    provider.dispose();
  });

  it('open the nodes that were open before', () => {
    const remembered = new Expansion('open', memento({ open: ['a'] }));
    const provider = new EntryTreeProvider(
      () => Promise.resolve([]),
      (each) => remembered.has(each),
      log,
    );
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const stateOf = (key: string) =>
      provider.getTreeItem(new TreeNode({ ...node(key), children: () => [node('x')] }))
        .collapsibleState;
    assert.deepEqual([stateOf('a'), stateOf('b')], [Expanded, Collapsed]);
    provider.dispose();
    remembered.dispose();
  });
});

describe('a remembered expansion', () => {
  it('follows its tree until it is disposed of', () => {
    const expanded = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode>>();
    const collapsed = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode>>();
    const state = memento({ open: 'of an older version' });
    const expansion = new Expansion('open', state);
    expansion.follow({
      onDidExpandElement: expanded.event,
      onDidCollapseElement: collapsed.event,
    });
    const top = new TreeNode(node('a'));
    const below = new TreeNode(node('b'), top);
    const beside = new TreeNode(node('ab'));
    [top, below, beside].forEach((element) => expanded.fire({ element }));
    assert.deepEqual(state.get('open'), ['a', 'a/b', 'ab']);
    collapsed.fire({ element: top });
    assert.deepEqual(state.get('open'), ['a/b', 'ab']);
    expansion.dispose();
    expanded.fire({ element: top });
    assert.deepEqual(state.get('open'), ['a/b', 'ab']);
  });
});

describe('a grouping', () => {
  it('is remembered, and falls back to the first choice', () => {
    const state = memento({ [ContextKeys.termsGrouping]: 'of an older version' });
    const choices = ['letter', 'kind'] as const;
    const grouping = new RememberedChoice(ContextKeys.termsGrouping, choices, state);
    let told = 0;
    grouping.onDidChange(() => told++);
    assert.equal(grouping.value, 'letter');
    grouping.set('kind');
    grouping.set('kind');
    assert.equal(told, 1);
    assert.equal(new RememberedChoice(ContextKeys.termsGrouping, choices, state).value, 'kind');
    new RememberedChoice(ContextKeys.termsGrouping, choices, memento({})).dispose();
    grouping.dispose();
  });
});

describe('a grouping that depends on what there is', () => {
  const key = ContextKeys.timelineGrouping;
  const choices = ['list', 'year', 'partner'] as const;

  it('holds until the user has chosen', () => {
    const state = memento({});
    const grouping = new RememberedChoice(key, choices, state);
    let told = 0;
    grouping.onDidChange(() => told++);
    assert.equal(grouping.value, 'list');
    grouping.setUsual('year');
    assert.deepEqual([grouping.value, state.get(key), told], ['year', undefined, 0]);
    grouping.set('year');
    grouping.setUsual('list');
    assert.deepEqual([grouping.value, state.get(key), told], ['year', 'year', 0]);
    grouping.dispose();
  });

  it('leaves alone what was chosen in an older version', () => {
    const grouping = new RememberedChoice(key, choices, memento({ [key]: 'partner' }));
    grouping.setUsual('list');
    assert.equal(grouping.value, 'partner');
    grouping.setUsual('year');
    assert.equal(grouping.value, 'partner');
    grouping.dispose();
  });
});

describe('the filter of terms', () => {
  const OWN = ownTerms('Harbour', [{ name: 'quay' }]);
  const uri = vscode.Uri.file('/w/harbour.glossary.yml');
  const [term] = OWN;
  assert.ok(term?.origin.kind === 'glossary');
  const { context } = term.origin;
  const glossary: LoadedGlossary = {
    uri,
    path: 'harbour.glossary.yml',
    glossary: { contexts: [context], imports: [], problems: [] },
    contexts: [{ uri, context, label: 'Harbour', terms: OWN }],
    problems: [],
  };
  const filterOf = (all: readonly LoadedGlossary[], values: Record<string, unknown> = {}) => {
    const state = memento(values);
    return { state, filter: new TermsFilter({ all }, state) };
  };
  const everything = () => [...OWN, ...catalog.all('term').map(knownTermOfPack)];
  const { termsFiltered } = ContextKeys;
  afterEach(() => vscode.commands.executeCommand(Commands.clearTermsFilter));

  it('shows all terms, the shipped ones, or those of a glossary', () => {
    const all = everything();
    const plain = filterOf([glossary]).filter;
    assert.deepEqual([plain.apply(all).length, plain.label], [all.length, undefined]);
    const shipped = filterOf([glossary], { [termsFiltered]: 'shipped' }).filter;
    assert.deepEqual(shipped.apply(all), all.slice(1));
    assert.equal(shipped.label, 'Built-in library');
    const own = filterOf([glossary], { [termsFiltered]: uri.toString() }).filter;
    assert.deepEqual(own.apply(all), OWN);
    assert.equal(own.label, 'harbour.glossary.yml');
    [plain, shipped, own].forEach((filter) => filter.dispose());
  });

  it('hides nothing for a glossary that is not there, and stays remembered', () => {
    const { filter, state } = filterOf([], { [termsFiltered]: uri.toString() });
    assert.equal(filter.apply(everything()).length, everything().length);
    assert.equal(filter.label, undefined);
    assert.equal(state.get(termsFiltered), uri.toString());
    filter.dispose();
  });

  it('offers all glossaries, is remembered and cleared', async () => {
    const { filter, state } = filterOf([glossary]);
    let told = 0;
    filter.onDidChange(() => told++);
    const choices = await termChoices({ all: [glossary], start: () => Promise.resolve() });
    assert.deepEqual(
      choices.map(({ label, description }) => [label, description]),
      [
        ['All terms', undefined],
        ['Built-in library', undefined],
        ['harbour.glossary.yml', '1 term'],
      ],
    );
    filter.set(choices[2]?.filter);
    assert.deepEqual([told, state.get(termsFiltered)], [1, uri.toString()]);
    filter.clear();
    filter.clear();
    assert.deepEqual([told, state.get(termsFiltered), filter.label], [2, undefined, undefined]);
    filter.dispose();
  });
});

describe('showing mentions', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const note = vscode.Uri.joinPath(folder.uri, 'mentions-of-a-term.md');
  before(() =>
    vscode.workspace.fs.writeFile(
      note,
      new TextEncoder().encode('The Istanbul Cooperation Initiative.\n'),
    ),
  );
  after(() => vscode.workspace.fs.delete(note));
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('of a node of the tree opens the first one', async () => {
    const ref: EntryRef = { kind: 'term', id: 'istanbul-cooperation-initiative' };
    for (const argument of [ref, { term: ref.id }]) {
      await vscode.commands.executeCommand(Commands.showMentions, argument);
      await waitFor(
        'a mention',
        () => vscode.window.activeTextEditor?.document.uri.scheme === 'file',
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('of the term at the caret stays where the caret is', async () => {
    const editor = await vscode.window.showTextDocument(note);
    const caret = new vscode.Position(0, 8);
    editor.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand(Commands.showMentions);
    const shown = await waitFor('the list', () =>
      vscode.window.visibleTextEditors.find(
        ({ document }) => String(document.uri) === String(note),
      ),
    );
    assert.deepEqual(shown.selection.active, caret);
  });

  it('does nothing for what is no term', async () => {
    for (const argument of [{ term: 'no such' }, { kind: 'partner', id: 'japan' }, 7]) {
      await vscode.commands.executeCommand(Commands.showMentions, argument);
      assert.equal(vscode.window.activeTextEditor, undefined);
    }
  });
});

describe('revealing', () => {
  const reveals: readonly (readonly [string, EntryRef])[] = [
    [Commands.revealInTopics, { kind: 'topic', id: 'cyber-defence' }],
    [Commands.revealInTopics, INFORMAL],
    [Commands.revealInPartners, INFORMAL],
    [Commands.revealInPartners, { kind: 'term', id: 'japan' }],
    [Commands.revealInTerms, INFORMAL],
    [Commands.revealInTerms, { kind: 'term', id: 'istanbul-cooperation-initiative' }],
    [Commands.revealInTimeline, { kind: 'event', id: 'madrid-summit' }],
    [Commands.revealInSidebar, INFORMAL],
    [Commands.revealInSidebar, { kind: 'topic', id: 'informality' }],
    [Commands.revealInSidebar, { kind: 'partner', id: 'new-zealand' }],
    [Commands.revealInSidebar, { kind: 'term', id: 'ip4' }],
    [Commands.revealInSidebar, { kind: 'event', id: 'nato-engages-japan' }],
  ];
  for (const [command, ref] of reveals) {
    it(`${command} selects the ${ref.kind} ${ref.id}`, async () => {
      await vscode.commands.executeCommand(command, ref);
      await assertChosen(ref);
    });
  }

  it('works in every grouping', async () => {
    const term: EntryRef = { kind: 'term', id: 'ip4' };
    const event: EntryRef = { kind: 'event', id: 'madrid-summit' };
    for (const [group, ref] of [
      [Commands.groupTermsByKind, term],
      [Commands.groupTimelineByPartner, event],
      [Commands.groupTermsByLetter, term],
      [Commands.groupTimelineByYear, event],
      [Commands.sortTimelineNewestFirst, event],
      [Commands.ungroupTimeline, event],
      [Commands.sortTimelineOldestFirst, event],
    ] as const) {
      await vscode.commands.executeCommand(group);
      await vscode.commands.executeCommand(Commands.revealInSidebar, ref);
      await assertChosen(ref);
    }
  });

  it('starts from the active page', async () => {
    const partner: EntryRef = { kind: 'partner', id: 'south-korea' };
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(markdownUri(partner));
    await vscode.commands.executeCommand(Commands.revealInSidebar);
    await assertChosen(partner);
  });

  it('works after the library has been loaded anew', async () => {
    await vscode.commands.executeCommand(Commands.reloadPack);
    await vscode.commands.executeCommand(Commands.revealInTopics, INFORMAL);
    await assertChosen(INFORMAL);
  });

  it('leaves the selection alone for what is not there', async () => {
    await vscode.commands.executeCommand(Commands.revealInTopics, INFORMAL);
    for (const ref of [
      { kind: 'term', id: 'no-such' },
      { kind: 'partner', id: 'japan' },
      { kind: '__proto__', id: 'x' },
      null,
    ]) {
      await vscode.commands.executeCommand(Commands.revealInTopics, ref);
    }
    await assertChosen(INFORMAL);
  });
});

describe('keybindings of the sidebar', () => {
  it('say that they mean what is selected there', () => {
    const { contributes } = extension().packageJSON as {
      contributes: { keybindings: { when?: string; args?: unknown }[] };
    };
    const args = contributes.keybindings
      .filter(({ when }) => when?.includes('focusedView'))
      .map((keybinding) => keybinding.args);
    assert.ok(args.length > 3, `${args.length} keybindings`);
    assert.deepEqual([...new Set(args)], [SIDEBAR_ARGUMENT]);
  });

  it('mean the item that the arrow keys have reached, without a change of the selection', async () => {
    const topic: EntryRef = { kind: 'topic', id: 'informality' };
    await vscode.commands.executeCommand(Commands.revealInTopics, INFORMAL);
    await vscode.commands.executeCommand('list.focusUp');
    await assertChosen(topic);
    await vscode.commands.executeCommand('list.focusDown');
    await assertChosen(INFORMAL);
  });

  it('open to the side', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand(Commands.revealInTopics, INFORMAL);
    await vscode.commands.executeCommand(Commands.openEntryToSide, SIDEBAR_ARGUMENT);
    await waitFor('the page', () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      return uri !== undefined && entryOfUri(uri)?.id === INFORMAL.id;
    });
  });
});

/** Asserts what a keybinding of the sidebar would copy. */
async function assertChosen(ref: EntryRef): Promise<void> {
  const entry = catalog.get(ref.kind, ref.id);
  assert.ok(entry, `${ref.kind} ${ref.id} is not in the pack`);
  // The editor tells of a selection some time after it has shown it.
  let copied = '';
  try {
    await waitFor(`${ref.kind} ${ref.id} to be chosen`, async () => {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(Commands.copyText, SIDEBAR_ARGUMENT);
      copied = await vscode.env.clipboard.readText();
      return copied === entryText(entry);
    });
  } catch (error) {
    throw new Error(`${ref.kind} ${ref.id} is not chosen, but “${copied}” is.`, { cause: error });
  }
}

function providerOf(makeRoots: () => readonly NodeSpec[]): EntryTreeProvider {
  return new EntryTreeProvider(
    () => new Promise((resolve) => resolve(makeRoots())),
    () => false,
    log,
  );
}

function termsModel(): TermsModel {
  const all = catalog.all('term').map(knownTermOfPack);
  return { all, shown: all, mentionsOf: () => Promise.resolve([]) };
}

function node(label: string): NodeSpec {
  return { key: label, label, spoken: label, context: [] };
}

async function labels(provider: EntryTreeProvider): Promise<readonly string[]> {
  return (await provider.getChildren()).map(({ spec }) => spec.label);
}

async function everyNode(
  provider: EntryTreeProvider,
  parent?: TreeNode,
): Promise<readonly TreeNode[]> {
  const nodes = await provider.getChildren(parent);
  assert.ok(nodes.every((each) => provider.getParent(each) === parent));
  const below = await Promise.all(nodes.map((each) => everyNode(provider, each)));
  return [...nodes, ...below.flat()];
}

function memento(values: Record<string, unknown>): vscode.Memento {
  const map = new Map(Object.entries(values));
  return {
    keys: () => [...map.keys()],
    get: (key: string) => map.get(key),
    update: (key, value) => {
      map.set(key, value);
      return Promise.resolve();
    },
  } as vscode.Memento;
}
