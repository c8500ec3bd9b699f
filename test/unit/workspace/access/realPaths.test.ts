import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparablePath } from '../../../../src/core/paths/realPath';
import { RealPaths } from '../../../../src/workspace/access/realPaths';

describe('the real path', () => {
  let base: string;
  const real = async (path: string) => {
    const found = await RealPaths.create()?.of(join(base, path));
    return found && `${found.path.slice(comparable(base).length)} ${found.exists}`;
  };
  const comparable = (path: string) => comparablePath(path, process.platform === 'win32');

  before(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'ip4-desk-real-')));
    await mkdir(join(base, 'w/deep'), { recursive: true });
    await writeFile(join(base, 'w/deep/a.txt'), '');
    await symlink(join(base, 'w/deep'), join(base, 'folder'), 'junction');
    await symlink('deep/a.txt', join(base, 'w/file'));
    await symlink('../gone/b.txt', join(base, 'w/deep/broken'));
    await symlink(join(base, 'w/deep/broken'), join(base, 'twice'));
    await symlink('round', join(base, 'round'));
    await symlink('pong', join(base, 'ping'));
    await symlink('ping', join(base, 'pong'));
  });

  after(() => rm(base, { recursive: true }));

  const rows: readonly [string, string | undefined][] = [
    ['w/deep/a.txt', '/w/deep/a.txt true'],
    ['folder/a.txt', '/w/deep/a.txt true'],
    ['w/file', '/w/deep/a.txt true'],
    ['folder', '/w/deep true'],
    ['w/none.txt', '/w/none.txt false'],
    ['folder/none/none.txt', '/w/deep/none/none.txt false'],
    ['w/deep/broken', '/w/gone/b.txt false'],
    ['twice', '/w/gone/b.txt false'],
    ['twice/below', '/w/gone/b.txt/below false'],
    ['round', undefined],
    ['ping/below', undefined],
    ['w/deep/a.txt/below', undefined],
  ];
  for (const [path, expected] of rows) {
    it(`of ${path} is ${expected ?? 'not to be had'}`, async () => {
      assert.equal(await real(path), expected);
    });
  }
});
