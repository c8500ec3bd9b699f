import * as vscode from 'vscode';
import type { EntryKind, EntryRef, SourceId } from '../core/model';
import { safeFileName } from '../util/fileName';
import { ENTRY_KINDS } from './entryKinds';
import { SCHEME } from './ids';

const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);

/** The address of an entry's page: `ip4desk:/excerpt/<id>.md`. The same for all time. */
export function entryUri(ref: EntryRef): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${ref.kind}/${ref.id}.md` });
}

/** The entry that a page's address names; `undefined` for any other address. It may not exist. */
export function entryOfUri(uri: vscode.Uri): EntryRef | undefined {
  if (uri.scheme !== SCHEME) {
    return undefined;
  }
  const match = /^\/([a-z]+)\/([^/]+)\.md$/.exec(uri.path);
  const [, kind, id] = match ?? [];
  return kind !== undefined && id !== undefined && KINDS.has(kind)
    ? { kind: kind as EntryKind, id }
    : undefined;
}

/** Checks an argument that came from a link or another extension. */
export function isEntryRef(value: unknown): value is EntryRef {
  const ref = value as Partial<EntryRef> | null;
  return (
    typeof ref === 'object' &&
    ref !== null &&
    typeof ref.id === 'string' &&
    typeof ref.kind === 'string' &&
    KINDS.has(ref.kind)
  );
}

/** The folder of the pages that show documents of the library. */
export const SOURCE_FOLDER = 'source';

/**
 * The address of the page that shows a document of the library: `ip4desk:/source/<id>/<title>.txt`.
 * The title is only there to name the tab; when it changes, the old address shows the document, too.
 */
export function sourceUri({
  id,
  title,
}: {
  readonly id: SourceId;
  readonly title: string;
}): vscode.Uri {
  const file = `${safeFileName(title.replace(/\.txt$/i, ''), 'source')}.txt`;
  return vscode.Uri.from({ scheme: SCHEME, path: `/${SOURCE_FOLDER}/${id}/${file}` });
}

/** The document of the library that a page's address names; `undefined` for any other address. It may not exist. */
export function sourceOfUri(uri: vscode.Uri): SourceId | undefined {
  const match = uri.scheme === SCHEME ? /^\/source\/([^/]+)\/[^/]+\.txt$/.exec(uri.path) : null;
  return match?.[1] as SourceId | undefined;
}
