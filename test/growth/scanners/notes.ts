import assert from 'node:assert/strict';
import { checkNote } from '../../../src/core/checks/checkNote';
import { CHECK_RULES } from '../../../src/core/checks/finding';
import { silenceHere, silenceNote } from '../../../src/core/checks/silencing';
import { citeInNote, styleFor } from '../../../src/core/citation/citeInNote';
import { sentencePlace } from '../../../src/core/citation/sentencePlace';
import { namedBibliographies } from '../../../src/core/note/citations/namedBibliographies';
import { ownCitekeys } from '../../../src/core/citation/ownCitekeys';
import { typedCitekey } from '../../../src/core/note/citations/typedCitekey';
import { readStretch, sentenceAt } from '../../../src/core/note/sentenceAt';
import { namedGlossaries } from '../../../src/core/note/namedGlossaries';
import { restoreNegation, useSourceWordingInAll } from '../../../src/core/quotes/fixes';
import { quotedOnOneLine } from '../../../src/core/quotes/oneLine';
import { negationsOf } from '../../../src/core/quotes/quoteCheck';
import { checksAfter, claimsOf } from '../../../src/core/quotes/quoteClaims';
import { QuoteChecker } from '../../../src/core/quotes/quoteChecker';
import { UncitedQuotations } from '../../../src/core/quotes/uncited';
import type { SourceId } from '../../../src/core/model';
import { quoteLibrary } from '../../support/quoteLibrary';
import { TERMS } from '../../unit/core/checks/support';
import type { Scanner } from '../scanner';
import { NOTE_TOKENS } from './languages';
import { Note } from '../../../src/core/note/note';

const LIBRARY = quoteLibrary([
  {
    path: 'harbour.pdf',
    paragraphs: [
      '[p. 1] The lamp at the harbour wall is lit every night by the keeper, word for word.',
    ],
    metadata: { title: 'The Harbour Report', author: [{ family: 'Smith' }], citekey: 'key' },
  },
]);
const ZONE_KINDS = ['markup', 'heading', 'link', 'quotation', 'reference'] as const;
const CHECKER = new QuoteChecker(LIBRARY);
const CLAIM_RULES = [
  'claim-without-source',
  'footnote-without-text',
  'footnote-without-mark',
] as const;

/** Modules that are of one language alone. */
const MARKUP_MODULES: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    'core/note/html',
    'core/note/markup',
    'core/note/languages/markdown/linkTarget',
    'core/note/languages/markdown/markdown',
    'core/note/languages/markdown/markdownInline',
    'core/note/languages/markdown/markdownLines',
    'core/text/lines',
    'core/note/frontMatter',
    'core/note/htmlComments',
    'core/note/languages/markdown/markdownLanguage',
    'core/note/zones',
    'core/note/referenceLists',
    'core/note/quotations/quotationMarks',
    'core/note/webAddresses',
  ],
  latex: [
    'core/note/languages/latex/latex',
    'core/note/languages/latex/latexCommands',
    'core/note/languages/latex/latexLanguage',
    'core/note/languages/latex/latexBibliographies',
  ],
  restructuredtext: [
    'core/note/languages/restructuredText/restructuredText',
    'core/note/languages/restructuredText/restructuredTextLanguage',
    'core/note/languages/restructuredText/restructuredTextCitekeys',
  ],
  asciidoc: [
    'core/note/languages/asciidoc/asciidoc',
    'core/note/languages/asciidoc/asciidocLanguage',
    'core/note/languages/asciidoc/asciidocCitekeys',
  ],
  org: [
    'core/note/languages/org/org',
    'core/note/languages/org/orgLanguage',
    'core/note/languages/org/orgCitekeys',
  ],
  typst: [
    'core/note/languages/typst/typst',
    'core/note/languages/typst/typstLanguage',
    'core/note/languages/typst/typstCitekeys',
  ],
  plaintext: ['core/note/languages/plainText/plainText'],
};

/** Quarto and TeX are read by the scanners of Markdown and LaTeX; only their citations differ. */
const TWINS: readonly string[] = ['quarto', 'tex'];

/** What a note is read by, language by language. */
export const NOTE_SCANNERS: readonly Scanner[] = Object.entries(NOTE_TOKENS).flatMap(
  ([language, tokens]): readonly Scanner[] => scannersOf(language, tokens),
);

function scannersOf(language: string, tokens: readonly string[]): readonly Scanner[] {
  const scanners: readonly Scanner[] = [
    {
      name: `zones of ${language}`,
      modules: MARKUP_MODULES[language] ?? [],
      tokens,
      run: (text) => {
        const { zones } = new Note(text, language);
        return ZONE_KINDS.map((kind) => zones.of(kind));
      },
    },
    {
      name: `terms of ${language}`,
      modules: [
        'core/note/addresses',
        'core/terms/automaton',
        'core/note/gap',
        'core/terms/markedLetters',
        'core/text/units',
        'core/terms/vocabulary',
        'core/terms/wordReader',
      ],
      tokens,
      run: (text) => TERMS.automaton.occurrences(new Note(text, language)),
    },
    {
      name: `checks of ${language}`,
      modules: [
        'core/checks/acronymCompounds',
        'core/checks/acronymRules',
        'core/checks/capitalWords',
        'core/checks/deprecatedTerms',
        'core/checks/directives',
        'core/checks/introductions',
        'core/checks/longForm',
        'core/checks/mixedVariants',
        'core/checks/noteAcronyms',
        'core/checks/noteReading',
        'core/checks/placeCodes',
        'core/checks/rewording',
        'core/checks/silence',
        'core/checks/silencing',
        'core/checks/wording',
        'core/checks/writtenNames',
      ],
      tokens: language === 'markdown' ? [...tokens, 'Abc Def ', 'AB-', '(Abc, '] : tokens,
      run: (text) => {
        const rules = new Set(CHECK_RULES);
        checkNote(new Note(text, language), TERMS, { rules, commonAcronyms: [] });
        silenceHere(new Note(text, language), { rule: 'acronym-unknown', start: text.length >> 1 });
        silenceNote(new Note(text, language), 'acronym-unknown');
      },
    },
    {
      name: `claims of ${language}`,
      modules: [
        'core/checks/claimBlocks',
        'core/checks/claimSigns',
        'core/checks/claimsWithoutSource',
        'core/checks/footnoteRules',
      ],
      tokens: [
        ...tokens,
        '40% ',
        'in 2019 ',
        'The lamps are the largest ',
        '. ',
        ': ',
        '- ',
        '[1] ',
      ],
      run: (text) => {
        const rules = new Set(CLAIM_RULES);
        checkNote(new Note(text, language), TERMS, { rules, commonAcronyms: [] });
      },
    },
    {
      name: `citations of ${language}`,
      modules: [
        'core/note/citations/citekeyUses',
        'core/note/citations/namedBibliographies',
        'core/citation/ownCitekeys',
        'core/note/citations/typedCitekey',
        'core/note/citations/citekeyList',
        'core/note/citations/capturedIn',
        'core/note/languages/latex/latexCitekeys',
        'core/note/languages/markdown/pandocCitekeys',
        'core/note/citations/placeAt',
        'core/note/namedGlossaries',
      ],
      tokens,
      run: (text) => {
        const note = new Note(text, language);
        assert.ok(note.citekeyUses);
        namedBibliographies(note);
        ownCitekeys(note);
        typedCitekey(note, text.length);
        namedGlossaries(note);
      },
    },
    {
      name: `sentences of ${language}`,
      modules: ['core/citation/sentencePlace', 'core/note/sentenceAt'],
      tokens,
      run: (text) => {
        const note = new Note(text, language);
        for (const at of [0, text.length >> 1, text.length]) {
          const { span } = sentenceAt(note, at) ?? { span: { start: at, end: at } };
          sentencePlace(note, span, 'citation', 'pandoc');
          sentencePlace(note, span, 'quotation', 'footnote');
        }
        readStretch(note, { start: 0, end: text.length });
      },
    },
    {
      name: `footnotes of ${language}`,
      modules: [
        'core/citation/citeInNote',
        'core/citation/writing/footnotes',
        'core/citation/writing/surroundings',
        'core/note/footnotes',
      ],
      tokens,
      run: (text) => {
        const note = new Note(text, language);
        assert.ok(note.footnotes);
        const source = { id: 'a' as SourceId, type: 'report', label: 'A report' } as const;
        const style = styleFor('auto', note);
        for (const at of [0, text.length >> 1, text.length]) {
          citeInNote(note, at, { text: 'A word.', locators: ['p. 1'], source }, 'block', {
            style,
            latexQuotes: 'csquotes',
            blockQuotationWords: 40,
            citekey: 'key',
          });
        }
      },
    },
    {
      name: `quotations of ${language}`,
      modules: [
        'core/quotes/citationFor',
        'core/quotes/citedSources',
        'core/quotes/differences',
        'core/quotes/fixes',
        'core/note/citations/citationsIn',
        'core/note/citations/placeNames',
        'core/note/citations/sameSource',
        'core/note/quotations/quotationsIn',
        'core/note/quotations/attribution',
        'core/quotes/negations',
        'core/quotes/negationsLeftOut',
        'core/quotes/oneLine',
        'core/quotes/quoteClaims',
        'core/quotes/quotedParts',
        'core/quotes/reordered',
        'core/quotes/uncited',
        'core/quotes/quoteChecker',
        'core/quotes/quoteWords',
        'core/note/readableText',
        'core/quotes/sourceNames',
        'core/text/words',
      ],
      tokens,
      run: (text) => {
        const note = new Note(text, language);
        assert.ok(note.citations);
        const uncited = new UncitedQuotations(note, LIBRARY);
        const checks = [...CHECKER.checkNote(note)].map((check) => uncited.remarked(check));
        for (const leftOut of checks.flatMap(negationsOf)) {
          restoreNegation(note, leftOut);
        }
        quotedOnOneLine(text);
        const claims = claimsOf(note);
        useSourceWordingInAll(note, checksAfter(checks, [], claims, claims));
      },
    },
  ];
  return TWINS.includes(language)
    ? scanners.filter(({ name }) => name.startsWith('citations'))
    : scanners;
}
