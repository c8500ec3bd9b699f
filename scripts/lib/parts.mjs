import { mkdir, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { transform } from 'esbuild';

const BUILT_IN = new RegExp(`^(node:)?(${builtinModules.join('|')})$`);

/** The folder of parts, beside the bundle that loads them. */
export const PARTS_FOLDER = 'parts';

/**
 * Makes the editor's API one module of the bundle, whose properties are copied once. Without it
 * esbuild copies them for each of our files that imports `vscode`: 100 times 500 properties.
 * @type {import('esbuild').Plugin}
 */
export const oneVscode = {
  name: 'one vscode',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode'
        ? { path: 'vscode', external: true }
        : { path: 'api', namespace: 'vscode' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode' }, () => ({
      contents: `export * from 'vscode';`,
    }));
  },
};

/**
 * Puts what is imported by `import()` into files of its own, which are read when it is first needed.
 * esbuild does so for ES modules alone, and extension hosts of every age load CommonJS alone: what
 * it makes is turned into CommonJS here.
 * @type {import('esbuild').Plugin}
 */
export const commonJsParts = {
  name: 'CommonJS parts',
  setup(build) {
    const { initialOptions: options } = build;
    const { minify = false, sourcemap, target } = options;
    const root = options.absWorkingDir ?? process.cwd();
    Object.assign(options, {
      format: 'esm',
      splitting: true,
      chunkNames: `${PARTS_FOLDER}/[name]-[hash]`,
      metafile: true,
      write: false,
      sourcemap: sourcemap && 'inline',
    });
    // Each part imports the entry, so that all that the start needs has the same importers and comes
    // to lie in one file; esbuild makes one for each combination of them, dozens of tiny ones.
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import'
        ? { path: resolve(resolveDir, path), namespace: 'part' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
      contents: [
        ...entriesOf(options).map((entry) => `import ${JSON.stringify(resolve(root, entry))};`),
        `export * from ${JSON.stringify(path)};`,
      ].join('\n'),
      resolveDir: root,
    }));
    // An ES module has no `require` of its own: what a CommonJS library asks of Node is imported.
    build.onResolve({ filter: BUILT_IN }, ({ kind, path }) =>
      kind === 'require-call' ? { path, namespace: 'built-in' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)};`,
    }));
    build.onEnd(async ({ errors, metafile, outputFiles = [] }) => {
      if (errors.length > 0) {
        return;
      }
      await Promise.all(
        outputFiles.map(async ({ path, text }) => {
          const output = metafile?.outputs[relative(root, path).replaceAll('\\', '/')];
          const { code } = await transform(requireVscode(requireParts(text, output)), {
            format: 'cjs',
            platform: 'node',
            ...(target !== undefined && { target }),
            minify,
            sourcemap: sourcemap ? 'inline' : false,
            sourcefile: path,
          });
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, code);
        }),
      );
    });
  },
};

/** @param {import('esbuild').BuildOptions} options */
function entriesOf({ entryPoints }) {
  const entries = Array.isArray(entryPoints) ? entryPoints : Object.values(entryPoints ?? {});
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry.in));
}

/**
 * Takes the editor's API as it is. esbuild would copy its 500 properties for the sake of ES modules,
 * and once more for the one module that `oneVscode` makes of it, which takes some milliseconds of
 * each start.
 * @param {string} code
 */
function requireVscode(code) {
  const imported = /\bimport\s*\*\s*as ([\w$]+) from\s*"vscode";/.exec(code);
  if (imported === null) {
    return code;
  }
  const [statement, name = ''] = imported;
  const copied = new RegExp(
    `([\\w$]+)(\\s*=\\s*)\\{\\};(\\s*)[\\w$]+\\(\\1,\\s*${name.replaceAll('$', '\\$')}\\);`,
  );
  if (!copied.test(code)) {
    throw new Error('The API of the editor is not copied as it was.');
  }
  return (
    code
      .replace(statement, '')
      // With its line break, for the sake of source maps.
      .replace(copied, (_all, api, is, gap) => `${api}${is}require("vscode");${gap}`)
  );
}

/**
 * Turns each `import("./parts/….js")` into a `require` that runs as late. `import()` of anything
 * else stays: a file that is named when the code runs may be an ES module.
 * @param {string} code
 * @param {import('esbuild').Metafile['outputs'][string] | undefined} output
 */
function requireParts(code, output) {
  const parts = new Set(
    (output?.imports ?? [])
      .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
      .map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
  );
  const found = new Set();
  const late = code.replace(/\bimport\("([./\w-]+\/([\w.-]+))"\)/g, (all, path, name) => {
    if (!parts.has(name)) {
      return all;
    }
    found.add(name);
    return `Promise.resolve().then(() => require("${path}"))`;
  });
  if (found.size !== parts.size) {
    throw new Error(`Of ${parts.size} parts ${found.size} were found in the code.`);
  }
  return late;
}
