import assert from 'node:assert/strict';
import { ReadingQueue } from '../../../../src/workspace/library/readingQueue';

describe('reading queue', () => {
  const queueOf = (...ids: string[]): ReadingQueue => {
    const queue = new ReadingQueue();
    queue.add(ids);
    return queue;
  };

  const drain = (queue: ReadingQueue): readonly string[] => {
    const taken: string[] = [];
    for (let id; (id = queue.take()) !== undefined; queue.finish(id)) {
      taken.push(id);
    }
    return taken;
  };

  it('gives sources in their order, those asked for last before all others', () => {
    const queue = queueOf('a', 'b');
    queue.add(['c', 'd']);
    assert.deepEqual(drain(queue), ['c', 'd', 'a', 'b']);
  });

  it('gives a source that was asked for twice once, at its later place', () => {
    const queue = queueOf('a', 'b');
    queue.add(['b']);
    assert.deepEqual(drain(queue), ['b', 'a']);
  });

  it('says which is next without taking it, and passes over what waits no more', () => {
    const queue = queueOf('a', 'b');
    assert.equal(queue.next, 'a');
    queue.remove('a');
    assert.equal(queue.next, 'b');
    assert.equal(queue.take(), 'b');
    assert.equal(queue.next, undefined);
  });

  it('counts what has been read until nothing is left', () => {
    const queue = queueOf('a', 'b', 'c');
    assert.deepEqual(queue.progress, { done: 0, total: 3 });
    queue.take();
    queue.take();
    assert.deepEqual(queue.progress, { done: 0, total: 3 });
    queue.finish('a');
    queue.remove('c');
    assert.deepEqual(queue.progress, { done: 1, total: 2 });
    queue.finish('b');
    assert.equal(queue.progress, undefined);
    queue.add(['d']);
    assert.deepEqual(queue.progress, { done: 0, total: 1 });
  });

  it('knows what is being read, also while it waits again', () => {
    const queue = queueOf('a');
    queue.take();
    queue.add(['a']);
    assert.ok(queue.isReading('a'));
    queue.take();
    queue.finish('a');
    assert.ok(queue.isReading('a'));
    queue.finish('a');
    assert.ok(!queue.isReading('a'));
  });
});
