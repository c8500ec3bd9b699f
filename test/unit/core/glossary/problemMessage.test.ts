import assert from 'node:assert/strict';
import type { GlossaryProblem } from '../../../../src/core/glossary/glossary';
import { problemMessage } from '../../../../src/core/glossary/problemMessage';
import { english } from '../../../support/localizer';

function message(kind: GlossaryProblem['kind'], detail = ''): string {
  return problemMessage({ kind, severity: 'error', span: { start: 0, end: 0 }, detail }, english);
}

describe('words for a problem of a glossary', () => {
  it('name the field', () => {
    assert.match(message('wrongType', 'aliases'), /“aliases”.*ignored/);
    assert.match(message('unknownField', 'colour'), /“colour”.*“meta”/);
    assert.match(message('repeatedField', 'name'), /“name”/);
  });

  it('name the values that a field may have', () => {
    assert.match(message('unknownValue', 'status'), /“preferred”.*“admitted”.*“deprecated”/);
    assert.match(message('unknownValue', 'case'), /“exact”.*“ignore”/);
  });

  it("give the parser's message, the entry or the path", () => {
    assert.match(message('syntax', 'Missing closing quote'), /Missing closing quote/);
    assert.match(message('duplicate', 'lamp'), /“lamp”/);
    assert.match(message('noReplacement', 'shed'), /“shed”.*“use”/);
    assert.match(message('missingImport', '../ships.yml'), /“\.\.\/ships\.yml”/);
    assert.match(message('unknownAlias', 'rules'), /“&rules”/);
    assert.match(message('outsideImport', '../x.yml'), /“\.\.\/x\.yml”.*Manage Access/);
    assert.match(message('tooManyPaths', '2000'), /first 2000 paths/);
    assert.match(message('untrustedImport', '../x.yml'), /“\.\.\/x\.yml”.*trust/);
  });

  it('leave no place for a detail empty', () => {
    const kinds = [
      'tooLarge',
      'notGlossary',
      'noName',
      'severalDocuments',
      'unusablePath',
    ] as const;
    for (const kind of [...kinds, 'remoteImport', 'importCycle'] as const) {
      assert.doesNotMatch(message(kind), /“”|\{\d\}/);
    }
  });
});
