import { check, finds } from './support';
import assert from 'node:assert/strict';

const rules = ['footnote-without-text', 'footnote-without-mark'] as const;

const found = (text: string, language = 'markdown') =>
  check(text, { rules, language }).map(({ rule, args }) => `${rule} ${args[0]}`);

describe('footnotes', () => {
  describe('without text', () => {
    finds('footnote-without-text', [
      'Lamps.‹[^1]›',
      'Lamps.[^1] Tides.‹[^2]›\n\n[^1]: Board, 3.',
      'Lamps.[^1]\n\n‹[^1]:›\n',
      'Lamps.[^Note]\n\n[^note]: Board, 3.',
      'Lamps `[^1]` and ^[Board, 3.].',
    ]);
  });

  describe('without a mark', () => {
    finds('footnote-without-mark', [
      'Lamps.[^1]\n\n[^1]: Board, 3.\n\n‹[^2]:› Board, 4.',
      'Lamps.\n\n‹[^1]:› Board, 3.',
      'Lamps.[^1]\n\n[^1]: See also.[^2]\n[^2]: Board, 4.',
    ]);
  });

  for (const [language, text, expected] of [
    [
      'org',
      'Lamps.[fn:1] Tides.[fn:2]\n\n[fn:1] Board, 3.\n\n[fn:3] Board, 4.\n',
      ['footnote-without-text 2', 'footnote-without-mark 3'],
    ],
    [
      'restructuredtext',
      'Lamps. [1]_ Tides. [2]_ Keys. [#]_\n\n.. [1] Board, 3.\n.. [3] Board, 4.\n.. [#] Board, 5.\n',
      ['footnote-without-text 2', 'footnote-without-mark 3'],
    ],
    ['quarto', 'Lamps.[^1]\n', ['footnote-without-text 1']],
    ['asciidoc', 'Lamps.footnote:[Board, 3.]\n', []],
    ['latex', 'Lamps.\\footnote{Board, 3.}\n', []],
    ['typst', 'Lamps.#footnote[Board, 3.]\n', []],
  ] as const) {
    it(`are told in ${language}`, () => assert.deepEqual(found(text, language), expected));
  }
});
