import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

describe('query door', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ip4-desk-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints hits in rank order, with all their keys', () => {
    const hits = JSON.parse(query('why informal', '--json', '--limit', '3').stdout) as Hit[];
    assert.equal(hits.length, 3);
    for (const hit of hits) {
      assert.deepEqual(Object.keys(hit), KEYS);
    }
    const scores = hits.map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });

  it('takes the words without quotation marks, and prints text', () => {
    assert.match(query('hub', 'and', 'spoke').stdout, /^ 1\. .*hub-and-spoke/i);
  });

  it('prints the terms of a note, by the language of its ending', () => {
    const text = 'The IP4. `NATO`\n';
    assert.deepEqual(terms('note.md', text), [['IP4', 4, 7]]);
    assert.deepEqual(terms('note.txt', text), [
      ['IP4', 4, 7],
      ['NATO', 10, 14],
    ]);
  });

  it('does not count a byte order mark', () => {
    assert.deepEqual(terms('bom.md', '\ufeffNATO'), [['NATO', 0, 4]]);
  });

  it('explains itself', () => {
    const { status, stdout } = query('--help');
    assert.equal(status, 0);
    assert.match(stdout, /--terms FILE/);
  });

  for (const args of [[], ['--limit', '0', 'NATO'], ['--unknown'], ['--terms', 'a.md', 'words']]) {
    it(`refuses ${args.join(' ') || 'nothing'}`, () => {
      const { status, stdout, stderr } = query(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    });
  }

  it('fails for a file that cannot be read', () => {
    const { status, stderr } = query('--terms', join(folder, 'missing.md'));
    assert.equal(status, 1);
    assert.match(stderr, /missing\.md/);
  });

  function terms(name: string, text: string): readonly (readonly [string, number, number])[] {
    const file = join(folder, name);
    writeFileSync(file, text);
    const rows = JSON.parse(query('--terms', file, '--json').stdout) as Row[];
    return rows.map((row) => [row.text, row.start, row.end]);
  }
});

const KEYS = ['kind', 'id', 'title', 'text', 'source', 'locator', 'score'];

interface Hit {
  readonly score: number;
}

interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Runs the door as `npm run query` does. */
function query(...args: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/query.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}
