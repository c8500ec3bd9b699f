import type { SourceDocument } from '../../core/library/document';
import type { CitableSource } from '../../core/citation/citable';
import type { SourceId } from '../../core/model';
import { authorsAndYear } from '../../core/quotes/quotable';
import type { QuotableSource, QuoteLibrary } from '../../core/quotes/quoteLibrary';
import type { LibraryContents } from '../../core/search/libraryIndex';
import type { NoteBibliography } from '../bibliographies/noteBibliographies';
import type { Library, LibrarySource } from '../library/library';
import { citedEntry } from './citedEntries';

/** What the quotations of a note are compared with: the library as it is at this moment. */
export function quoteLibraryOf(
  library: Pick<Library, 'contents' | 'sources' | 'documentNow'>,
  bibliographies: readonly NoteBibliography[],
): QuoteLibrary {
  const { contents } = library;
  const documents = new Map<SourceId, SourceDocument | undefined>();
  return {
    contents,
    sources: quotableSources(library.sources, contents),
    document: (id) => {
      if (!documents.has(id)) {
        documents.set(id, library.documentNow(id));
      }
      return documents.get(id);
    },
    entry: (citekey) => citedEntry(bibliographies, citekey),
  };
}

/** The sources of a library as notes may cite them. */
function quotableSources(
  sources: readonly LibrarySource[],
  contents: LibraryContents | undefined,
): readonly QuotableSource[] {
  const searched = new Set(contents?.sources.map(({ id }) => id));
  return sources.map((source) => {
    const { id, title, path, alsoAt } = source;
    const cited: CitableSource = source.citation;
    return {
      id,
      title,
      path,
      ...(alsoAt && { otherPaths: alsoAt.map((file) => file.path) }),
      state: quotableState(source, searched),
      ...authorsAndYear(cited),
      ...(cited.citekey !== undefined && { citekey: cited.citekey }),
      ...(cited.URL !== undefined && { URL: cited.URL }),
      ...(cited.DOI !== undefined && { DOI: cited.DOI }),
    };
  });
}

/** A source that was just read is not in the index yet: nothing could be found in it. */
function quotableState(
  { id, state }: LibrarySource,
  searched: ReadonlySet<SourceId>,
): QuotableSource['state'] {
  switch (state.kind) {
    case 'ready':
      return searched.has(id) ? 'ready' : 'not read yet';
    case 'waiting':
    case 'reading':
      return 'not read yet';
    default:
      return 'unreadable';
  }
}
