import * as vscode from 'vscode';
import type { EntryKind, EntryRef } from '../core/model';
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
