import fc from 'fast-check';
import assert from 'node:assert/strict';
import { passageAtOffset, passagesWithin } from '../../../../src/core/library/passageAtOffset';
import { sourceDocument } from '../../../support/sourceDocument';

const { passages, text } = sourceDocument(['# Lamps', 'First.', 'Second.', '# Fog', 'Third.']);

/** The passages at `|`, or between two of them; ` / ` stands between blocks. */
function found(marked: string): string {
  const read = marked.replaceAll(' / ', '\n\n');
  assert.equal(read.replaceAll('|', ''), text);
  const start = read.indexOf('|');
  const end = read.replace('|', '').indexOf('|');
  return passagesWithin(passages, { start, end: end === -1 ? start : end })
    .map(({ id }) => id)
    .join(' ');
}

describe('the passages at a place', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Lamps / |First. / Second. / Fog / Third.', 'p1'],
    ['Lamps / Fi|rst. / Second. / Fog / Third.', 'p1'],
    ['Lamps / First.| / Second. / Fog / Third.', 'p1'],
    ['La|mps / First. / Second. / Fog / Third.', ''],
    ['Lamps / First. / Second. / F|og / Third.', ''],
    ['Lamps / First. / Second. / Fog / Third.|', 'p3'],
    ['Lamps / Fi|rst. / Sec|ond. / Fog / Third.', 'p1 p2'],
    ['|Lamps / First. / Second. / Fog / Third.|', 'p1 p2 p3'],
    ['Lamps / First. / Second.| / F|og / Third.', ''],
  ];
  for (const [marked, expected] of cases) {
    it(`${marked} are ${expected || 'none'}`, () => assert.equal(found(marked), expected));
  }

  it('are those that touch it, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const expected = passages.filter(({ span }) =>
          start === end
            ? span.start <= start && start <= span.end
            : span.start < end && span.end > start,
        );
        assert.deepEqual(passagesWithin(passages, { start, end }), expected);
      }),
    );
  });

  it('are the later one where two meet', () => {
    const [first, second] = [
      { id: 'a', locator: '1', span: { start: 0, end: 5 } },
      { id: 'b', locator: '2', span: { start: 5, end: 9 } },
    ];
    assert.equal(passageAtOffset([first, second], 5)?.id, 'b');
  });
});
