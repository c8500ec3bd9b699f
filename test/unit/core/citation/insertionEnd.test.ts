import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertionEnd } from '../../../../src/core/citation/insertionEnd';
import type { TextEdit } from '../../../../src/core/model';

describe('insertionEnd', () => {
  const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

  it('stands behind what is put at the place', () => {
    assert.equal(insertionEnd(5, '[^1]', [], '\n'), 9);
  });

  it('counts what changes before the place, and nothing at it or behind it', () => {
    const edits = [edit(0, 2, 'abcd'), edit(5, 5, 'behind'), edit(8, 8, 'end')];
    assert.equal(insertionEnd(5, 'x', edits, '\n'), 8);
  });

  it('counts line breaks as the document writes them', () => {
    assert.equal(insertionEnd(4, 'a\nb', [edit(0, 0, '\n')], '\r\n'), 10);
    assert.equal(insertionEnd(4, 'a\r\nb', [], '\n'), 7);
  });

  it('is where the insertion ends in the text that comes of it', () => {
    const text = 'one two three four';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length }),
        fc.string(),
        fc.nat(text.length),
        fc.string(),
        (at, insertion, place, other) => {
          const edits = [edit(place, place, other)];
          const all =
            place < at
              ? `${text.slice(0, place)}${other}${text.slice(place, at)}${insertion}`
              : `${text.slice(0, at)}${insertion}`;
          const [end] = [all.replace(/\r?\n/g, '\n').length];
          assert.equal(insertionEnd(at, insertion, edits, '\n'), end);
        },
      ),
    );
  });
});
