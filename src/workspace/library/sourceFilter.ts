import { fileNameOf } from '../../core/library/title';
import type { LibrarySource } from './library';

/** A query that narrows a search to one source, by the shortest name that no other has; its last blank lets the user type on. */
export function sourceFilter(
  { citation, path }: Pick<LibrarySource, 'citation' | 'path'>,
  sources: readonly Pick<LibrarySource, 'path'>[],
): string {
  const { citekey } = citation;
  if (citekey !== undefined && /^[\w-]+$/.test(citekey)) {
    return `source:${citekey} `;
  }
  const file = fileNameOf(path);
  const isUnique = sources.filter((other) => fileNameOf(other.path) === file).length === 1;
  return `source:"${(isUnique ? file : path).replaceAll('"', '')}" `;
}
