import assert from 'node:assert/strict';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

/** By kind: a source, a quotation of it that is verbatim, and the nearest one that is not. */
const PAIRS: readonly (readonly [
  kind: string,
  source: string,
  verbatim: string,
  altered: string,
])[] = [
  [
    'a mark of a note set behind a word',
    'The yield of the field inverted in January, which the board had not seen.',
    'The yield of the field inverted in January7, which',
    'The yield of the field inverted in 7 January, which',
  ],
  [
    'a mark of a note that is raised',
    'The council met in Skerry to speak of the herring of the bay.',
    'The council met in Skerry¹² to speak of the herring',
    'The council met in Skerry12x to speak of the herring',
  ],
  [
    'a mark of a note in brackets',
    'The council met in Skerry to speak of the herring of the bay.',
    'The council met in Skerry[12] to speak of the herring',
    'The council met in Skerry 12 to speak of the herring',
  ],
  [
    'a mark of a note in the source',
    'The council met in Skerry.12 It spoke of the herring of the bay.',
    'The council met in Skerry. It spoke of the herring',
    'The council met in Skerry. 13 spoke of the herring',
  ],
  [
    'the marks of several notes',
    'The council met in Skerry. It spoke of the herring of the bay.',
    'The council met in Skerry.12, 13 It spoke of the herring',
    'The council met in Skerry. 12, 13 it spoke of the herring',
  ],
  [
    'a raised mark of a note as Markdown has it',
    'The council met in Skerry to speak of the herring of the bay.',
    'The council met in Skerry^12^ to speak of the herring',
    'The council met in Skerry 12^ to speak of the herring',
  ],
  [
    'a number with a decimal sign',
    'The board paid 3.5 million crowns for the lamps of the mole.',
    'The board paid 3,5 million crowns for the lamps',
    'The board paid 35 million crowns for the lamps',
  ],
  [
    'a sign',
    'The dues rose by 5% a year in the time of the second board.',
    'The dues rose by 5 % a year in the time',
    'The dues rose by 5 a year in the time',
  ],
  [
    'a hyphen',
    'The pilots spoke of close co-operation with the keepers of the mole.',
    'The pilots spoke of close cooperation with the keepers',
    'The pilots spoke of close corporation with the keepers',
  ],
  [
    'a word parted at the end of a line',
    'The keepers of the northern light did not trust the crown at all.',
    'The keepers of the north-\nern light did not trust',
    'The keepers of the north- west light did not trust',
  ],
  [
    'a first letter',
    'The State pays for all; the state of the quay does not improve.',
    '[t]he State pays for all; the state of the quay',
    'The state pays for all; the state of the quay',
  ],
  [
    'the full stops of an abbreviation',
    'The working group met in the U.S. and in the U.K. in the spring.',
    'The working group met in the US and in the UK',
    'The working group met in the US and in the UKR',
  ],
  [
    'an ellipsis',
    'The lamps are lit at dusk by the keeper and put out at dawn.',
    'The lamps are lit … by the keeper and put out',
    'The lamps are lit by the keeper and put out',
  ],
  [
    'a bracket in place of words',
    'The lamps are lit at dusk by the keeper and put out at dawn.',
    'The lamps are lit at dusk by [him] and put out',
    'The lamps are lit at dusk by him and put out',
  ],
  [
    'an ending in brackets',
    'The keepers of the lamps were paid by the week in those days.',
    'The keeper[] of the lamps were paid by the week',
    'The keeping of the lamps were paid by the week',
  ],
  [
    'quotation marks and brackets within',
    'The master “shall” report to the board (see annex three) each spring.',
    'The master shall report to the board, see annex three, each spring',
    'The master shall report to the board (see annex four) each spring',
  ],
  [
    'paragraphs that are opened again',
    'Pilots must not sail without a chart. They may sign the register each spring.',
    'Pilots must not sail without a chart.\n\n“They may sign the register each spring',
    'Pilots must never sail without a chart.\n\n“They may sign the register each spring',
  ],
  [
    'a sentence between two',
    'The allies agreed to consult. They did not agree on a place. The chair closed the session.',
    'The allies agreed to consult. … The chair closed the session',
    'The allies agreed to consult. The chair closed the session',
  ],
  [
    'the order of what ellipses part',
    'The harbour office keeps a list. Nobody may sail in a fog without a lamp.',
    'The harbour office keeps a list … without a lamp',
    'Nobody may sail in a fog … the harbour office keeps a list',
  ],
  [
    'a German text with its own marks',
    'Die Lampen am Hafen brennen die ganze Nacht und den halben Morgen.',
    'Die Lampen am Ha\u00ADfen brennen die ganze Nacht',
    'Die Lampen am Hafen brannten die ganze Nacht',
  ],
  [
    'a Japanese text',
    '灯台の灯りは一晩中ともり、番人は入港するすべての船を書き留める。',
    '灯台の灯りは\n一晩中ともり、番人は入港する',
    '灯台の灯りは一晩中ともり、番人は出港する',
  ],
];

describe('what is verbatim, and the nearest thing that is not', () => {
  for (const [kind, source, verbatim, altered] of PAIRS) {
    const library = quoteLibrary([{ path: 'a.txt', paragraphs: [source] }]);
    const verdict = (quoted: string) =>
      checksOf(`“${quoted}”\n\n[^1]: A remark.\n`, library)[0]?.verdict;
    it(kind, () => {
      assert.equal(verdict(verbatim), 'verbatim');
      assert.equal(verdict(altered), 'altered');
    });
  }
});
