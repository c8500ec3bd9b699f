import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtractor, buildProgram } from './build.mjs';
import { isMain } from './lib/isMain.mjs';
import { cacheFolder, root } from './lib/paths.mjs';

const MOCHA = [
  'node_modules/mocha/bin/mocha.js',
  '--node-option=import=tsx',
  '--node-option=import=./test/support/manyRuns.ts',
];

/**
 * Has spoilt documents read; see `npm run fuzz -- --help`.
 * @param {readonly string[]} args
 * @returns {Promise<string>} what it prints; rejects when a file brings the reader down
 */
export async function runFuzz(args) {
  const quotes = args.indexOf('--quotes');
  if (quotes >= 0) {
    process.env['IP4_DESK_RUNS'] = args[quotes + 1] ?? '4000';
    return runProgram([
      ...MOCHA,
      '--timeout',
      '0',
      '--spec',
      'test/unit/core/quotes/properties.test.ts',
    ]);
  }
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'fuzz-'));
  try {
    if (args.includes('--growth')) {
      await buildProgram('test/growth/main.ts', join(folder, 'main.js'));
      return await runProgram([join(folder, 'main.js'), ...args]);
    }
    await Promise.all([
      buildProgram('test/hostile/main.ts', join(folder, 'main.js')),
      buildProgram('test/hostile/textReader.ts', join(folder, 'textReader.js')),
      buildExtractor(folder),
    ]);
    return await runProgram([join(folder, 'main.js'), ...args]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {readonly string[]} args of Node
 * @returns {Promise<string>} what it prints; rejects when it fails
 */
function runProgram(args) {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    program.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
    program.once('error', reject);
    program.once('exit', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${printed}\nA file was not survived.`)),
    );
  });
}

if (isMain(import.meta.url)) {
  try {
    process.stdout.write(await runFuzz(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
