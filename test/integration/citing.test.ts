import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { SourceDocument } from '../../src/core/library/document';
import { CitationDropProvider } from '../../src/features/citing/dropCitation';
import { CitationPasteProvider } from '../../src/features/citing/pasteCitation';
import { EvidenceActions } from '../../src/features/search/evidenceActions';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { CITABLE_TYPE, offerCitable } from '../../src/workspace/bibliographies/citableRef';
import { LastCopy } from '../../src/workspace/bibliographies/lastCopy';
import { LateCiting } from '../../src/workspace/bibliographies/lateCiting';
import { WorkspaceBibliographies } from '../../src/workspace/bibliographies/workspaceBibliographies';
import type { Desk } from '../../src/workspace/desk';
import { Commands, SCHEME, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { readFileText } from '../../src/host/fileText';
import type { Library } from '../../src/workspace/library/library';
import { sourceOfUri } from '../../src/host/uris';
import { librarySource } from '../support/librarySources';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { setForWorkspace } from './setting';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
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
/** A passage of several sentences. */
const ICE =
  'The ice came early that year. Walrus herds lay before the mole until the thaw. The keeper counted ' +
  'them each morning, wrote their number into the log, and told the board that the pilots would have ' +
  'to wait for as long as the animals chose to stay.';
const SOURCE = `---
title: Log of the Harbour Board
author: Ann Mallow
date: 1911
---

# Spring

${OIL}

# Fog

${FOG}

# Ice

${ICE}
`;
const WORDS = 'that the wick had burned low';

const ENTRY = `% Kept by hand.
@book{tide1899,
  author = {Tide, Tom},
  title = {Bells},
  date = {1899},
}
`;
const OWN_ENTRY = `@report{mallowLog,
  author = {Mallow, Ann},
  title = {Log of the Harbour Board},
  date = {1911},
}
`;

function at(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

const write = (path: string, text: string): Thenable<void> =>
  fs.writeFile(at(path), new TextEncoder().encode(text));

/** `undefined` when there is no such file. */
function read(path: string): Promise<string | undefined> {
  return Promise.resolve(fs.readFile(at(path))).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** Waits for a file to read so, and for the editor to know that it is saved; `undefined` for one that is not there. */
async function reads(path: string, isSo: (text: string | undefined) => boolean): Promise<string> {
  let text: string | undefined;
  const isSaved = async () => isSo((text = await read(path))) && !isDirty(at(path));
  await waitFor(`${path} to read so`, isSaved).catch(() => assert.fail(`${path} reads ${text}`));
  return text ?? '';
}

function isDirty(file: vscode.Uri): boolean {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.isDirty === true;
}

/** The page of a source that is ready, by the name of its tab. */
function pageCalled(name: string): Promise<vscode.Uri> {
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/source' });
  return waitFor(`a page called ${name}`, async () => {
    for (const [id] of await fs.readDirectory(root)) {
      const folder = vscode.Uri.joinPath(root, id);
      const [[file = ''] = []] = await fs.readDirectory(folder).then(undefined, () => []);
      if (file === name) {
        const page = vscode.Uri.joinPath(folder, file);
        const isReady = await fs.stat(page).then(
          () => true,
          () => false,
        );
        return isReady ? page : undefined;
      }
    }
    return undefined;
  });
}

/** Sets a setting of ours for the workspace, or no more. */
function set(setting: string, value: unknown): Promise<void> {
  return setForWorkspace(`${SETTINGS_SECTION}.${setting}`, value);
}

describe('citing in notes', () => {
  let page: vscode.Uri;
  /** Names the folder of each test, so that none has the bibliography of another. */
  let count = 0;

  before(async () => {
    await extension().activate();
    // The one that the samples have would be that of all notes.
    await fs.rename(at('references.bib'), at('references.bib.away'));
    await write('sources/harbour-log.md', SOURCE);
    page = await pageCalled('Log of the Harbour Board.txt');
  });
  beforeEach(async () => {
    count += 1;
    await command('workbench.action.closeAllEditors');
  });
  afterEach(async () => {
    await set(Settings.citingStyle, undefined);
    await set(Settings.citingBibliography, undefined);
    await set(Settings.citingAddToBibliography, undefined);
    for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty)) {
      await vscode.window.showTextDocument(document, { preview: false });
      await command('workbench.action.revertAndCloseActiveEditor');
    }
    await command('workbench.action.closeAllEditors');
  });
  after(async () => {
    await fs.delete(at('sources/harbour-log.md'));
    await fs.delete(at('citing'), { recursive: true });
    await fs.rename(at('references.bib.away'), at('references.bib'));
  });

  const here = (name: string) => `citing/${count}/${name}`;

  /** Opens a note with the caret at `|`. */
  async function openNote(marked: string, name = 'note.md'): Promise<vscode.TextEditor> {
    const caret = marked.indexOf('|');
    await write(here(name), marked.replace('|', ''));
    const editor = await vscode.window.showTextDocument(at(here(name)), { preview: false });
    const place = editor.document.positionAt(caret);
    editor.selection = new vscode.Selection(place, place);
    return editor;
  }

  /** Opens the page of the source beside or over the note, with `words` selected. */
  async function openPage(words: string, column = vscode.ViewColumn.Active): Promise<void> {
    const editor = await vscode.window.showTextDocument(page, { viewColumn: column });
    const start = editor.document.getText().indexOf(words);
    assert.notEqual(start, -1, words);
    editor.selection = new vscode.Selection(
      editor.document.positionAt(start),
      editor.document.positionAt(start + words.length),
    );
  }

  /** The text of the note that is active, with `|` at its caret. */
  function marked(): string {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const text = editor.document.getText();
    const caret = editor.document.offsetAt(editor.selection.active);
    return `${text.slice(0, caret)}|${text.slice(caret)}`;
  }

  it('puts what is selected in a page into the note behind it, and the caret behind that', async () => {
    await openNote('She said |.\n');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.match(marked(), /^She said “that the wick had burned low[”.]+\[\^1\]\|\.\n/);
    assert.match(marked(), /\n\[\^1\]: .*Log of the Harbour Board.*\n$/);
  });

  it('takes one undo to be as before', async () => {
    const { document } = await openNote('She said |.\n');
    await openPage(WORDS, vscode.ViewColumn.Two);
    await command(Commands.insertQuotation);
    assert.notEqual(document.getText(), 'She said .\n');
    await command('undo');
    assert.equal(document.getText(), 'She said .\n');
  });

  it('says nothing of a footnote in a bibliography that the note does not have', async () => {
    await openNote('|');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.equal(await read(here('references.bib')), undefined);
  });

  describe('with a bibliography', () => {
    /** In a browser the editor saves by itself, which would hide who does. */
    const saveByItself = (value: string | undefined) => setForWorkspace('files.autoSave', value);

    beforeEach(async () => {
      await set(Settings.citingStyle, 'pandoc');
      await saveByItself('off');
    });
    after(() => saveByItself(undefined));

    it('adds the entry to it and saves it, and one undo takes back both, without a question', async () => {
      await write(here('references.bib'), ENTRY);
      const { document } = await openNote('|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.match(document.getText(), /“that the wick had burned low” \[@[\w:-]+/);
      const added = await reads(here('references.bib'), (text) => text !== ENTRY);
      assert.ok(added.startsWith(ENTRY), added);
      assert.match(added.slice(ENTRY.length), /Log of the Harbour Board/);

      await command('undo');
      assert.equal(document.getText(), '');
      await reads(here('references.bib'), (text) => text === ENTRY);
      await command('redo');
      assert.notEqual(document.getText(), '');
      await reads(here('references.bib'), (text) => text === added);
    });

    it('makes one where there is none, and one undo takes it away', async () => {
      const { document } = await openNote('|');
      await openPage(WORDS);
      let opened = 0;
      const opening = vscode.workspace.onDidOpenTextDocument(
        ({ uri }) => (opened += uri.path.endsWith('.bib') ? 1 : 0),
      );
      await command(Commands.insertQuotation);
      await reads(here('references.bib'), (text) => text?.includes('Log of the Harbour') === true);
      // The editor lets go of what it has saved and does not show, and with it of what can be undone.
      await waitFor('the extension to hold it', () => opened === 2);
      opening.dispose();
      await command('undo');
      assert.equal(document.getText(), '');
      await reads(here('references.bib'), (text) => text === undefined);
    });

    const KEPT = '@book{tide1899,\n  title = {Caf\u00e9 at the tide},\n}\n';
    const utf16le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const [encoding, encode] of [
      ['Latin-1', (text) => Buffer.from(text, 'latin1')],
      ['UTF-16, little end first', utf16le],
      ['UTF-16, big end first', (text) => utf16le(text).swap16()],
    ] as const satisfies readonly (readonly [string, (text: string) => Buffer])[]) {
      it(`leaves it in its encoding: ${encoding}`, async () => {
        const file = at(here('references.bib'));
        await fs.writeFile(file, encode(KEPT));
        await openNote('|');
        await openPage(WORDS);
        await command(Commands.insertQuotation);
        const bytes = await waitFor('the entry', async () => {
          const now = Buffer.from(await fs.readFile(file));
          return now.length > encode(KEPT).length && !isDirty(file) && now;
        });
        assert.deepEqual(bytes.subarray(0, encode(KEPT).length), encode(KEPT));
        // Byte by byte, since the key and the date are of the source.
        const text = Buffer.from(bytes.filter((byte) => byte > 0)).toString('latin1');
        assert.match(text, /Log of the Harbour Board/);
        assert.deepEqual(encode(await readFileText(file)).subarray(0, bytes.length), bytes);
      });
    }

    for (const [encoding, byte, name] of [
      ['windows1252', 0xe9, '\u014ckami'],
      ['iso88591', 0xe9, '\u014ckami'],
      ['iso88597', 0xe1, '\u00d6lmann'],
    ] as const) {
      it(`gets no entry with letters that ${encoding} lacks, which is told`, async () => {
        const config = () => vscode.workspace.getConfiguration('files');
        const { showWarningMessage } = vscode.window;
        const messages: string[] = [];
        const bytes = Buffer.concat([
          Buffer.from('@book{tide1899, title = {Tid'),
          Buffer.of(byte),
          Buffer.from('}}\n'),
        ]);
        const file = at(here('references.bib'));
        const log = vscode.window.createOutputChannel('Citing', { log: true });
        const bibliographies = new WorkspaceBibliographies(
          new BibliographyFiles(log, ANYWHERE),
          ANYWHERE,
        );
        const citing = new LateCiting(bibliographies, { get: () => undefined }, log);
        await config().update('encoding', encoding, vscode.ConfigurationTarget.Workspace);
        vscode.window.showWarningMessage = (message: string) => {
          messages.push(message);
          return Promise.resolve(undefined);
        };
        try {
          await fs.writeFile(file, bytes);
          const editor = await openNote('|');
          const { citation } = librarySource('log.md', { title: `Log of ${name}` });
          const cited = { text: WORDS, source: citation, locators: ['1.1'] };
          assert.equal(await citing.insert(editor, cited, 'quotation'), true);
          assert.ok(messages.some((message) => message.includes(`written in ${encoding}`)));
          assert.deepEqual(Buffer.from(await fs.readFile(file)), bytes);
        } finally {
          vscode.window.showWarningMessage = showWarningMessage;
          await config().update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
          [citing, bibliographies, log].forEach((one) => one.dispose());
        }
      });
    }

    it('adds an entry once', async () => {
      const { document } = await openNote('|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      const first = await reads(here('references.bib'), (text) => !!text?.includes('Harbour'));
      await openPage('Fog closed the channel');
      await command(Commands.insertQuotation);
      assert.match(document.getText(), /burned low[^\n]*\n\n[^\n]*Fog closed/);
      assert.equal(await read(here('references.bib')), first);
    });

    it('uses the key of an entry that one of its bibliographies has', async () => {
      await write(here('a.bib'), ENTRY);
      await write(here('b.bib'), OWN_ENTRY);
      await openNote('---\nbibliography: [a.bib, b.bib]\n---\n\n|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.match(marked(), /\[@mallowLog.*\]\|$/);
      assert.equal(await read(here('a.bib')), ENTRY);
      assert.equal(await read(here('b.bib')), OWN_ENTRY);
    });

    it('adds to the first of two', async () => {
      await write(here('a.bib'), ENTRY);
      await write(here('b.bib'), '');
      await openNote('---\nbibliography: [a.bib, b.bib]\n---\n\n|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      await reads(here('a.bib'), (text) => text?.includes('Log of the Harbour Board') === true);
      assert.equal(await read(here('b.bib')), '');
    });

    it('gives no key that another of them has for another source', async () => {
      await openNote('|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      const [, key = ''] = /\[@(\w+)/.exec(marked()) ?? assert.fail(marked());
      await write(here('a.bib'), ENTRY);
      await write(here('b.bib'), ENTRY.replace('tide1899', key));
      await openNote('---\nbibliography: [a.bib, b.bib]\n---\n\n|', 'other.md');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.ok(marked().includes(`[@${key}a`), marked());
      await reads(here('a.bib'), (text) => text?.includes(`{${key}a,`) === true);
    });

    it('heeds unsaved edits of it, and leaves them unsaved', async () => {
      await write(here('references.bib'), ENTRY);
      const { document: note } = await openNote('|');
      const bibliography = await vscode.workspace.openTextDocument(at(here('references.bib')));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(bibliography.uri, bibliography.positionAt(ENTRY.length), OWN_ENTRY);
      await vscode.workspace.applyEdit(edit);
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.match(note.getText(), /\[@mallowLog/);
      assert.equal(bibliography.isDirty, true);
      assert.equal(await read(here('references.bib')), ENTRY);
    });

    it('adds to unsaved edits, and leaves it to their writer to save them', async () => {
      await write(here('references.bib'), ENTRY);
      await openNote('|');
      const bibliography = await vscode.workspace.openTextDocument(at(here('references.bib')));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(bibliography.uri, new vscode.Position(0, 0), '% Mine.\n');
      await vscode.workspace.applyEdit(edit);
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.match(bibliography.getText(), /^% Mine\.[^]*Log of the Harbour Board/);
      assert.equal(bibliography.isDirty, true);
      assert.equal(await read(here('references.bib')), ENTRY);
    });

    it('cites all the same where it is read-only', async () => {
      await write(here('locked.bib'), ENTRY);
      await openNote('|');
      const config = vscode.workspace.getConfiguration('files');
      const rule = { '**/locked.bib': true };
      await config.update('readonlyInclude', rule, vscode.ConfigurationTarget.Workspace);
      try {
        await openPage(WORDS);
        await command(Commands.insertQuotation);
        assert.match(marked(), /“that the wick had burned low” \[@.*\]\|$/);
        const bibliography = await vscode.workspace.openTextDocument(at(here('locked.bib')));
        await waitFor('what is shown to be the file', () => bibliography.getText() === ENTRY);
        assert.equal(await read(here('locked.bib')), ENTRY);
      } finally {
        await config.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('adds nothing where the setting says so', async () => {
      await set(Settings.citingAddToBibliography, false);
      await write(here('references.bib'), ENTRY);
      await openNote('|');
      await openPage(WORDS);
      await command(Commands.insertQuotation);
      assert.match(marked(), /\[@.*\]\|$/);
      assert.equal(await read(here('references.bib')), ENTRY);
    });
  });

  it('adds the entry for a footnote, too, where the note has a bibliography', async () => {
    await write(here('references.bib'), ENTRY);
    await openNote('|');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.match(marked(), /\[\^1\]\|/);
    await reads(here('references.bib'), (text) => text?.includes('Log of the Harbour') === true);
  });

  it('cites as the language of the note asks for', async () => {
    await openNote('|', 'note.tex');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.match(marked(), /\\autocite\[.*\]\{.*\}\|/);
    await openNote('|', 'note.txt');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.match(marked(), /^“that the wick had burned low” \(.*\)\|$/);
  });

  it('quotes as a block, and cites without words', async () => {
    await openNote('Before.\n\n|');
    await openPage(WORDS);
    await command(Commands.insertBlockQuotation);
    assert.match(marked(), /\n> that the wick had burned low.*\[\^1\]\|/);
    await openNote('As she said|.', 'other.md');
    await openPage(WORDS);
    await command(Commands.insertCitation);
    assert.match(marked(), /^As she said\[\^1\]\|\./);
  });

  it('cites at the place in a note that a link names, once, and takes it back in one step', async () => {
    const text = 'The four met.\n\nOther.\n';
    const { document } = await openNote(`${text}|`);
    const place = { note: document.uri.toString(), line: 0, character: 8 };
    // What has happened since is from sources of its own.
    await command(Commands.insertCitation, { kind: 'term', id: 'ip4' }, place);
    assert.match(marked(), /^The four\[\^1\]\| met\.\n\nOther\.\n[^]*\[\^1\]: /);
    assert.doesNotMatch(document.getText(), /\[\^2\]/);
    await command('undo');
    assert.equal(document.getText(), text);
  });

  it('cites nowhere where the note of a link is not to be seen', async () => {
    const { document } = await openNote('The four met.|');
    const cited = { kind: 'term', id: 'ip4' };
    const note = document.uri.toString();
    await command(Commands.insertCitation, cited, {
      note: 'file:///gone.md',
      line: 0,
      character: 1,
    });
    assert.equal(document.getText(), 'The four met.');
    await command(Commands.insertCitation, cited, { note, line: 90, character: 90 });
    assert.match(marked(), /^The four met\.\[\^1\]\|/);
  });

  it('keeps the line breaks of a note', async () => {
    const { document } = await openNote('One.\r\n\r\nTwo |.\r\n\r\n[^1]: Old.\r\n');
    await openPage(WORDS);
    await command(Commands.insertQuotation);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
    assert.match(marked(), /Two “that the wick had burned low[”.]+\[\^2\]\|\.\r\n/);
  });

  it('goes behind the first of several selections', async () => {
    const editor = await openNote('one\ntwo\n|');
    editor.selections = [new vscode.Selection(1, 0, 1, 3), new vscode.Selection(0, 0, 0, 3)];
    await openPage(WORDS);
    await command(Commands.insertCitation);
    assert.match(marked(), /^one\ntwo\[\^1\]\|\n/);
  });

  it('cites nothing where nothing is to be had', async () => {
    const { document } = await openNote('|');
    await command(Commands.insertQuotation, { source: 'gone', passage: 'p1' });
    await command(Commands.insertQuotation, { kind: 'excerpt', id: 'gone' });
    await command(Commands.insertQuotation, { kind: 'topic', id: 'gone' });
    for (const argument of [null, 4, {}, [], { source: 4 }]) {
      await command(Commands.insertQuotation, argument);
    }
    assert.equal(document.getText(), '');
  });

  it('quotes the heading at the caret', async () => {
    await openNote('|');
    await openPage('Spring');
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
    await command(Commands.insertQuotation);
    assert.match(marked(), /^“Spring”/);
  });

  it('quotes the passage at the caret', async () => {
    await openNote('|');
    await openPage('Fog closed');
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
    await command(Commands.insertQuotation);
    assert.ok(marked().includes(FOG.slice(0, 40)), marked());
    assert.ok(marked().includes(FOG.slice(-40)), marked());
  });

  it('cites the source of an entry of a pack, whose words are no quotation', async () => {
    const [excerpt = assert.fail()] = (
      JSON.parse(await readExtensionFile('data/nato-ip4/excerpts.json')) as {
        excerpts: { id: string; text: string }[];
      }
    ).excerpts;
    await openNote('|');
    await command(Commands.insertQuotation, { kind: 'excerpt', id: excerpt.id });
    assert.ok(marked().startsWith(excerpt.text), marked());
    assert.match(marked(), /\[\^1\]\|/);
  });

  it('cites a hit of a search, and gives back the note', async () => {
    const { document } = await openNote('She said |.\n');
    await command(Commands.search, { query: '"the last barrel was nearly empty"' });
    await waitFor('the quotation', async () => {
      await command(Commands.insertHitQuotation);
      return document.getText() !== 'She said .\n';
    });
    assert.ok(document.getText().includes(OIL.slice(20, 80)), document.getText());
    assert.match(document.getText(), /\[\^1\]/);
    await waitFor('the note', () => vscode.window.activeTextEditor?.document === document);
    assert.match(marked(), /\[\^1\]\s*\|/);
  });

  it('quotes the sentence that holds what was found, or the whole passage', async () => {
    for (const [id, expected] of [
      [Commands.insertHitQuotation, /^“Walrus herds lay before the mole until the thaw\.”/],
      [Commands.insertHitPassage, /^> The ice came early.*chose to stay\./],
    ] as const) {
      const { document } = await openNote('|');
      await command(Commands.search, { query: 'walrus herds' });
      await waitFor('the quotation', async () => {
        await command(id);
        return document.getText() !== '';
      });
      assert.match(document.getText(), expected);
      assert.match(document.getText(), /under “Ice/);
      assert.doesNotMatch(document.getText(), /para\.|sec\./);
      await command('undo');
      await waitFor('the note as it was', () => document.getText() === '');
    }
  });

  it('cites a hit alone, and plainly where nothing cites', async () => {
    const { document } = await openNote('She said |.\n');
    await command(Commands.search, { query: '"the last barrel was nearly empty"' });
    await waitFor('the citation', async () => {
      await command(Commands.insertHitCitation);
      return document.getText() !== 'She said .\n';
    });
    assert.match(document.getText(), /^She said \[\^1\]\.\n/);

    const { document: code } = await openNote('# |\n', 'code.sh');
    await command(Commands.search, { query: '"the last barrel was nearly empty"' });
    await waitFor('the text', async () => {
      await command(Commands.insertHitQuotation);
      return code.getText() !== '# \n';
    });
    assert.match(code.getText(), /^# “.*” \(Ann Mallow.*\)\n$/);
  });

  it('puts evidence behind the sentence that it was asked for, as one step to undo', async () => {
    const sentence = 'Walrus herds **lay there** until the th|aw[^a].';
    for (const [id, style, expected] of [
      [Commands.insertHitCitation, 'footnote', / thaw\[\^a\]\.\[\^1\] More\./],
      [Commands.insertHitCitation, 'pandoc', / thaw\[\^a\] \[@[^\]]+\]\. More\./],
      [
        Commands.insertHitQuotation,
        'footnote',
        / thaw\[\^a\]\. “Walrus herds lay before the mole until the thaw\.”\[\^1\] More\./,
      ],
    ] as const) {
      await set(Settings.citingStyle, style);
      const { document } = await openNote(`Oil. ${sentence} More.\n\n[^a]: A.\n`);
      const before = document.getText();
      await command(Commands.findEvidence);
      await waitFor('the evidence in the note', async () => {
        await command(id);
        return document.getText() !== before;
      });
      assert.match(document.getText(), expected);
      await command('undo');
      await waitFor('the note as it was', () => document.getText() === before);
    }
  });

  it('offers evidence for a sentence to who asks, and beside a selection of several words', async () => {
    const { document } = await openNote('The wick| burned low.\n\nMore.\n');
    const titles = async (range: vscode.Range): Promise<readonly string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return actions.map(({ title }) => title).filter((title) => title.startsWith('Find Evidence'));
    };
    assert.deepEqual(await titles(new vscode.Range(0, 3, 0, 3)), [
      'Find Evidence for This Sentence',
    ]);
    assert.deepEqual(await titles(new vscode.Range(0, 0, 0, 19)), ['Find Evidence for Selection']);
    assert.deepEqual(await titles(new vscode.Range(1, 0, 1, 0)), []);

    const byItself = (range: vscode.Range) =>
      new EvidenceActions().provideCodeActions(document, range, {
        diagnostics: [],
        only: undefined,
        triggerKind: vscode.CodeActionTriggerKind.Automatic,
      }).length;
    assert.deepEqual(
      [new vscode.Range(0, 3, 0, 3), new vscode.Range(0, 0, 0, 8)].map(byItself),
      [0, 0],
    );
    assert.equal(byItself(new vscode.Range(0, 0, 0, 19)), 1);
  });

  /*
   * A workbench in a browser pastes and drops only what a person does there: the end-to-end tests do
   * that. Here the providers are asked as the editor asks them.
   */
  describe('by pasting and dropping', () => {
    const { token } = new vscode.CancellationTokenSource();
    let deps: ConstructorParameters<typeof CitationPasteProvider>[0];
    let lastCopy: LastCopy;
    let copiedPage: vscode.TextDocument;
    const owned: { dispose(): unknown }[] = [];

    before(async () => {
      copiedPage = await vscode.workspace.openTextDocument(page);
      const text = copiedPage.getText();
      const start = text.indexOf(OIL);
      const passage = { id: 'p1', locator: '1.1', span: { start, end: start + OIL.length } };
      const document: SourceDocument = {
        format: 'markdown',
        metadata: {},
        text,
        headings: [],
        passages: [passage],
      };
      const source = librarySource('sources/harbour-log.md', { title: 'Log' });
      const id = sourceOfUri(page) ?? assert.fail();
      const library = {
        start: () => Promise.resolve(),
        get: (asked: string) => (asked === id ? source : undefined),
        document: (asked: string) => Promise.resolve(asked === id ? document : undefined),
      } as unknown as Library;
      const log = vscode.window.createOutputChannel('Citing', { log: true });
      const bibliographies = new WorkspaceBibliographies(
        new BibliographyFiles(log, ANYWHERE),
        ANYWHERE,
      );
      const citing = new LateCiting(bibliographies, library, log);
      owned.push(log, bibliographies, citing);
      lastCopy = new LastCopy();
      const desk = { catalog: () => Promise.resolve(new Catalog([])) } as unknown as Desk;
      deps = { citing, library, lastCopy, desk, log };
    });
    after(() => owned.forEach((one) => one.dispose()));

    /** What is copied in the page of the source, as the editor hands it on. */
    function copied(words: string, text = words): vscode.DataTransfer {
      const transfer = new vscode.DataTransfer();
      const start = copiedPage.positionAt(copiedPage.getText().indexOf(words));
      const range = new vscode.Range(start, start.translate(0, words.length));
      new CitationPasteProvider(deps).prepareDocumentPaste(copiedPage, [range], transfer);
      transfer.set('text/plain', new vscode.DataTransferItem(text));
      return transfer;
    }

    /** The ways to paste into a note, by their titles, and what each inserts. */
    async function pastes(
      editor: vscode.TextEditor,
      transfer: vscode.DataTransfer,
      ranges: readonly vscode.Range[] = editor.selections,
    ): Promise<readonly (readonly [string, unknown])[]> {
      const provider = new CitationPasteProvider(deps);
      const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
      const { document } = editor;
      const edits =
        (await provider.provideDocumentPasteEdits(document, ranges, transfer, context, token)) ??
        [];
      return Promise.all(
        edits.map(async (edit) => {
          const resolved = await provider.resolveDocumentPasteEdit(edit, token);
          return [resolved.title, resolved.insertText] as const;
        }),
      );
    }

    it('offers what was copied in a page as quotation, block and citation', async () => {
      const editor = await openNote('She said |.\n');
      assert.deepEqual(await pastes(editor, copied(WORDS)), [
        ['Quotation with Citation', '“that the wick had burned low”[^1]'],
        ['Block Quotation with Citation', '\n\n> that the wick had burned low[^1]\n\n'],
        ['Citation', '[^1]'],
      ]);
    });

    it('offers nothing for other text, for a source that has changed, and for several cursors', async () => {
      const editor = await openNote('She said |.\n');
      const plain = new vscode.DataTransfer();
      plain.set('text/plain', new vscode.DataTransferItem(WORDS));
      assert.deepEqual(await pastes(editor, plain), []);
      assert.deepEqual(await pastes(editor, copied(WORDS, 'that it had burned down')), []);
      const ranges = [editor.selection, new vscode.Range(0, 0, 0, 0)];
      assert.deepEqual(await pastes(editor, copied(WORDS), ranges), []);
    });

    it('knows what our commands have copied', async () => {
      const editor = await openNote('She said |.\n');
      lastCopy.set(`${OIL}\n`, [{ source: sourceOfUri(page) ?? '', passage: 'p1' }]);
      const transfer = new vscode.DataTransfer();
      transfer.set('text/plain', new vscode.DataTransferItem(`${OIL}\r\n`));
      const titles = (await pastes(editor, transfer)).map(([title]) => title);
      assert.equal(titles.length, 3);
      lastCopy.set('Something else.', []);
      assert.deepEqual(await pastes(editor, transfer), []);
    });

    it('quotes a passage that is dropped, with its entry', async () => {
      await set(Settings.citingStyle, 'pandoc');
      await write(here('references.bib'), ENTRY);
      const { document } = await openNote('Before. | After.');
      const transfer = new vscode.DataTransfer();
      offerCitable(transfer, [{ source: sourceOfUri(page) ?? '', passage: 'p1' }]);
      const place = document.positionAt(8);
      const provider = new CitationDropProvider(deps);
      const edits = await provider.provideDocumentDropEdits(document, place, transfer, token);
      const [first = assert.fail()] = edits ?? [];
      assert.equal(typeof first.insertText, 'string');
      assert.match(first.insertText as string, /The harbour board of Little Wick.* \[@/s);
      const files = first.additionalEdit?.entries().map(([uri]) => uri.path);
      // The blank before "After" goes, since the words are a block.
      assert.deepEqual(files, [document.uri.path, at(here('references.bib')).path]);
    });

    it('takes nothing that is damaged, gone, or more than one', async () => {
      const { document } = await openNote('|');
      const provider = new CitationDropProvider(deps);
      const place = new vscode.Position(0, 0);
      const passage = { source: sourceOfUri(page) ?? '', passage: 'p1' };
      const gone = { source: 'gone', passage: 'p1' };
      for (const value of [
        '',
        'nonsense',
        '{}',
        '[4]',
        '[{"source":4}]',
        [gone],
        [passage, gone],
      ]) {
        const transfer = new vscode.DataTransfer();
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        transfer.set(CITABLE_TYPE, new vscode.DataTransferItem(text));
        assert.equal(
          await provider.provideDocumentDropEdits(document, place, transfer, token),
          undefined,
        );
      }
    });

    it('cites without an entry in a note that lies in no folder', async () => {
      await set(Settings.citingStyle, 'pandoc');
      const nowhere = {
        onDidChange: new vscode.EventEmitter<void>().event,
        of: () => Promise.resolve([]),
        missing: () => Promise.resolve([]),
        outside: () => Promise.resolve([]),
        fileForNewEntry: () => Promise.resolve(undefined),
      };
      const log = vscode.window.createOutputChannel('Citing', { log: true });
      const citing = new LateCiting(nowhere, deps.library, log);
      owned.push(log, citing);
      const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
      const editor = await vscode.window.showTextDocument(document);
      const source = librarySource('log.md', { title: 'Log' }).citation;
      const cited = { text: WORDS, source, locators: ['1.1'] };
      assert.equal(await citing.insert(editor, cited, 'quotation'), true);
      assert.match(document.getText(), /^“that the wick had burned low” \[@/);
      assert.equal(await citing.insert(editor, { ...cited, text: ' ' }, 'quotation'), false);
    });

    it('remembers the note that was active last, as long as it is open', async () => {
      const { citing } = deps;
      const editor = await openNote('|');
      await openPage(WORDS);
      assert.equal(citing.lastNote?.document, editor.document);
      await command('workbench.action.closeAllEditors');
      await waitFor('the note to be closed', () => citing.lastNote === undefined);
    });
  });
});

async function readExtensionFile(name: string): Promise<string> {
  const uri = vscode.Uri.joinPath(extension().extensionUri, name);
  return new TextDecoder().decode(await fs.readFile(uri));
}
