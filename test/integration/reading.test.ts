import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceId } from '../../src/core/model';
import { Commands, PDF_EDITOR, SCHEME, SOURCE_LANGUAGE } from '../../src/host/ids';
import { sourceFilePath, sourceOfUri, sourceUri } from '../../src/host/uris';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

/** Sentences long enough to be passages of their own. */
const OIL =
  'The harbour board of Little Wick met in spring to speak of oil for the lighthouse lamp, ' +
  'and its members heard from the keeper that the wick had burned low, that the last barrel was ' +
  'nearly empty, and that nobody in the village had seen the supply boat since the ice broke up.';
const FOG =
  'Fog closed the channel for nine days, and the board resolved that a second bell be hung at the ' +
  'mole, that its cost be shared with the town across the bay, which steers by the same light, ' +
  'and that the keeper ring it at every turn of the tide until the pilots could see the quay again.';
const BELL =
  'In the autumn the board met again to hear how the bell had done, and the pilots said that they ' +
  'had heard it over the wind on all but two nights, that no boat had been lost, and that a third ' +
  'bell would be of no use to anybody as long as the lighthouse lamp was kept in good order.';
const MINUTES = [
  '---',
  'title: Minutes of the Harbour Board',
  'author: Ann Mallow',
  '---',
  '',
  '# Spring',
  '',
  '## Oil',
  '',
  OIL,
  '',
  '## Fog',
  '',
  FOG,
  '',
  '# Autumn',
  '',
  BELL,
  '',
].join('\n');

function sourceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'sources', name);
}

/** The page of a source that is ready, by its title. */
function pageCalled(name: string): Promise<vscode.Uri> {
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/source' });
  const { fs } = vscode.workspace;
  return waitFor(`a page called ${name}`, async () => {
    for (const [id] of await fs.readDirectory(root)) {
      const folder = vscode.Uri.joinPath(root, id);
      const [[file = ''] = []] = await fs.readDirectory(folder).then(undefined, () => []);
      const page = vscode.Uri.joinPath(folder, file);
      if (file === `${name}.txt` && (await isReady(page))) {
        return sourceUri({ id: id as SourceId, title: name });
      }
    }
    return undefined;
  });
}

/** The language of an open document; changed, it is another object. */
function languageAt(uri: vscode.Uri): string | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === address)?.languageId;
}

function isReady(page: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(page).then(
    () => true,
    () => false,
  );
}

/** Opens a page with the caret at the first place that reads `text`. */
async function openAt(page: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(page);
  const start = editor.document.getText().indexOf(text);
  assert.notEqual(start, -1, text);
  const caret = editor.document.positionAt(start);
  editor.selection = new vscode.Selection(caret, caret);
  return editor;
}

/** What the line of the caret begins with, once a source's page is active and this is so. */
function caretAt(text: string): Promise<unknown> {
  return waitFor(`the caret at “${text}”`, () => {
    const editor = vscode.window.activeTextEditor;
    return (
      editor !== undefined &&
      sourceOfUri(editor.document.uri) !== undefined &&
      editor.document.lineAt(editor.selection.active).text.startsWith(text)
    );
  });
}

describe('pages of sources', () => {
  let minutes: vscode.Uri;

  before(async () => {
    await extension().activate();
    await vscode.workspace.fs.writeFile(
      sourceFile('minutes.md'),
      new TextEncoder().encode(MINUTES),
    );
    const texts = (page: number) => [{ text: `Lantern ${page} burns all night.`, x: 72, y: 700 }];
    await vscode.workspace.fs.writeFile(
      sourceFile('lanterns.pdf'),
      await makePdf({
        title: 'Report on Lanterns',
        pages: [1, 2, 3].map((page) => ({ texts: texts(page) })),
      }),
    );
    minutes = await pageCalled('Minutes of the Harbour Board');
  });
  beforeEach(() => command('workbench.action.closeAllEditors'));
  after(async () => {
    await command('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(sourceFile(''), { recursive: true });
    await waitFor('the sources to be gone', async () => !(await isReady(minutes)));
  });

  it('are read-only text in a language of their own, and nothing but the document’s words', async () => {
    const { document } = await vscode.window.showTextDocument(minutes);
    assert.equal(document.languageId, SOURCE_LANGUAGE);
    assert.equal(
      document.getText(),
      ['Spring', 'Oil', OIL, 'Fog', FOG, 'Autumn', BELL].join('\n\n'),
    );
    const { permissions } = await vscode.workspace.fs.stat(minutes);
    assert.equal(permissions, vscode.FilePermission.Readonly);
  });

  it('show at an address of an earlier version what they show at theirs', async () => {
    const id = sourceOfUri(minutes) as SourceId;
    const path = sourceFilePath({ id, title: 'Minutes' });
    const old = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: SCHEME, path }));
    const { document } = await vscode.window.showTextDocument(minutes);
    assert.equal(old.getText(), document.getText());
    await waitFor('the language', () => languageAt(old.uri) === SOURCE_LANGUAGE);
  });

  it('have tabs that bear their titles', async () => {
    await vscode.window.showTextDocument(minutes);
    const tab = await waitFor('the tab', () => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.equal(tab.label, 'Minutes of the Harbour Board');
  });

  it('say so when there is no such source', async () => {
    const missing = vscode.Uri.from({ scheme: SCHEME, path: '/source/no-such/x.txt' });
    await assert.rejects(async () => vscode.workspace.fs.readFile(missing), {
      code: 'Unavailable',
      message: /not in the library/,
    });
  });

  it('have an outline of their headings, and fold by them', async () => {
    await vscode.window.showTextDocument(minutes);
    const symbols = await command('vscode.executeDocumentSymbolProvider', minutes);
    const outline = (list: readonly vscode.DocumentSymbol[]): unknown[] =>
      list.map(({ name, children }) => (children.length > 0 ? [name, outline(children)] : name));
    assert.deepEqual(outline(symbols as vscode.DocumentSymbol[]), [
      ['Spring', ['Oil', 'Fog']],
      'Autumn',
    ]);
    const folds = (await command(
      'vscode.executeFoldingRangeProvider',
      minutes,
    )) as vscode.FoldingRange[];
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]).sort(([a = 0], [b = 0]) => a - b),
      [
        [0, 8],
        [2, 4],
        [6, 8],
        [10, 12],
      ],
    );
  });

  it('are quoted with their place: the passage at the caret, or what is selected', async () => {
    const editor = await openAt(minutes, 'a second bell');
    await command(Commands.copyWithCitation);
    const whole = await vscode.env.clipboard.readText();
    assert.ok(whole.startsWith(`“${FOG}” (Ann Mallow, “Minutes of the Harbour Board,”`), whole);

    const { active } = editor.selection;
    editor.selection = new vscode.Selection(active, active.translate(0, 'a second bell'.length));
    await command(Commands.copyWithCitation);
    assert.match(await vscode.env.clipboard.readText(), /^“a second bell” \(Ann Mallow/);
    await command(Commands.copyText);
    assert.equal(await vscode.env.clipboard.readText(), 'a second bell');
  });

  it('lead from hit to hit of the last search, and round', async () => {
    await command(Commands.search, { query: '"lighthouse lamp" kind:passage' });
    await waitFor('a hit', async () => {
      await command('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined && sourceOfUri(editor.document.uri) !== undefined;
    });
    await openAt(minutes, 'Spring');
    await command(Commands.openNextHit);
    await caretAt(OIL);
    await command(Commands.openNextHit);
    await caretAt(BELL);
    await command(Commands.openNextHit);
    await caretAt(OIL);
    await command(Commands.openPreviousHit);
    await caretAt(BELL);
  });

  it('open the original, with the passage selected', async () => {
    await openAt(minutes, 'nine days');
    await command(Commands.openOriginal);
    const editor = await waitFor('the original', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('/sources/minutes.md') && active;
    });
    assert.equal(editor.document.getText(editor.selection), FOG);
  });

  it('open a PDF in the view of its own, once', async () => {
    const page = await pageCalled('Report on Lanterns');
    for (const lantern of ['Lantern 3', 'Lantern 2']) {
      await openAt(page, lantern);
      await command(Commands.openOriginal);
      await waitFor('the PDF', () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputCustom && input.viewType === PDF_EDITOR;
      });
    }
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs.filter(({ input }) => input instanceof vscode.TabInputCustom).length, 1);
  });

  it('are read anew when the file has changed', async () => {
    const { document } = await vscode.window.showTextDocument(minutes);
    const changed = MINUTES.replace('nine days', 'eleven days');
    await vscode.workspace.fs.writeFile(
      sourceFile('minutes.md'),
      new TextEncoder().encode(changed),
    );
    await waitFor('the page to change', () => document.getText().includes('eleven days'));
  });

  it('take any argument', async () => {
    const commands = [Commands.openPassage, Commands.openSource, Commands.openOriginal];
    for (const argument of [null, 4, {}, { source: 4 }, { source: 'x', passage: ['y'] }]) {
      await Promise.all(commands.map((id) => command(id, argument)));
    }
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
