import assert from 'node:assert/strict';
import { recent } from '../../../src/util/recent';

describe('what a function has given of late', () => {
  function counted() {
    const asked: string[] = [];
    const lengthOf = recent(
      (text) => {
        asked.push(text);
        return text === '' ? undefined : text.length;
      },
      { most: 2, longest: 3 },
    );
    return { asked, lengthOf };
  }

  it('is given again, nothing as well', () => {
    const { asked, lengthOf } = counted();
    assert.deepEqual(['a', '', 'a', ''].map(lengthOf), [1, undefined, 1, undefined]);
    assert.deepEqual(asked, ['a', '']);
  });

  it('is forgotten with one text too many, and not kept for long ones', () => {
    const { asked, lengthOf } = counted();
    assert.deepEqual(['a', 'b', 'c', 'a', 'long', 'long'].map(lengthOf), [1, 1, 1, 1, 4, 4]);
    assert.deepEqual(asked, ['a', 'b', 'c', 'a', 'long', 'long']);
  });
});
