import type { Passage } from '../../../../src/core/library/document';
import type { SourceId } from '../../../../src/core/model';
import { LIBRARY_FIELDS } from '../../../../src/core/search/libraryFields';
import type { IndexedSource, LibraryContents } from '../../../../src/core/search/libraryIndex';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';

/** A document of a library, with a passage for each text. */
export interface TestSource {
  readonly id: string;
  readonly title: string;
  readonly names?: readonly string[];
  /** Year, month, day. */
  readonly issued?: readonly number[];
  readonly texts: readonly string[];
}

const HEADINGS = ['Report', 'Findings'];

export function libraryOf(sources: readonly TestSource[]): LibraryContents {
  const builder = new PassageIndexBuilder(Object.values(LIBRARY_FIELDS));
  for (const { title, texts } of sources) {
    texts.forEach((text) => builder.add([text, title, HEADINGS]));
  }
  return { index: builder.build(), sources: sources.map(indexedSource) };
}

function indexedSource({ id, title, names = [], issued, texts }: TestSource): IndexedSource {
  const passages = texts.map((text, at): Passage => ({
    id: `p${at + 1}`,
    locator: `1.${at + 1}`,
    span: { start: 0, end: text.length },
    ...(at > 0 && { page: at }),
  }));
  return {
    id: id as SourceId,
    title,
    names,
    ...(issued && { issued: { 'date-parts': [issued] } }),
    passages,
    headingsOf: () => HEADINGS,
    textOf: (passage) => texts[passages.indexOf(passage)] ?? '',
  };
}
