import assert from 'node:assert/strict';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { writingAt } from '../../../../src/core/glossary/writingAt';

const FILE = `contexts:
  - terms:
      - name: Harbour Lantern Board
        abbreviation: HLB
        definition: Keeps the lanterns. The HLBX is another.
        aliases: [Lantern Board, board of lanterns]
      - name: keel
`;

/** What is written at the first place in the file that reads `marked`, where its `¦` is. */
function writtenAt(marked: string): string | undefined {
  const entry = parseGlossary(FILE).contexts[0]?.entries[0] ?? assert.fail();
  const start = FILE.indexOf(marked.replace('¦', ''));
  assert.notEqual(start, -1);
  const span = writingAt(FILE, entry, start + marked.indexOf('¦'));
  return span && FILE.slice(span.start, span.end);
}

describe('what an entry writes at a place', () => {
  const cases: readonly (readonly [marked: string, written: string | undefined])[] = [
    ['¦Harbour', 'Harbour Lantern Board'],
    ['Har¦bour', 'Harbour Lantern Board'],
    ['H¦LB\n', 'HLB'],
    ['HLB¦\n', 'HLB'],
    ['[Lantern¦ Board,', 'Lantern Board'],
    ['board of lan¦terns', 'board of lanterns'],
    ['HL¦BX', undefined],
    ['Keep¦s', undefined],
    ['ke¦el', undefined],
  ];
  for (const [marked, written] of cases) {
    it(`is ${written ?? 'nothing'} at ${JSON.stringify(marked)}`, () =>
      assert.equal(writtenAt(marked), written));
  }
});
