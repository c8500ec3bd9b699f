import { libraryOf } from '../../src/cli/library';
import type { Block, DocumentMetadata, SourceDocument } from '../../src/core/library/document';
import { structureDocument } from '../../src/core/library/structure';
import type { SourceId } from '../../src/core/model';
import { authorsAndYear } from '../../src/core/quotes/quotable';
import type { QuoteCheck } from '../../src/core/quotes/quoteCheck';
import { QuoteChecker } from '../../src/core/quotes/quoteChecker';
import type { CitedEntry, QuotableSource, QuoteLibrary } from '../../src/core/quotes/quoteLibrary';
import { Note } from '../../src/core/note/note';

/**
 * A source by its paragraphs; each may begin with `[p. N]`, the page that it stands on, and be a
 * heading, which `# ` or more of such signs begin.
 */
export interface TestSource {
  readonly path: string;
  readonly paragraphs: readonly string[];
  readonly metadata?: DocumentMetadata;
  readonly pageLabels?: readonly string[];
  readonly state?: QuotableSource['state'];
}

/** A library of sources, and a bibliography of entries by their citekeys. */
export function quoteLibrary(
  sources: readonly TestSource[],
  entries: Readonly<Record<string, CitedEntry>> = {},
): QuoteLibrary {
  const documents = sources.map((source) => ({ path: source.path, document: documentOf(source) }));
  const ready = documents.filter((_, at) => (sources[at]!.state ?? 'ready') === 'ready');
  return {
    contents: ready.length === 0 ? undefined : libraryOf(ready),
    sources: sources.map(({ path, metadata = {}, state = 'ready' }) => ({
      id: path as SourceId,
      title: metadata.title ?? path,
      path,
      state,
      ...authorsAndYear(metadata),
      ...(metadata.citekey !== undefined && { citekey: metadata.citekey }),
      ...(metadata.DOI !== undefined && { DOI: metadata.DOI }),
      ...(metadata.URL !== undefined && { URL: metadata.URL }),
    })),
    document: (id) => ready.find(({ path }) => path === id)?.document,
    entry: (citekey) => entries[citekey],
  };
}

function documentOf({ paragraphs, metadata = {}, pageLabels }: TestSource): SourceDocument {
  const blocks = paragraphs.map((paragraph): Block => {
    const [, mark = '', page] = /^(?:\[(p\.) (\d+)\] )?/.exec(paragraph) ?? [];
    const [, signs, text = ''] =
      /^(?:(#+) )?(.*)$/su.exec(paragraph.replace(/^\[p\. \d+\] /, '')) ?? [];
    return {
      ...(signs === undefined ? { kind: 'paragraph' } : { kind: 'heading', level: signs.length }),
      text,
      ...(mark !== '' && { page: Number(page) }),
    };
  });
  return structureDocument({
    format: 'text',
    metadata,
    blocks,
    ...(pageLabels && { pageLabels }),
  });
}

/** What is found of all quotations of a note. */
export function checksOf(
  note: string,
  library: QuoteLibrary,
  language = 'markdown',
): readonly QuoteCheck[] {
  return [...new QuoteChecker(library).checkNote(new Note(note, language))];
}
