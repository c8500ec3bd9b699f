import assert from 'node:assert/strict';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import { CitekeyIndex, type FoundEntry } from '../../../../src/core/citation/citekeyIndex';

const BIB = `
@book{galic2024, author = {Galic, Mirna}, title = {Partners at Sea}, year = 2024}
@book{partners-nato, author = {Doe, Jane}, title = {Ports}, year = 1999}
@book{x1, author = {M{\\"u}ller, Karl and Partner, Ann}, title = {On Piers}, year = 2001}
@book{z-müller, title = {The Partnering of Ports}}
@book{Gal99, author = {Gale, A.}, title = {Winds}, year = 1999}
`;

const index = new CitekeyIndex(parseBibliography(BIB, 'x.bib').entries);

const keysOf = (found: readonly FoundEntry[]) => found.map(({ entry }) => entry.citekey);

const find = (typed: string, most = 10) => keysOf(index.find(typed, most));

describe('the entries found by what is typed', () => {
  const cases: readonly (readonly [typed: string, keys: readonly string[]])[] = [
    ['', ['Gal99', 'galic2024', 'partners-nato', 'x1', 'z-müller']],
    ['gal', ['Gal99', 'galic2024']],
    ['GALIC', ['galic2024']],
    ['muller', ['z-müller', 'x1']],
    ['müll', ['z-müller', 'x1']],
    ['part', ['partners-nato', 'x1', 'galic2024', 'z-müller']],
    ['nato', ['partners-nato']],
    ['2024', ['galic2024']],
    ['doe1999', ['partners-nato']],
    ['galeWinds', []],
    ['gale-winds', ['Gal99']],
    ['alic', []],
    ['ports', ['partners-nato', 'z-müller']],
    ['-', ['partners-nato', 'z-müller']],
    ['nobody', []],
  ];
  for (const [typed, keys] of cases) {
    it(JSON.stringify(typed), () => assert.deepEqual(find(typed), keys));
  }

  it('are no more than wanted, the best of all', () => {
    assert.deepEqual(find('part', 2), ['partners-nato', 'x1']);
    const many = Array.from({ length: 14_000 }, (_, at) => `@book{k${at}, title = {Pier ${at}}}`);
    const large = new CitekeyIndex(parseBibliography(many.join('\n'), 'x.bib').entries);
    assert.equal(large.find('', 100).length, 100);
    assert.deepEqual(keysOf(large.find('k1399', 3)), ['k1399', 'k13990', 'k13991']);
    assert.deepEqual(keysOf(large.find('13999', 3)), ['k13999']);
  });
});
