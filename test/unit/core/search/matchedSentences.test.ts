import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchedSentences } from '../../../../src/core/search/matchedSentences';

/** The sentences that are quoted of a text in which "[" and "]" are around what is found. */
function quoted(marked: string): string {
  const highlights: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([[\]])/)) {
    if (part === '[') {
      highlights.push({ start: text.length, end: text.length });
    } else if (part === ']') {
      highlights.push({ start: highlights.pop()?.start ?? 0, end: text.length });
    } else {
      text += part;
    }
  }
  const { start, end } = matchedSentences(text, highlights, 'en');
  return text.slice(start, end);
}

describe('the sentences that hold what a query found', () => {
  const rows: readonly (readonly [marked: string, expected: string])[] = [
    ['Oil is dear. The [lamp] is lit. Ships come.', 'The lamp is lit.'],
    ['The [lamp] is lit. Oil is dear. The [lamp] glows.', 'The lamp is lit.'],
    [
      'A [lamp] is old. The [lamps] of the [harbour] are lit. No.',
      'The lamps of the harbour are lit.',
    ],
    [
      'The [lamp] is lit. The [harbour] sleeps. Ships come.',
      'The lamp is lit. The harbour sleeps.',
    ],
    [
      'The [lamp] is lit. One. Two. Three. The [harbour] and the [mole] sleep.',
      'The harbour and the mole sleep.',
    ],
    [
      'Mr. Roe of the U.S. Navy lit the [lamp] at No. 5. Ships come.',
      'Mr. Roe of the U.S. Navy lit the lamp at No. 5.',
    ],
    ['Ships come. The co-oper-\native [lamp] is lit. Oil.', 'The co-oper-\native lamp is lit.'],
    ['“Oil is dear.” He lit the [lamp].', 'He lit the lamp.'],
    // Words that stand apart in one sentence and together in another are the same.
    ['Old [co] [operation] ends. Oil. New [cooperation] holds.', 'Old co operation ends.'],
    ['Old [co]-\n[operation] ends. Oil. The [lamp] of [cooperation].', 'The lamp of cooperation.'],
    ['The [lamp] [oil] ends. Oil. The [lamp] is lit.', 'The lamp oil ends.'],
    ['First item\n\nSecond [item]\n\nThird', 'Second item'],
    ['The lamp is lit. Oil is dear.', 'The lamp is lit. Oil is dear.'],
    ['油は高い。[灯台]は明るい。船が来る。', '灯台は明るい。'],
    ['The [lamp. Oil] is dear. Ships come.', 'The lamp. Oil is dear.'],
    ['', ''],
  ];
  for (const [marked, expected] of rows) {
    it(JSON.stringify(marked), () => {
      assert.equal(quoted(marked), expected);
    });
  }

  it('are whole words of the passage, and hold a match', () => {
    const words = fc.constantFrom(
      'lamp',
      'U.S.',
      'Roe',
      'e.g.',
      'lit.',
      '“so.”',
      '(no)',
      'a-b',
      'end!',
      '12.',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), fc.nat(), (parts, at) => {
        const text = parts.join(' ');
        const index = at % parts.length;
        const start = parts.slice(0, index).reduce((sum, part) => sum + part.length + 1, 0);
        const found = { start, end: start + (parts[index]?.length ?? 0) };
        const run = matchedSentences(text, [found]);
        assert.ok(run.start <= found.start && found.end <= run.end, text);
        assert.match(text.slice(0, run.start), /^$|\s$/);
        assert.match(text.slice(run.end), /^$|^\s/);
      }),
    );
  });
});
