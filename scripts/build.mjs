import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join, parse, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { compilePacks } from './compilePacks.mjs';
import { compileSchemas } from './compileSchemas.mjs';
import { isMain } from './lib/isMain.mjs';
import { commonJsParts, oneVscode } from './lib/parts.mjs';
import { MODULE_FORMS } from './lib/moduleForms.mjs';
import { root } from './lib/paths.mjs';
import { cutFunctions } from './lib/reach/cutFunctions.mjs';
import { denyReaches } from './lib/reach/denyReaches.mjs';

/** What an extension folder holds besides its bundles. */
const EXTENSION_FILES = ['package.json', 'package.nls.json', 'data', 'media', 'samples'];

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

/** PDF.js takes what Node has where there is a `process`; it is given bytes and needs nothing. */
const NO_PROCESS = { process: 'undefined' };

/**
 * Bundles by esbuild, which prints what it does not like. Warnings are errors, too: a bundle that is
 * only nearly right is found by a user.
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(options) {
  const { metafile, warnings } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    ...options,
    alias: MODULE_FORMS,
    // VS Code leaves an AMD loader's `define` behind when it first decodes a file, to which libraries
    // that are loaded later would give themselves.
    define: { define: 'undefined', ...options.define },
  });
  if (warnings.length > 0) {
    throw new Error(`esbuild has ${warnings.length} warnings.`);
  }
  return metafile;
}

/**
 * Bundles something that ships: it reaches for nothing that the table of exceptions does not name.
 * @param {string} outdir what is `dist/` in the extension
 * @param {string} file the bundle, relative to it
 * @param {Omit<import('esbuild').BuildOptions, 'entryPoints'> & { entryPoints: readonly string[] }} options
 * @returns {Promise<import('esbuild').Metafile>} what the bundle is made of
 */
async function bundleShipped(outdir, file, options) {
  const { entryPoints, plugins = [], ...rest } = options;
  const { dir, name } = parse(file);
  const metafile = await bundle({
    ...rest,
    entryPoints: entryPoints.map((entry) => ({ in: entry, out: name })),
    outdir: join(outdir, dir),
    metafile: true,
    plugins: [denyReaches(file), cutFunctions, ...plugins],
  });
  if (metafile === undefined) {
    throw new Error(`esbuild does not tell what ${file} is made of.`);
  }
  return metafile;
}

/**
 * Bundles the extension twice, for Node and for the web worker of a browser. What the worker lacks,
 * such as Node's own modules, fails the second bundle. What reads sources is large and serves both.
 * For Node, what `import()` loads is a file of its own below `parts/`.
 * @param {string} outdir
 * @param {{ production?: boolean, entry?: string }} [options] `entry`: a file that wraps the extension
 * @returns {Promise<import('esbuild').Metafile[]>} what all of it is made of
 */
export async function buildExtension(
  outdir,
  { production = false, entry = 'src/extension.ts' } = {},
) {
  const generated = [await compileSchemas()];
  await compilePacks();
  const options = {
    entryPoints: [entry],
    minify: production,
    sourcemap: !production,
  };
  const metafiles = await Promise.all([
    ...bundlePdfViewer(outdir, { production }),
    // A module that the page of a notebook imports.
    bundleShipped(outdir, 'notebook.js', {
      entryPoints: ['src/notebook/main.ts'],
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      loader: { '.css': 'text' },
      minify: production,
    }),
    buildExtractor(outdir, { minify: production, sourcemap: !production }),
    bundleShipped(outdir, 'parser.js', {
      ...WEB,
      entryPoints: ['src/worker/parser.ts'],
      minify: production,
      sourcemap: !production,
    }),
    bundleShipped(outdir, 'extension.js', {
      ...options,
      ...NODE,
      plugins: [oneVscode, commonJsParts],
    }),
    // An extension host in a browser loads one file: what is needed late is in it and runs late.
    bundleShipped(outdir, 'web/extension.js', { ...options, ...WEB, plugins: [oneVscode] }),
  ]);
  await copyPdfAssets(outdir, DRAWING_ASSETS);
  return [...metafiles, ...generated].flat();
}

/**
 * Bundles what reads sources, `extractor.js`, and what watches it in a process of its own,
 * `memoryWatch.js`. The first runs in Node as well as in a browser. What it asks for besides lies
 * in `pdf/cmaps/`.
 * @param {string} outdir
 * @param {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap'>} [options]
 * @returns {Promise<import('esbuild').Metafile[]>} what they are made of
 */
export async function buildExtractor(outdir, options = {}) {
  // For texts in Chinese, Japanese and Korean; the page that shows PDFs reads the same files.
  await copyPdfAssets(outdir, ['cmaps']);
  return Promise.all([
    bundleShipped(outdir, 'extractor.js', {
      ...WEB,
      banner: NO_NAVIGATOR.banner,
      define: { ...NO_NAVIGATOR.define, ...NO_PROCESS },
      // Exports become those of a module that whoever loads it provides, in a browser, too.
      format: 'cjs',
      entryPoints: ['src/worker/extractor.ts'],
      ...options,
    }),
    bundleShipped(outdir, 'memoryWatch.js', {
      ...NODE,
      entryPoints: ['src/worker/memoryWatch.ts'],
      ...options,
    }),
  ]);
}

/** The folder of PDF.js. */
const PDFJS = join(root, 'node_modules', 'pdfjs-dist');

/** What PDF.js draws with, besides its code: fonts, and decoders of pictures. */
const DRAWING_ASSETS = ['standard_fonts', 'wasm'];

/** For where there is no WebAssembly, which is everywhere; the page may not load more code anyway. */
const NO_WASM = 'openjpeg_nowasm_fallback.js';

/**
 * Character maps that are not among those that a PDF may name (ISO 32000-2, table 116), and that no
 * other builds on: nearly a tenth of the package.
 */
const UNNAMED_MAP = /-UTF(?:8|32)-[HV]\.bcmap$/;

/**
 * Copies files that PDF.js comes with to `pdf/`.
 * @param {string} outdir
 * @param {readonly string[]} names of their folders
 */
async function copyPdfAssets(outdir, names) {
  for (const name of names) {
    await cp(join(PDFJS, name), join(outdir, 'pdf', name), {
      recursive: true,
      filter: (file) => basename(file) !== NO_WASM && !UNNAMED_MAP.test(file),
    });
  }
}

/**
 * Bundles the page that shows PDFs, and the worker that reads them. They run in a browser and are
 * the same for both bundles of the extension.
 * @param {string} outdir
 * @param {{ production?: boolean }} options
 */
function bundlePdfViewer(outdir, { production = false }) {
  const options = {
    define: NO_PROCESS,
    format: /** @type {const} */ ('iife'),
    platform: /** @type {const} */ ('browser'),
    target: 'es2022',
    minify: production,
  };
  return [
    bundleShipped(outdir, 'pdf/viewer.js', { ...options, entryPoints: ['src/viewer/main.ts'] }),
    bundleShipped(outdir, 'pdf/viewer.css', { ...options, entryPoints: ['src/viewer/viewer.css'] }),
    bundleShipped(outdir, 'pdf/worker.js', {
      ...options,
      entryPoints: [join(PDFJS, 'legacy/build/pdf.worker.min.mjs')],
    }),
  ];
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
  for (const entry of await readdir(partial, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const place = join(folder, relative(partial, entry.parentPath));
      await mkdir(place, { recursive: true });
      await rename(join(entry.parentPath, entry.name), join(place, entry.name));
    }
  }
  await rm(partial, { recursive: true });
  await buildProgram('src/cli/main.ts', join(dist, 'query.js'));
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
 * @returns {Promise<import('esbuild').Metafile[]>} what its bundles are made of
 */
export async function stageExtension(folder, options) {
  await mkdir(folder, { recursive: true });
  const [metafiles] = await Promise.all([
    buildExtension(join(folder, 'dist'), options),
    ...EXTENSION_FILES.map((name) => cp(join(root, name), join(folder, name), { recursive: true })),
  ]);
  return metafiles;
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
