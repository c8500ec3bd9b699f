import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import type { CitableSource, CitingForm } from '../../../../src/core/citation/citable';
import { citeInNote } from '../../../../src/core/citation/citeInNote';
import { CITATION_STYLES, type CitationStyle } from '../../../../src/core/note/citationStyles';
import { headingPlace } from '../../../../src/core/text/headingPlaces';
import type { SourceId } from '../../../../src/core/model';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';
import { Note } from '../../../../src/core/note/note';

/** Of a language in which blocks are told from other text. */
const LANGUAGES: Readonly<Record<CitationStyle, string>> = {
  footnote: 'markdown',
  pandoc: 'markdown',
  latex: 'latex',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  typst: 'typst',
  plain: 'markdown',
};

const metadata = {
  type: 'report',
  title: 'The Lamps of Skerryholm',
  author: [{ given: 'Ilse', family: 'Varga' }],
  issued: { 'date-parts': [[2019]] },
};
const source: CitableSource = { ...metadata, id: 'lamps.pdf' as SourceId, label: 'lamps.pdf' };

describe('a passage that is cited', () => {
  const plainWords = 'lamp keepers of the harbour dusk oil ferries wages until mole crown'.split(
    ' ',
  );
  const oddWords =
    '5% & $5 #1 {a} _x_ ~ ^ (IP4) <b> | \\ `c` @home “so” "so" R&D 1. - + A/B U.S. C++ §4 = ! é'.split(
      ' ',
    );
  const passages = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...plainWords) },
        { weight: 1, arbitrary: fc.constantFrom(...oddWords) },
      ),
      { minLength: 12, maxLength: 30 },
    )
    .map((words) => `Every lamp ${words.join(' ')} is lit.`);

  it('is found word for word in its place by the check of quotations, in every style and form', () => {
    fc.assert(
      fc.property(
        passages,
        fc.constantFrom(...CITATION_STYLES),
        fc.constantFrom<CitingForm>('quotation', 'block'),
        fc.boolean(),
        (text, style, form, isOrg) => {
          const before = 'As she says,';
          const language = style === 'plain' && isOrg ? 'org' : LANGUAGES[style];
          const cited = { text, source, locators: ['p. 2'] };
          const { insertion, edits } = citeInNote(
            new Note(before, language),
            before.length,
            cited,
            form,
            {
              style,
              latexQuotes: 'csquotes',
              blockQuotationWords: 100,
              citekey: 'varga2019lamps',
            },
          );
          const place = { start: before.length, end: before.length, text: insertion };
          const note = withEdits(before, [place, ...edits]);
          const library = quoteLibrary(
            [
              {
                path: 'lamps.pdf',
                metadata,
                paragraphs: ['[p. 1] Preface of the keepers.', `[p. 2] ${text}`],
              },
            ],
            { varga2019lamps: { title: metadata.title, files: [] } },
          );
          const checks = checksOf(note, library, language);
          assert.deepEqual(
            checks.map(({ verdict, citation }) => [verdict, citation?.locator !== undefined]),
            [['verbatim', true]],
            note,
          );
        },
      ),
    );
  });

  const headings = fc
    .array(fc.constantFrom(...plainWords, ...oddWords, 'Costs,', '(2030)', '[net]', '’s', ';'), {
      minLength: 2,
      maxLength: 8,
    })
    .map((words) => `Lamp ${words.join(' ')}`);

  it('is found by the heading of its section, and nowhere else, in every style', () => {
    fc.assert(
      fc.property(
        headings,
        fc.constantFrom(...CITATION_STYLES),
        fc.constantFrom<CitingForm>('quotation', 'block'),
        fc.boolean(),
        (heading, style, form, isRight) => {
          const before = 'As she says,';
          const language = LANGUAGES[style];
          const words = 'Every lamp of the harbour is lit at dusk by the keepers.';
          const locators = [headingPlace(isRight ? heading : 'Wages of the ferries')];
          const { insertion, edits } = citeInNote(
            new Note(before, language),
            before.length,
            { text: words, source, locators },
            form,
            {
              style,
              latexQuotes: 'csquotes',
              blockQuotationWords: 100,
              citekey: 'varga2019lamps',
            },
          );
          const place = { start: before.length, end: before.length, text: insertion };
          const note = withEdits(before, [place, ...edits]);
          const library = quoteLibrary(
            [
              {
                path: 'lamps.pdf',
                metadata,
                paragraphs: [
                  'Preface of the keepers.',
                  `## ${heading}`,
                  words,
                  '## Wages of the ferries',
                  'Nobody knows them.',
                ],
              },
            ],
            { varga2019lamps: { title: metadata.title, files: [] } },
          );
          const checks = checksOf(note, library, language);
          assert.deepEqual(
            checks.map(({ verdict, place }) => [verdict, place?.printed]),
            [[isRight ? 'verbatim' : 'wrong place', headingPlace(heading)]],
            note,
          );
        },
      ),
    );
  });
});
