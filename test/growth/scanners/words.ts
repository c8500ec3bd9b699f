import { bracketed } from '../../../src/core/completion/spelledOut';
import { capitalised, isSentenceStart } from '../../../src/core/completion/letterCase';
import {
  isWithinUnclosedMarkup,
  phraseStarts,
  restOfForm,
} from '../../../src/core/completion/typedPhrase';
import { isAcronym, isAcronymForm } from '../../../src/core/checks/capitalWords';
import { isLongForm, longFormStart } from '../../../src/core/checks/longForm';
import { formOf, inOtherNumber, pluralOf } from '../../../src/core/checks/rewording';
import {
  beginsSentence,
  replacement,
  sentenceEnd,
  splitPossessive,
} from '../../../src/core/checks/wording';
import { babelNameOf } from '../../../src/core/citation/cslMetadata';
import { citekeyFor } from '../../../src/core/citation/citekeyPattern';
import { citedPlace } from '../../../src/core/citation/citedPlace';
import { formatCitation } from '../../../src/core/citation/plainCitation';
import { quotePassage } from '../../../src/core/citation/quote';
import { withSingleMarks } from '../../../src/core/citation/singleMarks';
import { bibtexEntry } from '../../../src/core/citation/writing/bibtexEntry';
import { cslItem } from '../../../src/core/citation/writing/cslItem';
import { NOTE_LANGUAGES } from '../../../src/core/note/languageIds';
import { noteLanguage } from '../../../src/core/note/languages/registry';
import { fullNote, shortNote, shortTitle } from '../../../src/core/citation/writing/noteForms';
import { isGlossaryPath, glossaryName } from '../../../src/core/paths/place';
import { onOneLine } from '../../../src/core/glossary/exchange/exchange';
import { glossaryText } from '../../../src/core/glossary/edit';
import { escapeXml } from '../../../src/core/glossary/exchange/xmlTree';
import { isContentsEntry, withoutLeader } from '../../../src/core/library/formats/pdfContents';
import { withoutMark } from '../../../src/core/library/formats/pdfFootnotes';
import {
  hasBullet,
  mayBeItem,
  withoutBullet,
} from '../../../src/core/library/formats/pdfListItems';
import { blockText } from '../../../src/core/library/formats/plainText';
import {
  doiOf,
  issuedOf,
  languageOf,
  personName,
  personNames,
  shortText,
  urlOf,
} from '../../../src/core/library/formats/metadata';
import { placeInStyle } from '../../../src/core/citation/writing/placeForms';
import { LATEX_WRITING } from '../../../src/core/note/languages/latex/latexWriting';
import { evidenceWords } from '../../../src/core/search/evidenceWords';
import { matchedSentences } from '../../../src/core/search/matchedSentences';
import { passagesAt } from '../../../src/core/library/locators';
import { printedLocators } from '../../../src/core/library/printedPlaces';
import { fileNameOf, documentTitle } from '../../../src/core/library/title';
import { formatOfPath } from '../../../src/core/library/formatOfPath';
import { fingerprintOf } from '../../../src/core/library/fingerprints';
import { letterHash } from '../../../src/core/text/normalise';
import { structureDocument } from '../../../src/core/library/structure';
import type { SourceId } from '../../../src/core/model';
import { placeIn } from '../../../src/core/note/citations/placeNames';
import { locatorLike } from '../../../src/core/quotes/locatorFix';
import { quoteWords } from '../../../src/core/quotes/quoteWords';
import { SourceNames } from '../../../src/core/quotes/sourceNames';
import { editBetween } from '../../../src/core/quotes/movedChecks';
import { parseDate } from '../../../src/core/search/dateSpans';
import { parseQuery } from '../../../src/core/search/queryParser';
import { askedWords, phraseWords } from '../../../src/core/search/signWords';
import {
  accentedWord,
  canonicalWord,
  foldWord,
  tokenize,
} from '../../../src/core/search/textAnalysis';
import { FilterValues, slugOf } from '../../../src/core/search/filterValues';
import { TextAnalyser } from '../../../src/core/search/highlights';
import { IndexVocabulary } from '../../../src/core/search/vocabulary';
import { headingOfPlace, headingPlace } from '../../../src/core/text/headingPlaces';
import { pagesWithin } from '../../../src/core/text/listedPlaces';
import {
  otherNumbers,
  otherNumbersOfAcronym,
  pluralsOfName,
} from '../../../src/core/text/inflection';
import { NameIndex } from '../../../src/core/terms/nameIndex';
import { placesInPlainText } from '../../../src/core/terms/placesInPlainText';
import { phraseSpan } from '../../../src/core/text/phraseSpan';
import { americanSpelling, spellingVariants } from '../../../src/core/text/spelling';
import { TermSet } from '../../../src/core/terms/termSet';
import { Tagger } from '../../../src/core/tags/tagger';
import { parseTopicQuery } from '../../../src/core/tags/topicQuery';
import { Catalog } from '../../../src/core/packs/catalog';
import { SMALL_PACK } from '../../support/smallPack';
import { taggable } from '../../support/taggable';
import {
  phraseOf,
  splitAbbreviation,
  acronymAt,
  draftOfAcronym,
} from '../../../src/features/glossary/phrase';
import { caretAfterEdit, queryOfSelection } from '../../../src/features/search/queryEdit';
import { oneLine } from '../../../src/features/search/lines';
import { snippet } from '../../../src/features/search/snippet';
import { isReport } from '../../../src/core/quotes/report';
import { clipped } from '../../../src/core/quotes/messages';
import { inertLine, inertLines, inertTooltip } from '../../../src/host/surfaces/inertText';
import { safeFileName, tabName } from '../../../src/util/fileName';
import { hashText } from '../../../src/util/hash';
import { escapeMarkdown } from '../../../src/util/markdownText';
import { runAtOnce } from '../../../src/util/slices';
import { ownTerms } from '../../support/knownTerms';
import { SMALL_CATALOG } from '../../support/smallPack';
import { TERMS } from '../../unit/core/checks/support';
import { childPath, quote } from '../../../src/core/packs/jsonPath';
import { insertionEnd } from '../../../src/core/citation/insertionEnd';
import { writingAt } from '../../../src/core/glossary/writingAt';
import { placesNamed } from '../../../src/core/glossary/scope';
import { pdfMetadata } from '../../../src/core/library/formats/pdfMetadata';
import { ClosedElements } from '../../../src/core/preview/closedElements';
import { explanationTitle as titleOfMark } from '../../../src/core/preview/explanation';
import { leadingSentences } from '../../../src/core/text/leadingSentences';
import { WordNumbers } from '../../../src/core/search/wordNumbers';
import { markedOccurrences } from '../../../src/core/terms/markedKinds';
import { TermMatcher } from '../../../src/core/terms/termMatcher';
import { TermPlaces } from '../../../src/core/terms/termPlaces';
import { markdownOf } from '../../../src/features/pages/entry/page/markdownPage';
import { link, paragraph, phrase } from '../../../src/features/pages/entry/page/pageModel';
import { textOf } from '../../../src/features/pages/entry/page/textPage';
import { importFormatOf } from '../../../src/features/glossary/exchange/formats';
import type { Scanner } from '../scanner';
import { PROSE_TOKENS } from './languages';
import { plainProse } from '../../../src/core/note/prose';

const NAMES = new NameIndex(TERMS.terms);
const CONTEXTUAL = TermMatcher.of(
  TERMS.terms.map((term) => ({ ...term, near: [term.name, 'a'], not: [`${term.name} a`] })),
);
const FILTERS = new FilterValues(SMALL_CATALOG);
const DOCUMENT = structureDocument({
  format: 'pdf',
  metadata: { title: 'A' },
  blocks: [
    { kind: 'heading', level: 1, text: '1. A heading' },
    { kind: 'paragraph', text: '12. A paragraph of the document.', page: 1 },
  ],
});
const SOURCE_NAMES = new SourceNames([
  {
    id: 'a' as SourceId,
    title: 'The Harbour Report',
    path: 'a/harbour.pdf',
    state: 'ready',
    authors: ['Smith'],
    year: 2024,
  },
]);

/** A source whose every field is a text. */
function sourceOf(text: string) {
  return {
    id: 'a' as SourceId,
    type: 'report',
    label: text,
    title: text,
    publisher: text,
    author: [{ family: text, given: text }],
    URL: text,
    DOI: text,
  } as const;
}

/** Words, names, titles, places and queries: what is short, unless somebody sees to it that it is not. */
const tagger = Tagger.of({
  catalog: new Catalog([
    {
      ...SMALL_PACK,
      excerpts: [],
      events: [],
      terms: [],
      topics: SMALL_PACK.topics.map((topic) => ({ ...topic, query: 'quay | partner:merra quay' })),
      partners: SMALL_PACK.partners.slice(0, 1).map((partner) => ({
        ...partner,
        id: 'merra' as typeof partner.id,
        name: 'Merra',
        capitals: ['Quell'],
        not: ['Merra and Quell'],
      })),
    },
  ]),
  terms: [],
});

export const WORD_SCANNERS: readonly Scanner[] = [
  {
    name: 'preview',
    modules: ['core/preview/closedElements', 'core/preview/explanation'],
    tokens: [
      '<',
      '</',
      '>',
      '<a ',
      '<a>',
      '</a>',
      '<svg ',
      '/>',
      '<!--',
      '-->',
      '="',
      '-',
      '<a-b ',
    ],
    run: (text) => {
      new ClosedElements().passHtml(text);
      titleOfMark([{ name: text, definition: text, label: 'a' }], text);
    },
  },
  {
    name: 'places and paths',
    modules: [
      'core/packs/jsonPath',
      'core/citation/insertionEnd',
      'core/glossary/scope',
      'core/glossary/writingAt',
      'core/library/extract',
      'core/library/formats/pdfMetadata',
      'core/search/wordNumbers',
      'core/terms/termContexts',
      'core/terms/termMatcher',
      'core/terms/termPlaces',
      'features/pages/entry/page/markdownPage',
      'features/pages/entry/page/pageModel',
      'features/pages/entry/page/textPage',
      'features/glossary/exchange/formats',
    ],
    tokens: [...PROSE_TOKENS, '\r', '\r\n', '/', '..', '.csv'],
    run: (text) => {
      childPath('$', text);
      quote(text);
      insertionEnd(0, text, [], '\r\n');
      CONTEXTUAL.occurrences(plainProse(text));
      const entry = { start: 0, end: text.length };
      const [term] = ownTerms('a', [{ name: 'lamp' }]);
      if (term?.origin.kind === 'glossary') {
        writingAt(text, { ...term.origin.entry, span: entry }, text.length >> 1);
      }
      placesNamed(text, { scheme: 'file', authority: '', path: '/n/a.md' }, []);
      pdfMetadata({ info: { Title: text, Author: text }, xmp: () => text }, []);
      TermPlaces.of(text, TERMS.automaton.occurrences(plainProse(text)));
      new WordNumbers().scan(text, () => undefined);
      const place = { address: text, path: text, line: 1, column: 1 };
      const words = phrase(text, link(text, { kind: 'place', place }));
      const page = { title: text, blocks: paragraph(words) };
      markdownOf(page);
      textOf(page);
      importFormatOf(text);
    },
  },
  {
    name: 'query',
    modules: [
      'core/search/queryParser',
      'core/search/textAnalysis',
      'core/search/signWords',
      'core/search/dateSpans',
      'core/search/filterValues',
      'core/search/highlights',
    ],
    tokens: [...PROSE_TOKENS, 'topic:', 'partner:"', '-', '-"', 'before:2024-', 'kind:', '-topic:'],
    run: (text) => {
      parseQuery(text);
      parseDate(text);
      tokenize(text);
      canonicalWord(text);
      foldWord(text);
      accentedWord(text);
      askedWords(text);
      phraseWords(text);
      slugOf(text);
      FILTERS.complete(text, text.length);
      new TextAnalyser(runAtOnce(IndexVocabulary.of(['lamp']))).analyse(text);
    },
  },
  {
    name: 'what is typed',
    modules: [
      'core/completion/typedPhrase',
      'core/completion/letterCase',
      'core/completion/spelledOut',
      'core/terms/nameIndex',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      phraseStarts(text);
      isWithinUnclosedMarkup(text);
      isSentenceStart(text);
      capitalised(text);
      bracketed(text);
      restOfForm(text, 'lamp k');
      restOfForm('lamp keeper', text);
      NAMES.find(text, 5);
    },
  },
  {
    name: 'place in plain text',
    modules: ['core/terms/placesInPlainText'],
    tokens: PROSE_TOKENS,
    run: (text) => Array.from(placesInPlainText(text, TERMS)),
  },
  {
    name: 'form of a term',
    modules: [
      'core/terms/forms',
      'core/text/inflection',
      'core/text/spelling',
      'core/terms/markedLetters',
      'core/checks/rewording',
      'core/checks/capitalWords',
      'core/checks/longForm',
      'core/checks/wording',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      const [term] = ownTerms('a', [{ name: text, aliases: [text], abbreviation: text }]);
      void new TermSet([term!]).automaton;
      formOf(text, term!);
      inOtherNumber(text);
      pluralOf(text);
      isAcronym(text);
      isAcronymForm(text);
      isLongForm(text, 'AB');
      longFormStart(text, 'AB');
      beginsSentence(text, text.length);
      sentenceEnd(text, 0);
      splitPossessive(text);
      replacement(text, { start: text.length >> 1, end: (text.length >> 1) + 1 }, 'apple');
      otherNumbers(text);
      pluralsOfName(text);
      otherNumbersOfAcronym(text, true);
      americanSpelling(text);
      spellingVariants(text);
    },
  },
  {
    name: 'locator',
    modules: [
      'core/library/locators',
      'core/library/pageLocators',
      'core/note/citations/placeNames',
      'core/quotes/locatorFix',
      'core/citation/citedPlace',
      'core/text/headingPlaces',
      'core/text/listedPlaces',
      'core/citation/writing/placeForms',
    ],
    tokens: [...PROSE_TOKENS, '›', '1.2–', '12', ', para. ', 'under “', '\\enquote{', '”'],
    run: (text) => {
      passagesAt(DOCUMENT, text);
      placeIn(text, 0);
      locatorLike(text, 'p. 12');
      locatorLike('p. 12', text);
      citedPlace([text, text]);
      headingOfPlace(headingPlace(text));
      pagesWithin(text);
      placeInStyle(text, 'latex', LATEX_WRITING);
      placeInStyle(text, 'pandoc', LATEX_WRITING);
    },
  },
  {
    name: 'sentences that a query found',
    modules: ['core/search/matchedSentences', 'core/text/sentenceSpans'],
    tokens: [...PROSE_TOKENS, '. ', '.', '-\n', '”', 'U.S. ', '\n'],
    run: (text) =>
      matchedSentences(
        text,
        Array.from(text.matchAll(/\p{L}/gu), ({ index }) => ({ start: index, end: index + 1 })),
      ),
  },
  {
    name: 'the words of a sentence that evidence is sought for',
    modules: ['core/search/evidenceWords'],
    tokens: [...PROSE_TOKENS, 'NATO', '2022', '. '],
    run: evidenceWords,
  },
  {
    name: 'the first sentences of a text',
    modules: ['core/text/leadingSentences'],
    tokens: [...PROSE_TOKENS, '. ', '.', '”', 'U.S. ', ' ', '\n'],
    run: (text) => leadingSentences(text, text.length / 2),
  },
  {
    name: 'wordings that are marked',
    modules: ['core/terms/markedKinds'],
    tokens: ['A', 'a', "'", '’s', 's', '\n', ' '],
    run: (text) =>
      markedOccurrences(
        text,
        [{ start: 0, end: text.length, terms: [] }],
        () => [{ kind: 'concept', abbreviation: 'ABC', isOwn: false }],
        ['acronym'],
      ),
  },
  {
    name: 'numbers of paragraphs',
    modules: ['core/library/printedPlaces'],
    tokens: ['1. ', '2. ', 'Word. ', '\n\n', '12', ' '],
    run: (text) => {
      const passages = text.split('\n\n').map((_, at) => ({
        id: String(at),
        locator: `1.${at}`,
        span: { start: 0, end: 0 },
      }));
      const parts = text.split('\n\n');
      printedLocators(
        {
          title: '',
          passages,
          headingsOf: ({ id }) => [parts[Number(id)] ?? ''],
          textOf: ({ id }) => parts[Number(id)] ?? '',
        },
        passages,
      );
    },
  },
  {
    name: 'name of a source',
    modules: ['core/quotes/sourceNames'],
    tokens: [...PROSE_TOKENS, '/', '.pdf', 'https://doi.org/10.1/'],
    run: (text) => {
      SOURCE_NAMES.ofCitekey(text, undefined);
      SOURCE_NAMES.ofTarget(text);
      SOURCE_NAMES.ofWords(text);
    },
  },
  {
    name: 'words that are quoted',
    modules: [
      'core/text/words',
      'core/quotes/quoteWords',
      'core/quotes/movedChecks',
      'core/citation/singleMarks',
      'core/citation/quote',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      quoteWords(text);
      editBetween(text, `${text}a`);
      editBetween(text, `a${text}`);
      withSingleMarks(text);
      quotePassage(text, sourceOf('A'), ['p. 1']);
    },
  },
  {
    name: 'field of a source',
    modules: [
      'core/citation/citekeyPattern',
      'core/citation/cslMetadata',
      'core/citation/plainCitation',
      'core/citation/writing/bibtexEntry',
      'core/note/writing',
      'core/note/languages/asciidoc/asciidocWriting',
      'core/note/languages/latex/latexWriting',
      'core/note/languages/markdown/markdownWriting',
      'core/note/languages/org/orgWriting',
      'core/note/languages/restructuredText/restructuredTextWriting',
      'core/note/languages/typst/typstWriting',
      'core/citation/writing/noteForms',
      'core/library/formats/metadata',
      'core/library/formats/plainText',
      'core/library/title',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      const source = sourceOf(text);
      citekeyFor(source, new Set());
      formatCitation(source, text);
      bibtexEntry(source, 'key', { isBiblatex: true } as never, text);
      cslItem(source, 'key', text);
      for (const id of NOTE_LANGUAGES) {
        const markup = noteLanguage(id).writing;
        fullNote(source, text, markup);
        shortNote(source, text, markup);
        markup.quoted(text);
      }
      shortTitle(text);
      babelNameOf(text);
      shortText(text);
      personName(text);
      personNames(text);
      issuedOf(text);
      languageOf(text);
      urlOf(text);
      doiOf(text);
      blockText(text);
      documentTitle({ title: text }, text);
    },
  },
  {
    name: 'line of a PDF',
    modules: [
      'core/library/formats/pdfContents',
      'core/library/formats/pdfFootnotes',
      'core/library/formats/pdfListItems',
    ],
    tokens: [...PROSE_TOKENS, '. . .', '....', '•', '1)', '\u00b9'],
    run: (text) => {
      isContentsEntry(text);
      withoutLeader(text);
      withoutMark(text);
      hasBullet(text);
      mayBeItem(text);
      withoutBullet(text);
    },
  },
  {
    name: 'path of a file',
    modules: [
      'core/library/formatOfPath',
      'core/library/title',
      'core/paths/place',
      'core/note/languages/registry',
    ],
    tokens: ['/', '\\', '.', '..', '.md', '.glossary.yml', '%', ':', ' '],
    run: (text) => {
      fileNameOf(text);
      formatOfPath(text);
      isGlossaryPath(text);
      glossaryName(text);
    },
  },
  {
    name: 'text of an entry',
    modules: [
      'core/glossary/entryText',
      'core/glossary/exchange/exchange',
      'core/glossary/exchange/xmlTree',
      'core/glossary/edit',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      glossaryText(text, [{ name: text, definition: text, aliases: [text] }] as never);
      onOneLine(text);
      escapeXml(text);
    },
  },
  {
    name: 'tags of a passage',
    modules: [
      'core/tags/capitals',
      'core/tags/cues',
      'core/tags/topicQuery',
      'core/tags/topicTagging',
    ],
    tokens: [...PROSE_TOKENS, 'Merra', 'Quell', ' in Quell', 'quay', ' and ', '|', '-', 'partner:'],
    run: (text) => {
      tagger.tag(taggable([text.replaceAll('\n', ' ')]));
      parseTopicQuery(text);
    },
  },
  {
    name: 'letters of a passage',
    modules: ['core/text/normalise', 'core/library/fingerprints', 'util/hash'],
    tokens: PROSE_TOKENS,
    run: (text) => {
      letterHash(text);
      fingerprintOf(text);
      hashText(text);
    },
  },
  {
    name: 'selection',
    modules: [
      'features/glossary/phrase',
      'features/search/queryEdit',
      'features/search/lines',
      'features/search/snippet',
      'core/quotes/report',
      'core/text/phraseSpan',
      'core/quotes/messages',
      'util/fileName',
      'util/markdownText',
      'host/surfaces/inertText',
    ],
    tokens: PROSE_TOKENS,
    run: (text) => {
      phraseSpan(text);
      phraseOf(text);
      splitAbbreviation(text);
      acronymAt(text, text.length >> 1);
      draftOfAcronym(text, 'AB');
      caretAfterEdit(text, `${text}a`);
      queryOfSelection(text);
      snippet(text, [{ start: text.length >> 1, end: (text.length >> 1) + 1 }]);
      oneLine(text);
      isReport(text);
      clipped(text);
      safeFileName(text, 'a');
      tabName(text, 'a');
      escapeMarkdown(text);
      inertLine(text);
      inertLines(text);
      inertTooltip(text);
    },
  },
];
