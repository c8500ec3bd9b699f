import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { encodeText } from '../support/encodeText';
import { emptyEntry } from '../support/emptyEntry';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { openForEdit } from '../../src/host/fileEncoding';
import { readFileText } from '../../src/host/fileText';
import { PARSING_HERE } from '../../src/workspace/parsing/parsing';
import { GlossaryFiles } from '../../src/workspace/glossaries/glossaryFiles';
import { writeEntries } from '../../src/workspace/glossaries/writeGlossary';
import { ANYWHERE } from '../support/anywhere';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const { fs } = vscode.workspace;

const GLOSSARY = `# K\u00e4the keeps this one.
contexts:
  - name: Harbour
    terms:
      - name: L\u00fctzow quay
        definition: The quay \u2013 \u201cdry\u201d at low tide.`;

const BIBLIOGRAPHY = `@book{quay1931,
  author = {L\u00fctzow, K\u00e4the},
  title = {Oil \u2013 a history}
}
`;

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16le = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

/** In Windows-1252, of which the tests use five characters beyond Latin-1. */
function windows1252(text: string): Uint8Array {
  const beyond: Readonly<Record<string, number>> = {
    '\u2013': 0x96,
    '\u201c': 0x93,
    '\u201d': 0x94,
  };
  return Uint8Array.from(text, (character) => beyond[character] ?? character.charCodeAt(0));
}

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with a mark and CRLF': (text) => utf8(`\ufeff${text.replaceAll('\n', '\r\n')}`),
  'UTF-16, little end first': utf16le,
  'UTF-16, big end first': (text) => Buffer.from(utf16le(text)).swap16(),
  'Windows-1252': windows1252,
};

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: vscode.Uri;

describe('encodings of files', () => {
  before(async () => {
    await extension().activate();
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'encodings');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(folder, { recursive: true });
  });

  /** A file of a name of its own: the editor remembers in which encoding it has read another. */
  async function write(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
    const file = vscode.Uri.joinPath(folder, name);
    await fs.writeFile(file, bytes);
    return file;
  }

  for (const [number, [name, encode]] of Object.entries(ENCODINGS).entries()) {
    it(`are understood in glossaries, bibliographies and notes: ${name}`, async () => {
      const glossary = await write(`read${number}.glossary.yml`, encode(GLOSSARY));
      const read = await new GlossaryFiles(log, ANYWHERE, PARSING_HERE).read(glossary);
      assert.ok(typeof read === 'object');
      assert.equal(read.contexts[0]?.context.entries[0]?.name, 'L\u00fctzow quay');
      const file = await write(`read${number}.bib`, encode(BIBLIOGRAPHY));
      const bibliography = await new BibliographyFiles(log, ANYWHERE).readSaved(file);
      assert.ok(typeof bibliography === 'object');
      assert.equal(bibliography.entry('quay1931')?.metadata.title, 'Oil \u2013 a history');
      const note = await write(`read${number}.md`, encode('The L\u00fctzow \u2013 quay.'));
      assert.equal(await readFileText(note), 'The L\u00fctzow \u2013 quay.');
    });

    it(`are kept when something is added, and undone to the byte: ${name}`, async () => {
      const bytes = encode(GLOSSARY);
      const file = await write(`added${number}.glossary.yml`, bytes);
      assert.equal(
        await writeEntries(PARSING_HERE, file, [emptyEntry('Kr\u00e4hennest')]),
        'written',
      );
      const added = await readFileText(file);
      for (const text of ['K\u00e4the', 'L\u00fctzow quay', '\u201cdry\u201d', 'Kr\u00e4hennest']) {
        assert.ok(added.includes(text), `${text} is in ${added}`);
      }
      assert.notDeepEqual(await fs.readFile(file), Buffer.from(bytes));
      const { document } = await vscode.window.showTextDocument(await openForEdit(file));
      // A fresh editor may not have the focus yet.
      await waitFor('the undoing', async () => {
        await vscode.commands.executeCommand('undo');
        return !document.getText().includes('Kr\u00e4hennest');
      });
      await document.save();
      assert.deepEqual(Buffer.from(await fs.readFile(file)), Buffer.from(bytes));
    });
  }

  it('are told apart where they are not Western', async () => {
    const korean = '@book{quay, author = {김, 철수}, title = {항만의 등불은 밝다}}';
    const file = await write('korean.bib', encodeText(korean, 'euc-kr'));
    assert.equal(await readFileText(file), korean);
    const { encoding } = await openForEdit(file);
    assert.equal(encoding, 'euckr');
  });

  it('say so when they lack letters of what is added', async () => {
    const bytes = windows1252(GLOSSARY);
    const file = await write('lacking.glossary.yml', bytes);
    assert.equal(await writeEntries(PARSING_HERE, file, [emptyEntry('\u014ckami')]), 'refused');
    assert.deepEqual(Buffer.from(await fs.readFile(file)), Buffer.from(bytes));
  });

  it('are those of the setting where the bytes fit it', async () => {
    const config = () => vscode.workspace.getConfiguration('files');
    await config().update('encoding', 'iso88597', vscode.ConfigurationTarget.Global);
    try {
      const file = await write('greek.md', Uint8Array.of(0xeb, 0xdd, 0xee, 0xe7));
      assert.equal(await readFileText(file), '\u03bb\u03ad\u03be\u03b7');
    } finally {
      await config().update('encoding', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
