import assert from 'node:assert/strict';
import { excludedBy, includedBy } from '../../../../src/core/paths/pathRules';

describe('path rules', () => {
  it('include what a glob matches', () => {
    const isIncluded = includedBy(['**/sources/**/*.{txt,pdf}', 'extra.md']);
    assert.ok(isIncluded('sources/a.txt'));
    assert.ok(isIncluded('x/.y/sources/z/a.pdf'));
    assert.ok(isIncluded('extra.md'));
    assert.ok(!isIncluded('sources/a.md'));
    assert.ok(!isIncluded('notes/a.txt'));
  });

  it('include nothing without a glob', () => {
    assert.ok(!includedBy([])('sources/a.txt'));
  });

  it('exclude all that lies in a folder', () => {
    const isExcluded = excludedBy(['**/drafts', 'old/*']);
    assert.ok(isExcluded('sources/drafts/deep/a.txt'));
    assert.ok(isExcluded('old/deep/a.txt'));
    assert.ok(!isExcluded('sources/drafts.txt'));
  });

  it('exclude a path as it is written, whatever its characters mean in a glob', () => {
    const isExcluded = excludedBy(['sources/Report [final] (2).pdf']);
    assert.ok(isExcluded('sources/Report [final] (2).pdf'));
    assert.ok(!isExcluded('sources/Report f (2).pdf2'));
  });
});
