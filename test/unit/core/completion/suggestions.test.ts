import assert from 'node:assert/strict';
import { bracketed } from '../../../../src/core/completion/spelledOut';
import { suggestTerms, type Suggestion } from '../../../../src/core/completion/suggestions';
import { knownTermOfPack, type KnownTerm } from '../../../../src/core/terms/knownTerm';
import { NameIndex } from '../../../../src/core/terms/nameIndex';
import { ownTerms } from '../../../support/knownTerms';
import { term } from '../note/marked';

const PACK = [
  term('Istanbul Cooperation Initiative', { abbreviation: 'ICI' }),
  term('Mediterranean Dialogue', { abbreviation: 'MD' }),
  term('maritime security'),
  term('the Alliance', { case: 'exact' }),
  term('South Korea', { abbreviation: 'ROK', aliases: ['Republic of Korea'] }),
].map(knownTermOfPack);

interface Options {
  readonly least?: number;
  readonly limit?: number;
  readonly terms?: readonly KnownTerm[];
}

function suggest(
  before: string,
  { least = 2, limit = 100, terms = PACK }: Options = {},
): readonly Suggestion[] {
  const context = { before, bracketed: bracketed(before), least };
  return suggestTerms(new NameIndex(terms), context, limit);
}

const labels = (before: string, options?: Options) =>
  suggest(before, options).map(({ label }) => label);

describe('the terms suggested at a caret', () => {
  const long = 'Istanbul Cooperation Initiative';
  const cases: readonly (readonly [before: string, ...labels: string[]])[] = [
    ['the ist', long, `${long} (ICI)`],
    ['the istanbul coop', long, `${long} (ICI)`],
    ['the coop init', long, `${long} (ICI)`],
    ['the IC', 'ICI', `${long} (ICI)`],
    [`The ${long} (ICI) met. The ist`, 'ICI', long],
    [`The ${long} (ICI) met. The IC`, 'ICI'],
    ['the mari', 'maritime security'],
    ['It met. mari', 'Maritime security'],
    ['the Mari', 'Maritime security'],
    ['Mari', 'Maritime security'],
    ['the Secu', 'Maritime security'],
    ['The alli', 'the Alliance'],
    ['the korea', 'South Korea', 'South Korea (ROK)', 'Republic of Korea'],
    ['the republic', 'Republic of Korea', 'South Korea', 'South Korea (ROK)'],
    ['the republic of korea', 'South Korea', 'South Korea (ROK)', 'Republic of Korea'],
    ['the cooperation', long, `${long} (ICI)`],
    ['the istanbul ', long, `${long} (ICI)`],
    ['the x'],
    ['the i'],
    ['the zzz'],
  ];
  for (const [before, ...expected] of cases) {
    it(`behind ${JSON.stringify(before)}`, () => assert.deepEqual(labels(before), expected));
  }

  it('replace the phrase that they answer to', () => {
    const line = 'with the istanbul coop';
    for (const { start, filter } of suggest(`One.\n${line}`)) {
      assert.equal(start, line.indexOf('istanbul'));
      assert.equal(filter, 'istanbul cooperation Initiative');
    }
  });

  it('are those of a single letter only where so few are wanted', () => {
    assert.deepEqual(labels('the i', { least: 1 }), ['ICI', `${long} (ICI)`, long]);
  });

  it('are all where nothing has been typed', () => {
    assert.equal(labels('It met, ').length, 12);
    assert.equal(labels('The lighthouse ').length, 12);
    assert.equal(labels('').length, 12);
    assert.equal(labels('', { limit: 3 }).length, 3);
  });

  it('answer to as much of the phrase as any do', () => {
    const terms = [term('initiative alpha'), term('coop init beta')].map(knownTermOfPack);
    assert.deepEqual(labels('the coop init', { terms }), ['coop init beta']);
  });

  it('go on behind an article, which few names begin with', () => {
    const terms = [term('The Quay summit'), term('Skerry summit')].map(knownTermOfPack);
    assert.deepEqual(labels('at the summ', { terms }), ['The Quay summit', 'Skerry summit']);
    assert.deepEqual(labels('at the quay', { terms }), ['The Quay summit']);
  });

  it('say by which other form a term is known', () => {
    const details = suggest('the korea').map(({ detail }) => detail);
    assert.deepEqual(details, ['ROK', '', 'South Korea']);
    assert.equal(suggest('the IC')[0]?.detail, long);
  });

  it('name every term of a wording, nearest first', () => {
    const terms = [...ownTerms('Own', [{ name: 'maritime security' }]), ...PACK];
    const [suggestion] = suggest('the mari', { terms });
    assert.deepEqual(
      suggestion?.terms.map(({ origin }) => origin.kind),
      ['glossary', 'pack'],
    );
  });
});

describe('a deprecated name', () => {
  const own = (use?: string) => [
    ...ownTerms('Own', [
      { name: 'maritime safety' },
      { name: 'maritime security', status: 'deprecated', ...(use !== undefined && { use }) },
    ]),
    ...PACK,
  ];

  it('comes last, marked, and writes what to use instead, whatever other glossaries say', () => {
    const suggestions = suggest('It met. mari', { terms: own('security at sea') });
    assert.deepEqual(
      suggestions.map(({ label, text, isDeprecated }) => [label, text, isDeprecated]),
      [
        ['Maritime safety', 'Maritime safety', false],
        ['maritime security', 'Security at sea', true],
      ],
    );
  });

  it('is not suggested when nothing is known to use instead, by any glossary', () => {
    assert.deepEqual(labels('the mari', { terms: own() }), ['maritime safety']);
  });
});
