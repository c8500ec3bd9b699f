import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { PARTS_FOLDER } from '../parts.mjs';
import { EXCEPTIONS } from './exceptions.mjs';
import { findReaches } from './findReaches.mjs';

/** How many characters around a reach are shown: bundles that ship are a single line. */
const CONTEXT = 60;

/**
 * Compares all code of an unpacked extension with the table of exceptions.
 * @param {string} folder the extension's
 * @param {readonly import('./exceptions.mjs').Exception[]} [exceptions]
 * @returns {Promise<string[]>} one sentence a problem: what is not in the table, and rows that are
 *   not needed or count wrongly
 */
export async function checkReaches(folder, exceptions = EXCEPTIONS) {
  const unused = new Set(exceptions);
  const problems = [];
  for (const [bundle, reaches] of await reachesByBundle(folder)) {
    for (const [name, places] of byName(reaches)) {
      const row = exceptions.find((row) => row.bundle === bundle && row.name === name);
      if (row === undefined) {
        problems.push(`${bundle} reaches for ${name}: ${excerpts(places)}`);
        continue;
      }
      unused.delete(row);
      if (row.uses !== undefined && row.uses !== places.length) {
        problems.push(
          `${bundle} reaches for ${name} ${places.length} times, not ${row.uses}: ${excerpts(places)}`,
        );
      }
    }
  }
  return [
    ...problems,
    ...[...unused].map(({ bundle, name }) => `${bundle} does not reach for ${name} (any more).`),
  ];
}

/**
 * A reach with the code around it.
 * @typedef {{ name: string, excerpt: string }} Place
 */

/**
 * What the code of each bundle reaches for; a part that is loaded late belongs to its bundle.
 * @param {string} folder
 * @returns {Promise<Map<string, Place[]>>}
 */
async function reachesByBundle(folder) {
  const files = await readdir(folder, { recursive: true });
  const bundles = new Map();
  for (const file of files.filter((name) => /\.[cm]?js$/.test(name)).sort()) {
    const path = relative('dist', file).split(sep).join('/');
    const bundle = path.startsWith(`${PARTS_FOLDER}/`) ? 'extension.js' : path;
    const code = await readFile(join(folder, file), 'utf8');
    const places = findReaches(code)
      .filter(({ name }) => !isOwnFile(name, file, files))
      .map(({ name, start }) => ({
        name,
        excerpt: code.slice(Math.max(0, start - CONTEXT), start + CONTEXT),
      }));
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), ...places]);
  }
  return bundles;
}

/**
 * Whether a reach is for a part of the package itself.
 * @param {string} name of the reach
 * @param {string} file that reaches
 * @param {readonly string[]} files of the package
 */
function isOwnFile(name, file, files) {
  const [, path] = /^module:(\.{1,2}\/.+)$/.exec(name) ?? [];
  return path !== undefined && files.includes(join(dirname(file), path));
}

/**
 * @param {readonly Place[]} places
 * @returns {Map<string, Place[]>}
 */
function byName(places) {
  const groups = new Map();
  for (const place of places) {
    groups.set(place.name, [...(groups.get(place.name) ?? []), place]);
  }
  return groups;
}

/** @param {readonly Place[]} places */
function excerpts(places) {
  return places.map(({ excerpt }) => `\n  … ${excerpt.replace(/\s+/g, ' ')} …`).join('');
}
