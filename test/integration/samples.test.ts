import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { copySamples, openUntitled } from '../../src/features/samples/openSampleNotes';
import { SAMPLE_FILES } from '../../src/features/samples/sampleFiles';
import { extension } from './extension';

const { fs } = vscode.workspace;

describe('the sample notes', () => {
  let samples: vscode.Uri;
  let parent: vscode.Uri;

  before(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    samples = vscode.Uri.joinPath(extension().extensionUri, 'samples');
    parent = vscode.Uri.joinPath(folder.uri, 'chosen');
  });
  after(async () => {
    await fs.delete(parent, { recursive: true });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are copied with their folders, and never over a copy that somebody has worked on', async () => {
    const first = await copySamples(samples, parent);
    for (const path of SAMPLE_FILES) {
      const [copied, original] = await Promise.all(
        [first, samples].map((folder) => fs.readFile(vscode.Uri.joinPath(folder, path))),
      );
      assert.deepEqual(copied, original, path);
    }
    const note = vscode.Uri.joinPath(first, 'brief.md');
    await fs.writeFile(note, new TextEncoder().encode('Mine'));
    const second = await copySamples(samples, parent);
    assert.notEqual(second.toString(), first.toString());
    assert.equal(new TextDecoder().decode(await fs.readFile(note)), 'Mine');
  });

  it('open as an untitled note, without a file', async () => {
    await openUntitled(samples);
    const note = vscode.window.activeTextEditor?.document;
    assert.equal(note?.isUntitled, true);
    assert.equal(note.languageId, 'markdown');
    assert.match(note.getText(), /\bIP4\b/);
  });
});
