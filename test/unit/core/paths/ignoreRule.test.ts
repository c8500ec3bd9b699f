import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { IgnoreRules } from '../../../../src/core/paths/ignoreRules';
import { parseIgnoreFile } from '../../../../src/core/paths/ignoreRule';

const PATHS = ['a', 'b', 'ab', 'aab', 'abab', 'b.txt', 'aa.txt', '.a', 'a-b', 'ba*b', '!a', '#a'];

/** Names of a path as a folder or a file has it. */
const path = fc
  .tuple(fc.array(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([names, isFolder]) => names.join('/') + (isFolder ? '/' : ''));

const piece = fc.constantFrom(
  'a',
  'b',
  '*',
  '*a',
  'a*',
  '?',
  '**',
  '[ab]',
  '[!a]',
  '[^b]',
  '[a-c]',
  '[[:alpha:]]',
  '[]a]',
  '\\*',
  '.txt',
  '-',
);

/** Lines as people write them, of few stars and of many. */
const line = fc
  .tuple(
    fc.constantFrom('', '', '/', '!', '**/', '\\!', '\\#'),
    fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '/', '/**', '  ', '\\ '),
  )
  .map(([start, names, end]) => start + names.map((parts) => parts.join('')).join('/') + end);

function rulesOf(text: string): IgnoreRules {
  return new IgnoreRules((folder) => Promise.resolve(folder === '' ? text : undefined));
}

describe('lines of .gitignore files', () => {
  it('mean what they mean to the library, with few stars and with many', () => {
    fc.assert(
      fc.property(line, path, (text, about) => {
        const positive = text.replace(/^!/, '');
        const [rule] = parseIgnoreFile(text).rules;
        const expected = ignore({ ignorecase: false })
          .add([`!${positive}`])
          .test(about).unignored;
        assert.equal(rule?.matches(about) ?? false, expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('have names of three stars, which stand for any number of names', () => {
    const paths = ['a', 'a/a', 'b/a', 'b/x/y/a', 'b/a/c', 'a/b/c'];
    for (const text of [
      '**/***/**a/**',
      '**/***/*a',
      '*/***/*/****',
      'b/***/*a*/***',
      '*\\***/*/*',
    ]) {
      const [rule] = parseIgnoreFile(text).rules;
      const library = ignore({ ignorecase: false }).add([`!${text}`]);
      assert.deepEqual(
        paths.filter((about) => rule?.matches(about)),
        paths.filter((about) => library.test(about).unignored),
        text,
      );
    }
  });

  it('decide together as they do in the library', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), path, async (lines, written) => {
        const about = written.replace(/\/$/, '');
        const text = lines.join('\n');
        const expected = ignore({ ignorecase: false }).add(text).ignores(about);
        assert.equal(await rulesOf(text).ignores(about), expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('cost themselves alone where they are longer than any path', async () => {
    const text = `*.log\n${'a'.repeat(50_000)}\n${'*a'.repeat(30_000)}\n[\nz-\\\n*.tmp\n`;
    const { rules, problems } = parseIgnoreFile(text);
    assert.deepEqual(problems, [
      'Line 2 is longer than 1000 characters and does not count.',
      'Line 3 is longer than 1000 characters and does not count.',
    ]);
    assert.ok(rules.length >= 2);
    const all = rulesOf(text);
    const paths = ['a.log', 'a.tmp', 'sources/a.txt', `${'a'.repeat(200)}b`];
    const ignored = await Promise.all(paths.map((about) => all.ignores(about)));
    assert.deepEqual(ignored, [true, true, false, false]);
  });

  it('try a name once, however many stars stand in a line', async () => {
    const lines = [
      '*a'.repeat(400),
      '**/'.repeat(300) + 'b',
      'a*/'.repeat(300),
      '*[ab]'.repeat(150),
    ];
    const name = `${'a'.repeat(250)}c`;
    const all = rulesOf(lines.join('\n'));
    assert.equal(await all.ignores(`${name}/${name}/${name}`), false);
    assert.equal(await all.ignores('a'.repeat(500)), true);
  });

  it('are only so many', () => {
    const { rules, problems } = parseIgnoreFile(
      '# remark\n\n'.repeat(5_000) + '*.a\n'.repeat(5_000),
    );
    assert.equal(rules.length, 2_000);
    assert.deepEqual(problems, [
      'Only the first 2000 rules count: line 12001 and those below do not.',
    ]);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), path, (text, about) => {
        for (const rule of parseIgnoreFile(text).rules) {
          rule.matches(about);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
