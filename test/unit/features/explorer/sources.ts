import type { SourceId } from '../../../../src/core/model';
import type { LibrarySource } from '../../../../src/workspace/library/library';

/** A report that has been read. */
export function source(id: string, year?: number): LibrarySource {
  return {
    id: id as SourceId,
    title: `Report ${id}`,
    path: `sources/${id}.pdf`,
    format: 'pdf',
    state: { kind: 'ready' },
    passages: 3,
    citation: {
      id: id as SourceId,
      type: 'report',
      label: id,
      author: [{ family: 'Mallow' }],
      ...(year !== undefined && { issued: { 'date-parts': [[year, 5, 2]] } }),
    },
  } as unknown as LibrarySource;
}
