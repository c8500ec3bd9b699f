import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { compilePacks } from './compilePacks.mjs';
import { compileSchemas } from './compileSchemas.mjs';
import { runFuzz } from './fuzz.mjs';
import { runHostTests } from './lib/integration.mjs';
import { runBundledMocha, runMocha } from './lib/mocha.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';
import { packageExtension } from './lib/vsix.mjs';

const HELP = `npm test -- [step ...] [file.test.ts ...]

Runs the steps named, or those that the files belong to, or all of them:
format, lint, types, unit, growth, hostile, integration, package, e2e.`;

/** @typedef {import('./lib/mocha.mjs').Counts} Counts */
/** @typedef {Record<string, (files: readonly string[]) => Promise<Counts>>} Row */

/**
 * What is done by itself, as it waits for events that a busy machine holds up, and then two rows
 * beside each other, on a processor each. A step resolves to its counts and rejects, or counts
 * failures, when something is wrong.
 * @type {[Row, Row, Row]}
 */
const [ALONE, ...ROWS] = [
  {
    integration: (files) => runHostTests(files),
  },
  {
    package: () => check(packageExtension().then((file) => void (vsix = file))),
    e2e: (files) =>
      runMocha(['--config', 'test/e2e/.mocharc.json', ...files], { IP4_DESK_VSIX: vsix }),
  },
  {
    format: () => check(runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
    lint: () => check(lint()),
    types: () => check(checkTypes()),
    unit: (files) => runMocha(files),
    // Measures the processor time of its own process; `npm run fuzz -- --growth` looks further.
    growth: (files) => runBundledMocha(files),
    // Enough to notice what has broken; `npm run fuzz -- --files 2000` looks further.
    hostile: () => check(runFuzz(['--files', '100']).then(() => undefined)),
  },
];

/** The package that the step of that name has made. */
let vsix = '';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});
const files = positionals.filter((word) => word.endsWith('.test.ts')).map(toProjectPath);
const named = positionals.filter((word) => !word.endsWith('.test.ts'));
const unknown = named.filter((word) => ![ALONE, ...ROWS].some((row) => Object.hasOwn(row, word)));
if (values.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `No such step: ${unknown.join(', ')}\n\n${HELP}` : HELP);
  process.exit(values.help ? 0 : 2);
}

await compileSchemas();
await compilePacks();
const total = { passed: 0, failed: 0 };
const wanted = [...named, ...files.map(stepOf)];
await runRow(ALONE);
await Promise.all(ROWS.map(runRow));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** @param {Row} row */
async function runRow(row) {
  for (const [name, runTests] of Object.entries(row)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      const { passed, failed } = await runStep(name, runTests);
      total.passed += passed;
      total.failed += failed;
    }
  }
}

/**
 * @param {string} name
 * @param {(files: readonly string[]) => Promise<Counts>} runTests
 * @returns {Promise<Counts>} never rejects
 */
async function runStep(name, runTests) {
  const started = Date.now();
  console.log(`${name} …`);
  /** @type {Counts} */
  let counts;
  try {
    counts = await runTests(await filesOf(name));
    if (counts.passed + counts.failed === 0) {
      throw new Error('No test was run.');
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1 };
  }
  const { passed, failed } = counts;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${name}: ${failed === 0 ? 'ok' : 'FAILED'}, ${passed} passed, ${failed} failed (${seconds} s)`,
  );
  return counts;
}

/**
 * The test files that a step runs: those that were named, or all of its folder.
 * @param {string} step
 */
async function filesOf(step) {
  const chosen = files.filter((file) => stepOf(file) === step);
  if (chosen.length > 0) {
    return chosen;
  }
  const folder = join(root, 'test', step);
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return found
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => toProjectPath(join(folder, name)))
    .sort();
}

/**
 * `test/<step>/…` names the step that a file belongs to.
 * @param {string} file
 */
function stepOf(file) {
  return file.split('/')[1] ?? '';
}

/** @param {string} path */
function toProjectPath(path) {
  return relative(root, resolve(path)).split(sep).join('/');
}

/**
 * Counts a step without tests of its own as one check.
 * @param {Promise<void>} step
 * @returns {Promise<Counts>}
 */
async function check(step) {
  await step;
  return { passed: 1, failed: 0 };
}

/** The rules of the code, and that nothing is exported or kept that nobody uses. */
async function lint() {
  await runTool('eslint', ['.']);
  await runTool('knip', [
    ...['--config', 'scripts/lint/knip.json', '--no-progress'],
    ...['--include', 'exports,types,files'],
  ]);
}

async function checkTypes() {
  for (const project of ['.', 'src', 'src/core', 'src/viewer', 'src/notebook']) {
    await runTool('typescript', ['--project', project], { command: 'tsc' });
  }
}
