import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { loadPart } from '../../src/host/loadPart';

describe('parts of the extension that are loaded late', () => {
  const { showErrorMessage } = vscode.window;
  let messages: string[];
  let logged: string[];
  let log: { info(): void; warn(): void; error(message: string): void };

  beforeEach(() => {
    messages = [];
    logged = [];
    log = { info: () => {}, warn: () => {}, error: (message) => void logged.push(message) };
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

  it('can be had once they are there', async () => {
    const answers = [Promise.reject(new Error('busy')), Promise.resolve('part')];
    const load = () => answers.shift() ?? Promise.reject(new Error('none'));
    await assert.rejects(loadPart(log, load), vscode.CancellationError);
    assert.equal(await loadPart(log, load), 'part');
  });
});
