import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stageExtension } from './build.mjs';
import { collectNotices, noticesText } from './lib/notices/collectNotices.mjs';
import { root, vsixFile } from './lib/paths.mjs';

// Builds what ships, packs it, and looks at what came out.

/**
 * The package is downloaded over slow lines: bytes that it may have at most. Nearly all of them read
 * and show PDF and Word files, write the latter, and tell the encodings of texts.
 */
const MAX_SIZE = 5_500_000;

/** Where the files of a package are. */
const PLACES =
  /^(dist\/((web\/)?extension|extractor|memoryWatch|parser|notebook|parts\/[\w-]+)\.js|(data|dist\/pdf|media|samples)\/.+|[^/]+\.(json|md)|LICENSE|ThirdPartyNotices\.txt)$/;

// In a folder of its own: vsce looks at every file below the one that it packs, caches included.
const folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
try {
  const metafiles = await stageExtension(folder, { production: true });
  const { notices, problems: licenses } = await collectNotices(join(folder, 'dist'), metafiles);
  await writeFile(join(folder, 'ThirdPartyNotices.txt'), noticesText(notices));
  for (const name of ['CHANGELOG.md', 'LICENSE', 'README.md', '.vscodeignore']) {
    await cp(join(root, name), join(folder, name));
  }
  const problems = licenses.length > 0 ? licenses : await pack();
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

/**
 * Packs what was built.
 * @returns {Promise<string[]>} what is wrong with the package, one sentence a problem
 */
async function pack() {
  await createVSIX({
    cwd: folder,
    packagePath: vsixFile,
    dependencies: false,
    allowMissingRepository: true,
    // There is no public place yet that the pictures of the README could be loaded from.
    rewriteRelativeLinks: false,
  });
  return findProblems();
}

/**
 * Files that the manifest names and the package lacks, files that have no place in it, too many bytes.
 * @returns {Promise<string[]>} one sentence a problem
 */
async function findProblems() {
  const files = new Set(await listFiles({ cwd: folder, packageManager: PackageManager.None }));
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const missing = namedFiles(manifest).filter((file) => !files.has(file));
  const misplaced = [...files].filter((file) => !PLACES.test(file));
  const { size } = await stat(vsixFile);
  return [
    ...missing.map((file) => `${file} is named in package.json and missing from the package.`),
    ...misplaced.map((file) => `${file} has no place in the package.`),
    ...(size > MAX_SIZE ? [`The package has ${size} bytes; ${MAX_SIZE} are allowed.`] : []),
  ];
}

/**
 * Every file that the manifest points to.
 * @param {unknown} part of the manifest
 * @returns {string[]}
 */
function namedFiles(part) {
  if (typeof part === 'string') {
    return /^(\.\/)?(data|dist|media)\/[\w./-]+$/.test(part) ? [part.replace(/^\.\//, '')] : [];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(namedFiles) : [];
}
