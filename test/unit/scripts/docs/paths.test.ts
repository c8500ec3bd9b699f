import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'samples/README.md',
];

/** A path of the project, from its root on. */
const PATH = /`((?:src|test|scripts|data|docs|media|samples)\/[\w./-]*)`/g;
/** Where a link leads within the project. */
const LINK = /\]\((?!\w+:)([^)#\s]+)[^)]*\)/g;

describe('what the documentation names', () => {
  for (const page of PAGES) {
    it(`is there: ${page}`, () => {
      const text = readFileSync(join(root, page), 'utf8');
      const named = [...text.matchAll(PATH)].map(([, path = '']) => join(root, path));
      const linked = [...text.matchAll(LINK)].map(([, path = '']) =>
        join(root, dirname(page), path),
      );
      const gone = [...named, ...linked].filter((path) => !existsSync(path));
      assert.deepEqual(gone, []);
    });
  }
});
