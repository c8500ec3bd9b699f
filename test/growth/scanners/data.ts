import {
  bibliographyPlace,
  bibliographiesAmong,
} from '../../../src/core/citation/bibliographyPlaces';
import { addToBibliography } from '../../../src/core/citation/bibliographyEdit';
import { parseBibliography } from '../../../src/core/citation/bibliography';
import { scanBibtex } from '../../../src/core/citation/bibtexScanner';
import { citekeyIndexOf } from '../../../src/core/citation/citekeyIndex';
import { briefOfFields } from '../../../src/core/citation/entryBrief';
import { fileFieldOf, pathsOfFileField } from '../../../src/core/citation/fileField';
import { jsonListIn } from '../../../src/core/citation/jsonList';
import { findSyntaxFlaw } from '../../../src/core/catalog/jsonSyntax';
import { readTable } from '../../../src/core/glossary/exchange/table';
import { readTbx } from '../../../src/core/glossary/exchange/tbxReader';
import { readXml } from '../../../src/core/glossary/exchange/xmlTree';
import { isNestedTooDeeply } from '../../../src/core/text/nesting';
import { xmlAttribute, xmlTokens } from '../../../src/core/library/formats/xml';
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
const SOURCE = { id: 'a' as SourceId, type: 'report', label: 'A report', title: 'A' } as const;

/** Files of data: bibliographies, glossaries in other formats, packs. */
export const DATA_SCANNERS: readonly Scanner[] = [
  {
    name: 'BibTeX',
    modules: [
      'core/citation/bibtexScanner',
      'core/citation/bibliography',
      'core/citation/bibliographyEdit',
    ],
    tokens: BIBTEX_TOKENS,
    run: (text) => {
      scanBibtex(text);
      const { entries } = parseBibliography(text, 'a.bib');
      citekeyIndexOf(entries).find('a', 5);
      addToBibliography(text, 'a.bib', SOURCE, 'a.pdf');
    },
  },
  {
    name: 'field of BibTeX',
    modules: ['core/citation/entryBrief', 'core/citation/fileField'],
    tokens: BIBTEX_TOKENS,
    run: (text) => {
      briefOfFields(() => text);
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
    modules: ['core/catalog/jsonSyntax'],
    tokens: JSON_TOKENS,
    run: findSyntaxFlaw,
  },
  {
    name: 'XML',
    modules: ['core/library/formats/xml'],
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
    modules: ['core/citation/namedBibliographies', 'core/glossary/place'],
    tokens: ['/', '\\', '..', '../', './', 'C:', ':', '%', '.bib', '.json', '//'],
    run: (text) => {
      bibliographyPlace({ scheme: 'file', authority: '', path: '/notes' }, text);
      bibliographiesAmong([text]);
    },
  },
];
