import fc from 'fast-check';
import assert from 'node:assert/strict';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { anyString } from './anyString';

/** A query as it was understood: words with `*` when unfinished, [phrases], -exclusions, filters. */
function understood(query: string): string {
  const { words, phrases, excluded, filters } = parseQuery(query);
  return [
    ...words.map(({ word, unfinished }) => (unfinished ? `${word}*` : word)),
    ...phrases.map((phrase) => `[${phrase.join(' ')}]`),
    ...excluded.map((phrase) => `-[${phrase.join(' ')}]`),
    ...filters.map(
      ({ key, values, excluded: not }) => `${not ? '-' : ''}${key}=<${values.join('|')}>`,
    ),
  ].join(' ');
}

describe('query parser', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['takes words', 'NATO summit', 'nato summit*'],
    ['knows that a word is finished', 'NATO summit ', 'nato summit'],
    ['parts words at hyphens', 'hub-and-spoke', 'hub and spoke*'],
    ['takes phrases', 'the "Indo-Pacific partners" view', 'the view* [indo pacific partners]'],
    ['takes the words of a phrase that is not closed', 'a "rules based', 'a rules based*'],
    ['ignores an empty phrase', '"" a', 'a*'],
    [
      'excludes words and phrases',
      'china -russia -"arms control"',
      'china -[russia] -[arms control]',
    ],
    ['excludes nothing yet', 'china -', 'china'],
    ['takes an inner minus for a hyphen', 'US-China', 'us china*'],
    [
      'takes filters',
      'topic:new-agreements Partner:Japan',
      'topic=<new-agreements> partner=<Japan>',
    ],
    ['takes quoted values', 'topic:"New agreements" x', 'x* topic=<New agreements>'],
    ['takes a quoted value that is not closed', 'kind:"ter', 'kind=<ter>'],
    ['takes a filter without a value', 'source: x', 'x* source=<>'],
    [
      'takes any of several values',
      'partner:japan|"south korea"|china x',
      'x* partner=<japan|south korea|china>',
    ],
    ['takes values that are not there yet', 'partner:|japan| topic:|', 'partner=<japan> topic=<>'],
    ['takes a bar within a quoted value', 'source:"News | NATO"', 'source=<News | NATO>'],
    ['takes a bar between words for a mark', 'a | b', 'a b*'],
    ['excludes by filter', '-kind:event summit', 'summit* -kind=<event>'],
    ['takes an unknown key for text', 'author:Galic', 'author galic*'],
    ['finds nothing in blanks and marks', ' \t "" - ? ', ''],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.equal(understood(query), expected));
  }

  it('keeps what is typed beside its canonical form', () => {
    assert.deepEqual(parseQuery('Four').words, [{ word: '4', typed: 'four', unfinished: true }]);
  });

  it('understands any string', () => {
    fc.assert(
      fc.property(anyString, (query) => {
        const { words, phrases, excluded } = parseQuery(query);
        const all = [...words.map(({ word }) => word), ...phrases.flat(), ...excluded.flat()];
        assert.ok(all.every((word) => word !== ''));
      }),
    );
  });

  it('reads the values of a filter as they are written, in any number', () => {
    const value = fc
      .stringMatching(/^[\p{L}\d|][\p{L}\d |:-]*$/u)
      .filter((text) => text === text.trim());
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), fc.boolean(), (values, not) => {
        const written = values.map((text) => (/[ |]/.test(text) ? `"${text}"` : text)).join('|');
        const { filters, words } = parseQuery(`a ${not ? '-' : ''}topic:${written} b `);
        assert.deepEqual(filters, [{ key: 'topic', values, excluded: not }]);
        assert.equal(words.length, 2);
      }),
    );
  });

  it('stops reading a pasted page', () => {
    const page = (part: (at: number) => string): string =>
      Array.from({ length: 2000 }, (_, at) => part(at)).join(' ');
    assert.equal(parseQuery(page((at) => `w${at}`)).words.length, 48);
    assert.equal(parseQuery(page((at) => `"w${at}"`)).phrases.length, 48);
    assert.equal(parseQuery(page((at) => `w${at}-`)).words.length, 48);
  });

  it('takes what is repeated once, save the word being typed', () => {
    const { words, phrases, excluded } = parseQuery('a b A "a b" "A b" -c -C b');
    assert.deepEqual(
      words.map(({ word }) => word),
      ['a', 'b', 'b'],
    );
    assert.deepEqual(phrases, [['a', 'b']]);
    assert.deepEqual(excluded, [['c']]);
  });
});
