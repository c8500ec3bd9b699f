import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { compileGlob } from '../../../../src/core/paths/glob';
import { excludedBy, includedBy } from '../../../../src/core/paths/pathRules';

const name = fc.constantFrom('a', 'b', 'ab', 'aab', 'b.txt', 'aa.md', '.a', 'a-b', 'ba*b', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

const piece = fc.constantFrom(
  'a',
  'b',
  '*',
  '*a',
  'a*',
  '?',
  '[ab]',
  '[!a]',
  '[^b]',
  '[a-c]',
  '\\*',
  '.txt',
  '-',
  '{a,b}',
  '{txt,md}',
  '{a,b*,ab}',
);

/**
 * Globs as people write them, of few stars and of many. Not with `**` twice in a row: to the library
 * `**\/*\/**\/**` is something else than `**\/*\/**`.
 */
const glob = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }) },
      fc.constantFrom(['**']),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((names) => names.map((parts) => parts.join('')).join('/'))
  .filter((text) => !/(?:^|\/)\*{2,}\/\*{2,}(?:\/|$)/.test(text))
  // More choices stand for more globs than are tried.
  .filter((text) => (text.match(/\{/g) ?? []).length <= 5);

describe('globs', () => {
  it('mean what they mean to the library, with few stars and with many', () => {
    fc.assert(
      fc.property(glob, path, (text, about) => {
        const matches = compileGlob(text);
        assert.ok(matches !== undefined);
        assert.equal(matches(about), picomatch(text, { dot: true })(about));
      }),
      { numRuns: 4000 },
    );
  });

  for (const [text, about] of [
    ['**/sources/**/*.{txt,md,html,htm,pdf,docx}', 'a/sources/b/c.pdf'],
    ['**/a*a*/**', 'aab'],
    ['!(node_modules)/**', 'a/b'],
    ['**/*.@(md|txt)', 'a/b.md'],
    ['+(a|b)/*', 'abab/c'],
    ['./notes/**', 'notes/a'],
    ['{2019..2021}/**', '2020/a'],
  ] as const) {
    it(`know ${text} as the library does`, () => {
      assert.equal(compileGlob(text)?.(about), picomatch(text, { dot: true })(about));
    });
  }

  it('try a path once, however many stars and groups stand in one', () => {
    const globs = [
      `**/${'*a'.repeat(40)}`,
      '**/'.repeat(200) + 'b',
      `${'a*/'.repeat(40)}b`,
      '{a,aa}'.repeat(30),
      '+(+(a))b',
      '*(a|aa)b',
      '+(a|a)*b',
      '(a+)+b',
      '([a-z]+)*b',
      '{a,aa}+b',
      '[a]+[a]+[a]+[a]+[a]+[a]+b',
      `${'@('.repeat(200)}a${')'.repeat(200)}`,
      `${'{'.repeat(300)}a${',b}'.repeat(300)}`,
      'a'.repeat(50_000),
      '[',
      '(',
    ];
    const long = 'a'.repeat(200);
    const matches = includedBy(globs);
    assert.equal(matches(`${long}c`), false);
    assert.equal(matches(`${long}/${long}/${long}/${long}c`), false);
  });

  it('that do not count are told, and the others count', () => {
    const left: string[] = [];
    const matches = excludedBy(['drafts', '(a+)+b', 'x'.repeat(1_001), '*.log'], (one) =>
      left.push(one.slice(0, 10)),
    );
    assert.deepEqual(left, ['(a+)+b', 'xxxxxxxxxx']);
    assert.deepEqual(['drafts/a', 'a.log', 'b'].map(matches), [true, true, false]);
  });

  it('never throw', () => {
    const sign = fc.constantFrom(...'ab*?[]{}()!+@|,/\\.-^$"');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), path, (signs, about) => {
        compileGlob(signs.join(''))?.(about);
      }),
      { numRuns: 2000 },
    );
  });
});
