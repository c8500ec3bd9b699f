import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '../../../../src/core/model';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { NameIndex, NameIndexes } from '../../../../src/core/terms/nameIndex';
import { runAtOnce } from '../../../../src/util/slices';
import { TermSet } from '../../../../src/core/terms/termSet';
import { ownTerms } from '../../../support/knownTerms';
import { term } from '../note/marked';

const indexOf = (...terms: readonly Term[]) => new NameIndex(terms.map(knownTermOfPack));

const forms = (index: NameIndex, query: string, limit = 100) =>
  index.find(query, limit).map(({ form }) => form);

describe('the index of names', () => {
  const ici = term('Istanbul Cooperation Initiative', {
    abbreviation: 'ICI',
    aliases: ['Istanbul Initiative'],
  });
  const index = indexOf(ici, term('Élysée Treaty'), term('cyber-defence organisation'));

  const found: readonly (readonly [query: string, form: string])[] = [
    ['istan', ici.name],
    ['ISTANBUL COOP', ici.name],
    ['coop', ici.name],
    ['coop init', ici.name],
    ['init coop', ici.name],
    ['ici', 'ICI'],
    ['Istanbul Init', 'Istanbul Initiative'],
    ['elysee', 'Élysée Treaty'],
    ['ÉLYS', 'Élysée Treaty'],
    ['defense', 'cyber-defence organisation'],
    ['organiz', 'cyber-defence organisation'],
    ['organis', 'cyber-defence organisation'],
    ['cyber-def', 'cyber-defence organisation'],
    ['cyberdef', 'cyber-defence organisation'],
  ];
  for (const [query, form] of found) {
    it(`finds “${form}” by “${query}”`, () => assert.ok(forms(index, query).includes(form)));
  }

  for (const query of ['nitiative', 'coop treaty', 'istanbulc', '!', '“', 'x']) {
    it(`finds nothing by “${query}”`, () => assert.deepEqual(forms(index, query), []));
  }

  it('gives the term that the form belongs to', () => {
    assert.deepEqual(
      index.find('ici', 1).map(({ term: { id } }) => id),
      [ici.id],
    );
  });

  it('lists all forms, shorter ones first, where nothing is asked', () => {
    assert.deepEqual(forms(index, ' '), [
      'ICI',
      'Élysée Treaty',
      'Istanbul Initiative',
      'cyber-defence organisation',
      'Istanbul Cooperation Initiative',
    ]);
  });

  it('puts what is the query before what begins with it, and that before what holds it', () => {
    const many = indexOf(
      term('big US'),
      term('us and them'),
      term('United States', { abbreviation: 'US' }),
    );
    assert.deepEqual(forms(many, 'us'), ['US', 'us and them', 'big US']);
  });

  it('puts the nearest glossary first, then shorter names', () => {
    const terms = [
      ...ownTerms('near', [{ name: 'harbour of the north' }, { name: 'harbour x' }]),
      ...ownTerms('far', [{ name: 'harbour' }]),
      ...[term('harbour A'), term('harbour')].map(knownTermOfPack),
    ];
    assert.deepEqual(
      new NameIndex(terms)
        .find('harbo', 9)
        .map(({ form, term: { origin } }) => [
          form,
          origin.kind === 'pack' ? 'pack' : origin.label,
        ]),
      [
        ['harbour x', 'near'],
        ['harbour of the north', 'near'],
        ['harbour', 'far'],
        ['harbour', 'pack'],
        ['harbour A', 'pack'],
      ],
    );
  });

  it('is made once for a set of terms', async () => {
    const set = new TermSet([knownTermOfPack(ici)]);
    const indexes = new NameIndexes((work) => Promise.resolve(runAtOnce(work)));
    assert.equal(await indexes.of(set), await indexes.of(set));
  });

  it('is made of nothing, too', () => {
    assert.deepEqual(new NameIndex([]).find('', 9), []);
    assert.deepEqual(new NameIndex([]).find('a', 9), []);
  });
});

describe('the index of any names', () => {
  const word = fc.constantFrom(
    'alpha',
    'Alps',
    'beta',
    'gamma',
    'défi',
    'Defence',
    'IP4',
    '日本',
    'co',
  );
  const name = fc
    .array(word, { minLength: 1, maxLength: 10 })
    .chain((words) => fc.constantFrom(' ', '-', ' (').map((gap) => words.join(gap)));
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 20 });
  const wordsOf = (form: string) => form.match(/[\p{L}\p{N}]+/gu) ?? [];

  it('finds every term by every beginning of each of its words', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (all, at, length) => {
        const index = indexOf(...all.map((each) => term(each)));
        for (const each of all) {
          const words = wordsOf(each);
          const chosen = words[at % words.length]!;
          const query = chosen.slice(0, 1 + (length % chosen.length));
          assert.ok(forms(index, query).includes(each), `${each} by ${query}`);
        }
      }),
    );
  });

  it('finds every term by its words in any order', () => {
    fc.assert(
      fc.property(names, (all) => {
        const index = indexOf(...all.map((each) => term(each)));
        for (const each of all) {
          assert.ok(forms(index, wordsOf(each).reverse().join(' ')).includes(each));
          const [first = ''] = forms(index, each, 1);
          assert.deepEqual(wordsOf(first), wordsOf(each), 'the name itself comes first');
        }
      }),
    );
  });

  it('keeps the limit, and gives the best of all', () => {
    fc.assert(
      fc.property(names, word, fc.nat(25), (all, query, limit) => {
        const index = indexOf(...all.map((each) => term(each)));
        assert.deepEqual(forms(index, query, limit), forms(index, query).slice(0, limit));
      }),
    );
  });

  it('survives any query', () => {
    const index = indexOf(term('alpha beta'), term('IP4'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
        assert.ok(index.find(query, 5).length <= 5);
      }),
    );
  });
});
