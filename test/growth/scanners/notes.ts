import { checkNote } from '../../../src/core/checks/checkNote';
import { CHECK_RULES } from '../../../src/core/checks/finding';
import { silenceHere, silenceNote } from '../../../src/core/checks/silencing';
import { citeInNote, styleFor } from '../../../src/core/citation/noteCitation';
import { citekeyUses } from '../../../src/core/citation/citekeyUses';
import { namedBibliographies } from '../../../src/core/citation/namedBibliographies';
import { ownCitekeys } from '../../../src/core/citation/ownCitekeys';
import { typedCitekey } from '../../../src/core/citation/typedCitekey';
import { namedGlossaries } from '../../../src/core/glossary/namedGlossaries';
import { useSourceWordingInAll } from '../../../src/core/quotes/fixes';
import { footnotesOf } from '../../../src/core/quotes/footnotesOf';
import { noteCitations } from '../../../src/core/quotes/noteCitations';
import { QuoteChecker } from '../../../src/core/quotes/quoteChecker';
import type { SourceId } from '../../../src/core/model';
import { zonesOf } from '../../../src/core/terms/zones';
import { quoteLibrary } from '../../support/quoteLibrary';
import { TERMS } from '../../unit/checks/support';
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
    'core/terms/markup/html',
    'core/terms/markup/linkTarget',
    'core/terms/markup/markdown',
    'core/terms/markup/markdownInline',
    'core/terms/markup/markdownLines',
    'core/terms/markup/lines',
    'core/terms/markup/frontMatter',
    'core/terms/zones',
    'core/terms/zoneKinds/bibliography',
    'core/terms/zoneKinds/quotationMarks',
    'core/terms/zoneKinds/webAddresses',
  ],
  latex: ['core/terms/markup/latex', 'core/terms/markup/latexCommands'],
  restructuredtext: ['core/terms/markup/restructuredText'],
  asciidoc: ['core/terms/markup/asciidoc'],
  org: ['core/terms/markup/org'],
  plaintext: ['core/terms/markup/plainText'],
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
        'core/terms/addresses',
        'core/terms/automaton',
        'core/terms/gap',
        'core/terms/languages',
        'core/terms/markedLetters',
        'core/terms/units',
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
        'core/citation/citekeyUses',
        'core/citation/namedBibliographies',
        'core/citation/ownCitekeys',
        'core/citation/typedCitekey',
        'core/citation/uses/latex',
        'core/citation/uses/macros',
        'core/citation/uses/pandoc',
        'core/citation/uses/place',
        'core/glossary/namedGlossaries',
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
        'core/quotes/footnotesOf',
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
        'core/quotes/blockEnd',
        'core/quotes/citationFor',
        'core/quotes/citedSources',
        'core/quotes/differences',
        'core/quotes/fixes',
        'core/quotes/noteCitations',
        'core/quotes/placeNames',
        'core/quotes/quotationsIn',
        'core/quotes/quotedParts',
        'core/quotes/quoteChecker',
        'core/quotes/quoteWords',
        'core/quotes/readableText',
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
