const YAML =
  'Reads through the library yaml, whose time is bounded by budgets of its own, and runs in the worker.';
const PDF =
  'Reads the lines of a page as PDF.js gives them, in a process that is ended when it takes too long.';
const SHOWN = 'Shortens or writes out a name that has been read already; one step over it.';
const WORDS = 'Reads words that the vocabulary has cut to 128 units.';

/** Modules that scan text and have no row, each with the reason why it needs none. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'core/catalog/entries': 'Looks at the first unit of a file.',
  'core/catalog/load': 'Looks at the last letter of a message of ours.',
  'core/catalog/violations': 'Reads the path of a value, which the schema validator writes.',
  'core/glossary/blockEdit': YAML,
  'core/glossary/flowEdit': YAML,
  'core/glossary/parse': YAML,
  'core/glossary/pathsRule': 'Reads through picomatch; its globs have a bound of their own.',
  'core/glossary/sourceStyle': YAML,
  'core/glossary/yamlSource': YAML,
  'core/library/formats/pdf': PDF,
  'core/library/formats/pdfColumns': PDF,
  'core/library/formats/pdfFurniture': PDF,
  'core/library/formats/pdfHeadings': PDF,
  'core/library/formats/pdfLines': PDF,
  'core/library/formats/pdfParagraphs': PDF,
  'core/library/ignoreRules':
    'Reads through the library ignore; its lines have a bound of their own.',
  'core/library/pathRules': 'Reads through picomatch; its globs have a bound of their own.',
  'core/glossary/exchange/importPlan': SHOWN,
  'core/glossary/imports': 'Looks at the beginning of a path.',
  'core/preview/markTerms': 'Looks at the beginning of each token of markdown-it.',
  'core/completion/suggestions': 'Looks at the ends of what `typedPhrase` has cut.',
  'core/quotes/places': 'Reads a locator, of which `noteCitations` keeps 500 units.',
  'core/search/editDistance': WORDS,
  'core/search/similarWords': WORDS,
  'core/search/stemGroups': WORDS,
  'core/search/expansion': WORDS,
  'core/search/indexCodec': WORDS,
  'core/search/names': WORDS,
  'core/search/sortedWords': WORDS,
  'core/search/vocabulary': WORDS,
  'features/decorations/underlinedSpans': 'Reads a quotation line by line.',
  'features/quotes/markedSpan': 'Looks once at the words of a quotation.',
  'features/search/selection': 'Its expression is given to the editor, for one line.',
  'features/exchange/exportReport': 'Looks for a line break in an example.',
  'features/explorer/entryNodes': SHOWN,
  'features/explorer/termsTree': SHOWN,
  'features/library/documentNodes': SHOWN,
  'features/library/sourceNodes': SHOWN,
  'features/library/sourceState': SHOWN,
  'features/search/recentSearches': SHOWN,
  'host/citing/entrySources': SHOWN,
  'viewer/main': 'Fills numbers into messages of ours.',
  'viewer/pageLabels': 'Compares what is typed into a field of the page viewer.',
};
