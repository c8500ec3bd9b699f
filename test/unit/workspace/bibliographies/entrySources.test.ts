import assert from 'node:assert/strict';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import type { SourceId } from '../../../../src/core/model';
import { EntrySources } from '../../../../src/workspace/bibliographies/entrySources';
import type { NoteBibliography } from '../../../../src/workspace/bibliographies/noteBibliographies';
import type { LibrarySource } from '../../../../src/workspace/library/library';
import { librarySource } from '../../../support/librarySources';

/** A document of the library with what it is cited by. */
function source(path: string, fields: Partial<LibrarySource['citation']> = {}): LibrarySource {
  const citation = { id: path as SourceId, type: 'report', label: path, ...fields };
  return librarySource(path, { citation });
}

/** The path of the document that the one entry of a bibliography is about. */
async function documentOf(
  text: string,
  sources: readonly LibrarySource[],
): Promise<string | undefined> {
  const { entries, problems } = parseBibliography(text, 'x.bib');
  const [entry] = entries;
  assert.ok(entry);
  const uri = { path: '/x.bib' } as NoteBibliography['uri'];
  const bibliography: NoteBibliography = { uri, entries, problems, entry: () => entry };
  return (await new EntrySources({ sources }).of(entry, bibliography))?.path;
}

describe('the document that an entry is about', () => {
  const cases: readonly (readonly [
    what: string,
    text: string,
    sources: readonly LibrarySource[],
    path: string | undefined,
  ])[] = [
    [
      'has its citekey, before all else',
      '@book{a, title = {On Grey Piers}, file = {y.pdf}}',
      [
        source('y.pdf'),
        source('t.pdf', { title: 'On Grey Piers' }),
        source('k.pdf', { citekey: 'a' }),
      ],
      'k.pdf',
    ],
    [
      'has its file, wherever that lay',
      '@book{a, title = {On Grey Piers}, file = {:C\\:\\\\lib\\\\y.pdf:PDF}}',
      [source('t.pdf', { title: 'On Grey Piers' }), source('lib/y.pdf')],
      'lib/y.pdf',
    ],
    [
      'has its title, whatever its case and accents',
      "@book{a, title = {On {GREY} Pi\\'ers: A Study}}",
      [
        source('other.pdf', { title: 'On Grey' }),
        source('t.pdf', { title: 'On grey piérs – a study' }),
      ],
      't.pdf',
    ],
    [
      'is not found by a title of one word',
      '@book{a, title = {Report}}',
      [source('t.pdf', { title: 'Report' })],
      undefined,
    ],
    ['is not there without a title', '@book{a}', [source('t.pdf')], undefined],
  ];
  for (const [what, text, sources, path] of cases) {
    it(what, async () => assert.equal(await documentOf(text, sources), path));
  }
});
