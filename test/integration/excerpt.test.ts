import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { EntryPage } from '../../src/core/packs/entryPage';
import type { EntryRef } from '../../src/core/model';
import { escapeMarkdown } from '../../src/util/markdownText';
import type { Page } from '../../src/features/pages/entry/page/pageModel';
import { textOf } from '../../src/features/pages/entry/page/textPage';
import { type PageDeps, PageFileSystem } from '../../src/features/pages/entry/pageFileSystem';
import { ShownPages } from '../../src/features/pages/entry/shownPages';
import { ENTRY_KINDS } from '../../src/host/entryKinds';
import { Commands, ENTRY_LANGUAGE, SCHEME } from '../../src/host/ids';
import type { FileMentions } from '../../src/workspace/terms/mentions';
import { entryOfUri, entryUri, markdownUri } from '../../src/host/uris';
import { lazy } from '../../src/util/lazy';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const INFORMAL: EntryPage = {
  kind: 'excerpt',
  id: 'informal-unlike-formal-frameworks',
  title: 'Informal mechanism, unlike NATO’s formalised partnership frameworks',
};
const JAPAN: EntryPage = { kind: 'partner', id: 'japan', title: 'Japan' };

describe('pages', () => {
  before(() => extension().activate());
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are read-only files', async () => {
    assert.equal(vscode.workspace.fs.isWritableFileSystem(SCHEME), false);
    const { permissions, type, size } = await vscode.workspace.fs.stat(entryUri(INFORMAL));
    assert.equal(permissions, vscode.FilePermission.Readonly);
    assert.equal(type, vscode.FileType.File);
    assert.equal(size, (await vscode.workspace.fs.readFile(entryUri(INFORMAL))).byteLength);
  });

  it('cannot be written, deleted or renamed', () => {
    const pages = new PageFileSystem({
      desk: { catalog: lazy(load(SMALL_PACK)), onDidChange: never },
      library: NO_LIBRARY,
      mentions: { of: () => Promise.resolve([]), onDidChange: never },
      own: NO_OWN,
      log: NO_LOG,
    });
    const uri = entryUri(INFORMAL);
    for (const change of [
      () => pages.writeFile(uri),
      () => pages.delete(uri),
      () => pages.rename(uri),
      () => pages.createDirectory(uri),
    ]) {
      assert.throws(change, { code: 'NoPermissions' });
    }
    pages.dispose();
  });

  it('tell of a source of a pack where it can be read, and what rests on it', async () => {
    const uri = markdownUri({ kind: 'source', id: 'usip-nato-ip4-2024' });
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.match(page, /^Address: <https:\/\/[^>]+>$/m);
    assert.match(page, /^## Numbering$/m);
    assert.match(page, /^- \[.+\]\(\.\.\/excerpt\/.+\.md\)/m);
  });

  it('say what is missing instead of offering to create it', async () => {
    for (const id of ['no-such', '__proto__']) {
      const uri = entryUri({ kind: 'term', id, title: 'x' });
      const missing = { code: 'Unavailable', message: new RegExp(`no entry “term/${id}”`) };
      await assert.rejects(async () => vscode.workspace.fs.readFile(uri), missing);
      await assert.rejects(async () => vscode.workspace.fs.stat(uri), missing);
    }
  });

  it('do not exist for addresses that are no entry’s', async () => {
    for (const path of ['/sources/x.md', '/x', '/a/b/c.md', '/IP4 Desk/term/IP4']) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path });
      await assert.rejects(async () => vscode.workspace.fs.readFile(uri), { code: 'FileNotFound' });
      await assert.rejects(async () => vscode.workspace.fs.stat(uri), { code: 'FileNotFound' });
    }
  });

  it('are all there, and all their links lead to one', async () => {
    const pages = await allPages();
    assert.ok(pages.length > 150, `${pages.length} pages`);
    const known = new Set(pages.map(String));
    for (const page of pages) {
      for (const [, link = ''] of (await read(page)).matchAll(/\]\((\.\.\/[^)]+)\)/g)) {
        const target = vscode.Uri.joinPath(page, '..', decodeURIComponent(link));
        assert.ok(known.has(target.toString()), `${page.path} leads to ${target.path}`);
      }
    }
  });

  it('open as text in a language of their own, the title first, and on the tab', async () => {
    await vscode.commands.executeCommand(Commands.openEntry, JAPAN);
    const { document } = await activePage(JAPAN);
    assert.equal(document.languageId, ENTRY_LANGUAGE);
    assert.match(document.getText(), /^Japan\nIndo-Pacific partner\n\n/);
    const tab = await waitFor('the tab', () => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.equal(tab.label, 'Japan');
  });

  it('have links on plain words, which the editor follows', async () => {
    const { document } = await vscode.window.showTextDocument(entryUri(INFORMAL));
    const found = await linksIn(document);
    const partner = found.find((link) => document.getText(link.range) === 'NATO');
    assert.deepEqual(partner?.target && entryOfUri(partner.target), {
      kind: 'partner',
      id: 'nato',
    });
    assert.equal(partner?.tooltip, 'Open “NATO”');
    const known = new Set((await allPages()).map((page) => keyOf(entryOfUri(page))));
    for (const { target } of found) {
      assert.ok(target && known.has(keyOf(entryOfUri(target))), target?.toString());
    }
  });

  it('follow the link at the caret, or the only one on its line', async () => {
    const editor = await vscode.window.showTextDocument(entryUri(INFORMAL));
    const text = editor.document.getText();
    const follow = async (offset: number) => {
      const caret = editor.document.positionAt(offset);
      await vscode.window.showTextDocument(editor.document, {
        selection: new vscode.Range(caret, caret),
      });
      await vscode.commands.executeCommand(Commands.followLink);
      return vscode.window.activeTextEditor?.document.uri;
    };
    // A line of a list, at its beginning.
    await follow(text.indexOf('\nNATO\n') + 1);
    await activePage({ kind: 'partner', id: 'nato' });
    // "Source: …": the caret is no link, and the line has one.
    await follow(text.indexOf('Source: '));
    await activePage({ kind: 'source', id: 'usip-nato-ip4-2024' });
    // A line without any.
    const page = await follow(0);
    assert.equal(page?.toString(), editor.document.uri.toString());
  });

  it('have an outline of their heads under their title', async () => {
    const { document } = await vscode.window.showTextDocument(entryUri(JAPAN));
    const [title, ...others] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(others, []);
    assert.equal(title?.name, 'Japan');
    const heads = title.children.map(({ name }) => name);
    assert.ok(heads.includes('Japan in particular') && heads.includes('Chronology'), heads.join());
    const below = title.children.find(({ name }) => name === 'Japan in particular')?.children;
    assert.ok(below && below.length > 0);
    for (const { name, selectionRange } of title.children) {
      assert.equal(document.getText(selectionRange), name);
    }
  });

  it('lead from a term to where it is explained', async () => {
    const { document } = await vscode.window.showTextDocument(entryUri(INFORMAL));
    const at = document.positionAt(document.getText().indexOf('Istanbul Cooperation Initiative'));
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.deepEqual(
      found.map(({ targetUri }) => entryOfUri(targetUri)?.id),
      ['istanbul-cooperation-initiative'],
    );
  });

  it('have no suggestions, checks or folding of notes', async () => {
    const { document } = await vscode.window.showTextDocument(entryUri(JAPAN));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(3),
    );
    assert.deepEqual(
      items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text),
      [],
    );
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('open as Markdown with links that the editor follows, to pages as Markdown', async () => {
    await vscode.window.showTextDocument(entryUri(INFORMAL));
    await vscode.commands.executeCommand(Commands.openAsMarkdown);
    const { document } = await waitFor('the Markdown', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.toString() === markdownUri(INFORMAL).toString() && editor;
    });
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# \S/);
    const found = await linksIn(document);
    const partner = found.find((link) => document.getText(link.range).endsWith('/nato.md'));
    assert.equal(partner?.target?.path, markdownUri({ kind: 'partner', id: 'nato' }).path);
  });

  it('show at an address of an earlier version what they show at theirs', async () => {
    const old = vscode.Uri.from({ scheme: SCHEME, path: `/excerpt/${INFORMAL.id}.md` });
    const { document } = await vscode.window.showTextDocument(old);
    assert.equal(document.getText(), await read(entryUri(INFORMAL)));
    await waitFor('the language', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.languageId === ENTRY_LANGUAGE;
    });
    assert.ok((await linksIn(document)).length > 3);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(Commands.copyText);
    assert.ok(document.getText().includes(await vscode.env.clipboard.readText()));
  });

  it('open in a preview tab, or beside the active editor', async () => {
    await vscode.commands.executeCommand(Commands.openEntry, INFORMAL);
    await activePage(INFORMAL);
    const tab = await waitFor('the tab', () => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.equal(tab.isPreview, true);

    const other = JAPAN;
    await vscode.commands.executeCommand(Commands.openEntryToSide, other);
    const { viewColumn } = await activePage(other);
    assert.equal(viewColumn, vscode.ViewColumn.Two);
  });

  it('open in the one group where that is empty', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.editorLayoutSingle');
    await vscode.commands.executeCommand(Commands.openEntryToSide, INFORMAL);
    await activePage(INFORMAL);
    assert.equal(vscode.window.tabGroups.all.length, 1);
  });

  it('do not open for an argument that names no entry', async () => {
    for (const argument of [
      null,
      7,
      'excerpt',
      {},
      { kind: 'excerpt' },
      { kind: '__proto__', id: 'x' },
      { kind: ['excerpt'], id: INFORMAL.id },
      { kind: 'excerpt', id: '../partner/japan' },
      { ref: { kind: 'term', id: 'no-such' } },
      vscode.Uri.file('/excerpt/x.md'),
    ]) {
      await vscode.commands.executeCommand(Commands.openEntry, argument);
      assert.equal(vscode.window.activeTextEditor, undefined, JSON.stringify(argument));
    }
  });

  it('of excerpts lead to the next and the previous one', async () => {
    await vscode.commands.executeCommand(Commands.openEntry, INFORMAL);
    await activePage(INFORMAL);
    await vscode.commands.executeCommand(Commands.openNextExcerpt);
    const next = await waitFor('the next excerpt', () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const ref = uri && entryOfUri(uri);
      return ref?.id !== INFORMAL.id && ref;
    });
    assert.equal(next.kind, 'excerpt');
    assert.match(await read(markdownUri(INFORMAL)), new RegExp(`Next: .*/excerpt/${next.id}\\.md`));
    await vscode.commands.executeCommand(Commands.openPreviousExcerpt);
    await activePage(INFORMAL);
  });

  it('of the first excerpt of a source stay open when asked for the previous one', async () => {
    const first: EntryRef = { kind: 'excerpt', id: 'four-countries-of-the-ip4' };
    await vscode.commands.executeCommand(Commands.openEntry, first);
    await activePage(first);
    await vscode.commands.executeCommand(Commands.openPreviousExcerpt, markdownUri(first));
    await activePage(first);
  });

  it('are copied as text and with their citation, from wherever they are named', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(Commands.copyText, INFORMAL);
    const text = await vscode.env.clipboard.readText();
    assert.ok((await read(entryUri(INFORMAL))).includes(`\n\n${text}\n\nSource: `));
    assert.ok(
      (await read(markdownUri(INFORMAL))).includes(`\n\n${escapeMarkdown(text)}\n\nSource: `),
    );

    await vscode.commands.executeCommand(Commands.openEntry, INFORMAL);
    await activePage(INFORMAL);
    for (const args of [[], [entryUri(INFORMAL)], [{ ref: INFORMAL }]]) {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(Commands.copyWithCitation, ...args);
      const cited = await vscode.env.clipboard.readText();
      assert.ok(cited.startsWith(`${text} (`) && cited.endsWith(', answer to question 2)'), cited);
    }
  });

  it('are copied together, one paragraph each, when several are selected', async () => {
    const other: EntryRef = { kind: 'term', id: 'ip4' };
    const nodes = [{ ref: INFORMAL }, { ref: other }, { ref: INFORMAL }, {}];
    await vscode.commands.executeCommand(Commands.copyText, nodes[0], nodes);
    assert.equal((await vscode.env.clipboard.readText()).split('\n\n').length, 2);
  });

  it('leave the clipboard alone when there is nothing to copy', async () => {
    await vscode.env.clipboard.writeText('mine');
    await vscode.commands.executeCommand(Commands.copyText, {});
    await vscode.commands.executeCommand(Commands.copyText, { kind: 'term', id: 'no-such' });
    await vscode.commands.executeCommand(Commands.copyText);
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
  });
});

describe('the pages behind open texts', () => {
  it('are told as they are now, when only what a link leads to has changed', async () => {
    const document = await vscode.workspace.openTextDocument(entryUri(JAPAN));
    const { text, links } = textOf(await pageWith('https://example.org/first'));
    let address = 'https://example.org/first';
    const shown = new ShownPages({ entryPage: () => pageWith(address) });
    const open = {
      uri: document.uri,
      languageId: document.languageId,
      version: 1,
      getText: () => text,
    } as typeof document;
    assert.deepEqual((await shown.of(open))?.links, links);
    address = 'https://example.org/second';
    const target = { kind: 'web', address };
    assert.deepEqual((await shown.of(open))?.links, [{ span: links[0]?.span, target }]);
  });

  /** A page with one link. */
  function pageWith(address: string): Promise<Page> {
    const words = [{ text: 'Source', target: { kind: 'web', address } as const }];
    return Promise.resolve({ title: 'Japan', blocks: [{ kind: 'paragraph', words }] });
  }
});

describe('a page file system', () => {
  let pages: PageFileSystem;
  let change: vscode.EventEmitter<void>;
  let pack: typeof SMALL_PACK;
  let mentioned: readonly FileMentions[];
  let mentionsChange: vscode.EventEmitter<void>;

  beforeEach(async () => {
    await extension().activate();
    mentioned = [];
    mentionsChange = new vscode.EventEmitter();
    pack = SMALL_PACK;
    change = new vscode.EventEmitter();
    const catalog = () => Promise.resolve(new Catalog([pack]));
    pages = new PageFileSystem({
      desk: {
        catalog: Object.assign(catalog, { reset: () => undefined }),
        onDidChange: change.event,
      },
      library: NO_LIBRARY,
      mentions: { of: () => Promise.resolve(mentioned), onDidChange: mentionsChange.event },
      own: NO_OWN,
      log: NO_LOG,
    });
  });
  afterEach(() => {
    pages.dispose();
    change.dispose();
    mentionsChange.dispose();
  });

  it('shows the mentions of a term once they have been found, and what becomes of them', async () => {
    const page = markdownUri({ kind: 'term', id: 'summit' });
    const range = new vscode.Range(2, 4, 2, 10);
    const uri = vscode.Uri.file('/notes/a (b).md');
    mentioned = [{ uri, kind: 'note', label: 'notes/a (b).md', ranges: [range, range] }];
    const text = async () => new TextDecoder().decode(await pages.readFile(page));
    assert.doesNotMatch(await text(), /Mentions/);
    const line = '- [notes/a (b).md](file:///notes/a%20%28b%29.md#L3,5) (2)\n';
    await waitFor('the mentions', async () => (await text()).endsWith(`## Mentions\n\n${line}`));
    mentioned = [];
    await waitFor('them to go', async () => !(await text()).includes('Mentions'));
  });

  it('tells of changed and of vanished pages that are open', async () => {
    const kept = JAPAN;
    const gone: EntryPage = { kind: 'partner', id: 'australia', title: 'Australia' };
    await Promise.all([kept, gone].map((ref) => vscode.workspace.openTextDocument(entryUri(ref))));
    const told = new Promise<readonly vscode.FileChangeEvent[]>((resolve) => {
      const listener = pages.onDidChangeFile((events) => {
        listener.dispose();
        resolve(events);
      });
    });
    const before = await pages.stat(entryUri(kept));
    change.fire();
    const types = new Map((await told).map(({ uri, type }) => [uri.toString(), type]));
    assert.equal(types.get(entryUri(kept).toString()), vscode.FileChangeType.Changed);
    assert.equal(types.get(entryUri(gone).toString()), vscode.FileChangeType.Deleted);
    assert.ok((await pages.stat(entryUri(kept))).mtime > before.mtime);
  });

  it('lists its folders', async () => {
    const root = vscode.Uri.from({ scheme: SCHEME, path: '/' });
    assert.deepEqual(
      (await pages.readDirectory(root)).map(([name]) => name),
      [...ENTRY_KINDS, 'IP4 Desk', 'markdown', 'source'],
    );
    const partners = await pages.readDirectory(vscode.Uri.joinPath(root, 'partner'));
    assert.deepEqual(
      partners.map(([name]) => name),
      ['japan.md', 'nato.md', 'pfp.md'],
    );
    await assert.rejects(pages.readDirectory(vscode.Uri.joinPath(root, 'nothing')), {
      code: 'FileNotFound',
    });
  });

  it('listens to nothing after disposal', async () => {
    const { mtime } = await pages.stat(entryUri(JAPAN));
    pages.dispose();
    change.fire();
    const after = await pages.stat(entryUri(JAPAN));
    assert.equal(after.mtime, mtime);
  });
});

describe('text from packs in the Markdown preview', () => {
  it('is shown as text, whatever it is made of', async () => {
    const marks = fc.constantFrom(
      ...['<', '>', '*', '_', '`', '~~', '#', '- ', '1. ', '[', '](command:x)', '![', '\\', '\n'],
      ...['    ', '&amp;', '&#60;', '---', '|', '$', '<img src=x>', '<!--', '[^1]', '[a]: b', 'a '],
    );
    const texts = fc.array(marks, { maxLength: 10 }).map((signs) => signs.join(''));
    const expected = await tagsOf('plain');
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        assert.deepEqual(await tagsOf(text), expected);
      }),
      { numRuns: 200 },
    );
  });

  /** The tags of the HTML of a page with `text` at all the places that a page has. */
  async function tagsOf(text: string): Promise<readonly string[]> {
    const shown = escapeMarkdown(`x${text}x`);
    const html = await vscode.commands.executeCommand<string>(
      'markdown.api.render',
      [
        `# ${shown}`,
        `*Also: ${shown} · ${shown}*`,
        escapeMarkdown(`${text} x`),
        `- [${shown}](../term/a.md): ${escapeMarkdown(`x ${text}`)}\n- **${shown}**: x`,
      ].join('\n\n'),
    );
    return html.match(/<\/?\w+/g) ?? [];
  }
});

const never: vscode.Event<void> = () => new vscode.Disposable(() => undefined);

/** The library is never asked. */
const NO_OWN: PageDeps['own'] = () => new Promise(() => undefined);

const NO_LIBRARY: PageDeps['library'] = {
  start: () => Promise.resolve(),
  sources: [],
  get: () => undefined,
  document: () => Promise.resolve(undefined),
  copyOf: () => undefined,
  reindex: () => undefined,
  isPaused: false,
  onDidChange: never,
  onDidChangeContents: never,
};

const NO_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

function load(pack: typeof SMALL_PACK): () => Promise<Catalog> {
  return () => Promise.resolve(new Catalog([pack]));
}

/** The pages of entries as Markdown. */
async function allPages(): Promise<readonly vscode.Uri[]> {
  const folders = ENTRY_KINDS.map((kind) =>
    vscode.Uri.from({ scheme: SCHEME, path: `/markdown/${kind}` }),
  );
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await vscode.workspace.fs.readDirectory(folder))
        .filter(([, type]) => type === vscode.FileType.File)
        .map(([name]) => vscode.Uri.joinPath(folder, name)),
    ),
  );
  return lists.flat();
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The active editor, once it shows the page of `ref`. */
function activePage(ref: EntryRef): Promise<vscode.TextEditor> {
  return waitFor(`the page of ${ref.kind} ${ref.id}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor && keyOf(entryOfUri(editor.document.uri)) === keyOf(ref) && editor;
  });
}

function keyOf(ref: EntryRef | undefined): string {
  return `${ref?.kind}/${ref?.id}`;
}

/** The links of a document, once it has some. */
function linksIn(document: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
  return waitFor('links', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    return found.length > 0 && found;
  });
}
