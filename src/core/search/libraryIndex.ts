import { runAtOnce } from '../../util/slices';
import type { Passage, SourceDocument } from '../library/document';
import { headingsOf, passageText } from '../library/structure';
import type { Source, SourceId } from '../model';
import { LIBRARY_FIELDS } from './libraryFields';
import type { PassageIndex, WholeIndex } from './passageIndex';
import { PassageIndexBuilder } from './passageIndexBuilder';

/** A source whose passages are in a library's index, with what hits say of them. */
export interface IndexedSource {
  readonly id: SourceId;
  readonly title: string;
  /** What `source:` may call it besides its title: file name, path, citekey. */
  readonly names: readonly string[];
  readonly issued?: Source['issued'];
  /** In the order in which they are in the index. */
  readonly passages: readonly Passage[];
  /** The headings above a passage, outermost first. */
  headingsOf(passage: Passage): readonly string[];
  textOf(passage: Passage): string;
}

/** An index and whose passages it holds: those of the first source come first, and so on. */
export interface LibraryContents {
  readonly index: PassageIndex;
  /** Ordered by id, so that the same sources make the same contents whatever came first. */
  readonly sources: readonly IndexedSource[];
}

/**
 * The index of one document's passages, in their order: its part of a library's index.
 * @param title what the document is shown under
 */
export function indexDocument(document: SourceDocument, title: string): WholeIndex {
  return runAtOnce(indexDocumentInSlices(document, title));
}

/** The same for `runInSlices`. */
export function* indexDocumentInSlices(
  document: SourceDocument,
  title: string,
): Generator<undefined, WholeIndex> {
  const builder = new PassageIndexBuilder(Object.values(LIBRARY_FIELDS));
  let letters = 0;
  for (const passage of document.passages) {
    const text = passageText(document, passage);
    // What topics and partners it is about is not known, so that these fields stay empty.
    builder.add([text, title, headingsOf(document, passage)]);
    letters += text.length;
    if (letters > LETTERS_AT_ONCE) {
      letters = 0;
      yield;
    }
  }
  return yield* builder.buildInSlices();
}

/** A millisecond's work, or some while the code is new to the compiler. */
export const LETTERS_AT_ONCE = 4096;
