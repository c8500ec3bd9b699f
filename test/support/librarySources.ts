import type { Block, SourceDocument } from '../../src/core/library/document';
import { formatOfPath } from '../../src/core/library/formatOfPath';
import { structureDocument } from '../../src/core/library/structure';
import { fileNameOf } from '../../src/core/library/title';
import type { SourceId } from '../../src/core/model';
import type { LibrarySource } from '../../src/workspace/library/library';

/** A source that is ready, with one passage; its id is its path. */
export function librarySource(path: string, more: Partial<LibrarySource> = {}): LibrarySource {
  const id = path as SourceId;
  const title = more.title ?? fileNameOf(path);
  return {
    id,
    // Whoever needs more of an address gives a real one.
    uri: { path: `/${path}`, toString: () => `file:///${path}` } as LibrarySource['uri'],
    path,
    place: 'workspace',
    format: formatOfPath(path) ?? 'text',
    state: { kind: 'ready' },
    title,
    passages: 1,
    citation: { id, type: 'document', label: title },
    ...more,
  };
}

export function heading(text: string, level = 1): Block {
  return { kind: 'heading', text, level };
}

/** A paragraph that is long enough to be a passage by itself, whatever stands beside it. */
export function paragraph(beginning: string, more: Partial<Block> = {}): Block {
  return { kind: 'paragraph', text: `${beginning} ${'and so on '.repeat(14)}`.trim(), ...more };
}

export function documentOf(
  blocks: readonly Block[],
  more: Partial<Pick<SourceDocument, 'format' | 'encoding' | 'pageLabels'>> = {},
): SourceDocument {
  return structureDocument({ format: 'text', metadata: {}, blocks, ...more });
}
