import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  buildExtension,
  buildExtractor,
  buildProgram,
  buildSuite,
  stageExtension,
} from './build.mjs';
import { createHostRun, runInExtensionHost } from './lib/extensionHost.mjs';
import { PARTS_FOLDER } from './lib/parts.mjs';
import { layoutReport } from './lib/layoutReport.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { quantile } from './lib/quantile.mjs';
import { findStartSet } from './lib/startSet.mjs';
import { packageExtension } from './lib/vsix.mjs';

const HELP = `npm run bench -- [part ...] [--corpus FILE --queries FILE] [--folder DIR] [--json]

Measures the parts named, or all of them, and prints tables. Asserts nothing.

  terms     the matching of terms in notes, ours and other matchers; half a minute
  search    the search of packs; then passages, against other engines: some minutes for the
            13,000 passages made of an npm package; half an hour for a hundred thousand
  scale     an index that grows to 250,000 passages in 1,000 documents; five minutes, and only when
            named
  large     a library in a real VS Code that grows to as many; ten minutes, and only when named
  evidence  the evidence for a sentence among 100,000 passages, a smaller corpus gone through again
            until there are as many; a minute
  quotes    the checking of quotations, by alterations made from a seed; a minute, with a hundred
            thousand passages two
  tags      the tagging of a hundred thousand passages, and what is asked of their tags; a minute
  extract   the reading of documents; half a minute
  export    a brief of 20 pages as a Word and as an HTML file; some seconds
  layout    the reading order of the PDF files of a folder, against pdftotext (poppler-utils): how
            many sentences are read whole and on their page; by itself, with --folder
  host      the extension in a real VS Code, with a library of 50,000 passages; some minutes
  notes     notes of 2 MB in a real VS Code, in four markup languages; two minutes
  glossary  the extension in a real VS Code, with a glossary of 50,000 terms; a minute
  typing    what the extension host spends on a key in a note of 1 MB with every feature on, with
            and without the extension; two minutes
  start     the start of the extension in a real VS Code, ten times; two minutes
  pages     what is found of web pages, with the evaluation set of trafilatura: its folder \`tests\`
            is --folder; half a minute, and only when named
  sizes     of the package and of the bundles; half a minute

  --corpus FILE, --queries FILE   other passages to search; see npm run query -- --help;
                                  the first is enough for quotes, evidence and tags
  --folder DIR                    the files for pages or layout, those in folders below included
  --json                          JSON instead of tables
`;

/** How many fresh extension hosts the start is measured in. */
const STARTS = 10;

/** @typedef {import('../test/bench/measurement').Measurement} Measurement */
/** @typedef {import('../test/bench/contender').ContenderRow} ContenderRow */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    corpus: { type: 'string' },
    queries: { type: 'string' },
    folder: { type: 'string' },
  },
});

/** @type {Record<string, () => Promise<readonly Measurement[]>>} */
const PARTS = {
  host: async () => [
    ...(await measureHost('test/bench/hostTree.ts')),
    ...(await measureHost('test/bench/hostHover.ts')),
    ...(await measureHost('test/bench/hostLibrary.ts')),
  ],
  // Long notes in a live editor.
  notes: () => measureHost('test/bench/hostNotes.ts'),
  glossary: () => measureHost('test/bench/hostGlossary.ts', addLargeGlossary),
  typing: measureTyping,
  start: measureStarts,
  terms: () => measureInNode('core', ['terms']),
  search: async () => [...(await measureInNode('core', ['search'])), ...(await measureEngines())],
  scale: measureScale,
  large: () => measureHost('test/bench/hostScale.ts'),
  evidence: () => measureOverCorpus('evidence'),
  quotes: () => measureOverCorpus('quotes'),
  tags: () =>
    inNode(async (run, folder) => {
      const { corpus } = await corpusIn(folder, run);
      await buildExtractor(folder);
      return JSON.parse(await run('tags', [corpus, folder]));
    }),
  extract: () =>
    inNode(async (run, folder) => {
      await buildExtractor(folder);
      return JSON.parse(await run('extract'));
    }),
  export: () => measureInNode('export', []),
  sizes: measureSizes,
  pages: () => measureInNode('pages', [values.folder ?? '.']),
};

/** Parts that need a folder of other people's files. */
const WITH_FOLDER = ['pages'];
const WHEN_NAMED = [...WITH_FOLDER, 'scale', 'large'];

const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name) && name !== 'layout');
const isLayout = positionals.includes('layout');
const lacksQueries = values.corpus !== undefined && values.queries === undefined;
const isSearch =
  positionals.length === 0 || positionals.includes('search') || positionals.includes('scale');
if (
  values.help ||
  unknown.length > 0 ||
  (values.queries && !values.corpus) ||
  (values.folder === undefined &&
    (isLayout || positionals.some((name) => WITH_FOLDER.includes(name)))) ||
  (isLayout && positionals.length > 1) ||
  (isSearch && lacksQueries)
) {
  console.error(HELP);
  process.exit(values.help ? 0 : 2);
}
if (isLayout) {
  await reportLayout(resolve(values.folder ?? '.'));
} else {
  await reportMeasurements();
}

/** Prints what the parts measure. */
async function reportMeasurements() {
  /** @type {Measurement[]} */
  const measurements = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (positionals.length === 0 ? !WHEN_NAMED.includes(name) : positionals.includes(name)) {
      console.error(`Measuring ${name} …`);
      const found = await measure();
      measurements.push(...found);
      if (!values.json) {
        console.log(table(found));
      }
    }
  }
  if (values.json) {
    console.log(JSON.stringify(measurements, undefined, 2));
  }
}

/**
 * Runs a suite in fresh extension hosts, one after the other.
 * @param {string} suite
 * @param {number} times
 * @param {{ fill?: (workspace: string) => Promise<void>, entry?: string }} [options] what puts more into
 *   the folder that is opened, and what the editor activates
 * @returns {Promise<Measurement[][]>}
 */
async function measureInHosts(suite, times, { fill, entry = 'test/bench/timedExtension.ts' } = {}) {
  const run = await createHostRun();
  await fill?.(run.workspace);
  const timed = 'dist/timed';
  await Promise.all([
    stageExtension(run.extension, { production: true }),
    buildSuite(join(run.extension, timed), entry),
    buildSuite(run.suite, suite),
  ]);
  const manifest = join(run.extension, 'package.json');
  const fields = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...fields, main: `./${timed}/index.js` }));
  const results = [];
  for (let time = 0; time < times; time++) {
    results.push(JSON.parse(await runInExtensionHost(run)));
    console.error(`  ${suite}: ${time + 1} of ${times}`);
    await rm(join(run.suite, 'results.json'));
  }
  await rm(run.folder, { recursive: true });
  return results;
}

/**
 * @param {string} suite
 * @param {(workspace: string) => Promise<void>} [fill] puts more into the folder that is opened
 * @returns {Promise<Measurement[]>}
 */
async function measureHost(suite, fill) {
  return (await measureInHosts(suite, 1, { ...(fill && { fill }) })).flat();
}

/**
 * Puts a glossary of 50,000 terms into a folder, 5.4 MB.
 * @param {string} workspace
 */
async function addLargeGlossary(workspace) {
  const terms = Array.from(
    { length: 50_000 },
    (_, number) =>
      `      - name: mooring ${number}\n        definition: A place at the quay where boat ${number} lies.\n` +
      `        aliases: [berth of boat ${number}]\n`,
  );
  const text = `contexts:\n  - name: Moorings\n    terms:\n${terms.join('')}`;
  await writeFile(join(workspace, 'large.glossary.yml'), text);
}

/**
 * What a key costs beyond what the editor spends by itself.
 * @returns {Promise<Measurement[]>}
 */
async function measureTyping() {
  const suite = 'test/bench/hostTyping.ts';
  const ours = (await measureInHosts(suite, 1)).flat();
  const none = (await measureInHosts(suite, 1, { entry: 'test/bench/noExtension.ts' })).flat();
  return ours.flatMap(({ name, value, unit }, figure) => {
    const without = none[figure]?.value ?? NaN;
    return [
      { name: `${name}: processor time`, value, unit },
      { name: `${name}: without the extension`, value: without, unit },
      { name: `${name}: of the extension`, value: value - without, unit },
    ];
  });
}

/** @returns {Promise<Measurement[]>} */
async function measureStarts() {
  const starts = await measureInHosts('test/bench/hostStart.ts', STARTS);
  return (starts[0] ?? []).flatMap(({ name, unit }, figure) => {
    const values = starts.map((start) => start[figure]?.value ?? NaN);
    return Object.entries({ median: 0.5, least: 0, most: 1 }).map(([which, share]) => ({
      name: `${name}, ${which}`,
      value: quantile(values, share),
      unit,
    }));
  });
}

/**
 * Runs programs of `test/bench` in Node, each in a process of its own.
 * @template T
 * @param {(run: (name: string, args?: readonly string[]) => Promise<string>, folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inNode(work) {
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'bench-'));
  try {
    return await work(async (name, args = []) => {
      const program = join(folder, `${name}.cjs`);
      await buildProgram(`test/bench/${name}.ts`, program);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--expose-gc', program, ...args],
        { cwd: root, maxBuffer: Infinity },
      );
      return stdout;
    }, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} [args]
 * @returns {Promise<Measurement[]>}
 */
async function measureInNode(name, args) {
  return JSON.parse(await inNode((run) => run(name, args)));
}

/**
 * Prints how well the PDF files of a folder are read.
 * @param {string} folder
 */
async function reportLayout(folder) {
  console.error('Measuring layout …');
  try {
    const rows = await inNode(async (run, programs) => {
      await buildExtractor(programs);
      return JSON.parse(await run('layout', [folder]));
    });
    console.log(values.json ? JSON.stringify(rows, undefined, 2) : layoutReport(rows));
  } catch (error) {
    const { stderr = '' } = /** @type {{ stderr?: string }} */ (error);
    console.error(stderr === '' ? error : stderr.trim());
    process.exitCode = 1;
  }
}

/**
 * @param {string} name of a program that takes a corpus
 * @returns {Promise<Measurement[]>}
 */
async function measureOverCorpus(name) {
  return inNode(async (run, folder) => {
    const { corpus } = await corpusIn(folder, run);
    return JSON.parse(await run(name, [corpus]));
  });
}

/** @returns {Promise<Measurement[]>} */
async function measureScale() {
  return inNode(async (run, folder) => {
    const { corpus, queries } = await corpusIn(folder, run);
    return JSON.parse(await run('scale', [corpus, queries]));
  });
}

/**
 * The corpus that was named, or one that is made.
 * @param {string} folder
 * @param {(name: string, args?: readonly string[]) => Promise<string>} run
 */
async function corpusIn(folder, run) {
  const { corpus, queries = '' } = values;
  if (corpus !== undefined) {
    return { corpus, queries };
  }
  await run('makeCorpus', [join(root, 'node_modules/nlp-corpus/builds'), folder]);
  return { corpus: join(folder, 'corpus.jsonl'), queries: join(folder, 'queries.tsv') };
}

/** Measures search over passages, ours and other engines. */
async function measureEngines() {
  return inNode(async (run, folder) => {
    const { corpus, queries } = await corpusIn(folder, run);
    /** @type {ContenderRow[]} */
    const rows = [];
    for (;;) {
      const row = await run('contender', [String(rows.length), corpus, queries]);
      if (row === '') {
        return engineMeasurements(rows);
      }
      rows.push(JSON.parse(row));
      console.error(`  ${rows.at(-1)?.engine}`);
    }
  });
}

/**
 * @param {readonly ContenderRow[]} rows
 * @returns {Measurement[]}
 */
function engineMeasurements(rows) {
  const [ours, rival] = rows;
  const ofEngines = rows.flatMap((row) => {
    const figure = (/** @type {string} */ what, /** @type {number} */ value, unit = '') => ({
      name: `${row.engine}, ${row.passages.toLocaleString('en')} passages: ${what}`,
      value,
      unit,
    });
    return [
      figure('build', row.buildMs, 'ms'),
      ...(row === ours ? [figure('longest slice of the build', row.longestSlice, 'ms')] : []),
      figure('heap', row.heapMB, 'MB'),
      figure('keystroke, p50', row.keystroke.p50, 'ms'),
      figure('keystroke, p95', row.keystroke.p95, 'ms'),
      ...(row.loadMs === undefined ? [] : [figure('load from storage', row.loadMs, 'ms')]),
      ...(row === ours
        ? [figure('longest slice of the load', row.longestLoadSlice ?? NaN, 'ms')]
        : []),
      figure('recall@1', row.all['recall@1']),
      figure('recall@10', row.all['recall@10']),
      figure('mrr@10', row.all['mrr@10']),
    ];
  });
  if (ours === undefined || rival === undefined) {
    return ofEngines;
  }
  const times = (/** @type {string} */ name, /** @type {number} */ value) => ({
    name: `${ours.engine} against ${rival.engine}: ${name}`,
    value,
    unit: '×',
  });
  return [
    ...ofEngines,
    times('keystrokes faster, p95', rival.keystroke.p95 / ours.keystroke.p95),
    times('heap smaller', rival.heapMB / ours.heapMB),
    times('build faster', rival.buildMs / ours.buildMs),
    { name: 'ours: build over load', value: ours.buildMs / (ours.loadMs ?? NaN), unit: '×' },
  ];
}

/** @returns {Promise<Measurement[]>} */
async function measureSizes() {
  const folder = await mkdtemp(join(cacheFolder, 'bench-'));
  try {
    await buildExtension(folder, { production: true });
    const kilobytes = async (/** @type {string} */ file) => (await stat(file)).size / 1000;
    const parts = (await readdir(join(folder, PARTS_FOLDER))).map((name) =>
      join(PARTS_FOLDER, name),
    );
    const node = await Promise.all(
      ['extension.js', ...parts].map((file) => kilobytes(join(folder, file))),
    );
    return [
      { name: 'size: package', value: await kilobytes(await packageExtension()), unit: 'kB' },
      {
        name: 'size: bundle for Node, with what is loaded late',
        value: node.reduce((sum, size) => sum + size),
        unit: 'kB',
      },
      {
        name: 'size: what is loaded at the start',
        value: (await findStartSet('src/extension.ts')).bytes / 1000,
        unit: 'kB',
      },
      {
        name: 'size: bundle for the web',
        value: await kilobytes(join(folder, 'web', 'extension.js')),
        unit: 'kB',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {readonly Measurement[]} rows */
function table(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, value, unit }) => {
      const number = value.toLocaleString('en', { maximumSignificantDigits: 4 });
      return `${name.padEnd(width)} ${number.padStart(10)} ${unit}`;
    })
    .join('\n');
}
