import type { DocumentMetadata } from './document';

/**
 * What to call a document: by its own title, or else by its file's name.
 */
export function documentTitle(metadata: Pick<DocumentMetadata, 'title'>, path: string): string {
  return metadata.title ?? fileNameOf(path);
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
