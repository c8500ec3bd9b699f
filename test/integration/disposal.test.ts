import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Commands, PdfCommands } from '../../src/host/ids';
import { extension } from './extension';

/** Runs after the other files, when everything has been used that they use. */
describe('disposal', () => {
  it('gives back everything that was taken from the editor', async () => {
    const { tracker, dispose } = await extension().activate();
    assert.ok(tracker.open.length > Object.keys(Commands).length, 'Nothing is tracked.');
    dispose();
    assert.deepEqual(tracker.open, []);
  });

  it('leaves no command behind', async () => {
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      Object.values({ ...Commands, ...PdfCommands }).filter((command) =>
        registered.includes(command),
      ),
      [],
    );
  });
});
