import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Filters } from '../../../src/core/search/filters';
import { indexPack } from '../../../src/core/search/packIndex';
import { parseQuery } from '../../../src/core/search/queryParser';
import { SMALL_CATALOG } from '../../support/smallPack';
import { anyString } from './anyString';

const { documents } = indexPack(SMALL_CATALOG);
const filters = new Filters(SMALL_CATALOG, documents);

/** Which excerpts and events the filters of a query leave; what is unknown, with a question mark. */
function left(query: string): string {
  const { accepts, unknown } = filters.narrow(parseQuery(query).filters);
  if (unknown) {
    assert.ok(accepts?.every((accepted) => accepted === 0));
    return `${unknown.key}? ${unknown.value}`;
  }
  return documents
    .filter(({ kind }, at) => (kind === 'excerpt' || kind === 'event') && accepts?.[at] !== 0)
    .map(({ id }) => id)
    .join(' ');
}

describe('filters', () => {
  const all = 'first second third loose contact end later madrid';
  const cases: readonly (readonly [string, string, string])[] = [
    ['leave all when there is none', 'words', all],
    ['leave all while a value is missing', 'topic: kind:""', all],
    ['know topics with what is below them', 'topic:history', 'first second madrid'],
    ['know names in quotation marks', 'topic:"topic history"', 'first second madrid'],
    ['know slugs of names and aliases', 'topic:topic-cyber topic:fields', 'third'],
    ['know the beginning of a value', 'partner:jap', 'first second contact madrid'],
    ['ignore case', 'PARTNER:NIPPON', 'first second contact madrid'],
    ['ask for all of several topics', 'topic:early topic:areas', 'first'],
    ['ask for all of several partners', 'partner:japan partner:nato', 'first contact'],
    ['ask for one of several kinds', 'kind:excerpt kind:event', all],
    ['know kinds in the plural', 'kind:events', 'contact end later madrid'],
    ['know sources', 'source:interview partner:pfp', 'third'],
    ['leave out what is excluded', 'partner:japan -partner:nato', 'second madrid'],
    ['name a value that nothing has', 'kind:excerpt topic:mars', 'topic? mars'],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.equal(left(query), expected));
  }

  it('find terms and topics through their excerpts', () => {
    const { accepts } = filters.narrow(parseQuery('partner:japan').filters);
    const found = documents.filter((_, at) => accepts?.[at] === 1);
    const ids = (kind: string): string[] =>
      found.filter((document) => document.kind === kind).map(({ id }) => id);
    assert.deepEqual(ids('term'), ['summit', 'alliance']);
    assert.deepEqual(ids('topic'), ['history', 'early', 'areas']);
    assert.deepEqual(ids('partner'), ['japan', 'nato']);
  });
});

describe('completion of a filter', () => {
  /** Completions of a query at `|`, each as `label: query`. */
  function completions(marked: string): string[] {
    const offset = marked.indexOf('|');
    return filters
      .complete(marked.replace('|', ''), offset)
      .map(({ label, query }) => `${label}: ${query}`);
  }

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['takes beginnings of names', 'partner:ja|', ['Japan: partner:japan ']],
    ['takes words within names', 'partner:peace|', ['Partnership for Peace: partner:pfp ']],
    [
      'puts own names before aliases',
      'partner:n|',
      ['NATO: partner:nato ', 'Japan: partner:japan '],
    ],
    ['takes aliases', 'partner:nip|', ['Japan: partner:japan ']],
    ['forgives a typo', 'partner:jpaan|', ['Japan: partner:japan ']],
    ['keeps what stands around', 'a partner:ja|pfoo b', ['Japan: a partner:japan b']],
    ['closes a quotation mark', 'x topic:"topic cy|', ['Topic cyber: x topic:cyber ']],
    ['keeps a minus', '-kind:te|', ['term: -kind:term ']],
    ['offers nothing outside a filter', 'partner:japan |', []],
    ['offers nothing for other keys', 'author:ja|', []],
    ['offers nothing for words', 'japan|', []],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.deepEqual(completions(query), expected));
  }

  it('takes a caret behind the query for one at its end', () => {
    assert.deepEqual(filters.complete('partner:ja', 99), filters.complete('partner:ja', 10));
  });

  it('offers all values at first', () => {
    assert.deepEqual(
      completions('kind:|').map((completion) => completion.split(':')[0]),
      ['excerpt', 'term', 'topic', 'partner', 'event'],
    );
  });

  it('offers what narrows as it says, for any query', () => {
    fc.assert(
      fc.property(anyString, fc.nat({ max: 30 }), (query, offset) => {
        for (const completion of filters.complete(query, offset)) {
          assert.equal(
            filters.narrow(parseQuery(completion.query).filters.slice(0, 1)).unknown,
            undefined,
          );
        }
      }),
    );
  });
});
