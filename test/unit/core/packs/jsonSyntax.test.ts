import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSyntaxFlaw } from '../../../../src/core/packs/jsonSyntax';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findSyntaxFlaw', () => {
  const cases = [
    ['|', 'a value'],
    ['{ |', 'a name in double quotation marks or "}"'],
    ['{ "a": 1, |}', 'a name in double quotation marks'],
    ["{ |'a': 1 }", 'a name in double quotation marks or "}"'],
    ['{ "a" |1 }', 'a colon'],
    ['{ "a": |}', 'a value'],
    ['{ "a": 1\n  |"b": 2 }', 'a comma or "}"'],
    ['[1, |]', 'a value'],
    ['[|,]', 'a value or "]"'],
    ['[1 |2]', 'a comma or "]"'],
    ['[1\r\n|', 'a comma or "]"'],
    ['[{}|}', 'a comma or "]"'],
    ['[|NaN]', 'a value or "]"'],
    ['[|tru]', 'a value or "]"'],
    ['[0|1]', 'a comma or "]"'],
    ['[|+1]', 'a value or "]"'],
    ['{} |{}', 'the end of the file'],
    ['["a|', 'the closing quotation mark of a text'],
    ['["a|\n"]', 'no line break or control character within a text'],
    ['["|\\x"]', 'a valid escape such as \\n, \\" or \\u00e9'],
    ['["|\\u12"]', 'a valid escape such as \\n, \\" or \\u00e9'],
    ['{\n\n  "a": [|// none\n] }', 'a value or "]"'],
  ] as const;
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => {
      const before = marked.slice(0, marked.indexOf('|')).split('\n');
      assert.deepEqual(findSyntaxFlaw(marked.replace('|', '')), {
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
        expected,
      });
    });
  }

  it('finds none in JSON, and one in everything that JSON.parse refuses', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(3),
      insert: fc.constantFrom('', ',', ':', '"', '}', ']', '{', '[', '\\', '0', '-', '.', 'e', ' '),
    });
    fc.assert(
      fc.property(fc.json(), fc.array(edit, { maxLength: 3 }), (json, edits) => {
        const text = edits.reduce((text, { at, length, insert }) => {
          const start = Math.floor(at * text.length);
          return text.slice(0, start) + insert + text.slice(start + length);
        }, json);
        assert.equal(findSyntaxFlaw(text) === undefined, isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind depth', () => {
    assert.equal(findSyntaxFlaw('['.repeat(100_000))?.column, 100_001);
  });
});
