import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';

const OUTPUT = join(root, 'src', 'core', 'packs', 'soundPacks.generated.js');

/** Reads the packs as the extension does when it does not know them. */
const READER = `
  import { loadPacks } from './src/core/packs/load';
  import { PACK_FOLDERS, hashPacks, readPackTexts } from './src/core/packs/shippedPacks';

  export async function soundHash(files) {
    const { problems } = await loadPacks(files, PACK_FOLDERS);
    return problems.length === 0 ? hashPacks(await readPackTexts(files)) : NaN;
  }
`;

/**
 * Looks for problems in the shipped packs and notes by a hash that they have none, so that the
 * extension need not look again at every start. Packs that have problems are looked at there.
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
  /** @type {{ soundHash: (files: import('../src/core/ports').FileStore) => Promise<number> }} */
  const { soundHash } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  /** @param {string} path */
  const readText = async (path) => new TextDecoder().decode(await readFile(join(root, path)));
  const text = `export const SOUND_HASH = ${await soundHash({ readText })};\n`;
  if (text !== (await readFile(OUTPUT, 'utf8').catch(() => undefined))) {
    await writeFile(OUTPUT, text);
  }
}
