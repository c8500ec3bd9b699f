import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { compileSchemas } from './compileSchemas.mjs';
import { isMain } from './lib/isMain.mjs';
import { root } from './lib/paths.mjs';

/** What an extension folder holds besides its bundles. */
const EXTENSION_FILES = ['package.json', 'package.nls.json', 'data', 'media'];

/** For bundles that run in the oldest Node that is supported. */
const NODE = { platform: /** @type {const} */ ('node'), target: 'node20' };

/** For bundles that run in the worker of a browser. */
const WEB = {
  platform: /** @type {const} */ ('browser'),
  conditions: ['worker', 'browser'],
  target: 'es2022',
};

/**
 * PDF.js asks what system it draws on, which does not matter to a text. VS Code's extension host
 * throws at whoever asks, and must not be given a global that other extensions would see.
 */
const NO_NAVIGATOR = {
  banner: { js: 'var noNavigator = { platform: "", userAgent: "" };' },
  define: { navigator: 'noNavigator', 'globalThis.navigator': 'noNavigator' },
};

/**
 * Bundles by esbuild, which prints what it does not like. Warnings are errors, too: a bundle that is
 * only nearly right is found by a user.
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(options) {
  const { warnings } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    ...options,
  });
  if (warnings.length > 0) {
    throw new Error(`esbuild has ${warnings.length} warnings.`);
  }
}

/**
 * Bundles the extension twice, for Node and for the web worker of a browser. What the worker lacks,
 * such as Node's own modules, fails the second bundle. What reads sources is large and serves both.
 * @param {string} outdir
 * @param {{ production?: boolean, entry?: string }} [options] `entry`: a file that wraps the extension
 */
export async function buildExtension(
  outdir,
  { production = false, entry = 'src/extension.ts' } = {},
) {
  await compileSchemas();
  const options = {
    entryPoints: [entry],
    external: ['vscode'],
    minify: production,
    sourcemap: !production,
  };
  await Promise.all([
    buildPdfViewer(join(outdir, 'pdf'), { production }),
    // A module that the page of a notebook imports.
    bundle({
      entryPoints: ['src/notebook/main.ts'],
      outfile: join(outdir, 'notebook.js'),
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      loader: { '.css': 'text' },
      minify: production,
    }),
    buildExtractor(outdir, { minify: production, sourcemap: !production }),
    bundle({ ...options, ...NODE, outfile: join(outdir, 'extension.js') }),
    bundle({
      ...options,
      ...WEB,
      outfile: join(outdir, 'web', 'extension.js'),
    }),
  ]);
}

/**
 * Bundles what reads sources, `extractor.js`, and what watches it in a process of its own,
 * `memoryWatch.js`. The first runs in Node as well as in a browser.
 * @param {string} outdir
 * @param {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap'>} [options]
 */
export async function buildExtractor(outdir, options = {}) {
  await Promise.all([
    bundle({
      ...WEB,
      ...NO_NAVIGATOR,
      // Exports become those of a module that whoever loads it provides, in a browser, too.
      format: 'cjs',
      entryPoints: ['src/worker/extractor.ts'],
      outfile: join(outdir, 'extractor.js'),
      ...options,
    }),
    bundle({
      ...NODE,
      entryPoints: ['src/worker/memoryWatch.ts'],
      outfile: join(outdir, 'memoryWatch.js'),
      ...options,
    }),
  ]);
}

/** What PDF.js reads besides its code: for texts in Chinese, Japanese and Korean, fonts, pictures. */
const PDF_ASSETS = ['cmaps', 'standard_fonts', 'wasm'];

/**
 * Bundles the page that shows PDFs, with the worker that reads them. It runs in a browser and is
 * the same for both bundles of the extension.
 * @param {string} outdir
 * @param {{ production?: boolean }} options
 */
async function buildPdfViewer(outdir, { production = false }) {
  const pdfjs = join(root, 'node_modules', 'pdfjs-dist');
  await Promise.all([
    bundle({
      entryPoints: [
        { in: 'src/viewer/main.ts', out: 'viewer' },
        { in: 'src/viewer/viewer.css', out: 'viewer' },
        { in: join(pdfjs, 'legacy/build/pdf.worker.min.mjs'), out: 'worker' },
      ],
      outdir,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      minify: production,
    }),
    ...PDF_ASSETS.map((name) => cp(join(pdfjs, name), join(outdir, name), { recursive: true })),
  ]);
}

/**
 * Bundles a program of the project for plain Node, such as the query door.
 * @param {string} entry relative to the project
 * @param {string} outfile
 */
export async function buildProgram(entry, outfile) {
  await compileSchemas();
  // Renamed into its place: another run may be reading it.
  const partial = `${outfile}.${process.pid}`;
  await bundle({ ...NODE, entryPoints: [entry], outfile: partial });
  await rename(partial, outfile);
}

/**
 * Bundles the query door, which asks the core without an editor, to `dist/query.js`; what reads
 * documents for it lies in `dist/query`.
 */
export async function buildQuery() {
  const dist = join(root, 'dist');
  const folder = join(dist, 'query');
  const partial = `${folder}.${process.pid}`;
  await buildExtractor(partial);
  // Renamed into their places: another run may be reading them.
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(partial)) {
    await rename(join(partial, name), join(folder, name));
  }
  await rm(partial, { recursive: true });
  await buildProgram('scripts/query/main.ts', join(dist, 'query.js'));
}

/**
 * Bundles what runs inside an extension host: `index.js`, which exports `run`, and each test file
 * by itself. Mocha stays outside: `outdir` must lie within the project, so that it is found there.
 * @param {string} outdir
 * @param {string} index relative to the project
 * @param {readonly string[]} [files] relative to the project
 */
export async function buildSuite(outdir, index, files = []) {
  await bundle({
    ...NODE,
    entryPoints: [
      { in: index, out: 'index' },
      ...files.map((file) => ({ in: file, out: parse(file).name })),
    ],
    outdir,
    external: ['vscode', 'mocha'],
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
  try {
    await buildExtension(dist, values);
    await buildQuery();
  } catch (error) {
    // esbuild has already said what it did not like.
    if (!(error instanceof Error && 'errors' in error)) {
      throw error;
    }
    process.exitCode = 1;
  }
}
