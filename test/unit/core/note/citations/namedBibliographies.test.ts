import assert from 'node:assert/strict';
import {
  bibliographiesAmong,
  bibliographyPlace,
} from '../../../../../src/core/note/citations/bibliographyPlaces';
import { namedBibliographies } from '../../../../../src/core/note/citations/namedBibliographies';
import { Note } from '../../../../../src/core/note/note';

describe('the bibliographies that a note names', () => {
  const cases: readonly (readonly [
    what: string,
    text: string,
    language: string,
    names: readonly string[],
  ])[] = [
    ['one', '---\nbibliography: refs.bib\n---\n', 'markdown', ['refs.bib']],
    ['a list', '---\nbibliography: [a.bib, "b c.json"]\n---\n', 'quarto', ['a.bib', 'b c.json']],
    [
      'named ones',
      '---\nbibliography:\n  main: a.bib\n  own: [b.bib]\n---\n',
      'markdown',
      ['a.bib', 'b.bib'],
    ],
    ['each once', '---\nbibliography: [a.bib, a.bib, ""]\n---\n', 'markdown', ['a.bib']],
    ['with a byte order mark', '\uFEFF---\nbibliography: a.bib\n---\n', 'markdown', ['a.bib']],
    ['not of numbers', '---\nbibliography: 12\n---\n', 'markdown', []],
    ['not of text between rules', '---\nThe bibliography: a.bib\n---\n', 'markdown', []],
    ['not of addresses', '---\nbibliography: https://example.org/a.bib\n---\n', 'markdown', []],
    ['not further down', 'Text\n---\nbibliography: a.bib\n---\n', 'markdown', []],
    [
      'BibLaTeX',
      '\\addbibresource[location=local]{a.bib}\n\\addglobalbib{b.bib}',
      'latex',
      ['a.bib', 'b.bib'],
    ],
    ['BibTeX, several', '\\bibliography{a, sub/b}', 'tex', ['a', 'sub/b']],
    ['not the style', '\\bibliographystyle{plain}', 'latex', []],
    ['not in a comment', '% \\bibliography{a}\n50\\% \\bibliography{b}', 'latex', ['b']],
    [
      'front matter before commands',
      '---\nbibliography: a.bib\n---\n\\bibliography{b}',
      'latex',
      ['a.bib'],
    ],
    ['commands of LaTeX in Markdown are no names', '\\bibliography{a}', 'markdown', []],
    [
      'Org',
      '#+TITLE: x\n#+bibliography: "my refs.bib"\n#+BIBLIOGRAPHY: b.json',
      'org',
      ['my refs.bib', 'b.json'],
    ],
    ['AsciiDoc', '= Title\n:bibtex-file: a.bib\n', 'asciidoc', ['a.bib']],
    ['reStructuredText', '.. bibliography:: a.bib b.bib\n', 'restructuredtext', ['a.bib', 'b.bib']],
  ];
  for (const [what, text, language, names] of cases) {
    it(what, () => assert.deepEqual(namedBibliographies(new Note(text, language)), names));
  }

  it('are found in time linear in the text, whatever it holds', () => {
    for (const piece of ['\\bibliography[', '\\bibliography{', '\\addbibresource [', '%\\']) {
      assert.deepEqual(namedBibliographies(new Note(piece.repeat(300_000), 'latex')), []);
    }
  });
});

describe('the place of a bibliography', () => {
  const folder = { scheme: 'file', authority: '', path: '/w/notes' };
  const cases: readonly (readonly [name: string, path: string])[] = [
    ['refs.bib', '/w/notes/refs.bib'],
    ['../refs.json', '/w/refs.json'],
    ['sub\\refs.bib', '/w/notes/sub/refs.bib'],
    ['/data/refs.bib', '/data/refs.bib'],
    ['C:\\data\\refs.bib', '/C:/data/refs.bib'],
    ['refs', '/w/notes/refs.bib'],
    ['v1.2', '/w/notes/v1.2.bib'],
  ];
  for (const [name, path] of cases) {
    it(name, () => assert.deepEqual(bibliographyPlace(folder, name), { ...folder, path }));
  }
});

describe('the bibliographies of a folder', () => {
  const cases: readonly (readonly [names: readonly string[], chosen: readonly string[]])[] = [
    [
      ['b.bib', 'a.bib', 'references.bib', 'x.csl.json'],
      ['references.bib', 'a.bib', 'b.bib'],
    ],
    [
      ['package.json', 'a.csl.json', 'references.json'],
      ['references.json', 'a.csl.json'],
    ],
    [['package.json', 'references.md', 'bib'], []],
    [['References.BIB'], ['References.BIB']],
  ];
  for (const [names, chosen] of cases) {
    it(names.join(), () => assert.deepEqual(bibliographiesAmong(names), chosen));
  }
});
