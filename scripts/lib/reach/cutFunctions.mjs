import { readFile } from 'node:fs/promises';
import { linkParents, parseCode } from './syntax.mjs';

/**
 * Functions of libraries that are never called here and that would reach out of a bundle. They are
 * emptied, since a bundler cannot see that nobody calls them.
 * @type {readonly { file: RegExp, functions: readonly string[] }[]}
 */
const CUTS = [
  {
    // Downloads, streams and workers: it is given text.
    file: /[\\/]papaparse[\\/]papaparse\.js$/,
    functions: [
      'DuplexStreamStreamer',
      'NetworkStreamer',
      'ReadableStreamStreamer',
      'getWorkerBlob',
      'newWorker',
      'workerThreadReceivedMessage',
    ],
  },
];

/** A plugin of esbuild that empties the functions that are never called. */
export const cutFunctions = {
  name: 'cut-functions',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    for (const { file, functions } of CUTS) {
      build.onLoad({ filter: file }, async ({ path }) => ({
        contents: emptied(await readFile(path, 'utf8'), functions),
      }));
    }
  },
};

/**
 * Code in which functions do nothing but throw.
 * @param {string} code
 * @param {readonly string[]} names of functions that are declared in it
 * @throws {Error} when one of them is not, such as after an upgrade of a library
 */
export function emptied(code, names) {
  let text = code;
  const missing = new Set(names);
  const functions = [...linkParents(parseCode(code).program).keys()]
    .filter(({ type }) => type === 'FunctionDeclaration')
    // From the end on, so that places before stay what they are.
    .sort((one, other) => other.start - one.start);
  for (const { id, body, end } of functions) {
    const name = id?.name ?? '';
    if (names.includes(name) && body !== undefined && 'start' in body) {
      missing.delete(name);
      const rest = `{ throw new Error(${JSON.stringify(`${name} is left out.`)}); }`;
      text = text.slice(0, body.start) + rest + text.slice(end);
    }
  }
  if (missing.size > 0) {
    throw new Error(`There is no function ${[...missing].join(', ')} to be emptied.`);
  }
  return text;
}
