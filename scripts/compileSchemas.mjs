import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { isMain } from './lib/isMain.mjs';
import { root } from './lib/paths.mjs';

const SCHEMA_FOLDER = join(root, 'data', 'schemas');
const OUTPUT = join(root, 'src', 'core', 'packs', 'validators.generated.js');

/**
 * The exports of the generated module and the schema that each stands for. One validator an entry,
 * not one a file, so that a bad entry leaves its neighbours alone.
 */
const VALIDATORS = {
  isPackInfo: 'pack.schema.json',
  isSource: 'sources.schema.json#/$defs/source',
  isTopic: 'topics.schema.json#/$defs/topic',
  isPartner: 'partners.schema.json#/$defs/partner',
  isTerm: 'terms.schema.json#/$defs/term',
  isExcerpt: 'excerpts.schema.json#/$defs/excerpt',
  isEvent: 'events.schema.json#/$defs/event',
};

/**
 * For the editor alone: such files are read by `core/glossary/parse.ts`, which knows the places, and by
 * `core/search/savedSearches.ts`.
 */
const EDITOR_SCHEMAS = ['glossary.schema.json', 'searches.schema.json'];

/** Keywords that only help authors in VS Code. */
const EDITOR_KEYWORDS = ['patternErrorMessage', 'enumDescriptions'];

/**
 * Compiles the schemas in `data/schemas/` to a module without imports. Compiling when the extension
 * runs is no choice: ajv builds its validators with `new Function`, which web hosts forbid.
 * Writes only what changed, so that nothing downstream is rebuilt without need.
 * @returns {Promise<import('esbuild').Metafile>} what the module is made of
 */
export async function compileSchemas() {
  const { code, metafile } = await bundle(standalone(await readSchemas()));
  if (code !== (await readFile(OUTPUT, 'utf8').catch(() => undefined))) {
    await writeFile(OUTPUT, code);
  }
  return metafile;
}

/** @returns {Promise<import('ajv').AnySchemaObject[]>} */
async function readSchemas() {
  const names = (await readdir(SCHEMA_FOLDER)).filter(
    (name) => name.endsWith('.schema.json') && !EDITOR_SCHEMAS.includes(name),
  );
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(SCHEMA_FOLDER, name), 'utf8'))),
  );
}

/** @param {import('ajv').AnySchemaObject[]} schemas */
function standalone(schemas) {
  const ajv = new Ajv2020({
    schemas,
    allErrors: true,
    // Errors carry the value and its schema, which words the remedy.
    verbose: true,
    messages: false,
    // One function a definition instead of a copy at each use.
    inlineRefs: false,
    strictTypes: true,
    strictTuples: false,
    keywords: EDITOR_KEYWORDS,
    code: { source: true, esm: true },
  });
  return standaloneCode(ajv, VALIDATORS);
}

/**
 * Takes in ajv's run-time helpers.
 * @param {string} code
 */
async function bundle(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, sourcefile: 'validators.js' },
    banner: { js: '// @ts-nocheck Generated from data/schemas by scripts/compileSchemas.mjs.' },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    logLevel: 'warning',
    metafile: true,
    target: 'es2022',
    write: false,
  });
  return { code: result.outputFiles[0]?.text ?? '', metafile: result.metafile };
}

if (isMain(import.meta.url)) {
  await compileSchemas();
}
