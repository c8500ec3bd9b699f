import { readFile, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { root } from '../paths.mjs';
import { mayShip } from './mayShip.mjs';
import { ASSETS, INSIDE, TEXT_OF } from './thirdParties.mjs';

/**
 * A work of others that ships.
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} version empty when it has none
 * @property {string} license an SPDX expression
 * @property {string} text of the licence
 */

/** Files of a package that hold its licence or what has to be told besides. */
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([-._].*)?$/i;

/** The folder of the package that a path lies in. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Finds out whose work ships: the packages of which a bundle holds a single byte, what those have in
 * them, and what lies beside the code.
 * @param {string} dist the folder of what was built
 * @param {readonly import('esbuild').Metafile[]} metafiles what the bundles in it are made of
 * @param {string} [project] where paths of metafiles begin
 * @returns {Promise<{ notices: Notice[], problems: string[] }>} sorted by name and version; a problem is
 *   a sentence on a licence that is not good, a text that is missing, a file that nobody accounts for
 */
export async function collectNotices(dist, metafiles, project = root) {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const outputs = new Set(
    metafiles.flatMap(({ outputs }) => Object.keys(outputs)).map((path) => resolve(project, path)),
  );
  const unknown = files.filter(
    (file) =>
      !outputs.has(join(dist, file)) &&
      !outputs.has(join(dist, file).replace(/\.map$/, '')) &&
      !ASSETS.some((asset) => asset.files.test(file)),
  );
  const assets = ASSETS.filter((asset) => files.some((file) => asset.files.test(file)));
  const results = await Promise.all([
    ...packageFolders(metafiles).map((folder) => packageNotices(join(project, folder), project)),
    ...assets.flatMap(({ parts }) => parts).map(async (part) => [await partNotice(part, project)]),
  ]);
  const notices = distinct(results.flat());
  return {
    notices,
    problems: [
      ...unknown.map((file) => `Whose work dist/${file} is stands nowhere.`),
      ...notices.flatMap(problemsOf),
    ],
  };
}

/**
 * The folders of the packages of which something is in a bundle.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
function packageFolders(metafiles) {
  const folders = new Set();
  for (const output of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = PACKAGE_FOLDER.exec(path)?.[0];
      if (folder !== undefined && bytesInOutput > 0) {
        folders.add(folder);
      }
    }
  }
  return [...folders];
}

/**
 * @param {string} folder of a package
 * @param {string} project
 * @returns {Promise<Notice[]>} its own, and those of what it has taken in
 */
async function packageNotices(folder, project) {
  /** @type {{ name: string, version: string, license?: unknown }} */
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const other = TEXT_OF[name];
  const texts = other === undefined ? folder : join(project, 'node_modules', other);
  const own = {
    name,
    version,
    license: typeof license === 'string' ? license : '',
    text: await licenseText(texts),
  };
  const inside = await Promise.all(
    (INSIDE[name] ?? []).map(async (part) =>
      'package' in part
        ? packageNotices(join(project, 'node_modules', part.package), project)
        : [await partNotice(part, project)],
    ),
  );
  return [own, ...inside.flat()];
}

/**
 * @param {import('./thirdParties.mjs').Part} part
 * @param {string} project
 * @returns {Promise<Notice>}
 */
async function partNotice({ name, version = '', license, texts }, project) {
  return { name, version, license, text: await joined(texts.map((file) => join(project, file))) };
}

/**
 * @param {string} folder of a package
 * @returns {Promise<string>} empty when there is no such file
 */
async function licenseText(folder) {
  const names = (await readdir(folder)).filter((name) => LICENSE_FILE.test(name)).sort();
  return joined(names.map((name) => join(folder, name)));
}

/** @param {readonly string[]} files */
async function joined(files) {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).join('\n\n');
}

/**
 * @param {readonly Notice[]} notices
 * @returns {Notice[]}
 */
function distinct(notices) {
  const byName = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return [...byName]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, notice]) => notice);
}

/** @param {Notice} notice */
function problemsOf({ name, version, license, text }) {
  const what = `${name} ${version}`.trim();
  return [
    ...(mayShip(license) ? [] : [`The licence of ${what} is not good: "${license}".`]),
    ...(text === '' ? [`The text of the licence of ${what} is missing.`] : []),
  ];
}

/** What stands above all notices. */
const TITLE = `Third-party notices

IP4 Desk contains the work of others, under the licences below.`;

/**
 * The text of a file that tells whose work ships.
 * @param {readonly Notice[]} notices
 */
export function noticesText(notices) {
  const line = '-'.repeat(80);
  const entries = notices.map(
    ({ name, version, license, text }) =>
      `${line}\n${`${name} ${version}`.trim()}\nLicence: ${license}\n${line}\n\n${text}\n`,
  );
  return [TITLE, ...entries].join('\n\n');
}
