import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';

/** @param {string} name */
const generated = (name) => join(root, 'src', 'core', 'packs', `${name}.generated.js`);

/** Reads the packs as the extension does when it does not know them. */
const READER = `
  import { loadPacks } from './src/core/packs/load';
  import { PACK_FOLDERS, hashPacks, readPackTexts } from './src/core/packs/shippedPacks';
  import { TermAutomaton } from './src/core/terms/automaton';
  import { evidenceOrder } from './src/core/terms/evidence';

  export async function compile(files) {
    const { catalog, problems } = await loadPacks(files, PACK_FOLDERS);
    return problems.length === 0
      ? {
          hash: hashPacks(await readPackTexts(files)),
          evidence: evidenceOrder(catalog, new TermAutomaton(catalog.all('term'))),
        }
      : { hash: NaN, evidence: {} };
  }
`;

/**
 * Looks for problems in the shipped packs and notes by a hash that they have none, so that the
 * extension need not look again at every start; and finds what bears on their terms. Packs that have
 * problems are looked at there.
 */
export async function compilePacks() {
  const { outputFiles } = await build({
    stdin: { contents: READER, resolveDir: root },
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  /**
   * @type {{ compile: (files: import('../src/core/ports').FileStore) =>
   *   Promise<{ hash: number, evidence: import('../src/core/terms/evidence').EvidenceOrder }> }}
   */
  const { compile } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  /** @param {string} path */
  const readText = async (path) => new TextDecoder().decode(await readFile(join(root, path)));
  const { hash, evidence } = await compile({ readText });
  await write(generated('soundPacks'), `export const SOUND_HASH = ${hash};\n`);
  await write(generated('evidence'), `export const EVIDENCE = ${JSON.stringify(evidence)};\n`);
}

/**
 * Writes a file unless it is so already.
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  if (text !== (await readFile(file, 'utf8').catch(() => undefined))) {
    await writeFile(file, text);
  }
}
