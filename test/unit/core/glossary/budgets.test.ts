import assert from 'node:assert/strict';
import { unread } from '../../../../src/core/glossary/glossary';
import { gatherImports } from '../../../../src/core/glossary/imports';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { readYaml } from '../../../../src/core/text/yamlText';

const wrap = (terms: string) => `contexts:\n  - terms:\n${terms}`;

describe('problems of a glossary', () => {
  for (const [what, text] of [
    ['closing brackets', ']'.repeat(100_000)],
    ['lines of closing brackets', ']\n'.repeat(50_000)],
    ['commas in brackets', `[${',\n'.repeat(50_000)}`],
    ['ends of documents', '...\n'.repeat(50_000)],
    ['indents by tabs', '\t- a\n'.repeat(20_000)],
    ['quotation marks', '"\n'.repeat(20_001)],
    ['entries without a name', wrap('      - definition: A lamp\n'.repeat(5_000))],
    ['entries that are none', wrap('      - lamp\n'.repeat(5_000))],
  ] as const) {
    it(`are a hundred, and one for the others, for ${what}`, () => {
      const { problems } = parseGlossary(text);
      assert.ok(problems.length >= 1 && problems.length <= 101);
      assert.equal(problems.length === 101, problems.at(-1)?.kind === 'moreProblems');
    });
  }

  it('are all told when they are few enough', () => {
    const { problems } = parseGlossary(wrap('      - definition: A lamp\n'.repeat(100)));
    assert.equal(problems.length, 100);
    assert.ok(problems.every(({ kind }) => kind === 'noName'));
  });

  it('end with how many more there are, at the first of these', () => {
    const text = wrap('      - definition: A lamp\n'.repeat(130));
    const last = parseGlossary(text).problems.at(-1);
    assert.equal(last?.kind, 'moreProblems');
    assert.equal(last.detail, '30');
    assert.equal(text.slice(0, last.span.start).split('\n').length, 2 + 101);
  });

  it('cost no entry that stands behind them', () => {
    const terms = '      - definition: A lamp\n'.repeat(500) + '      - name: bell\n';
    assert.deepEqual(
      parseGlossary(wrap(terms)).contexts[0]?.entries.map(({ name }) => name),
      ['bell'],
    );
  });

  it('quote little of what they are about', () => {
    const { problems } = parseGlossary(wrap(`      - ${'x'.repeat(50_000)}: a\n        name: b\n`));
    assert.ok(problems.every(({ detail }) => detail.length <= 301));
  });

  it('are no object each to the library', () => {
    const { flaws, flawStarts, document } = readYaml(`[${','.repeat(30_000)}`, {});
    assert.equal(flaws.length, 10_000);
    assert.ok(flawStarts.length >= 30_000);
    assert.equal(document.errors.length, 0);
  });

  it('of imports are a hundred, however many files are missing', async () => {
    let asked = 0;
    const imports = Array.from({ length: 5_000 }, (_, at) => ({
      path: `${at}.yml`,
      span: { start: at, end: at },
    }));
    const uri = { scheme: 'file', authority: '', path: '/w/a.yml' };
    const { problems } = await gatherImports(
      { uri, glossary: { ...unread('syntax'), imports } },
      () => {
        asked++;
        return Promise.resolve(undefined);
      },
    );
    assert.ok(asked <= 1_000);
    assert.equal(problems.length, 101);
    assert.equal(problems.at(-1)?.kind, 'moreProblems');
  });
});
