import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkReaches } from '../../../../scripts/lib/reach/checkReaches.mjs';
import { emptied } from '../../../../scripts/lib/reach/cutFunctions.mjs';
import type { Exception } from '../../../../scripts/lib/reach/exceptions.mjs';

describe('The table of exceptions', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function problems(
    files: Readonly<Record<string, string>>,
    rows: readonly Omit<Exception, 'reason'>[] = [],
  ): Promise<string[]> {
    for (const [name, code] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), code);
    }
    const found = await checkReaches(
      folder,
      rows.map((row) => ({ ...row, reason: 'made up' })),
    );
    return found.map((problem) => problem.split('\n')[0] ?? '');
  }

  it('has no complaint about code that keeps to itself', async () => {
    assert.deepEqual(await problems({ 'dist/a.js': 'run();', 'data/b.json': '{"fetch":1}' }), []);
  });

  it('names everything that is not in it, wherever it lies', async () => {
    assert.deepEqual(
      await problems({
        'dist/a.js': 'fetch(1);',
        'dist/deep/b.mjs': 'import "net";',
        'media/c.cjs': 'eval(x)',
      }),
      [
        'a.js reaches for fetch: ',
        'deep/b.mjs reaches for module:net: ',
        '../media/c.cjs reaches for eval: ',
      ],
    );
  });

  it('allows what it names, in that bundle', async () => {
    const files = { 'dist/a.js': 'fetch(1); fetch(2);', 'dist/b.js': 'fetch(1);' };
    assert.deepEqual(await problems(files, [{ bundle: 'a.js', name: 'fetch' }]), [
      'b.js reaches for fetch: ',
    ]);
  });

  it('counts where it says how often', async () => {
    const files = { 'dist/a.js': 'fetch(1); fetch(2);' };
    assert.deepEqual(await problems(files, [{ bundle: 'a.js', name: 'fetch', uses: 2 }]), []);
    assert.deepEqual(await problems(files, [{ bundle: 'a.js', name: 'fetch', uses: 1 }]), [
      'a.js reaches for fetch 2 times, not 1: ',
    ]);
  });

  it('complains about rows that nothing needs', async () => {
    assert.deepEqual(await problems({ 'dist/a.js': '' }, [{ bundle: 'a.js', name: 'fetch' }]), [
      'a.js does not reach for fetch (any more).',
    ]);
  });
});

describe('Functions that are left out of a bundle', () => {
  it('throw, and the rest stays', () => {
    const code = 'function a() { fetch(1); }\nfunction b() { return 2; }\nfunction c(x) {}';
    assert.equal(
      emptied(code, ['c', 'a']),
      'function a() { throw new Error("a is left out."); }\nfunction b() { return 2; }\n' +
        'function c(x) { throw new Error("c is left out."); }',
    );
  });

  it('must be there', () => {
    assert.throws(() => emptied('function a() {}', ['a', 'b']), /no function b /);
  });
});
