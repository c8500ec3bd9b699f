import type { Passage, SourceDocument } from '../core/library/document';
import { filePageText } from '../core/library/filePageText';
import { paragraphsIn } from '../core/library/paragraphsIn';
import { headingsOf, passageText } from '../core/library/structure';
import { fileNameOf, documentTitle } from '../core/library/title';
import type { SourceId } from '../core/model';
import { mergeIndexes } from '../core/search/indexMerge';
import {
  indexDocument,
  type IndexedSource,
  type LibraryContents,
} from '../core/search/libraryIndex';
import { runAtOnce } from '../util/slices';
import { english } from './english';

/** A document and where it was found. */
export interface ReadSource {
  readonly path: string;
  readonly document: SourceDocument;
}

/** A library of some documents, in which a source's id is its path. */
export function libraryOf(sources: readonly ReadSource[]): LibraryContents {
  const sorted = [...sources].sort((one, other) => (one.path < other.path ? -1 : 1));
  const indexes = sorted.map(({ path, document }) =>
    indexDocument(document, documentTitle(document.metadata, path)),
  );
  return {
    sources: sorted.map(indexedSource),
    index: runAtOnce(mergeIndexes(indexes.map((index) => ({ index, start: 0, end: index.size })))),
  };
}

/** A document as a library has it. */
export function indexedSource({ path, document }: ReadSource): IndexedSource {
  const { citekey, issued } = document.metadata;
  return {
    id: path as SourceId,
    title: documentTitle(document.metadata, path),
    names: [fileNameOf(path), path, ...(citekey === undefined ? [] : [citekey])],
    ...(issued && { issued }),
    passages: document.passages,
    headingsOf: (passage) => headingsOf(document, passage),
    textOf: (passage) => passageText(document, passage),
  };
}

/** One paragraph as `--passages --json` prints it; headings stand with the paragraphs under them. */
export interface PassageLine {
  /** The path of its document. */
  readonly source: string;
  readonly locator: string;
  /** Counted from 1; `null` where the format has no pages. */
  readonly page: number | null;
  /** The headings above it, outermost first, with " › " between them; `null` before the first. */
  readonly heading: string | null;
  readonly text: string;
}

export function passageRows({ path, document }: ReadSource): readonly PassageLine[] {
  return paragraphsIn(document).map((passage) => ({
    source: path,
    locator: passage.locator,
    page: passage.page ?? null,
    heading: headingPath(document, passage),
    text: passageText(document, passage),
  }));
}

function headingPath(document: SourceDocument, passage: Passage): string | null {
  return passage.heading === undefined ? null : headingsOf(document, passage).join(' › ');
}

/** A place as lines show it: the path and the locator, and beside it the page of the file where that is another. */
export function placeAsText(
  source: string,
  { locator, page }: { readonly locator: string; readonly page: number | null },
): string {
  const ofFile = filePageText({ locator, ...(page !== null && { page }) }, english);
  return `[${source} ${locator}]${ofFile === undefined ? '' : ` (${ofFile})`}`;
}

export function passageRowsAsText(rows: readonly PassageLine[]): string {
  return rows
    .map((row) => {
      const { source, heading, text } = row;
      const under = heading === null ? '' : ` ${heading}`;
      return `${placeAsText(source, row)}${under}\n    ${text.replaceAll('\n', '\n    ')}`;
    })
    .join('\n\n');
}
