import {
  bibliographyPlace,
  bibliographiesAmong,
} from '../../../src/core/note/citations/bibliographyPlaces';
import { LONGEST_PATTERN } from '../../../src/core/budgets';
import { bibtexRefusal } from '../../../src/core/citation/bibliographyGuard';
import { compileGlob } from '../../../src/core/paths/glob';
import { parseIgnoreFile } from '../../../src/core/paths/ignoreRule';
import { includedBy } from '../../../src/core/paths/pathRules';
import { comparablePath } from '../../../src/core/paths/realPath';
import { addToBibliography } from '../../../src/core/citation/bibliographyEdit';
import { parseBibliography } from '../../../src/core/citation/bibliography';
import { scanBibtex } from '../../../src/core/citation/bibtexScanner';
import { citekeyIndexOf } from '../../../src/core/citation/citekeyIndex';
import {
  briefOfFields,
  withFamiliesMarked,
  withPrintedLetters,
} from '../../../src/core/citation/entryBrief';
import { completedEntry } from '../../../src/core/citation/entryCompletion';
import { incompleteEntries } from '../../../src/core/citation/entryParts';
import { fileFieldOf, pathsOfFileField } from '../../../src/core/citation/fileField';
import { jsonListIn } from '../../../src/core/citation/jsonList';
import { findSyntaxFlaw } from '../../../src/core/packs/jsonSyntax';
import { parseSearches, withSearch } from '../../../src/core/search/savedSearches';
import { readTable } from '../../../src/core/glossary/exchange/table';
import { readTbx } from '../../../src/core/glossary/exchange/tbxReader';
import { readXml } from '../../../src/core/glossary/exchange/xmlTree';
import { isNestedTooDeeply } from '../../../src/core/text/nesting';
import { xmlAttribute, xmlTokens } from '../../../src/core/text/xml';
import type { SourceId } from '../../../src/core/model';
import type { Scanner } from '../scanner';
import { BIBTEX_TOKENS, JSON_TOKENS, XML_TOKENS } from './languages';

const CSV_TOKENS = [
  ',',
  '\t',
  '"',
  '""',
  '\n',
  '\r\n',
  ',"',
  '",',
  'name,definition\n',
  'meta: ',
  ';',
  '|',
];
/** UTF-16 units of the longest path that systems have. */
const LONGEST_PATH = 4_096;
const SOURCE = { id: 'a' as SourceId, type: 'report', label: 'A report', title: 'A' } as const;

/** Files of data: bibliographies, glossaries in other formats, packs. */
export const DATA_SCANNERS: readonly Scanner[] = [
  {
    name: 'BibTeX',
    modules: [
      'core/citation/bibtexScanner',
      'core/citation/bibliography',
      'core/citation/bibliographyEdit',
      'core/citation/bibliographyGuard',
      'core/citation/entryCompletion',
      'core/citation/entryParts',
      'core/citation/readBibliography',
    ],
    tokens: BIBTEX_TOKENS,
    run: (text) => {
      scanBibtex(text);
      const { entries } = parseBibliography(text, 'a.bib');
      citekeyIndexOf(entries).find('a', 5);
      addToBibliography(text, 'a.bib', SOURCE, 'a.pdf');
      bibtexRefusal(text);
      for (const path of ['a.bib', 'a.json']) {
        const [first] = incompleteEntries(text, path, () => true);
        completedEntry(text, path, first?.citekey ?? '', { author: 'none', title: text });
      }
    },
  },
  {
    name: 'field of BibTeX',
    modules: ['core/citation/entryBrief', 'core/citation/fileField', 'core/text/eastAsianNames'],
    tokens: [...BIBTEX_TOKENS, '山', ' ', ' and '],
    run: (text) => {
      briefOfFields(() => text);
      withFamiliesMarked(withPrintedLetters(text));
      pathsOfFileField(text);
      fileFieldOf(text);
    },
  },
  {
    name: 'CSL-JSON',
    modules: [
      'core/citation/bibliography',
      'core/citation/bibliographyEdit',
      'core/citation/jsonList',
      'core/citation/citekeyIndex',
    ],
    tokens: JSON_TOKENS,
    run: (text) => {
      jsonListIn(text);
      parseBibliography(text, 'a.json');
      addToBibliography(text, 'a.json', SOURCE, 'a.pdf');
    },
  },
  {
    name: 'JSON of a pack',
    modules: ['core/packs/jsonSyntax', 'core/text/jsonTokens'],
    tokens: JSON_TOKENS,
    run: findSyntaxFlaw,
  },
  {
    name: 'JSON of saved searches',
    modules: ['core/search/savedSearches'],
    tokens: [...JSON_TOKENS, '{"searches":[', '{"query":"a"}', '"name":'],
    run: (text) => {
      parseSearches(text);
      withSearch(text, { name: 'a', query: 'a' });
    },
  },
  {
    name: 'XML',
    modules: ['core/text/xml'],
    tokens: XML_TOKENS,
    run: (text) => {
      xmlAttribute(text, 'a');
      Array.from(xmlTokens(text));
    },
  },
  {
    name: 'XML tree',
    modules: ['core/glossary/exchange/xmlTree'],
    tokens: XML_TOKENS,
    run: readXml,
  },
  {
    name: 'TBX',
    modules: ['core/glossary/exchange/tbxReader'],
    tokens: [
      ...XML_TOKENS,
      '<tbx>',
      '<conceptEntry>',
      '<langSec xml:lang="en">',
      '<termSec>',
      '<term>',
      '</term>',
    ],
    run: readTbx,
  },
  {
    name: 'CSV',
    modules: ['core/glossary/exchange/table', 'core/glossary/exchange/exchange'],
    tokens: CSV_TOKENS,
    run: (text) => readTable(`name,definition\n${text}`, ','),
  },
  {
    name: 'TSV',
    modules: ['core/glossary/exchange/table'],
    tokens: CSV_TOKENS,
    run: (text) => readTable(text, '\t'),
  },
  {
    name: 'depth of YAML',
    modules: ['core/text/nesting'],
    tokens: ['[', '{', ']', '}', '- ', '? ', '"', "'", '\\', '#', ': ', '|\n', '\n  '],
    run: isNestedTooDeeply,
  },
  {
    name: 'paths in a bibliography or note',
    modules: ['core/note/citations/bibliographyPlaces', 'core/paths/place', 'core/paths/realPath'],
    tokens: ['/', '\\', '..', '../', './', 'C:', ':', '%', '.bib', '.json', '//'],
    run: (text) => {
      bibliographyPlace({ scheme: 'file', authority: '', path: '/notes' }, text);
      bibliographiesAmong([text]);
      comparablePath(text, true);
    },
  },
  {
    name: '.gitignore',
    modules: ['core/paths/ignoreRule', 'core/paths/wildcards'],
    tokens: ['*', '**', '/', '!', '#', '\\', '[', ']', '[!', '?', '\n', '*a', 'a/'],
    run: (text) => {
      for (const { matches } of parseIgnoreFile(text).rules.slice(0, 10)) {
        matches(text.slice(0, LONGEST_PATH));
      }
    },
  },
  {
    name: 'glob',
    modules: ['core/paths/glob', 'core/paths/pathRules', 'core/paths/wildcards'],
    tokens: ['*', '**', '/', '{', '}', ',', '+(', ')', '[', ']', '!', '@(', '|', '*a'],
    run: (text) => {
      compileGlob(text.slice(0, LONGEST_PATTERN))?.(text.slice(0, LONGEST_PATH));
      includedBy([text])(text.slice(0, LONGEST_PATH));
    },
  },
];
