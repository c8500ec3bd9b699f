// What is known by hand about the work of others that ships. The rest is read from the packages.

/** Licences, by their SPDX ids, under which the work of others may ship. */
export const GOOD_LICENSES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/**
 * Packages that come without the text of their licence, and the package of the same authors and
 * licence whose text it is.
 * @type {Readonly<Record<string, string>>}
 */
export const TEXT_OF = {
  '@citation-js/date': '@citation-js/core',
  '@citation-js/name': '@citation-js/core',
};

/**
 * A work that is in the files of a package or lies beside the code, where no bundler sees it.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} [version]
 * @property {string} license an SPDX id
 * @property {readonly string[]} texts files with its licence, relative to the project
 */

const PDFJS = 'node_modules/pdfjs-dist';
const WASM = `${PDFJS}/wasm`;

/** @type {Part} */
const CORE_JS = {
  name: 'core-js',
  version: '3.48.0',
  license: 'MIT',
  texts: ['scripts/lib/notices/texts/core-js.txt'],
};

/**
 * In the viewer of PDF.js, for texts in other languages, of which none are shown.
 * @type {readonly Part[]}
 */
const FLUENT = ['@fluent/bundle', '@fluent/dom', 'cached-iterable'].map((name) => ({
  name: `${name} (in the viewer of PDF.js)`,
  license: 'Apache-2.0',
  texts: [`${PDFJS}/LICENSE`],
}));

/** @type {readonly Part[]} */
const PDF_DECODERS = [
  {
    name: 'OpenJPEG (decoder of PDF.js)',
    license: 'BSD-2-Clause',
    texts: [`${WASM}/LICENSE_OPENJPEG`, `${WASM}/LICENSE_PDFJS_OPENJPEG`],
  },
  {
    name: 'PDFium (JBIG2 decoder of PDF.js)',
    license: 'BSD-3-Clause AND Apache-2.0',
    texts: [`${WASM}/LICENSE_JBIG2`, `${WASM}/LICENSE_PDFJS_JBIG2`],
  },
  {
    name: 'qcms (colours of PDF.js)',
    license: 'MIT AND BSD-2-Clause',
    texts: [`${WASM}/LICENSE_QCMS`, `${WASM}/LICENSE_PDFJS_QCMS`],
  },
];

/**
 * What packages have taken into their own files.
 * @type {Readonly<Record<string, readonly (Part | { package: string })[]>>}
 */
export const INSIDE = {
  'pdfjs-dist': [CORE_JS, ...FLUENT, ...PDF_DECODERS],
  // Its version of PDF.js, made by its authors from this package.
  unpdf: [{ package: 'pdfjs-dist' }, ...PDF_DECODERS],
  docx: ['fflate', 'nanoid'].map((name) => ({ package: name })),
  jszip: ['immediate', 'lie', 'pako', 'setimmediate'].map((name) => ({ package: name })),
};

/**
 * What ships beside the code: a pattern for the files below `dist/`, and whose work they are.
 * @type {readonly { files: RegExp, parts: readonly Part[] }[]}
 */
export const ASSETS = [
  {
    files: /^pdf\/cmaps\//,
    parts: [
      {
        name: 'Adobe CMap resources',
        license: 'BSD-3-Clause',
        texts: [`${PDFJS}/cmaps/LICENSE`],
      },
    ],
  },
  {
    files: /^pdf\/standard_fonts\/(Foxit|LICENSE_FOXIT)/,
    parts: [
      {
        name: 'Foxit fonts',
        license: 'BSD-3-Clause',
        texts: [`${PDFJS}/standard_fonts/LICENSE_FOXIT`],
      },
    ],
  },
  {
    files: /^pdf\/standard_fonts\/(LiberationSans|LICENSE_LIBERATION)/,
    parts: [
      {
        name: 'Liberation fonts',
        license: 'OFL-1.1',
        texts: [`${PDFJS}/standard_fonts/LICENSE_LIBERATION`],
      },
    ],
  },
  {
    files: /^pdf\/wasm\/((jbig2|openjpeg|qcms_bg)\.wasm|LICENSE_\w+)$/,
    parts: PDF_DECODERS,
  },
];
