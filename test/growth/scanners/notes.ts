import { checkNote } from '../../../src/core/checks/checkNote';
import { CHECK_RULES } from '../../../src/core/checks/finding';
import { silenceHere, silenceNote } from '../../../src/core/checks/silencing';
import { citeInNote, styleFor } from '../../../src/core/citation/noteCitation';
import { citekeyUses } from '../../../src/core/note/citations/citekeyUses';
import { namedBibliographies } from '../../../src/core/note/citations/namedBibliographies';
import { ownCitekeys } from '../../../src/core/citation/ownCitekeys';
import { typedCitekey } from '../../../src/core/note/citations/typedCitekey';
import { namedGlossaries } from '../../../src/core/note/namedGlossaries';
import { useSourceWordingInAll } from '../../../src/core/quotes/fixes';
import { footnotesOf } from '../../../src/core/note/footnotesOf';
import { noteCitations } from '../../../src/core/note/noteCitations';
import { QuoteChecker } from '../../../src/core/quotes/quoteChecker';
import type { SourceId } from '../../../src/core/model';
import { zonesOf } from '../../../src/core/note/zones';
import { quoteLibrary } from '../../support/quoteLibrary';
import { TERMS } from '../../unit/core/checks/support';
import type { Scanner } from '../scanner';
import { NOTE_TOKENS } from './languages';

const LIBRARY = quoteLibrary([
  {
    path: 'harbour.pdf',
    paragraphs: [
      '[p. 1] The lamp at the harbour wall is lit every night by the keeper, word for word.',
    ],
    metadata: { title: 'The Harbour Report', author: [{ family: 'Smith' }], citekey: 'key' },
  },
]);
const CHECKER = new QuoteChecker(LIBRARY);

/** Modules that are of one language alone. */
const MARKUP_MODULES: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    'core/note/html',
    'core/note/languages/markdown/linkTarget',
    'core/note/languages/markdown/markdown',
    'core/note/languages/markdown/markdownInline',
    'core/note/languages/markdown/markdownLines',
    'core/text/lines',
    'core/note/frontMatter',
    'core/note/zones',
    'core/note/bibliography',
    'core/note/quotationMarks',
    'core/note/webAddresses',
  ],
  latex: ['core/note/languages/latex/latex', 'core/note/languages/latex/latexCommands'],
  restructuredtext: ['core/note/languages/restructuredText/restructuredText'],
  asciidoc: ['core/note/languages/asciidoc/asciidoc'],
  org: ['core/note/languages/org/org'],
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
      run: (text) => zonesOf(text, language),
    },
    {
      name: `terms of ${language}`,
      modules: [
        'core/note/addresses',
        'core/terms/automaton',
        'core/note/gap',
        'core/note/languages',
        'core/terms/markedLetters',
        'core/text/units',
        'core/terms/vocabulary',
        'core/terms/wordReader',
      ],
      tokens,
      run: (text) => TERMS.automaton.occurrences(text, language),
    },
    {
      name: `checks of ${language}`,
      modules: [
        'core/checks/acronymRules',
        'core/checks/capitalWords',
        'core/checks/deprecatedTerms',
        'core/checks/directives',
        'core/checks/introductions',
        'core/checks/longForm',
        'core/checks/mixedVariants',
        'core/checks/noteReading',
        'core/checks/rewording',
        'core/checks/silence',
        'core/checks/silencing',
        'core/checks/wording',
      ],
      tokens,
      run: (text) => {
        const rules = new Set(CHECK_RULES);
        checkNote(text, language, TERMS, { rules, commonAcronyms: [] });
        silenceHere(text, language, { rule: 'acronym-unknown', start: text.length >> 1 });
        silenceNote(text, language, 'acronym-unknown');
      },
    },
    {
      name: `citations of ${language}`,
      modules: [
        'core/note/citations/citekeyUses',
        'core/note/citations/namedBibliographies',
        'core/citation/ownCitekeys',
        'core/note/citations/typedCitekey',
        'core/note/citations/latex',
        'core/note/citations/macros',
        'core/note/citations/pandoc',
        'core/note/citations/place',
        'core/note/namedGlossaries',
      ],
      tokens,
      run: (text) => {
        citekeyUses(text, language);
        namedBibliographies(text, language);
        ownCitekeys(text);
        typedCitekey(text, text.length, language);
        namedGlossaries(text);
      },
    },
    {
      name: `footnotes of ${language}`,
      modules: [
        'core/citation/noteCitation',
        'core/citation/writing/footnotes',
        'core/citation/writing/surroundings',
        'core/note/footnotesOf',
      ],
      tokens,
      run: (text) => {
        footnotesOf(text, language);
        const source = { id: 'a' as SourceId, type: 'report', label: 'A report' } as const;
        const style = styleFor('auto', language, text);
        for (const at of [0, text.length >> 1, text.length]) {
          citeInNote(text, language, at, { text: 'A word.', locators: ['p. 1'], source }, 'block', {
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
        'core/note/blockEnd',
        'core/quotes/citationFor',
        'core/quotes/citedSources',
        'core/quotes/differences',
        'core/quotes/fixes',
        'core/note/noteCitations',
        'core/note/placeNames',
        'core/note/quotationsIn',
        'core/quotes/quotedParts',
        'core/quotes/quoteChecker',
        'core/quotes/quoteWords',
        'core/note/readableText',
        'core/quotes/sourceNames',
      ],
      tokens,
      run: (text) => {
        noteCitations(text, language, zonesOf(text, language));
        useSourceWordingInAll(text, language, [...CHECKER.checkNote(text, language)]);
      },
    },
  ];
  return TWINS.includes(language)
    ? scanners.filter(({ name }) => name.startsWith('citations'))
    : scanners;
}
