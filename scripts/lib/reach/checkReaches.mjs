import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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
  const files = await readdir(folder, { recursive: true });
  const unused = new Set(exceptions);
  const problems = [];
  for (const file of files.filter((name) => /\.[cm]?js$/.test(name)).sort()) {
    const bundle = relative('dist', file).split(sep).join('/');
    const code = await readFile(join(folder, file), 'utf8');
    for (const [name, places] of byName(findReaches(code))) {
      const row = exceptions.find((row) => row.bundle === bundle && row.name === name);
      if (row === undefined) {
        problems.push(`${bundle} reaches for ${name}: ${excerpts(code, places)}`);
        continue;
      }
      unused.delete(row);
      if (row.uses !== undefined && row.uses !== places.length) {
        problems.push(
          `${bundle} reaches for ${name} ${places.length} times, not ${row.uses}: ${excerpts(code, places)}`,
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
 * @param {readonly import('./findReaches.mjs').Reach[]} reaches
 * @returns {Map<string, import('./findReaches.mjs').Reach[]>}
 */
function byName(reaches) {
  const groups = new Map();
  for (const reach of reaches) {
    groups.set(reach.name, [...(groups.get(reach.name) ?? []), reach]);
  }
  return groups;
}

/**
 * @param {string} code
 * @param {readonly import('./findReaches.mjs').Reach[]} places
 */
function excerpts(code, places) {
  return places
    .map(({ start }) => code.slice(Math.max(0, start - CONTEXT), start + CONTEXT))
    .map((text) => `\n  … ${text.replace(/\s+/g, ' ')} …`)
    .join('');
}
