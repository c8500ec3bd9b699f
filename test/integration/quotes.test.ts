import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceId } from '../../src/core/model';
import { Commands, QUOTATION_REPORT, SCHEME, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { NoteQuotes } from '../../src/workspace/quotes/noteQuotes';
import { sourceOfUri, sourceUri } from '../../src/host/uris';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { setForWorkspace } from './setting';
import { windowWatches } from './windowWatches';
import { extension } from './extension';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();
const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

const LAMPS = 'By order of the board the lamps of the harbour are lit at dusk by the keeper.';
const BOOM = 'From the second of May no ship may pass the boom without a pilot on board.';
const COUNCIL =
  'In March the council met in the old customs house by the river to speak of herring.';
/** The same words in another document: with the same bytes it would be the same source. */
const COPY = `${COUNCIL}\n\nCopied for the file.\n`;

const BIBLIOGRAPHY = `@report{lamps, title = {Harbour lamps}, author = {Mallow, Ann}, year = {2001}, file = {sources/lamps.pdf}}
@book{tides, title = {On Tides}, author = {Reed, Bo}, year = {1999}}
`;

const VERBATIM = '“the lamps of the harbour are lit at dusk” [@lamps, p. 1]';
const ALTERED = '“the lamps of the harbour are lit at dawn” [@lamps, p. 1]';
const WRONG_PLACE = '“no ship may pass the boom without a pilot” [@lamps, p. 1]';
const AMBIGUOUS = '“the council met in the old customs house”';
const NOT_FOUND = '“the moon consists of a green cheese entirely” [@lamps]';
const CANNOT_CHECK = '“the tide turns twice a day in this bay” [@tides, p. 3]';

const NOTE = [VERBATIM, ALTERED, WRONG_PLACE, AMBIGUOUS, NOT_FOUND, CANNOT_CHECK]
  .map((words) => `It says ${words}.`)
  .join('\n\n');

const FOUND = ['altered', 'wrong place', 'ambiguous', 'not found', 'cannot check'];

/** All that a diagnostic may be known by. */
const CODES: ReadonlySet<string> = new Set([
  ...FOUND,
  'uncited',
  'negation left out',
  'page of the file',
]);

function at(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  await fs.writeFile(at(path), typeof content === 'string' ? encoder.encode(content) : content);
  return at(path);
}

let notes = 0;

/** Shows a note that is a file, each time another: the editor may still have the one before. */
async function show(text: string): Promise<vscode.TextDocument> {
  const file = await write(`quotes/note-${notes++}.md`, text);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

function verdictOf(code: vscode.Diagnostic['code']): string {
  return typeof code === 'string' ? code : '';
}

function diagnosticsOf(note: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(note)
    .filter(({ source, code }) => source === 'IP4 Desk' && CODES.has(verdictOf(code)))
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** Waits for a note to have these verdicts beside verbatim ones. */
async function found(
  note: vscode.Uri,
  ...verdicts: readonly string[]
): Promise<readonly vscode.Diagnostic[]> {
  const now = () => diagnosticsOf(note).map(({ code }) => verdictOf(code));
  await waitFor(
    `the verdicts ${verdicts.join(', ')}`,
    () => String(now()) === String(verdicts),
  ).catch(() => assert.deepEqual(now(), verdicts));
  return diagnosticsOf(note);
}

/** Checks the active note, and waits for it to have these verdicts. */
async function checked(
  note: vscode.Uri,
  ...verdicts: readonly string[]
): Promise<readonly vscode.Diagnostic[]> {
  await command(Commands.checkQuotations);
  return found(note, ...verdicts);
}

async function edit(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, words);
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + words.length),
  );
  change.replace(document.uri, range, by);
  await vscode.workspace.applyEdit(change);
}

/** The remedies that are offered at some words of a note. */
function actionsAt(document: vscode.TextDocument, words: string): Thenable<vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(words));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

async function apply(document: vscode.TextDocument, words: string, title: string): Promise<void> {
  const actions = await actionsAt(document, words);
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.edit, `“${title}” among ${actions.map((one) => one.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}

/** The page of a source, once it is ready. */
async function pageOf(title: string): Promise<vscode.Uri> {
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/source' });
  return waitFor(`the page of ${title}`, async () => {
    for (const [id] of await fs.readDirectory(root)) {
      const folder = vscode.Uri.joinPath(root, id);
      const [[file = ''] = []] = await fs.readDirectory(folder).then(undefined, () => []);
      const page = vscode.Uri.joinPath(folder, file);
      const isReady = await fs.readFile(page).then(
        () => true,
        () => false,
      );
      if (isReady && file === `${title}.txt`) {
        return sourceUri({ id: id as SourceId, title });
      }
    }
    return undefined;
  });
}

async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document, { preview: false });
    await command('workbench.action.revertAndCloseActiveEditor');
  }
  await command('workbench.action.closeAllEditors');
}

async function deleted(path: string): Promise<void> {
  await fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
}

describe('checking quotations', () => {
  before(() => extension().activate());
  afterEach(async () => {
    await command(Commands.clearQuotationResults);
    await closeAll();
    await deleted('quotes');
  });

  it('says nothing of a note while there are no sources', async () => {
    await deleted('sources');
    const root = vscode.Uri.from({ scheme: SCHEME, path: '/source' });
    // The sources of packs stand there, too, as files.
    const isSample = ([, type]: [string, vscode.FileType]): boolean =>
      type === vscode.FileType.Directory;
    await waitFor('the samples to go', async () => !(await fs.readDirectory(root)).some(isSample));
    const note = await show(NOTE);
    await command(Commands.checkQuotations);
    assert.deepEqual(diagnosticsOf(note.uri), []);
  });

  it('keeps what it has found when it is stopped, and says how much there is', async () => {
    const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: NOTE });
    const quotes = new NoteQuotes({
      library: {
        contents: undefined,
        sources: [],
        start: () => Promise.resolve(),
        get: () => undefined,
        documentNow: () => undefined,
      },
      bibliographies: { of: () => Promise.resolve([]) },
    });
    const stop = new vscode.CancellationTokenSource();
    let done = 0;
    const { checks, total } = await quotes.check(note, stop.token, () => {
      done += 1;
      if (done === 2) {
        stop.cancel();
      }
    });
    stop.dispose();
    assert.deepEqual(
      checks.map(({ reason }) => reason),
      ['not in library', 'not in library'],
    );
    assert.equal(total, 6);
  });

  describe('with sources', () => {
    let lamps: vscode.Uri;

    before(async () => {
      const page = (text: string) => ({ texts: [{ text, x: 72, y: 700 }] });
      await write('references.bib', BIBLIOGRAPHY);
      await write('sources/lamps.pdf', await makePdf({ pages: [page(LAMPS), page(BOOM)] }));
      await write('sources/minutes.txt', `${COUNCIL}\n`);
      await write('sources/copy.txt', COPY);
      lamps = await pageOf('Harbour lamps');
      await pageOf('copy');
      await pageOf('minutes');
      // A source that has been read is searched a little later.
      const note = await show(NOTE);
      await waitFor('all sources to be searched', async () => {
        await command(Commands.checkQuotations);
        const now = diagnosticsOf(note.uri).map(({ code }) => verdictOf(code));
        return String(now) === String(FOUND);
      });
    });
    after(async () => {
      await deleted('references.bib');
      await deleted('sources');
    });

    it('tells of each quotation what it is, and where', async () => {
      const note = await show(NOTE);
      const [altered, wrongPlace, ambiguous, notFound, cannotCheck] = await checked(
        note.uri,
        ...FOUND,
      );
      assert.ok(altered && wrongPlace && ambiguous && notFound && cannotCheck);
      const { Information, Warning } = vscode.DiagnosticSeverity;
      assert.deepEqual(
        [altered, wrongPlace, ambiguous, notFound, cannotCheck].map(({ severity }) => severity),
        [Warning, Warning, Information, Warning, Information],
      );
      assert.equal(note.getText(altered.range), 'dawn');
      assert.equal(
        altered.message,
        'The source has “dusk” where you have “dawn” (p. 1 of Harbour lamps).',
      );
      assert.equal(note.getText(wrongPlace.range), 'p. 1');
      assert.equal(wrongPlace.message, 'Found on p. 2 of Harbour lamps, not p. 1.');
      assert.match(ambiguous.message, /^Found in several sources: .* of (copy|minutes)\.txt; /);
      assert.match(notFound.message, /^Not found in Harbour lamps\./);
      assert.match(cannotCheck.message, /^The document for .* is missing\./);
    });

    it('leads to the words in the source', async () => {
      const note = await show(NOTE);
      const [altered] = await checked(note.uri, ...FOUND);
      const [place] = altered?.relatedInformation ?? [];
      assert.ok(place);
      assert.equal(place.location.uri.toString(), lamps.toString());
      const page = await vscode.workspace.openTextDocument(lamps);
      assert.match(page.getText(place.location.range), /lamps of the harbour are lit at dusk/);
      const open = (await actionsAt(note, 'dawn')).find(
        ({ command: run }) => run?.command === Commands.openPassage,
      );
      assert.ok(open?.command);
      await command(open.command.command, ...(open.command.arguments as unknown[]));
      const editor = await waitFor('the source beside the note', () =>
        vscode.window.visibleTextEditors.find(
          ({ document }) => sourceOfUri(document.uri) !== undefined,
        ),
      );
      assert.equal(editor.viewColumn, vscode.ViewColumn.Two);
    });

    it('mends wording and place, each in one step to undo', async () => {
      const note = await show(NOTE);
      await checked(note.uri, ...FOUND);
      await apply(note, 'dawn', 'Write “dusk” as the source does');
      assert.equal(note.getText(), NOTE.replace('dawn', 'dusk'));
      await found(note.uri, ...FOUND.slice(1));
      await apply(note, 'no ship', 'Correct “p. 1” to “p. 2”');
      assert.ok(note.getText().includes('without a pilot” [@lamps, p. 2]'));
      await found(note.uri, ...FOUND.slice(2));
      await command('undo');
      await command('undo');
      assert.equal(note.getText(), NOTE);
      await found(note.uri, ...FOUND);
    });

    it('owns up to what was edited', async () => {
      const note = await show(NOTE);
      await checked(note.uri, ...FOUND);
      await apply(note, 'dawn', 'Mark “dawn” with brackets');
      assert.ok(note.getText().includes('are lit at [dawn]”'));
    });

    it('gives back a negation that an ellipsis has swallowed', async () => {
      const text = '“From the second of May … ship may pass the boom” [@lamps, p. 2]\n';
      const note = await show(text);
      await command(Commands.checkQuotations);
      const [told] = await waitFor('the hint', () => {
        const all = vscode.languages.getDiagnostics(note.uri);
        const hints = all.filter(({ code }) => verdictOf(code) === 'negation left out');
        return hints.length > 0 && hints;
      });
      assert.equal(told?.message, 'Verbatim on p. 2 of Harbour lamps, but leaves out “no”.');
      assert.equal(told?.severity, vscode.DiagnosticSeverity.Information);
      assert.equal(note.getText(told?.range), '…');
      await apply(note, '…', 'Restore “no”');
      assert.equal(note.getText(), text.replace('…', 'no'));
      await command('undo');
      assert.equal(note.getText(), text);
    });

    it('puts pieces into the order of the source', async () => {
      const text = '“are lit at dusk by the keeper … the lamps of the harbour” [@lamps, p. 1]\n';
      const note = await show(text);
      await checked(note.uri, 'altered');
      await apply(note, 'dusk', 'Use the Source’s Order');
      assert.equal(
        note.getText(),
        '“the lamps of the harbour are lit at dusk by the keeper” [@lamps, p. 1]\n',
      );
      await command('undo');
      assert.equal(note.getText(), text);
    });

    it('mends all that was altered at once', async () => {
      const note = await show(`${ALTERED}\n\n${ALTERED}\n`);
      await checked(note.uri, 'altered', 'altered');
      await apply(note, 'dawn', 'Use the Sources’ Wording in All Quotations of This Note');
      assert.equal(note.getText(), `${ALTERED}\n\n${ALTERED}\n`.replaceAll('dawn', 'dusk'));
      await command('undo');
      assert.ok(note.getText().includes('dawn'));
    });

    it('tells a quotation without a citation, and adds it with its entry in one step', async () => {
      const text =
        '---\nbibliography: own.bib\n---\nSo “the lamps of the harbour are lit at dusk”.\n';
      const note = await show(text);
      const [uncited] = await checked(note.uri, 'uncited');
      assert.equal(uncited?.severity, vscode.DiagnosticSeverity.Information);
      assert.equal(
        uncited.message,
        'This quotation has no citation. It stands on p. 1 of Harbour lamps.',
      );
      await apply(note, 'lamps', 'Add Citation: p. 1 of Harbour lamps');
      assert.ok(note.getText().includes('lit at dusk” [@lamps, p. 1].'), note.getText());
      const own = at('quotes/own.bib');
      const entries = () => vscode.workspace.openTextDocument(own).then((file) => file.getText());
      assert.match(await entries(), /Harbour lamps/);
      await found(note.uri);
      await vscode.window.showTextDocument(note, { preview: false });
      await command('undo');
      assert.equal(note.getText(), text);
      assert.doesNotMatch(await entries(), /Harbour lamps/);
    });

    for (const [words, title] of [
      ['“the lamps of the harbour are lit at the dusk” [@lamps]', 'Remove “the”, '],
      ['“the lamps of the harbour are at dusk” [@lamps]', 'Add “lit” as'],
      ['“the lamps of the harbour are at dusk” [@lamps]', 'Mark the omission with “…”'],
      ['“the lamp of the harbour are lit at dawn” [@lamps]', 'Use the Source’s Wording in Th'],
      ['“the lamp of the harbour are lit at dawn” [@lamps]', 'Mark all that was edited'],
      ['“the lamps of the harbour are lit at dusk” [@lamps]', 'Add “p. 1” to the citation'],
      ['“no ship may … pass the boom with a pilot” [@lamps]', 'Write “without” as'],
      ['“the council met in the old customs house”', 'Add Citation: 0.1 of copy.txt'],
    ] as const) {
      it(`gives back what a quick fix has edited: ${title}`, async () => {
        const text = `---\nbibliography: ../references.bib\n---\nSo ${words}.\n`;
        const note = await show(text);
        await command(Commands.checkQuotations);
        const action = await waitFor(title, async () =>
          (await actionsAt(note, words.slice(1, 5))).find((one) => one.title.startsWith(title)),
        ).catch(async () => {
          const others = await actionsAt(note, words.slice(1, 5));
          assert.fail(`${title}, but ${others.map((one) => one.title).join(', ')}`);
        });
        assert.ok(action.edit);
        await vscode.workspace.applyEdit(action.edit);
        assert.notEqual(note.getText(), text);
        await vscode.window.showTextDocument(note, { preview: false });
        await command('undo');
        assert.equal(note.getText(), text);
      });
    }

    describe('marks what is verbatim', () => {
      const text = `Before.\n\nIt says ${VERBATIM}.\n\nThen ${NOT_FOUND}.\n`;

      /** What the card on the verbatim quotation says; nothing where it has none. */
      async function mark(note: vscode.TextDocument): Promise<string> {
        const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
          'vscode.executeHoverProvider',
          note.uri,
          note.positionAt(note.getText().indexOf('harbour are lit')),
        );
        return hovers
          .flatMap(({ contents }) => contents as readonly vscode.MarkdownString[])
          .map(({ value }) => value)
          .filter((value) => value.includes('Verbatim'))
          .join('\n');
      }

      it('with its place, as long as the words are the same', async () => {
        const note = await show(text);
        await checked(note.uri, 'not found');
        assert.match(await mark(note), /Verbatim on p\\\. 1 of Harbour lamps.*Open/);
        for (const [words, by] of [
          ['lit at dusk', 'lit at dawn'],
          ['p. 1]', 'p. 12]'],
          ['[@lamps, p. 1]', '[@tides, p. 1]'],
        ] as const) {
          await edit(note, words, by);
          assert.equal(await mark(note), '', by);
          await command('undo');
          assert.match(await mark(note), /Verbatim/);
        }
        await edit(note, 'Before.', 'Before\n\nand above.');
        assert.match(await mark(note), /Verbatim/);
      });

      it('in cells of notebooks and in notes without a file', async () => {
        const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown');
        const notebook = await vscode.workspace.openNotebookDocument(
          'jupyter-notebook',
          new vscode.NotebookData([cell]),
        );
        await vscode.window.showNotebookDocument(notebook);
        await command('notebook.cell.edit');
        const document = notebook.cellAt(0).document;
        await waitFor(
          'the editor of the cell',
          () => vscode.window.activeTextEditor?.document === document,
        );
        await checked(document.uri, 'not found');
        assert.match(await mark(document), /Verbatim/);
        await edit(document, 'at dusk', 'at noon');
        assert.equal(await mark(document), '');
      });

      it('until its source is another, or gone', async () => {
        const words = 'The oldest barrel is the keeper’s own, and harbour are lit is nonsense.\n';
        await write('sources/barrels.txt', words);
        await pageOf('barrels');
        const cited = '[barrels](../sources/barrels.txt)';
        const note = await show(`So “is the keeper’s own, and harbour are lit is” ${cited}.\n`);
        const isMarked = () =>
          waitFor('the mark', async () => {
            await command(Commands.checkQuotations);
            return (await mark(note)) !== '';
          });
        await isMarked();
        await write('sources/barrels.txt', `${words}\nAnd more of it.\n`);
        await waitFor('the mark to go', async () => (await mark(note)) === '');
        await isMarked();
        await fs.delete(at('sources/barrels.txt'));
        await waitFor('the mark to go', async () => (await mark(note)) === '');
      });

      it('unless that is not wanted', async () => {
        const note = await show(text);
        await checked(note.uri, 'not found');
        await setForWorkspace(`${SETTINGS_SECTION}.${Settings.quotesMarkVerbatim}`, false);
        try {
          assert.equal(await mark(note), '');
        } finally {
          await setForWorkspace(`${SETTINGS_SECTION}.${Settings.quotesMarkVerbatim}`, undefined);
        }
        assert.match(await mark(note), /Verbatim/);
      });
    });

    it('says what may be out of date once the note is edited, and no more when that is undone', async () => {
      const note = await show(NOTE);
      await checked(note.uri, ...FOUND);
      await edit(note, 'It says', 'Somewhere it says');
      await waitFor('the remark', () =>
        diagnosticsOf(note.uri).every(({ message }) => message.startsWith('Outdated: ')),
      );
      const [altered] = await found(note.uri, ...FOUND);
      assert.equal(altered && note.getText(altered.range), 'dawn');
      await edit(note, 'boom', 'doom');
      await found(note.uri, 'altered', 'ambiguous', 'not found', 'cannot check');
      await command('undo');
      await command('undo');
      const restored = await found(note.uri, ...FOUND);
      await waitFor('the remark to go', () =>
        diagnosticsOf(note.uri).every(({ message }) => !message.startsWith('Before')),
      );
      assert.equal(restored.length, FOUND.length);
    });

    it('says what may be out of date once a source has changed', async () => {
      const note = await show(NOTE);
      await checked(note.uri, ...FOUND);
      await write('sources/copy.txt', 'Something else altogether stands here now.\n');
      try {
        await waitFor('the remark', () =>
          diagnosticsOf(note.uri).every(({ message }) =>
            message.startsWith('Outdated (sources changed): '),
          ),
        );
        await waitFor('the other verdict', async () => {
          await command(Commands.checkQuotations);
          return diagnosticsOf(note.uri).some(({ code }) => code === 'uncited');
        });
        await found(note.uri, 'altered', 'wrong place', 'uncited', 'not found', 'cannot check');
      } finally {
        await write('sources/copy.txt', COPY);
        await waitFor('the source to be read again', async () => {
          await command(Commands.checkQuotations);
          return diagnosticsOf(note.uri).some(({ code }) => code === 'ambiguous');
        });
      }
    });

    it('checks when a note is saved, where that is wanted', async () => {
      const config = () => vscode.workspace.getConfiguration(SETTINGS_SECTION);
      const note = await show(`${ALTERED}\n`);
      await edit(note, ALTERED, `So: ${ALTERED}`);
      assert.ok(await note.save());
      assert.deepEqual(diagnosticsOf(note.uri), []);
      const { Workspace } = vscode.ConfigurationTarget;
      await config().update(Settings.quotesCheckOnSave, true, Workspace);
      try {
        await edit(note, 'So', 'Then');
        assert.deepEqual(diagnosticsOf(note.uri), []);
        assert.ok(await note.save());
        await found(note.uri, 'altered');
      } finally {
        await config().update(Settings.quotesCheckOnSave, undefined, Workspace);
      }
    });

    it('checks all notes of the workspace, open or not, and none of the sources', async () => {
      const one = await write('quotes/one.md', `${ALTERED}\n`);
      const two = await write('quotes/deep/two.tex', `Says ${AMBIGUOUS}.\n`);
      await write('quotes/three.md', 'Nothing is quoted here.\n');
      await command(Commands.checkQuotationsInWorkspace);
      await found(one, 'altered');
      await found(two, 'ambiguous');
      const others = vscode.languages
        .getDiagnostics()
        .filter(([uri]) => uri.path.includes('/sources/') && diagnosticsOf(uri).length > 0);
      assert.deepEqual(others, []);
      await command(Commands.clearQuotationResults);
      await found(one);
      await found(two);
    });

    it('follows the files of notes that are not open', async () => {
      await fs.createDirectory(at('quotes'));
      await windowWatches(at('quotes'));
      const lone = await write('quotes/lone.md', `${ALTERED}\n\n${AMBIGUOUS}\n`);
      await command(Commands.checkQuotationsInWorkspace);
      await found(lone, 'altered', 'ambiguous');
      await fs.delete(lone);
      await found(lone);
    });

    it('checks a note that has no file, until it is closed', async () => {
      const note = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: `So ${AMBIGUOUS}.`,
      });
      await vscode.window.showTextDocument(note, { preview: false });
      await checked(note.uri, 'ambiguous');
      await command('workbench.action.revertAndCloseActiveEditor');
      await found(note.uri);
    });

    it('keeps what was found in a file when its editor is closed', async () => {
      const note = await show(`${ALTERED}\n`);
      await checked(note.uri, 'altered');
      await command('workbench.action.closeAllEditors');
      await found(note.uri, 'altered');
    });

    it('reports what was found in one page, and saves it as Markdown', async () => {
      const reports = () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(
            ({ input }) =>
              input instanceof vscode.TabInputWebview && input.viewType.includes(QUOTATION_REPORT),
          );
      const note = await show(NOTE);
      await checked(note.uri, ...FOUND);
      await command(Commands.showQuotationReport);
      await waitFor('the report', () => reports().length === 1);
      const file = at('quotes/report.md');
      await command(Commands.saveQuotationReport, { file });
      const text = new TextDecoder().decode(await fs.readFile(file));
      const lines = text.split('\n');
      for (const line of [
        '5 of 6 quotations need attention: 1 altered, 1 wrong page or source, 1 not found, 1 source missing, 1 ambiguous.',
        '## Altered (1)',
        `### [${vscode.workspace.asRelativePath(note.uri)}, line 3](/${vscode.workspace.asRelativePath(note.uri)}#L3)`,
        '> the lamps of the harbour are lit at **dawn**',
        '> the lamps of the harbour are lit at **dusk**',
      ]) {
        assert.ok(lines.includes(line), `${line}\n\nin\n\n${text}`);
      }
      await command(Commands.checkQuotationsInWorkspace);
      assert.deepEqual(diagnosticsOf(file), []);
      await vscode.window.showTextDocument(note);
      await command(Commands.showQuotationReport);
      assert.equal(reports().length, 1);
      const start = note.getText().indexOf(NOT_FOUND);
      await command(Commands.openQuotation, { note: note.uri.toString(), start });
      const { selection, document } = vscode.window.activeTextEditor ?? {};
      assert.equal(document?.uri.toString(), note.uri.toString());
      assert.equal(selection && document.offsetAt(selection.start), start);
      await command(Commands.clearQuotationResults);
      await waitFor('the report to be closed', () => reports().length === 0);
    });
  });
});
