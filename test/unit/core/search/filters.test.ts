import fc from 'fast-check';
import assert from 'node:assert/strict';
import { acceptedDocuments, narrow } from '../../../../src/core/search/filters';
import { FilterValues } from '../../../../src/core/search/filterValues';
import { indexPack } from '../../../../src/core/search/packIndex';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { anyString } from './anyString';

const { documents } = indexPack(SMALL_CATALOG);
const values = new FilterValues(SMALL_CATALOG);

/** Which excerpts and events the filters of a query leave; what is unknown, with a question mark. */
function left(query: string): string {
  const narrowing = narrow(parseQuery(query).filters, values);
  const accepts = acceptedDocuments(documents, narrowing);
  const { unknown } = narrowing;
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
    [
      'ask for one of several partners in one filter',
      'partner:japan|pfp',
      'first second third contact madrid',
    ],
    [
      'ask for one of several in each of two filters',
      'partner:japan|pfp topic:early|fields',
      'first third madrid',
    ],
    ['leave out all of several', '-partner:japan|nato', 'third loose end later'],
    ['name the one of several that nothing has', 'partner:japan|mars', 'partner? mars'],
    ['know no date among several', 'after:2019|2020', 'after? 2019|2020'],
    ['ask for one of several kinds', 'kind:excerpt kind:event', all],
    ['know kinds in the plural', 'kind:events', 'contact end later madrid'],
    ['know sources', 'source:interview partner:pfp', 'third'],
    ['leave out what is excluded', 'partner:japan -partner:nato', 'second madrid'],
    ['know what was before a year', 'before:2019', 'contact'],
    ['know what was after a year', 'after:2021', 'later madrid'],
    ['take the year itself, too', 'after:2022', 'later madrid'],
    ['know what was after all', 'after:2023', ''],
    ['take the day itself, too', 'after:2022-06-29', 'later madrid'],
    ['know months and days', 'after:2022-06-28 before:2022-06-30', 'later madrid'],
    ['take one date for both', 'after:1994 before:2019-11', 'end'],
    ['leave out dates', 'kind:event -after:2000', 'contact'],
    ['wait for a date that is being typed', 'before:20 kind:event', 'contact end later madrid'],
    ['take what is there of a month', 'before:2019- kind:event', 'contact'],
    ['name what is no date', 'before:yesterday', 'before? yesterday'],
    ['name a month that there is not', 'after:2019-13', 'after? 2019-13'],
    ['name a value that nothing has', 'kind:excerpt topic:mars', 'topic? mars'],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.equal(left(query), expected));
  }

  it('find terms and topics through their excerpts', () => {
    const narrowing = narrow(parseQuery('partner:japan').filters, values);
    const accepts = acceptedDocuments(documents, narrowing);
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
    return values
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

  it('takes one of several values', () => {
    const complete = (query: string, offset?: number) =>
      values.complete(query, offset ?? query.length).map((completion) => completion.query);
    assert.deepEqual(complete('partner:nato|ja'), ['partner:nato|japan ']);
    assert.deepEqual(complete('partner:"Partnership for Peace"|"ja'), [
      'partner:"Partnership for Peace"|japan ',
    ]);
    assert.deepEqual(complete('partner:ja|nato x', 10), ['partner:japan|nato x']);
  });

  it('takes a caret behind the query for one at its end', () => {
    assert.deepEqual(values.complete('partner:ja', 99), values.complete('partner:ja', 10));
  });

  it('offers all values at first', () => {
    assert.deepEqual(
      completions('kind:|').map((completion) => completion.split(':')[0]),
      ['excerpt', 'term', 'topic', 'partner', 'event', 'source'],
    );
  });

  it('offers what narrows as it says, for any query', () => {
    fc.assert(
      fc.property(anyString, fc.nat({ max: 30 }), (query, offset) => {
        // The filter that is completed is the last one before the caret.
        const typed = parseQuery(query.slice(0, offset)).filters.length;
        for (const completion of values.complete(query, offset)) {
          const completed = parseQuery(completion.query).filters.slice(typed - 1, typed);
          assert.equal(completed.length, 1);
          const isKnown = completed.flatMap((filter) =>
            filter.values.map((value) => !narrow([{ ...filter, values: [value] }], values).unknown),
          );
          assert.ok(isKnown.includes(true));
        }
      }),
    );
  });
});
