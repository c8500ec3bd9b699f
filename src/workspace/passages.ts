import type { Passage, SourceDocument } from '../core/library/document';
import { passagesWithin } from '../core/library/passageAtOffset';
import type { Locator } from '../core/model';
import { loadPart } from '../host/loadPart';
import type { Log } from '../host/surfaces/log';
import type { Library, LibrarySource } from './library/library';
import type { SourceTarget } from './targets';

/** A place in a document, found. */
export interface FoundPassages {
  readonly source: LibrarySource;
  readonly document: SourceDocument;
  /** In the order of the text; empty when the place is in none, such as between two. */
  readonly passages: readonly Passage[];
  /** The words meant: what is selected, or else all of the passages. */
  readonly text: string;
}

/** Finds the passages that a command is about; `undefined` when their document is not to be had. */
export async function findPassages(
  library: Pick<Library, 'get' | 'document'>,
  { source: id, passage, selection }: SourceTarget,
): Promise<FoundPassages | undefined> {
  const document = await library.document(id);
  const source = library.get(id);
  if (source === undefined || document === undefined) {
    return undefined;
  }
  const passages = selection
    ? passagesWithin(document.passages, selection)
    : document.passages.filter((one) => one.id === passage);
  const [first, last] = [passages[0], passages.at(-1)];
  const all = first && last ? document.text.slice(first.span.start, last.span.end) : '';
  const selected = selection && document.text.slice(selection.start, selection.end);
  return { source, document, passages, text: selected || all };
}

/** Where what was found stands, as a reader of the document finds it: what a citation prints. */
export async function printedPlaces(
  { document, source, passages }: Pick<FoundPassages, 'document' | 'source' | 'passages'>,
  log: Log,
): Promise<readonly Locator[]> {
  const { placedDocument, printedLocators } = await loadPart(
    log,
    () => import('../core/library/printedPlaces'),
  );
  const { title, label } = source.citation;
  return printedLocators(placedDocument(document, title ?? label), passages);
}
