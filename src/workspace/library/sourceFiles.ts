import type * as vscode from 'vscode';
import type { LibrarySource, SourcePath } from './library';

/** The files of a source: more than one where the same document lies in several places. */
export function filesOf(source: SourcePath & Pick<LibrarySource, 'alsoAt'>): readonly SourcePath[] {
  return [source, ...(source.alsoAt ?? [])];
}

/** The addresses of the files of sources. */
export function addressesOf(sources: readonly LibrarySource[]): ReadonlySet<string> {
  return new Set(sources.flatMap((source) => filesOf(source).map(({ uri }) => uri.toString())));
}

/** The source that a file is; `undefined` when it is none. */
export function sourceAt(
  sources: readonly LibrarySource[],
  file: vscode.Uri,
): LibrarySource | undefined {
  const address = file.toString();
  return sources.find((source) => filesOf(source).some(({ uri }) => uri.toString() === address));
}
