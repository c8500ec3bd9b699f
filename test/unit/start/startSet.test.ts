import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { findStartSet, type StartSet } from '../../../scripts/lib/startSet.mjs';

/** What all need at the start. Whatever few need is loaded by `import()` when it is first needed. */
const PACKAGES = ['ignore', 'picomatch', 'stemmer'];

/** Parts that are large or slow to run, and that most windows never need. */
const LATE = [
  'src/core/catalog/load.ts',
  'src/core/catalog/packFiles.ts',
  'src/core/catalog/validators.generated.js',
  'src/core/checks/checkNote.ts',
  'src/core/citation/bibliography.ts',
  'src/core/citation/noteCitation.ts',
  'src/core/glossary/edit.ts',
  'src/core/glossary/parse.ts',
  'src/core/library/formats/frontMatter.ts',
  'src/core/quotes/quoteChecker.ts',
  'src/core/search/deskSearcher.ts',
  'src/core/terms/automaton.ts',
  'src/core/terms/languages.ts',
  'src/features/completion/termCompletion.ts',
  'src/features/exchange/exportGlossary.ts',
  'src/features/exchange/importGlossary.ts',
  'src/features/glossary/addToGlossary.ts',
  'src/features/search/searchPalette.ts',
];

/** Bytes of minified code: each 100,000 take the machine of an analyst some 5 ms before `activate`. */
const MOST_BYTES = 312_000;

describe('what is loaded at the start', () => {
  let start: StartSet;

  before(async function () {
    this.timeout(60_000);
    start = await findStartSet('src/extension.ts');
  });

  it('has the packages that all need, and no other', () => {
    assert.deepEqual(start.packages, PACKAGES);
  });

  it('has nothing that few need', () => {
    const reached = LATE.filter((file) => start.files.includes(file));
    const missing = LATE.filter((file) => !existsSync(join(root, file)));
    assert.deepEqual({ reached, missing }, { reached: [], missing: [] });
  });

  it('stays small', () => {
    assert.ok(start.bytes <= MOST_BYTES, `${start.bytes} bytes`);
  });
});
