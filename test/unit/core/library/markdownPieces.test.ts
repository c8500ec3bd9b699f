import assert from 'node:assert/strict';
import { markdownPieces } from '../../../../src/core/library/formats/markdownPieces';

const LONG = 'A line of the harbour.\n\n'.repeat(100);

describe('pieces of a Markdown text', () => {
  for (const [what, opening, closing] of [
    ['backticks', '````', '````'],
    ['more backticks', '```', '`````  '],
    ['tildes', '~~~', '   ~~~~'],
  ] as const) {
    it(`are cut behind code that ${what} close, and not within it`, () => {
      const code = `${opening}\n${LONG}${closing}\n\n`;
      assert.deepEqual(cuts(`${code}${LONG}`)[0], code);
    });
  }

  for (const other of ['```', '~~~~', '````a', '     ````', '`````x`']) {
    it(`are not cut behind ${JSON.stringify(other)} in code between four backticks`, () => {
      const text = `\`\`\`\`\n${LONG}${other}\n\n${LONG}`;
      assert.deepEqual(cuts(text), [text]);
    });
  }

  it('are found where a fence is longer than any expression may be', () => {
    const fence = '`'.repeat(30_000_000);
    assert.deepEqual(cuts(`${fence}\na\n${fence}\n`).length, 1);
  });
});

function cuts(text: string): readonly string[] {
  return Array.from(markdownPieces(text, 0), ({ span }) => text.slice(span.start, span.end));
}
