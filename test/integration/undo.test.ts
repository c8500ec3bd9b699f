import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Commands, SCHEME, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const { fs } = vscode.workspace;
const command = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

const SOURCE = `---
title: Log of the Harbour Board
author: Ann Mallow
date: 1911
citekey: log1911
---

# Spring

The harbour board of Little Wick met in spring to speak of oil for the lighthouse lamp, and its
members heard from the keeper that the wick had burned low, that the last barrel was nearly empty,
and that nobody in the village had seen the supply boat since the ice broke up.

# Fog

Fog closed the channel for nine days, and the board resolved that a second bell be hung at the mole,
that its cost be shared with the town across the bay, which steers by the same light, and that the
keeper ring it at every turn of the tide until the pilots could see the quay again.
`;

const BIBLIOGRAPHY = `% Kept by hand \u2013 K\u00e4the.
@report{mallow1911,
  author = {Mallow, Ann},
  title = {Log of the Harbour Board},
  file = {../../sources/undo-log.md},
}

@book{tide1899,
  author = {L\u00fctzow, Tom},
  title = {Bells \u2013 a history},
}
`;

/** In it all of our remedies have something to do. */
const NOTE = `---
bibliography: references.bib
---

The ICI met in the h\u00e4rbour \u2013 twice.

Later the Istanbul Cooperation Initiative (ICI) met the QXZ group, and the QXZ group met it.

On maritime security, on maritime security, and on maritime-security.

\u201cthe wick had burned high, that the last barrel was nearly full\u201d [@mallow1911].

\u201cthat a third bell be hung at the mole\u201d [@mallow1911, p. 9].

\u201cthe keeper ring it at every turn of the tide\u201d

As [@mallow1912] has it.
`;

/** Windows-1252 has these beyond Latin-1. */
const IN_1252: Readonly<Record<string, number>> = {
  '\u2013': 0x96,
  '\u201c': 0x93,
  '\u201d': 0x94,
};

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** How a file may be written. */
const WAYS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8 without a line break at its end': (text) => Buffer.from(text.trimEnd()),
  'UTF-8 with CRLF and blanks at its end': (text) => Buffer.from(`${crlf(text)} \t\r\n\r\n`),
  'UTF-8 with a mark and CRLF': (text) => Buffer.from(`\ufeff${crlf(text)}`),
  'UTF-16, big end first, with CRLF': (text) => Buffer.from(utf16(crlf(text))).swap16(),
  'Windows-1252 without a line break at its end': (text) =>
    Uint8Array.from(text.trimEnd(), (sign) => IN_1252[sign] ?? sign.charCodeAt(0)),
};

/** Those in which every quick fix is tried: they make a dozen edits each. */
const WAYS_OF_FIXED: ReadonlySet<string> = new Set([
  'UTF-8 with a mark and CRLF',
  'Windows-1252 without a line break at its end',
]);

const at = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
};

const write = (path: string, bytes: Uint8Array): Thenable<void> => fs.writeFile(at(path), bytes);

const hexOf = async (path: string): Promise<string> =>
  Buffer.from(await fs.readFile(at(path))).toString('hex');

function set(section: string, setting: string, value: unknown): Thenable<void> {
  return vscode.workspace
    .getConfiguration(section)
    .update(setting, value, vscode.ConfigurationTarget.Workspace);
}

/** Opens a file in an editor, in the encoding of its byte order mark or else in `encoding`. */
async function show(path: string, encoding?: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(at(path), encoding ? { encoding } : {});
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Undoes once in the active editor, saves, and asserts that files are as they were to the byte. */
async function undone(
  document: vscode.TextDocument,
  before: ReadonlyMap<string, string>,
  what: string,
): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false });
  await command('undo');
  assert.equal(document.isDirty && !(await document.save()), false, `${what} was not saved`);
  for (const [path, bytes] of before) {
    let now = '';
    await waitFor(`${path} as before`, async () => (now = await hexOf(path)) === bytes).catch(
      () => {
        assert.equal(
          Buffer.from(now, 'hex').toString('latin1'),
          Buffer.from(bytes, 'hex').toString('latin1'),
          `${path} after ${what}`,
        );
      },
    );
  }
}

async function bytesOf(...paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await hexOf(path)] as const)));
}

/** The page of the source, once it has been read. */
function sourcePage(): Promise<vscode.Uri> {
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/source' });
  return waitFor('the page of the source', async () => {
    for (const [id] of await fs.readDirectory(root)) {
      const folder = vscode.Uri.joinPath(root, id);
      const [[file = ''] = []] = await fs.readDirectory(folder).then(undefined, () => []);
      const page = vscode.Uri.joinPath(folder, file);
      const isThere = await fs.stat(page).then(
        () => true,
        () => false,
      );
      if (isThere && file === 'Log of the Harbour Board.txt') {
        return page;
      }
    }
    return undefined;
  });
}

/** Waits until a term of a glossary is known in a note beside it. */
async function known(term: string, path: string): Promise<void> {
  await write(path, Buffer.from(`The ${term}.\n`));
  const note = await vscode.workspace.openTextDocument(at(path));
  await waitFor(`the term ${term}`, async () => {
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      note.uri,
      new vscode.Position(0, 5),
    );
    return hovers.length > 0;
  });
}

describe('undoing what IP4 Desk has edited', () => {
  let page: vscode.Uri;
  let hadBibliography = false;

  before(async () => {
    await extension().activate();
    // Other suites may have taken it away already.
    hadBibliography = await fs.stat(at('references.bib')).then(
      () => true,
      () => false,
    );
    if (hadBibliography) {
      await fs.rename(at('references.bib'), at('references.bib.away'));
    }
    await write('sources/undo-log.md', Buffer.from(SOURCE));
    // Not every event of the disk comes through: this looks for sources in any case.
    await command(Commands.reindexAllSources);
    // In a browser the editor saves by itself.
    await set('files', 'autoSave', 'off');
    await set(SETTINGS_SECTION, Settings.citingStyle, 'pandoc');
    await set(SETTINGS_SECTION, Settings.checksEnabled, true);
    page = await sourcePage();
  });

  afterEach(async () => {
    await command(Commands.clearQuotationResults);
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document, { preview: false });
      await command('workbench.action.revertAndCloseActiveEditor');
    }
    await command('workbench.action.closeAllEditors');
  });

  after(async () => {
    await set('files', 'autoSave', undefined);
    await set(SETTINGS_SECTION, Settings.citingStyle, undefined);
    await set(SETTINGS_SECTION, Settings.checksEnabled, undefined);
    await fs.delete(at('undo'), { recursive: true });
    await fs.delete(at('sources/undo-log.md'));
    if (hadBibliography) {
      await fs.rename(at('references.bib.away'), at('references.bib'));
    }
  });

  for (const [number, [way, encode]] of Object.entries(WAYS).entries()) {
    const here = (name: string): string => `undo/${number}/${name}`;
    const encoding = way.startsWith('Windows') ? 'windows1252' : undefined;

    if (WAYS_OF_FIXED.has(way)) {
      it(`gives each quick fix back to the byte: ${way}`, async () => {
        await write(here('references.bib'), encode(BIBLIOGRAPHY));
        await write(here('note.md'), encode(NOTE));
        const before = await bytesOf(here('note.md'), here('references.bib'));
        const note = await show(here('note.md'), encoding);
        await command(Commands.checkQuotations);
        // Of the checks, of citekeys, and of quotations: with their citing, too.
        const all = new vscode.Range(0, 0, note.lineCount, 0);
        const kinds = [
          'Write \u201cIstanbul Cooperation Initiative (ICI)\u201d',
          'Ignore \u201cacronym-unknown\u201d on This Line',
          'Ignore \u201cmixed-variants\u201d in This Note',
          'Fix All Drafting Problems',
          'Cite \u201cmallow1911\u201d',
          'Use the Sources\u2019 Wording in All Quotations of This Note',
          'Use the Source\u2019s Wording in This Quotation',
          'Mark \u201cthird\u201d with brackets',
          'Add \u201cunder \u2018Spring\u2019\u201d to the citation',
          'Add Citation: 2.1 of Log of the Harbour Board',
        ];
        let actions: readonly vscode.CodeAction[] = [];
        const titles = () => actions.map(({ title }) => title);
        await waitFor('all kinds of quick fixes', async () => {
          actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            note.uri,
            all,
            vscode.CodeActionKind.QuickFix.value,
            100,
          );
          return kinds.every((kind) => titles().some((title) => title.startsWith(kind)));
        }).catch(() => assert.deepEqual(titles(), kinds));
        let tried = 0;
        for (const { title, edit } of actions) {
          if (edit !== undefined) {
            const text = note.getText();
            await vscode.workspace.applyEdit(edit);
            assert.notEqual(note.getText(), text, title);
            await note.save();
            await undone(note, before, title);
            tried += 1;
          }
        }
        assert.ok(tried >= 10, titles().join('\n'));
      });
    }

    it(`gives a citation and its entry back to the byte: ${way}`, async () => {
      await write(here('own.bib'), encode(BIBLIOGRAPHY.replace(/@report[^]*?\n}\n/, '')));
      await write(here('cites.md'), encode(NOTE.replace('references.bib', 'own.bib')));
      const before = await bytesOf(here('cites.md'), here('own.bib'));
      const note = await show(here('cites.md'), encoding);
      for (const which of [Commands.insertQuotation, Commands.insertBlockQuotation]) {
        const editor = await vscode.window.showTextDocument(note, { preview: false });
        const caret = note.positionAt(note.getText().indexOf(' met in the h'));
        editor.selection = new vscode.Selection(caret, caret);
        const source = await vscode.window.showTextDocument(page);
        const words = 'that the wick had burned low';
        const start = source.document.getText().indexOf(words);
        source.selection = new vscode.Selection(
          source.document.positionAt(start),
          source.document.positionAt(start + words.length),
        );
        await command(which);
        assert.match(note.getText(), /wick had burned low/);
        await waitFor(
          'the entry in the bibliography',
          async () => (await hexOf(here('own.bib'))) !== before.get(here('own.bib')),
        );
        await note.save();
        await undone(note, before, which);
      }
    });

    it(`gives imported entries back to the byte: ${way}`, async () => {
      // Files in a folder that has just been made are found late.
      const glossary = `undo${number}.glossary.yml`;
      await write(
        glossary,
        encode(`# K\u00e4the\u2013s.\ncontexts:\n  - terms:\n      - name: quay${number}\n`),
      );
      await write(here('more.csv'), Buffer.from('name,definition\nbell,It rings.\nlamp,Lit.\n'));
      const before = await bytesOf(glossary);
      await known(`quay${number}`, here('quay.md'));
      await command(Commands.importGlossary, {
        file: at(here('more.csv')),
        glossary: at(glossary),
      });
      assert.notEqual(await hexOf(glossary), before.get(glossary));
      await command('workbench.action.revertAndCloseActiveEditor');
      await undone(await show(glossary, encoding), before, 'the import');
      await command('workbench.action.closeAllEditors');
      await fs.delete(at(glossary));
    });
  }
});
