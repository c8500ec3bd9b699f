import assert from 'node:assert/strict';
import { ownCitekeys } from '../../../../src/core/citation/ownCitekeys';
import { Note } from '../../../../src/core/note/note';

describe('the citekeys that a note defines itself', () => {
  const cases: readonly (readonly [text: string, keys: readonly string[]])[] = [
    ['\\bibitem{a} Text \\bibitem[Doe 1999]{doe99}', ['a', 'doe99']],
    ['---\nreferences:\n- id: a\n  title: x\n- id: 12\n- title: y\n---\n', ['a', '12']],
    ['---\nreferences: none\n---\n', []],
    ['Text \\cite{a}', []],
  ];
  for (const [text, keys] of cases) {
    it(JSON.stringify(text), () =>
      assert.deepEqual([...ownCitekeys(new Note(text, 'latex'))], keys),
    );
  }

  it('are found in time linear in the text', () => {
    for (const piece of ['\\bibitem[', '\\bibitem{', '\\bibitem ']) {
      assert.equal(ownCitekeys(new Note(piece.repeat(300_000), 'latex')).size, 0);
    }
  });
});
