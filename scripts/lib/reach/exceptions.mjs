/**
 * Something that a bundle may reach for, although most must not.
 * @typedef {object} Exception
 * @property {string} bundle the file below `dist/`
 * @property {string} name as `findReaches` gives it
 * @property {string} reason
 * @property {number} [uses] how often the bundle that ships does so, where another use would be
 *   something new to be looked at
 */

const WORKERS_BESIDE =
  'What reads documents, and what parses long texts, are bundles of ours. On the web they are read as files, and started from a blob.';
const OWN_BUNDLE =
  'Makes the contents of a shard without a worker where none starts, by the bundle of ours that a worker runs.';
const THREADS =
  'Node has workers by its module alone; asked for by its own door, as there is none on the web.';
const FORKED =
  'The extractor is forked, with limits of time and memory: the one process that we start.';
const FILES =
  'Marks what is being read, and writes last words, at once: a process that ends in between must not lose them. Asks where links lead.';
const PATHS = 'Where links lead is put together as the system puts paths together.';
const EDITOR = 'The interface of the editor.';
const PAPAPARSE =
  'papaparse asks whether there are workers and pages. It is given text, and asked for no worker.';
const CORE_JS = 'core-js asks what the platform lacks, to add it.';
const CORE_JS_NODE =
  'core-js asks Node for modules where it finds itself in Node. These bundles run in pages.';

/**
 * Every exception there is. What a row allows is left as it is when bundles are made; everything else
 * throws. A test fails on what ships and is not in here, and on rows that nothing needs.
 * @type {readonly Exception[]}
 */
export const EXCEPTIONS = [
  // The extension in Node.
  { bundle: 'extension.js', name: 'module:vscode', reason: EDITOR },
  {
    bundle: 'extension.js',
    name: 'module:buffer',
    reason: 'yaml reads and writes base64 by it. It reaches nothing.',
  },
  {
    bundle: 'extension.js',
    name: 'module:process',
    reason: 'yaml emits its warnings by it, and looks at its environment for a switch.',
  },
  {
    bundle: 'extension.js',
    name: "getBuiltinModule('node:worker_threads')",
    reason: THREADS,
    uses: 1,
  },
  {
    bundle: 'extension.js',
    name: "getBuiltinModule('node:child_process')",
    reason: FORKED,
    uses: 1,
  },
  { bundle: 'extension.js', name: "getBuiltinModule('node:fs')", reason: FILES, uses: 1 },
  { bundle: 'extension.js', name: "getBuiltinModule('node:path')", reason: PATHS, uses: 1 },
  { bundle: 'extension.js', name: 'Worker', reason: WORKERS_BESIDE, uses: 2 },
  { bundle: 'extension.js', name: 'import(…)', reason: OWN_BUNDLE, uses: 1 },
  { bundle: 'extension.js', name: 'the global object', reason: PAPAPARSE, uses: 2 },

  // The extension in a browser.
  { bundle: 'web/extension.js', name: 'module:vscode', reason: EDITOR },
  {
    bundle: 'web/extension.js',
    name: "getBuiltinModule('node:worker_threads')",
    reason: THREADS,
    uses: 1,
  },
  {
    bundle: 'web/extension.js',
    name: "getBuiltinModule('node:child_process')",
    reason: FORKED,
    uses: 1,
  },
  { bundle: 'web/extension.js', name: "getBuiltinModule('node:fs')", reason: FILES, uses: 1 },
  { bundle: 'web/extension.js', name: "getBuiltinModule('node:path')", reason: PATHS, uses: 1 },
  { bundle: 'web/extension.js', name: 'Worker', reason: WORKERS_BESIDE, uses: 2 },
  { bundle: 'web/extension.js', name: 'import(…)', reason: OWN_BUNDLE, uses: 1 },
  { bundle: 'web/extension.js', name: 'the global object', reason: PAPAPARSE, uses: 2 },

  // What reads documents, in a worker of either.
  {
    bundle: 'extractor.js',
    name: "getBuiltinModule('node:worker_threads')",
    reason: THREADS,
    uses: 1,
  },
  {
    bundle: 'extractor.js',
    name: 'require(…)',
    reason:
      'JSZip brings its parts and a small loader for them, which would ask others for a part that it lacks.',
    uses: 2,
  },
  {
    bundle: 'extractor.js',
    name: 'the global object',
    reason:
      'JSZip and underscore look for a place to put their names (14); PDF.js listens for messages of a ' +
      'page (1) and for the canvas that somebody may have brought (1), our worker for errors (1).',
    uses: 17,
  },

  // What ends the process that reads documents when it takes too much memory.
  {
    bundle: 'memoryWatch.js',
    name: "getBuiltinModule('node:worker_threads')",
    reason: THREADS,
    uses: 1,
  },
  { bundle: 'memoryWatch.js', name: "getBuiltinModule('node:fs')", reason: FILES, uses: 1 },

  // What parses long texts, in a worker of either.
  {
    bundle: 'parser.js',
    name: "getBuiltinModule('node:worker_threads')",
    reason: THREADS,
    uses: 1,
  },
  {
    bundle: 'parser.js',
    name: 'the global object',
    reason: `${PAPAPARSE} (2) Our worker listens for messages (1).`,
    uses: 3,
  },

  // The page that shows PDFs, and its worker. Its content security policy holds besides.
  {
    bundle: 'pdf/viewer.js',
    name: 'fetch',
    reason:
      'The page reads its worker, character maps, fonts and decoders, which are files of ours. Its ' +
      'policy lets it reach their folder alone.',
  },
  {
    bundle: 'pdf/viewer.js',
    name: 'Worker',
    reason:
      'The page starts its worker (1). PDF.js would if it were given none (1), and looks at ours (1).',
    uses: 3,
  },
  {
    bundle: 'pdf/viewer.js',
    name: 'import(…)',
    reason:
      'PDF.js would load its worker into the page if it were given none (1), and what runs scripts of ' +
      'files if it were asked to run any (1). The policy forbids both.',
    uses: 2,
  },
  {
    bundle: 'pdf/viewer.js',
    name: 'getBuiltinModule(…)',
    reason: `${CORE_JS_NODE} PDF.js and its viewer have one each.`,
    uses: 2,
  },
  {
    bundle: 'pdf/viewer.js',
    name: 'the global object',
    reason: `${CORE_JS} PDF.js and its viewer have one each (8). The viewer listens to the page (2).`,
    uses: 10,
  },
  {
    bundle: 'pdf/worker.js',
    name: 'import(…)',
    reason:
      'PDF.js would load a decoder where there is no WebAssembly. It is not in the package, and the ' +
      'policy forbids it.',
    uses: 1,
  },
  {
    bundle: 'pdf/worker.js',
    name: 'getBuiltinModule(…)',
    reason: CORE_JS_NODE,
    uses: 1,
  },
  {
    bundle: 'pdf/worker.js',
    name: 'the global object',
    reason: `${CORE_JS} PDF.js listens for messages of its page (1).`,
    uses: 5,
  },
];
