import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Logger } from '../../src/core/ports';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { GlossaryFiles } from '../../src/workspace/glossaries/glossaryFiles';
import { Bibliographies } from '../../src/workspace/library/bibliographies';
import type { SourceRoot } from '../../src/workspace/library/sourceRoots';
import { isPartFailure, loadPart } from '../../src/host/loadPart';
import { ThreadedParsing } from '../../src/workspace/parsing/parsing';
import { ANYWHERE } from '../support/anywhere';

describe('parts of the extension that are loaded late', () => {
  const { showErrorMessage } = vscode.window;
  let messages: string[];
  let logged: string[];
  let log: Logger;

  beforeEach(() => {
    messages = [];
    logged = [];
    const note = (message: string): void => void logged.push(message);
    log = { info: note, warn: note, error: note };
    vscode.window.showErrorMessage = (message: string) => {
      messages.push(message);
      return Promise.resolve(undefined);
    };
  });

  afterEach(() => {
    vscode.window.showErrorMessage = showErrorMessage;
  });

  it('are given to whoever asks', async () => {
    assert.deepEqual(await loadPart(log, () => Promise.resolve({ part: 1 })), { part: 1 });
    assert.deepEqual([...messages, ...logged], []);
  });

  it('are logged each time and told of once when they cannot be loaded', async () => {
    const gone = () => Promise.reject(new Error('Cannot find module ./parts/gone.js'));
    await assert.rejects(loadPart(log, gone), vscode.CancellationError);
    await assert.rejects(loadPart(log, gone), /^Error: A part of IP4 Desk cannot be loaded\./);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /Reload the window/);
    assert.equal(logged.length, 2);
    assert.match(logged[1] ?? '', /gone\.js/);
  });

  it('say nothing of the files that they would have read', async () => {
    let isThere = false;
    const parsing = new ThreadedParsing(
      () => Promise.reject(new Error('no thread')),
      log,
      {},
      (load) => loadPart(log, isThere ? load : () => Promise.reject(new Error('gone'))),
    );
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    const folder = vscode.Uri.joinPath(workspace.uri, '..', 'parts');
    const write = async (name: string, text: string): Promise<vscode.Uri> => {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return uri;
    };
    try {
      const bib = await write('refs.bib', '@book{lamp, title = {Lamps}}\n');
      const yml = await write('a.glossary.yml', 'contexts: [{terms: [{name: lamp}]}]\n');
      const bibliographies = new BibliographyFiles(log, ANYWHERE, parsing);
      const glossaries = new GlossaryFiles(log, ANYWHERE, parsing);
      const ofSources = new Bibliographies(bibliographies, log);
      const root: SourceRoot = {
        uri: folder,
        prefix: '',
        include: [],
        exclude: [],
        place: 'workspace',
      };
      await assert.rejects(bibliographies.readSaved(bib), isPartFailure);
      await assert.rejects(bibliographies.readSaved(bib), isPartFailure);
      await assert.rejects(glossaries.read(yml), isPartFailure);
      const pdf = { uri: vscode.Uri.joinPath(folder, 'a.pdf'), root, path: 'a.pdf' };
      await ofSources.load([pdf], [root]);
      assert.equal(messages.length, 1);
      assert.ok(
        logged.every((line) => line.startsWith('A part of the extension cannot be loaded')),
      );
      isThere = true;
      const read = await bibliographies.readSaved(bib);
      assert.ok(typeof read === 'object' && read.entry('lamp'));
      const glossary = await glossaries.read(yml);
      assert.ok(typeof glossary === 'object' && glossary.contexts.length === 1);
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('can be had once they are there', async () => {
    const answers = [Promise.reject(new Error('busy')), Promise.resolve('part')];
    const load = () => answers.shift() ?? Promise.reject(new Error('none'));
    await assert.rejects(loadPart(log, load), vscode.CancellationError);
    assert.equal(await loadPart(log, load), 'part');
  });
});
