import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SharedLock } from '../../../../src/workspace/library/sharedLock';

/** No process has it: the largest that Linux gives is 4,194,304. */
const NOBODY = 2 ** 30;

describe('a lock that windows share', () => {
  let folder: string;
  let locks: SharedLock[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    locks = [];
  });
  afterEach(async () => {
    locks.forEach((lock) => lock.dispose());
    await rm(folder, { recursive: true });
  });

  const path = () => join(folder, 'below', 'one.lock');
  function createLock(): SharedLock {
    const lock = new SharedLock({ scheme: 'file', fsPath: path() });
    locks.push(lock);
    return lock;
  }
  async function holders(): Promise<number> {
    const taken = await Promise.all(locks.map((lock) => lock.take()));
    return taken.filter(Boolean).length;
  }

  it('is held by one, until that frees it', async () => {
    const [one, other] = [createLock(), createLock()];
    assert.equal(await one.take(), true);
    assert.deepEqual([await one.take(), await other.take()], [true, false]);
    one.release();
    assert.equal(one.isHeld, false);
    assert.deepEqual(await readdir(join(folder, 'below')), []);
    assert.deepEqual([await other.take(), await one.take()], [true, false]);
  });

  it('goes to one of many that want it at once', async () => {
    Array.from({ length: 8 }, createLock);
    assert.equal(await holders(), 1);
  });

  it('is taken from a process that is gone, from one that is silent, and from nonsense', async () => {
    await createLock().take();
    locks.pop()?.dispose();
    const sign = JSON.stringify({ pid: process.pid, token: 'x' });
    await writeFile(path(), sign);
    assert.equal(await createLock().take(), false);
    await utimes(path(), new Date(0), new Date(0));
    assert.equal(await createLock().take(), true);
    for (const text of [JSON.stringify({ pid: NOBODY, token: 'x' }), 'no JSON', '']) {
      locks.pop()?.dispose();
      await writeFile(path(), text);
      assert.equal(await createLock().take(), true, text);
    }
  });

  it('is nobody’s where there is no disk', async () => {
    const lock = new SharedLock({ scheme: 'memfs', fsPath: path() });
    assert.equal(await lock.take(), false);
    assert.equal(lock.isHeld, false);
  });
});
