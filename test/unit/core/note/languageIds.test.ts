import assert from 'node:assert/strict';
import { languageOfPath } from '../../../../src/core/note/languageIds';

describe('languageOfPath', () => {
  for (const [path, language] of [
    ['a.md', 'markdown'],
    ['a/b.c/NOTES.MD', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.txt', 'plaintext'],
    ['a.tex', 'latex'],
    ['a.rst', 'restructuredtext'],
    ['a.adoc', 'asciidoc'],
    ['a.asciidoc', 'asciidoc'],
    ['a.qmd', 'quarto'],
    ['a.org', 'org'],
    ['a.typ', 'typst'],
    ['C:\\x.md\\README', 'plaintext'],
    ['', 'plaintext'],
  ] as const) {
    it(`${path} is ${language}`, () => assert.equal(languageOfPath(path), language));
  }
});
