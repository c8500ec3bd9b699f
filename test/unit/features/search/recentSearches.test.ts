import assert from 'node:assert/strict';
import { type Memory, RecentSearches } from '../../../../src/features/search/recentSearches';

function memory(initial?: unknown): Memory {
  let stored = initial;
  return {
    get: () => stored,
    update: (_key, value) => {
      stored = value;
      return Promise.resolve();
    },
  };
}

describe('recent searches', () => {
  it('come latest first', async () => {
    const recent = new RecentSearches(memory());
    await recent.add('first');
    await recent.add('second');
    assert.deepEqual(recent.all, ['second', 'first']);
  });

  it('hold the same words once, as they were written last', async () => {
    const recent = new RecentSearches(memory(['other', 'why informal']));
    await recent.add(' Why  informal ');
    assert.deepEqual(recent.all, ['Why informal', 'other']);
  });

  it('are ten at most', async () => {
    const recent = new RecentSearches(memory());
    for (let i = 1; i <= 12; i++) {
      await recent.add(`search ${i}`);
    }
    assert.equal(recent.all.length, 10);
    assert.equal(recent.all.at(-1), 'search 3');
  });

  it('leave out empty ones', async () => {
    const recent = new RecentSearches(memory(['one']));
    await recent.add('  ');
    assert.deepEqual(recent.all, ['one']);
  });

  it('can be forgotten one by one and all at once', async () => {
    const recent = new RecentSearches(memory(['one', 'two', 'three']));
    await recent.remove('two');
    assert.deepEqual(recent.all, ['one', 'three']);
    await recent.clear();
    assert.deepEqual(recent.all, []);
  });

  it('survive whatever is stored in their place', () => {
    for (const stored of [null, 'text', 4, {}, [1, null, 'kept', ['x']]]) {
      const { all } = new RecentSearches(memory(stored));
      assert.deepEqual(all, Array.isArray(stored) ? ['kept'] : []);
    }
  });
});
