import fc from 'fast-check';
import assert from 'node:assert/strict';
import Ajv from 'ajv';
import schema from '../../../../data/schemas/searches.schema.json';
import { LONGEST_QUERY } from '../../../../src/core/budgets';
import {
  LONGEST_NAME,
  parseSearches,
  withName,
  withoutSearch,
  withRemoved,
  withSearch,
  type SavedSearch,
} from '../../../../src/core/search/savedSearches';

const JAPAN: SavedSearch = { name: 'Japan on cyber', query: 'cyber partner:japan' };
const KOREA: SavedSearch = { name: 'Korea', query: 'partner:south-korea' };

/** What a file holds, and what of it is left out. */
function read(text: string): string {
  const { searches, problems } = parseSearches(text);
  return [
    ...searches.map(({ name, query }) => `${name}: ${query}`),
    ...problems.map((problem) =>
      problem.kind === 'search'
        ? `${problem.at}${problem.field ? `.${problem.field}` : ''} ${problem.why}`
        : problem.kind === 'syntax'
          ? `${problem.line}:${problem.column} ${problem.expected}`
          : problem.kind,
    ),
  ].join('; ');
}

describe('file of saved searches', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['gives its searches', '{"searches":[{"name":"A","query":"b"}]}', 'A: b'],
    ['calls a search by its query where it has no name', '{"searches":[{"query":"b"}]}', 'b: b'],
    ['may have none', '{}', ''],
    ['may begin with a mark', '\uFEFF{"searches":[{"query":"b"}]}', 'b: b'],
    [
      'leaves out what makes no sense, and no more',
      '{"searches":[1,{"name":"A"},{"query":" "},{"query":"b","name":3},{"query":"b"}]}',
      'b: b; 0 type; 1.query type; 2.query empty; 3.name type',
    ],
    [
      'leaves out what nobody has typed',
      JSON.stringify({
        searches: [
          { query: 'b'.repeat(LONGEST_QUERY + 1) },
          { query: 'b', name: 'a'.repeat(LONGEST_NAME + 1) },
        ],
      }),
      '0.query long; 1.name long',
    ],
    ['names the place where it is no JSON', '{\n"searches": [}', '2:14 a value or "]"'],
    ['needs a list', '{"searches":{}}', 'list'],
    ['needs an object', '[]', 'list'],
    ['is not read when it is nested without end', '['.repeat(100_000), 'list'],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.equal(read(text), expected));
  }

  it('is sound where its schema says so', () => {
    const validate = new Ajv({ strict: true })
      .addVocabulary(['defaultSnippets', 'patternErrorMessage'])
      .compile(schema);
    const value = fc.oneof(
      fc.constantFrom('', ' ', 'a', 'a'.repeat(LONGEST_NAME + 1), 'a'.repeat(LONGEST_QUERY + 1)),
      fc.constantFrom(1, null, [], {}),
    );
    const entry = fc.record({ query: value, name: value }, { requiredKeys: [] });
    const file = fc.record({ searches: fc.array(fc.oneof(entry, value)) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(file, value), (json) => {
        const { problems } = parseSearches(JSON.stringify(json));
        assert.equal(problems.length === 0, validate(json));
      }),
    );
  });

  it('has a line for each search', () => {
    const text = withSearch(withSearch(undefined, JAPAN), KOREA);
    assert.equal(
      text,
      [
        '{',
        '  "searches": [',
        '    {"name":"Japan on cyber","query":"cyber partner:japan"},',
        '    {"name":"Korea","query":"partner:south-korea"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps what is not known', () => {
    const text = '{"version":2,"searches":[{"query":"b","x":1},7]}';
    const after = withName(withSearch(text, JAPAN) ?? '', { name: 'b', query: 'b' }, 'B') ?? '';
    assert.deepEqual(JSON.parse(after), {
      version: 2,
      searches: [{ query: 'b', x: 1, name: 'B' }, 7, JAPAN],
    });
  });

  it('gives a query that is there another name', () => {
    const text = withSearch(undefined, JAPAN);
    assert.equal(read(withSearch(text, { ...JAPAN, name: 'J' }) ?? ''), 'J: cyber partner:japan');
  });

  it('is left alone where it is broken, or the search is gone', () => {
    assert.equal(withSearch('{"searches":[}', JAPAN), undefined);
    assert.equal(withName('{}', JAPAN, 'J'), undefined);
    assert.equal(withoutSearch('{"searches":[1]}', JAPAN), undefined);
  });

  it('is the same again after a removal is taken back', () => {
    const text = fc.string({ minLength: 1, maxLength: 60 }).filter((value) => value.trim() !== '');
    const search = fc.record({ name: text, query: text }, { noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.uniqueArray(search, { minLength: 1, selector: ({ query }) => query }),
        fc.nat(),
        (all, pick) => {
          const full = all.reduce<string | undefined>(withSearch, undefined) ?? '';
          assert.deepEqual(parseSearches(full), { searches: all, problems: [] });
          const chosen = all[pick % all.length]!;
          const less = withoutSearch(full, chosen);
          assert.ok(less);
          assert.deepEqual(
            parseSearches(less.text).searches,
            all.filter((one) => one !== chosen),
          );
          assert.equal(withRemoved(less.text, less.removed), full);
        },
      ),
    );
  });
});
