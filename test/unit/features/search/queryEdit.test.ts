import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  caretAfterEdit,
  queryOfArgument,
  queryOfSelection,
} from '../../../../src/features/search/queryEdit';

describe('the caret after an edit', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['behind what was typed at the end', 'topic:c', 'topic:cc|'],
    ['behind what was typed in the middle', 'topic:u benefits', 'topic:uk| benefits'],
    ['behind what was typed at the beginning', ' benefits', 'kind:| benefits'],
    ['where something was deleted', 'topic:ukr benefits', 'topic:uk| benefits'],
    ['at the end of a text that did not change', 'ip4', 'ip4|'],
    ['behind a replacement', 'topic:asean why', 'topic:jap| why'],
  ];
  for (const [what, before, marked] of cases) {
    it(`stands ${what}`, () => {
      assert.equal(caretAfterEdit(before, marked.replace('|', '')), marked.indexOf('|'));
    });
  }

  it('stands at or behind what was put in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (head, typed, tail) => {
        const after = head + typed + tail;
        const caret = caretAfterEdit(head + tail, after);
        assert.ok(caret >= head.length + typed.length && caret <= after.length);
      }),
    );
  });
});

describe('the query of a selection', () => {
  it('is one line', () => {
    assert.equal(
      queryOfSelection(' Istanbul\r\n  Cooperation\tInitiative '),
      'Istanbul Cooperation Initiative',
    );
  });

  it('holds no marks that would change what it means', () => {
    assert.equal(
      queryOfSelection('"topic: Ukraine" -not --this Indo-Pacific'),
      'topic Ukraine not this Indo-Pacific',
    );
  });

  it('is cut where a whole page was selected', () => {
    assert.ok(queryOfSelection('word '.repeat(1000)).length <= 200);
  });
});

describe('the query of a command argument', () => {
  it('is its text, a blank at the end included', () => {
    assert.equal(queryOfArgument({ query: 'topic:ukraine ' }), 'topic:ukraine ');
  });

  it('is empty for anything else', () => {
    for (const argument of [undefined, null, 'text', 4, [], {}, { query: 4 }, { query: ['x'] }]) {
      assert.equal(queryOfArgument(argument), '');
    }
  });

  it('is one line of a reasonable length', () => {
    assert.equal(queryOfArgument({ query: 'a\n\u0000b' }), 'a b');
    assert.equal(queryOfArgument({ query: 'x'.repeat(5000) }).length, 1000);
  });
});
