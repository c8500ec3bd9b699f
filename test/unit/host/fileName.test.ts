import fc from 'fast-check';
import assert from 'node:assert/strict';
import { safeFileName, tabName } from '../../../src/util/fileName';

describe('a title as the name of a file', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['stays as it is where it can', 'On lighthouses, 2nd ed.x', 'On lighthouses, 2nd ed.x'],
    ['loses what files and addresses give a meaning', 'a/b\\c: "d?" #5', 'a b c d 5'],
    ['is one line', 'a\r\n\tb\u2028c', 'a b c'],
    ['neither begins nor ends with dots', '..a b...', 'a b'],
    ['is never empty', '??', 'source'],
    ['is cut between characters', '😀'.repeat(100), '😀'.repeat(80)],
  ];
  for (const [what, title, expected] of cases) {
    it(what, () => assert.equal(safeFileName(title, 'source'), expected));
  }

  it('can stand in an address, whatever it is made of', () => {
    const signs = fc.constantFrom(...'./\\:?#[%é. \n\u0000\u2028\u200f😀', 'ab', '\ud800', '..');
    const titles = fc.array(signs).map((parts) => parts.join(''));
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeFileName(title, 'source');
        assert.match(name, /^[^/\\?#.][^/\\?#]*$/);
        assert.doesNotThrow(() => encodeURIComponent(name));
      }),
    );
  });
});

describe('a title on a tab', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'stays as it is',
      'NATO 2030: “United” for what? #1.md',
      'NATO 2030: “United” for what? #1.md',
    ],
    ['keeps the look of slashes', 'AP4/IP4 \\ 1', 'AP4∕IP4 ∕ 1'],
    ['is one line', 'a\r\n\tb\u2028c\u202e', 'a b c'],
    ['is never empty, and no place', '..', 'term'],
    ['is cut between characters', '😀'.repeat(100), `${'😀'.repeat(59)}…`],
  ];
  for (const [what, title, expected] of cases) {
    it(what, () => assert.equal(tabName(title, 'term'), expected));
  }

  it('is the last part of a path, whatever it is made of', () => {
    const signs = fc.constantFrom(...'./\\:?#[%é. \n\u0000\u2028\u200f😀', 'ab', '\ud800', '..');
    const titles = fc.array(signs).map((parts) => parts.join(''));
    fc.assert(
      fc.property(titles, (title) => {
        const name = tabName(title, 'term');
        assert.match(name, /^[^/\\]+$/);
        assert.notEqual(name.replaceAll('.', ''), '');
        assert.doesNotThrow(() => encodeURIComponent(name));
      }),
    );
  });
});
