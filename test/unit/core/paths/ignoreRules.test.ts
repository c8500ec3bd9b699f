import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../../src/core/paths/ignoreRules';

/** Rules of `.gitignore` files by their folders. */
function rulesOf(files: Readonly<Record<string, string>>): IgnoreRules {
  return new IgnoreRules((folder) => Promise.resolve(files[folder]));
}

/** The paths that are left out. */
async function ignored(rules: IgnoreRules, ...paths: string[]): Promise<readonly string[]> {
  const answers = await Promise.all(paths.map((path) => rules.ignores(path)));
  return paths.filter((_, at) => answers[at]);
}

describe('ignore rules', () => {
  it('leave out nothing without a file', async () => {
    assert.deepEqual(await ignored(rulesOf({}), 'a.txt', 'b/c.txt'), []);
  });

  it('leave out files and folders', async () => {
    const rules = rulesOf({ '': '*.log\n/drafts/\n' });
    const paths = ['a.log', 'b/c.log', 'drafts/a.txt', 'b/drafts/a.txt', 'a.txt'];
    assert.deepEqual(await ignored(rules, ...paths), ['a.log', 'b/c.log', 'drafts/a.txt']);
  });

  it('follow the nearest file that says something', async () => {
    const rules = rulesOf({ '': '*.txt\n', kept: '!*.txt\n', 'kept/not': 'a.txt\n' });
    const paths = ['a.txt', 'kept/a.txt', 'kept/not/a.txt', 'kept/not/b.txt'];
    assert.deepEqual(await ignored(rules, ...paths), ['a.txt', 'kept/not/a.txt']);
  });

  it('take nothing back from a folder that is left out', async () => {
    const rules = rulesOf({ '': 'drafts/\n!drafts/a.txt\n', drafts: '!b.txt\n' });
    const paths = ['drafts/a.txt', 'drafts/b.txt'];
    assert.deepEqual(await ignored(rules, ...paths), paths);
  });
});
