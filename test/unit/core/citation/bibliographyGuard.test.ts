import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addToBibliography } from '../../../../src/core/citation/bibliographyEdit';
import { bibtexRefusal, jsonRefusal } from '../../../../src/core/citation/bibliographyGuard';
import type { CitableSource } from '../../../../src/core/citation/citable';
import type { SourceId } from '../../../../src/core/model';

const source: CitableSource = {
  id: 'lamps' as SourceId,
  type: 'book',
  label: 'On Lamps',
  title: 'On Lamps',
};
const items = JSON.stringify([
  { id: 'galic2024', type: 'report', title: 'A Report' },
  { id: 7, type: 'article-journal' },
  { 'citation-key': 'x', type: 'webpage', custom: {} },
  { id: 'plain', title: 'Without a type' },
]);

describe('what entries are added to', () => {
  it('is CSL-JSON, whatever its name, unless that is one of the settings of a program', () => {
    for (const path of ['/w/references.json', '/w/my library.json', '/w/.bib/refs.json']) {
      assert.equal(jsonRefusal(items, path), undefined, path);
    }
    assert.equal(
      jsonRefusal('{"items": [{"itemType": "book", "citationKey": "a"}]}', 'a.json'),
      undefined,
    );
    assert.equal(jsonRefusal('', '/w/notes/references.json'), undefined);
    assert.equal(jsonRefusal('[]', '/w/notes/references.json'), undefined);
  });

  const strangers = [
    '[{"key": "ctrl+k", "command": "workbench.action.terminal.sendSequence"}]',
    '[{"id": "build", "type": "shell", "command": "make"}]',
    '[{"id": "ask", "type": "promptString", "description": "?"}]',
    '[{"id": 1, "name": "no document"}]',
    '[{"id": "a", "type": "book"}, "and a string"]',
    '[{"id": "a", "type": "book"}, {"type": "book"}]',
    '[1, 2, 3]',
    '[[]]',
    '[null]',
    '{"items": [{"id": "a", "command": "b"}]}',
  ];
  for (const text of strangers) {
    it(`is no other list: ${text}`, () => {
      const { edit, problem } = addToBibliography(text, '/w/references.json', source);
      assert.equal(edit, undefined);
      assert.match(problem ?? '', /another file|Item/);
    });
  }

  const tools = [
    'keybindings',
    'settings',
    'tasks',
    'launch',
    'package',
    'package-lock',
    'tsconfig',
    'tsconfig.base',
    'composer',
    'Settings',
  ];
  for (const name of tools) {
    it(`is never ${name}.json, whatever is in it`, () => {
      for (const text of ['', '[]', '[\n]\n', items]) {
        for (const folder of ['/w/', '/w/.vscode/', '/home/x/.config/Code/User/']) {
          const { edit, problem } = addToBibliography(text, `${folder}${name}.json`, source);
          assert.equal(edit, undefined, `${folder} ${text}`);
          assert.ok(problem);
        }
      }
    });
  }

  it('is no empty file of a folder that belongs to a program', () => {
    for (const path of [
      '/w/.vscode/anything.json',
      '/w/.claude/x.json',
      '/w/.eslintrc.json',
      '.x.json',
    ]) {
      assert.ok(jsonRefusal('', path), path);
      assert.ok(jsonRefusal('[ ]', path), path);
    }
    // The workspace itself may lie in such a folder.
    assert.equal(jsonRefusal('', '/home/x/.notes/brief/references.json'), undefined);
  });

  it('is a BibTeX file with entries or comments, or an empty one', () => {
    for (const text of [
      '',
      '\uFEFF',
      '% mine\n\n',
      'Notes\n@book{a, title = {A}}\n',
      '@comment{x}',
      '@book{broken, title = {',
    ]) {
      assert.equal(bibtexRefusal(text), undefined, text);
    }
  });

  it('is no text under the name of a BibTeX file', () => {
    for (const text of [
      'export PATH=~/bin\n',
      '#!/bin/sh\nrm x',
      'a@b.org',
      '%\nx',
      '\0@book{a}',
    ]) {
      const { edit, problem } = addToBibliography(text, '/w/refs.bib', source);
      assert.equal(edit, undefined, text);
      assert.match(problem ?? '', /another file/);
    }
  });

  it('takes more after each entry that it took', () => {
    const json = fc.constantFrom('', '[]', '[\n]\n', items);
    fc.assert(
      fc.property(json, fc.constantFrom('a.json', 'b.bib'), (text, path) => {
        const before = path.endsWith('.bib') ? '' : text;
        const { edit } = addToBibliography(before, path, source);
        assert.ok(edit);
        const after = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
        const next = addToBibliography(after, path, { ...source, title: 'On Ships' });
        assert.ok(next.edit, next.problem);
      }),
    );
  });
});
