import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';
import { findStartSet, type StartSet } from '../../../../scripts/lib/startSet.mjs';

/** What all need at the start: none. Whatever few need is loaded by `import()` when it is first needed. */
const PACKAGES: readonly string[] = [];

/** Parts that are large or slow to run, and that most windows never need. */
const LATE = [
  'src/core/packs/load.ts',
  'src/core/packs/packFiles.ts',
  'src/core/packs/validators.generated.js',
  'src/core/checks/checkNote.ts',
  'src/core/citation/bibliography.ts',
  'src/core/citation/citeInNote.ts',
  'src/core/glossary/edit.ts',
  'src/core/glossary/parse.ts',
  'src/core/note/frontMatterFields.ts',
  'src/core/note/note.ts',
  'src/core/quotes/quoteChecker.ts',
  'src/core/search/deskSearcher.ts',
  'src/core/terms/automaton.ts',
  'src/core/note/languages/registry.ts',
  'src/features/terms/completion/termCompletion.ts',
  'src/features/glossary/exchange/exportGlossary.ts',
  'src/features/glossary/exchange/importGlossary.ts',
  'src/features/glossary/addToGlossary.ts',
  'src/features/pages/entry/entryPages.ts',
  'src/features/quotes/quotationChecking.ts',
  'src/features/search/searchPalette.ts',
  'src/workspace/fileSearch.ts',
  'src/workspace/library/workspaceLibrary.ts',
];

/** Bytes of minified code: each 100,000 take the machine of an analyst some 5 ms before `activate`. */
const MOST_BYTES = 170_000;

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
