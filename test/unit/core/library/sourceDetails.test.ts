import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  authorsText,
  countingMetadata,
  issuedText,
  parseSourceFile,
  saysNothing,
  writeSourceFile,
  type SourceDetails,
} from '../../../../src/core/library/sourceDetails';

const SOURCE = { path: 'sources/harbour.pdf', hash: 'k3y' };

const DETAILS: SourceDetails = {
  title: 'The harbour lamps',
  author: [{ family: 'Mallow', given: 'Ann' }, { literal: 'Harbour Board' }],
  issued: { 'date-parts': [[2024, 7]] },
  publisher: 'Quay Press',
  URL: 'https://harbour.example/lamps',
};

const name = fc.oneof(
  fc.record(
    { family: fc.constantFrom('Mallow', 'Ó Briain'), given: fc.constantFrom('Ann', 'J.') },
    { noNullPrototype: true },
  ),
  fc.record({ literal: fc.constantFrom('Harbour Board', '港湾局') }, { noNullPrototype: true }),
);
const text = fc.stringMatching(/^[a-zà-ü“”{}[\]"\\,:]{1,30}$/);
const details: fc.Arbitrary<SourceDetails> = fc.record(
  {
    title: fc.oneof(text, fc.constant(null)),
    author: fc.oneof(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constant(null)),
    issued: fc.oneof(
      fc.constant({ 'date-parts': [[2024]] }),
      fc.constant({ 'date-parts': [[1999, 3, 1]] }),
      fc.constant(null),
    ),
    publisher: fc.oneof(text, fc.constant(null)),
    URL: fc.oneof(fc.constant('https://harbour.example/a'), fc.constant(null)),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('details of sources', () => {
  it('have a field and an author a line', () => {
    assert.equal(
      writeSourceFile(undefined, SOURCE, DETAILS),
      `{
  "path": "sources/harbour.pdf",
  "hash": "k3y",
  "details": {
    "title": "The harbour lamps",
    "author": [
      {"family":"Mallow","given":"Ann"},
      {"literal":"Harbour Board"}
    ],
    "issued": "2024-07",
    "publisher": "Quay Press",
    "URL": "https://harbour.example/lamps"
  }
}
`,
    );
  });

  it('are read as they were written, with what other versions have put there', () => {
    fc.assert(
      fc.property(details, details, fc.jsonValue({ maxDepth: 3 }), (first, second, other) => {
        const written = JSON.parse(writeSourceFile(undefined, SOURCE, first)) as {
          readonly details: object;
        };
        const before = parseSourceFile(
          JSON.stringify({
            ...written,
            marks: [other],
            details: { note: 'kept', ...written.details },
          }),
        );
        assert.ok(before);
        const after = parseSourceFile(writeSourceFile(before, SOURCE, second));
        assert.deepEqual(after?.details, second);
        assert.equal(after.hash, SOURCE.hash);
        assert.deepEqual(after.raw['marks'], JSON.parse(JSON.stringify([other])));
        assert.equal((after.raw['details'] as { readonly note?: unknown }).note, 'kept');
      }),
    );
  });

  for (const [what, damaged] of [
    ['no JSON', '{"details": '],
    ['a list', '[]'],
    ['nothing', ''],
    ['deep beyond reason', `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
  ] as const) {
    it(`are none in a file that is ${what}`, () => {
      assert.equal(parseSourceFile(damaged), undefined);
    });
  }

  it('leave out a field that makes no sense', () => {
    const file = parseSourceFile(
      '{"details": {"title": 7, "author": "Ann", "issued": "soon", "URL": "javascript:x", "publisher": ""}}',
    );
    assert.deepEqual(file?.details, { title: '7' });
  });

  it('count after a bibliography and before the document', () => {
    assert.deepEqual(
      countingMetadata(
        { title: 'untitled3.doc', author: [{ literal: 'Administrator' }], publisher: 'Quay' },
        { title: 'The harbour lamps', author: null },
        { publisher: 'Quay Press' },
      ),
      { title: 'The harbour lamps', publisher: 'Quay Press' },
    );
  });

  it('say nothing once the last field is gone, unless another version has more', () => {
    const emptied = parseSourceFile(writeSourceFile(undefined, SOURCE, {}));
    assert.ok(emptied && saysNothing(emptied));
    const marked = parseSourceFile('{"path": "a", "details": {}, "marks": []}');
    assert.ok(marked && !saysNothing(marked));
  });

  it('are shown as people type them', () => {
    assert.equal(authorsText(DETAILS.author ?? []), 'Mallow, Ann; Harbour Board');
    assert.equal(issuedText({ 'date-parts': [[987, 1, 2]] }), '0987-01-02');
  });
});
