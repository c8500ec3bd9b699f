import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { compileSchemas } from './compileSchemas.mjs';
import { isMain } from './lib/isMain.mjs';
import { root } from './lib/paths.mjs';

/** What an extension folder holds besides its bundles. */
const EXTENSION_FILES = ['package.json', 'package.nls.json', 'data', 'media'];

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  logLevel: 'warning',
  // Warnings are errors: a bundle that is only nearly right is found by a user.
  logOverride: { 'direct-eval': 'error', 'empty-import-meta': 'error' },
};

/**
 * Bundles the extension twice, for Node and for the web worker of a browser. What the worker lacks,
 * such as Node's own modules, fails the second bundle.
 * @param {string} outdir
 * @param {{ production?: boolean, entry?: string }} [options] `entry`: a file that wraps the extension
 */
export async function buildExtension(
  outdir,
  { production = false, entry = 'src/extension.ts' } = {},
) {
  await compileSchemas();
  /** @type {import('esbuild').BuildOptions} */
  const options = {
    ...common,
    entryPoints: [entry],
    external: ['vscode'],
    minify: production,
    sourcemap: !production,
  };
  await Promise.all([
    build({
      ...options,
      outfile: join(outdir, 'extension.js'),
      platform: 'node',
      target: 'node20',
    }),
    build({
      ...options,
      outfile: join(outdir, 'web', 'extension.js'),
      platform: 'browser',
      conditions: ['worker', 'browser'],
      target: 'es2022',
    }),
  ]);
}

/**
 * Bundles the query door, which asks the core without an editor.
 * @param {string} outfile
 */
export async function buildQuery(outfile) {
  await compileSchemas();
  // Renamed into its place: another run may be reading it.
  const partial = `${outfile}.${process.pid}`;
  await build({
    ...common,
    entryPoints: ['scripts/query/main.ts'],
    outfile: partial,
    platform: 'node',
    target: 'node20',
  });
  await rename(partial, outfile);
}

/**
 * Bundles tests that run inside VS Code, each file by itself, beside the runner that finds them.
 * Mocha stays outside: `outdir` must lie within the project, so that it is found from there.
 * @param {string} outdir
 * @param {readonly string[]} files relative to the project
 */
export async function buildHostTests(outdir, files) {
  await build({
    ...common,
    entryPoints: ['test/integration/index.ts', ...files],
    entryNames: '[name]',
    outdir,
    external: ['vscode', 'mocha'],
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
  });
}

/**
 * Makes a folder that VS Code can load as an extension under development. Runs at the same time
 * have one each, so that none sees another's half-written bundle.
 * @param {string} folder
 * @param {Parameters<typeof buildExtension>[1]} options
 */
export async function stageExtension(folder, options) {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    buildExtension(join(folder, 'dist'), options),
    ...EXTENSION_FILES.map((name) => cp(join(root, name), join(folder, name), { recursive: true })),
  ]);
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { production: { type: 'boolean', default: false } } });
  const dist = join(root, 'dist');
  await rm(dist, { recursive: true, force: true });
  await Promise.all([buildExtension(dist, values), buildQuery(join(dist, 'query.js'))]).catch(
    (error) => {
      // esbuild has already said what it did not like.
      if (!('errors' in error)) {
        throw error;
      }
      process.exitCode = 1;
    },
  );
}
