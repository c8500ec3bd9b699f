import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Commands, PdfCommands } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

describe('activation', () => {
  it('happens when a note is opened', async () => {
    await vscode.workspace.openTextDocument({ language: 'markdown', content: 'The IP4.' });
    await waitFor('IP4 Desk to be active', () => extension().isActive);
  });

  it('registers every command', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values({ ...Commands, ...PdfCommands }).filter(
      (command) => !registered.has(command),
    );
    assert.deepEqual(missing, []);
  });
});
