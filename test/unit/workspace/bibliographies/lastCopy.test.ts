import assert from 'node:assert/strict';
import { LastCopy } from '../../../../src/workspace/bibliographies/lastCopy';

describe('LastCopy', () => {
  const refs = [{ source: 'log', passage: 'p1' }];

  it('knows what a text was copied from, whatever its line breaks', () => {
    const copy = new LastCopy();
    copy.set('One.\n\nTwo.', refs);
    assert.deepEqual(copy.refsOf('One.\n\nTwo.'), refs);
    assert.deepEqual(copy.refsOf('One.\r\n\r\nTwo.'), refs);
  });

  it('knows nothing of another text, or before anything was copied', () => {
    const copy = new LastCopy();
    assert.deepEqual(copy.refsOf(''), []);
    copy.set('One.', refs);
    assert.deepEqual(copy.refsOf('One'), []);
    copy.set('Two.', []);
    assert.deepEqual(copy.refsOf('One.'), []);
  });
});
