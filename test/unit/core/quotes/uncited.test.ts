import assert from 'node:assert/strict';
import { hasRemark } from '../../../../src/core/quotes/quoteCheck';
import { Note } from '../../../../src/core/note/note';
import { UncitedQuotations } from '../../../../src/core/quotes/uncited';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const LIBRARY = quoteLibrary([
  {
    path: 'lamps.pdf',
    paragraphs: [
      '[p. 1] The lamps of the harbour are lit at dusk by the keeper, who lives in the tower.',
      '[p. 2] See The Annual Report of the Northern Harbour Board and others.',
      '[p. 3] 灯台の明かりは夕暮れに港の番人によって毎晩ともされることになっている。',
    ],
    metadata: { title: 'Duties at the harbour', author: [{ family: 'Mallow' }], citekey: 'lamps' },
  },
  {
    path: 'tides.pdf',
    paragraphs: ['[p. 1] The tide turns twice a day in every bay of the northern coast.'],
    metadata: { title: 'On the northern tides', author: [{ family: 'Reed' }], citekey: 'tides' },
  },
  {
    path: 'one.txt',
    paragraphs: ['In March the council met in the old customs house by the river.'],
  },
  {
    path: 'two.txt',
    paragraphs: ['In March the council met in the old customs house by the river.'],
  },
]);

const LIT = '“the lamps of the harbour are lit at dusk by the keeper”';
const TIDE = '“the tide turns twice a day in every bay of the northern coast”';

/** The quotations of a note that nobody has said the source of. */
function uncitedIn(note: string): readonly string[] {
  const uncited = new UncitedQuotations(new Note(note, 'markdown'), LIBRARY);
  return checksOf(note, LIBRARY)
    .map((check) => uncited.remarked(check))
    .filter((check) => hasRemark(check, 'uncited'))
    .map(({ quotation: { outer } }) => note.slice(outer.start, outer.end));
}

describe('a verbatim quotation without a citation', () => {
  for (const note of [
    `They say ${LIT} and nothing more.`,
    `It is a rule.\n\n> the lamps of the harbour are lit at dusk by the keeper\n\nSo it is.`,
    `It is so: ${LIT}.\n\nAnother paragraph cites [@lamps, p. 2].`,
    `It is so: ${LIT}. Another sentence cites another source [@tides, p. 1].`,
    `It is so: ${LIT}. Reed knows of tides.`,
    '聞くところでは「灯台の明かりは夕暮れに港の番人によって毎晩ともされる」という。',
  ]) {
    it(`is told: ${note}`, () => {
      assert.equal(uncitedIn(note).length, 1);
    });
  }

  for (const [why, note] of [
    ['it has one', `They say ${LIT} [@lamps, p. 1].`],
    ['it has a footnote', `They say ${LIT}.[^1]\n\n[^1]: Mallow, p. 1.`],
    ['it has a footnote that nobody understands', `They say ${LIT}.[^1]\n\n[^1]: As told.`],
    ['it has a page', `They say ${LIT} (p. 1).`],
    ['one stands before it', `As [@lamps] has it, ${LIT}.`],
    ['one of its sentence stands behind another', `${LIT} and ${TIDE} (Mallow, p. 1; Reed, p. 1).`],
    ['its sentence names the author', `Mallow says that ${LIT}.`],
    ['its sentence names the title', `In Duties at the Harbour we read ${LIT}.`],
    ['its paragraph names the author', `Mallow has been there. She says: ${LIT}.`],
    ['its paragraph cites it', `Rules are old [@lamps, p. 3]. One is that ${LIT}.`],
    ['its paragraph cites what nobody knows', `Rules are old [@others, p. 3]. So ${LIT}.`],
    ['it has an attribution', `> ${LIT.slice(1, -1)}\n> — Mallow, 2001`],
    ['the block’s paragraph before names it', `Mallow has a rule:\n\n> ${LIT.slice(1, -1)}\n`],
    ['a heading names it', `# Notes on Duties at the harbour\n\nFirst, ${LIT}.\n`],
    ['the front matter names it', `---\ntitle: Duties at the harbour\n---\n\nFirst, ${LIT}.\n`],
    ['it is the text of a link', `See [${LIT}](https://example.org).`],
    ['it is a phrase', 'They are “lit at dusk by the keeper” every night.'],
    ['it is a name', 'See “The Annual Report of the Northern Harbour Board” in print.'],
    ['several have it', 'Then “the council met in the old customs house by the river” in March.'],
    ['it is altered', `They say “the lamps of the harbour are lit at dawn by the keeper” there.`],
  ] as const) {
    it(`is not told where ${why}`, () => {
      assert.deepEqual(uncitedIn(note), []);
    });
  }
});
