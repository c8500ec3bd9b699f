import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

// Asks the core without an editor. The door itself is src/cli/main.ts; this builds it when it
// is missing or older than what it is made of, and then gets out of the way.

const bundle = join(root, 'dist', 'query.js');
const madeOf = ['src', 'data/schemas', 'scripts/build.mjs', 'package-lock.json'];

if (!isFresh()) {
  const { buildQuery } = await import('./build.mjs');
  await buildQuery();
}
createRequire(import.meta.url)(bundle);

function isFresh() {
  if (!existsSync(bundle)) {
    return false;
  }
  const made = statSync(bundle).mtimeMs;
  return madeOf.every((path) => newest(join(root, path)) <= made);
}

/**
 * When a file, or any file in a folder, was last changed.
 * @param {string} path
 * @returns {number} milliseconds
 */
function newest(path) {
  const entry = statSync(path);
  return entry.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : entry.mtimeMs;
}
