import assert from 'node:assert/strict';
import { processCall } from '../../../src/worker/processCall';

const LIMITS = { memoryMB: 1_000, heapMB: 768 };
const WATCH = '/x/dist/memoryWatch.js';

/** What is passed on of an environment. */
function environmentOf(env: Record<string, string>): Readonly<Record<string, string | undefined>> {
  return processCall({ execPath: '/usr/bin/node', env }, LIMITS, WATCH).options.env;
}

describe('the call that starts the extractor as a process', () => {
  it('runs the program that runs us, as Node, with its heap bounded', () => {
    const call = processCall({ execPath: '/usr/bin/node', env: {} }, LIMITS, WATCH);
    assert.deepEqual(call, {
      args: ['ip4-desk-extractor', '1000', WATCH],
      options: {
        execPath: '/usr/bin/node',
        execArgv: ['--max-old-space-size=768'],
        env: { ELECTRON_RUN_AS_NODE: '1' },
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        detached: false,
        windowsHide: true,
      },
    });
  });

  for (const [where, execPath, env] of [
    [
      'Electron on macOS',
      '/Applications/Visual Studio Code.app/Contents/Frameworks/Code Helper (Plugin).app/Contents/MacOS/Code Helper (Plugin)',
      {
        HOME: '/Users/ann',
        VSCODE_PID: '1',
        VSCODE_NLS_CONFIG: '{}',
        VSCODE_HANDLES_UNCAUGHT_ERRORS: 'true',
        VSCODE_ESM_ENTRYPOINT: 'vs/workbench/api/node/extensionHostProcess',
        NODE_OPTIONS: '--inspect=9229',
      },
    ],
    [
      'Electron on Windows, where names are the same in any case',
      'C:\\Program Files\\Microsoft VS Code\\Code.exe',
      {
        HOME: '/Users/ann',
        Node_Options: '--require C:\\x.js',
        vscode_ipc_hook: '\\\\.\\pipe\\x',
        Electron_Run_As_Node: '0',
      },
    ],
    [
      'a server',
      '/home/ann/.vscode-server/cli/servers/x/server/node',
      {
        HOME: '/Users/ann',
        VSCODE_EXTHOST_WILL_SEND_SOCKET: 'true',
        VSCODE_RECONNECTION_GRACE_TIME: '10800000',
        VSCODE_AGENT_FOLDER: '/home/ann/.vscode-server',
      },
    ],
    [
      'plain Node',
      '/usr/bin/node',
      { HOME: '/Users/ann', NODE_OPTIONS: '--max-http-header-size=1' },
    ],
  ] as const) {
    it(`keeps the rest of the environment of ${where}`, () => {
      const { options } = processCall({ execPath, env }, LIMITS, WATCH);
      assert.equal(options.execPath, execPath);
      assert.deepEqual(options.env, { HOME: '/Users/ann', ELECTRON_RUN_AS_NODE: '1' });
    });
  }

  it('keeps what only looks like a variable of the editor', () => {
    const env = { MY_VSCODE_DIR: 'a', VSCODE: 'b', NODE_OPTIONS_OLD: 'c', NODE_ENV: 'd' };
    assert.deepEqual(environmentOf(env), { ...env, ELECTRON_RUN_AS_NODE: '1' });
  });

  it('cannot be made where the program has no path', () => {
    assert.throws(() => processCall({ execPath: '', env: {} }, LIMITS, WATCH), /no path/);
  });
});
