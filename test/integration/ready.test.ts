import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TermSet } from '../../src/core/terms/termSet';
import { ReadyNotes } from '../../src/features/ready/readyNote';
import { ReadyWatch } from '../../src/features/ready/readyWatch';
import { Commands, Settings, SETTINGS_SECTION, Views } from '../../src/host/ids';
import type { Deps } from '../../src/workspace/deps';
import { QuoteChecking } from '../../src/workspace/quotes/quoteChecking';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { setForWorkspace } from './setting';
import type { ShownTree } from './trackedExtension';

const { fs } = vscode.workspace;
const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

const LAMPS = 'By order of the board the lamps of the harbour are lit at dusk by the keeper.';
const BOOM = 'From the second of May no ship may pass the boom without a pilot on board.';
const FERRY = 'Between the islands a ferry runs twice a day whatever the weather on the open sea.';

const BIBLIOGRAPHY = `@report{lamps, title = {Harbour lamps}, author = {Mallow, Ann}, year = {2001}, file = {sources/lamps.pdf}}
@book{tides, title = {On Tides}, author = {Reed, Bo}}
`;

/** A paragraph for each kind of thing that may be left, in the order in which they are listed. */
const ALTERED = 'It says “the lamps of the harbour are lit at dawn” [@lamps, p. 1].';
const MISPLACED = 'It says “no ship may pass the boom without a pilot” [@lamps, p. 1].';
const UNFOUND = 'It says “the moon consists of a green cheese entirely” [@lamps].';
const UNKNOWN_KEY = 'The board says so [@lampz].';
const FOOTNOTE = 'The keepers say so.[^none]';
const UNCITED = 'As “a ferry runs twice a day whatever the weather on the open sea”, they stay.';
const CLAIM = 'The harbour got 1,200 lamps in all.';
const UNVERIFIABLE = 'It says “the tide turns twice a day in this bay” [@tides, p. 3].';
const ACRONYM = 'The QXZ is of another mind.';

const NOTE = [
  ACRONYM,
  UNVERIFIABLE,
  CLAIM,
  UNCITED,
  FOOTNOTE,
  UNKNOWN_KEY,
  UNFOUND,
  MISPLACED,
  ALTERED,
].join('\n\n');

const TITLES = [
  'Altered: “the lamps of the harbour are lit at dawn”',
  'Wrong place: “no ship may pass the boom without a pilot”',
  'Not found: “the moon consists of a green cheese entirely”',
  'No entry: lampz',
  'Footnote: none',
  'Not cited: “a ferry runs twice a day whatever the weather on the open sea”',
  `No source: ${CLAIM}`,
  'Incomplete entry: tides',
  'Cannot be checked: “the tide turns twice a day in this bay”',
  'Acronym: QXZ',
];

function at(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await fs.writeFile(at(path), bytes);
  return at(path);
}

async function deleted(path: string): Promise<void> {
  await fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
}

let notes = 0;

async function show(text: string): Promise<vscode.TextDocument> {
  const file = await write(`ready/note-${notes++}.md`, text);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

function tree(): ShownTree {
  const found = extension().exports.treeOf(Views.ready);
  assert.ok(found, 'The view has not been made.');
  return found;
}

/** The rows of the view, those of notes opened. */
async function rows(): Promise<readonly unknown[]> {
  const { provider } = tree();
  const all: unknown[] = [];
  for (const root of (await provider.getChildren()) ?? []) {
    all.push(root, ...((await provider.getChildren(root)) ?? []));
  }
  return all;
}

async function titles(): Promise<readonly string[]> {
  const { provider } = tree();
  const labels: string[] = [];
  for (const row of await rows()) {
    const { label } = await provider.getTreeItem(row);
    labels.push(typeof label === 'string' ? label : '');
  }
  return labels;
}

async function shows(...expected: readonly string[]): Promise<void> {
  const isSo = async () => JSON.stringify(await titles()) === JSON.stringify(expected);
  await waitFor('the rows', isSo, 10_000).catch(async () =>
    assert.deepEqual(await titles(), expected),
  );
}

async function row(title: string): Promise<unknown> {
  const index = (await titles()).indexOf(title);
  assert.notEqual(index, -1, `${title} in ${(await titles()).join('\n')}`);
  return (await rows())[index];
}

async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document, { preview: false });
    await command('workbench.action.revertAndCloseActiveEditor');
  }
  await command('workbench.action.closeAllEditors');
}

const never = new vscode.EventEmitter<never>().event;

/** What looking at notes needs, in a workspace without sources, bibliographies and terms. */
function depsWithoutSources(): Deps {
  const deps = {
    library: {
      sources: [],
      contents: undefined,
      isPaused: false,
      progress: undefined,
      start: () => Promise.resolve(),
      get: () => undefined,
      documentNow: () => undefined,
      onDidChange: never,
      onDidChangeContents: never,
    },
    bibliographies: {
      of: () => Promise.resolve([]),
      missing: () => Promise.resolve([]),
      onDidChange: never,
    },
    terms: { inNote: () => Promise.resolve(new TermSet([])), onDidChange: never },
    notes: { watch: () => undefined, onDidChange: never },
    noteLoop: { follow: () => ({ dispose: () => undefined }), lookSoon: () => undefined },
    log: console,
  };
  return deps as unknown as Deps;
}

describe('ready to send', () => {
  before(async () => {
    await extension().activate();
    await deleted('sources');
    await deleted('references.bib');
  });
  afterEach(async () => {
    await command(Commands.closeReady);
    await command(Commands.clearQuotationResults);
    await closeAll();
    await deleted('ready');
  });

  it('says once that there are no sources', async () => {
    await show(`${ALTERED}\n\n${MISPLACED}\n\n${UNFOUND}`);
    await waitFor('the sources to go', async () => {
      await command(Commands.readyToSend);
      return (await titles()).includes('Cannot be checked: 3 quotations');
    });
    await shows('No entry: 3 citations', 'Cannot be checked: 3 quotations');
  });

  it('does not call a note done whose check was stopped', async () => {
    const content = `${ALTERED}\n\n${MISPLACED}`;
    const note = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const deps = depsWithoutSources();
    const checking = new QuoteChecking(deps);
    const ready = new ReadyNotes(deps, checking);
    const stop = new vscode.CancellationTokenSource();
    await checking.checkDue(note, { token: stop.token, next: () => stop.cancel() });
    const stopped = await ready.look(note);
    assert.equal(stopped.isWhole, false);
    assert.equal(stopped.items.filter(({ about }) => about === 'quotation').length, 1);
    const { token } = new vscode.CancellationTokenSource();
    await checking.checkDue(note, { token, next: () => undefined });
    assert.equal((await ready.look(note)).isWhole, true);
    // What holds is not looked for again.
    await checking.checkDue(note, { token, next: () => assert.fail('checked again') });
    checking.dispose();
    stop.dispose();
  });

  it('gives up what is being compared once nobody looks any more', async () => {
    const note = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: ALTERED,
    });
    let given: vscode.CancellationToken | undefined;
    const checking = {
      results: { onDidChange: never },
      due: () => 1,
      isFresh: () => false,
      resultsOf: () => undefined,
      checkDue: (_note: unknown, { token }: { readonly token: vscode.CancellationToken }) => {
        given = token;
        return new Promise<void>((resolve) => void token.onCancellationRequested(() => resolve()));
      },
    };
    const watch = new ReadyWatch(depsWithoutSources(), checking as unknown as QuoteChecking);
    const begun = watch.begin([note.uri]);
    await waitFor('the comparison', () => given !== undefined);
    assert.equal(watch.progress, 'checking');
    watch.end();
    await begun;
    assert.equal(given?.isCancellationRequested, true);
    assert.deepEqual([watch.addresses, watch.notes], [[], []]);
    watch.dispose();
  });

  describe('with sources', () => {
    before(async () => {
      const page = (text: string) => ({ texts: [{ text, x: 72, y: 700 }] });
      await write('references.bib', BIBLIOGRAPHY);
      const pages = [page(LAMPS), page(BOOM), page(FERRY)];
      await write('sources/lamps.pdf', await makePdf({ pages }));
      const note = await show(ALTERED);
      await waitFor('the source to be searched', async () => {
        await command(Commands.checkQuotations);
        return vscode.languages.getDiagnostics(note.uri).some(({ code }) => code === 'altered');
      });
    });
    after(async () => {
      await deleted('references.bib');
      await deleted('sources');
    });

    it('lists all that is left in one list, worst first, with its place and what to do', async () => {
      const note = await show(NOTE);
      await command(Commands.readyToSend);
      await shows(...TITLES);
      const { view, provider } = tree();
      const item = await provider.getTreeItem(await row(TITLES[0]!));
      assert.equal(
        item.description,
        'line 17 · The source has “dusk” where you have “dawn” (p. 1 of Harbour lamps).',
      );
      assert.match(
        item.accessibilityInformation?.label ?? '',
        /line 17\. The source has “dusk” where you have “dawn” .*\. Write “dusk” as the source does$/,
      );
      assert.equal(view.badge?.value, TITLES.length);
      assert.equal(view.message, `${note.uri.path.replace(/^.*\//, '')}: 10 left`);
      await command(Commands.openReadyItem, await row(TITLES[0]!));
      const { activeTextEditor: editor } = vscode.window;
      assert.equal(editor?.document.getText(editor.selection), 'dawn');
    });

    for (const [title, before, after] of [
      [TITLES[0], ALTERED, ALTERED.replace('dawn', 'dusk')],
      [TITLES[1], MISPLACED, MISPLACED.replace('p. 1', 'p. 2')],
      [TITLES[3], UNKNOWN_KEY, UNKNOWN_KEY.replace('lampz', 'lamps')],
      [
        TITLES[5],
        UNCITED,
        `${UNCITED.replace('sea”', 'sea”[^1]')}\n\n[^1]: Ann Mallow, *Harbour lamps*, 2001, p. 3.`,
      ],
    ] as const) {
      it(`mends by one key, and takes it back by one undo: ${title}`, async () => {
        const note = await show(before);
        await command(Commands.readyToSend);
        await shows(title!);
        await command(Commands.fixReadyItem, await row(title!));
        await shows();
        assert.equal(note.getText(), after);
        await waitFor('nothing to be left', () => tree().view.badge === undefined);
        await vscode.window.showTextDocument(note);
        await command('undo');
        await shows(title!);
        assert.equal(note.getText(), before);
      });
    }

    it('begins a footnote where it has no text, which is left until it has some', async () => {
      const note = await show(FOOTNOTE);
      await command(Commands.readyToSend);
      await shows('Footnote: none');
      await command(Commands.fixReadyItem, await row('Footnote: none'));
      assert.equal(note.getText(), `${FOOTNOTE}\n\n[^none]: `);
      await shows('Footnote: none');
      const { activeTextEditor: editor } = vscode.window;
      assert.equal(editor?.document, note);
      await editor.edit((edit) => edit.insert(editor.selection.active, 'Board, 3.'));
      assert.equal(note.getText(), `${FOOTNOTE}\n\n[^none]: Board, 3.`);
      await shows();
    });

    it('finds evidence for a claim, which is cited behind its sentence', async () => {
      const text = 'So the lamps of the harbour are lit at dusk by 1,200 keepers. They stay.';
      const note = await show(text);
      await command(Commands.readyToSend);
      const [title = ''] = await waitFor('the claim', async () => {
        const all = await titles();
        return all.length === 1 ? all : undefined;
      });
      await command(Commands.fixReadyItem, await row(title));
      const cited = text.replace('keepers.', 'keepers.[^1]');
      await waitFor('the citation', async () => {
        await command(Commands.insertHitCitation);
        return note.getText().startsWith(cited);
      });
      await shows();
    });

    it('ignores where it stands what a comment can silence', async () => {
      const note = await show(CLAIM);
      await command(Commands.readyToSend);
      await shows(TITLES[6]!);
      await command(Commands.ignoreReadyItem, await row(TITLES[6]!));
      await shows();
      assert.match(note.getText(), /^<!-- ip4desk-disable-next-line claim-without-source -->/);
    });

    it('finds no claims where they are turned off', async () => {
      const setting = `${SETTINGS_SECTION}.${Settings.checksClaimWithoutSource}`;
      await show(`${CLAIM}\n\n${ACRONYM}`);
      await command(Commands.readyToSend);
      await shows(TITLES[6]!, 'Acronym: QXZ');
      await setForWorkspace(setting, 'never');
      await shows('Acronym: QXZ');
      await setForWorkspace(setting, undefined);
    });

    it('leaves claims alone while somebody writes, unless that is turned on', async () => {
      const claimSetting = `${SETTINGS_SECTION}.${Settings.checksClaimWithoutSource}`;
      const checksSetting = `${SETTINGS_SECTION}.${Settings.checksEnabled}`;
      const note = await show(`${CLAIM}\n\n${ACRONYM}`);
      const codes = () =>
        vscode.languages
          .getDiagnostics(note.uri)
          .map(({ code }) => (typeof code === 'object' ? String(code.value) : ''))
          .filter((code) => code.startsWith('claim') || code.startsWith('acronym'));
      await setForWorkspace(checksSetting, true);
      await waitFor('the acronym alone', () => String(codes()) === 'acronym-unknown');
      await setForWorkspace(claimSetting, 'always');
      await waitFor('the claim', () => codes().includes('claim-without-source'));
      await setForWorkspace(claimSetting, undefined);
      await waitFor('the claim to go', () => String(codes()) === 'acronym-unknown');
      await setForWorkspace(checksSetting, undefined);
    });

    it('follows what is written, and counts to zero', async () => {
      const note = await show(`${ALTERED}\n\n${CLAIM}`);
      await command(Commands.readyToSend);
      await shows(TITLES[0]!, TITLES[6]!);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(
        note.uri,
        new vscode.Range(0, 0, 9, 0),
        'It says “the lamps of the harbour are lit at dusk” [@lamps, p. 1].',
      );
      await vscode.workspace.applyEdit(edit);
      await shows();
      const { view } = tree();
      await waitFor('the count', () => view.badge === undefined && view.message === '');
    });

    it('looks at all notes, and lets go of one that is deleted', async () => {
      await deleted('ready');
      const one = await write('ready/a.md', ALTERED);
      await write('ready/b.md', CLAIM);
      await command(Commands.readyToSendAll);
      const expected = ['ready/a.md', TITLES[0]!, 'ready/b.md', TITLES[6]!];
      const ours = async () => {
        const all = await titles();
        return all.slice(all.indexOf('ready/a.md'), all.indexOf('ready/b.md') + 2);
      };
      await waitFor('the notes', async () => String(await ours()) === String(expected)).catch(
        async () => assert.deepEqual(await titles(), expected),
      );
      await fs.delete(one);
      await waitFor('the note to go', async () => !(await titles()).includes('ready/a.md'));
    });

    it('opens a note again that was closed meanwhile', async () => {
      const note = await show(CLAIM);
      await command(Commands.readyToSend);
      await shows(TITLES[6]!);
      await command('workbench.action.closeAllEditors');
      await shows(TITLES[6]!);
      await command(Commands.openReadyItem, await row(TITLES[6]!));
      const { activeTextEditor: editor } = vscode.window;
      assert.equal(editor?.document.uri.toString(), note.uri.toString());
      assert.equal(editor.document.getText(editor.selection), '1,200');
    });

    it('looks at an untitled note, until that is closed', async () => {
      const content = `${CLAIM}\n`;
      const note = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(note);
      await command(Commands.readyToSend);
      await shows(TITLES[6]!);
      await vscode.window.showTextDocument(note);
      await command('workbench.action.revertAndCloseActiveEditor');
      await shows();
    });

    it('opens an annex on the quotations, which is not checked itself', async () => {
      await show(`${ALTERED}\n\n${UNFOUND}`);
      await command(Commands.openQuotationAnnex);
      const annex = await waitFor('the annex', () => {
        const document = vscode.window.activeTextEditor?.document;
        return document?.isUntitled === true ? document : undefined;
      });
      const lines = annex.getText().split('\n');
      assert.equal(lines[0], '## Annex: quotations and their sources');
      assert.ok(lines.includes('> the lamps of the harbour are lit at **dusk**'), annex.getText());
      assert.ok(lines.includes('### Quotation 2: not found'));
      await command(Commands.readyToSend);
      await shows();
    });
  });
});
