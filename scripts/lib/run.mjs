import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs a command to its end. What it prints is kept back, and becomes the error's message when it
 * fails: success is quiet.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] `env` goes on top of our own
 * @returns {Promise<void>} rejects when the command cannot be started or does not exit with 0
 */
export function run(command, args, { cwd = root, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve();
      } else {
        const how = signal === null ? `exited with ${code}` : `was ended by ${signal}`;
        reject(new Error(`${output}\n${command} ${args.join(' ')} ${how}`.trim()));
      }
    });
  });
}

/**
 * Runs the command-line tool of a package that the project depends on.
 * @param {string} name of the package
 * @param {readonly string[]} args
 * @param {{ command?: string, env?: NodeJS.ProcessEnv }} [options] `command`: the tool's name where
 *   it is not the package's
 */
export async function runTool(name, args, { command = name, env } = {}) {
  const manifestPath = join(root, 'node_modules', name, 'package.json');
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = require(manifestPath);
  const file = typeof bin === 'string' ? bin : (bin[command] ?? '');
  await run(process.execPath, [join(dirname(manifestPath), file), ...args], {
    ...(env && { env }),
  });
}

/**
 * Runs npm by the Node that runs us where it can be told, so that no shell is needed on Windows.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  await (cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...quiet], { cwd })
    : run('npm', quiet, { cwd }));
}
