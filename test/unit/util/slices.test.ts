import assert from 'node:assert/strict';
import { runAtOnce, runInSlices } from '../../../src/util/slices';

describe('slices', () => {
  let now = 0;
  let ended = false;
  function* steps(...times: readonly number[]): Generator<undefined, string> {
    ended = false;
    try {
      for (const time of times) {
        now += time;
        yield;
      }
      return 'done';
    } finally {
      ended = true;
    }
  }

  it('last until their time is up', async () => {
    const pauses: number[] = [];
    now = 0;
    const pause = (): Promise<void> => {
      pauses.push(now);
      return Promise.resolve();
    };
    assert.equal(await runInSlices(steps(4, 4, 4, 30, 1, 1), pause, () => now, 10), 'done');
    assert.deepEqual(pauses, [12, 42]);
  });

  it('end when the clock is moved back', async () => {
    const pauses: number[] = [];
    now = 0;
    const pause = (): Promise<void> => {
      pauses.push(now);
      return Promise.resolve();
    };
    await runInSlices(steps(4, -3_600_000, 4, 4, 4, 1), pause, () => now, 10);
    assert.deepEqual(pauses, [-3_599_996, -3_599_984]);
  });

  it('are none at all for one go', () => {
    assert.equal(runAtOnce(steps(100, 100)), 'done');
  });

  it('end where a pause ends them', async () => {
    const work = runInSlices(
      steps(20, 20, 20),
      () => Promise.reject(new Error('stopped')),
      () => now,
    );
    await assert.rejects(work, /stopped/);
    assert.ok(ended);
  });

  it('end where the work fails', async () => {
    function* failing(): Generator<undefined, void> {
      yield;
      throw new Error('failed');
    }
    await assert.rejects(
      runInSlices(
        failing(),
        () => Promise.resolve(),
        () => now,
      ),
      /failed/,
    );
  });
});
