import * as vscode from 'vscode';
import type { EntryPage } from '../core/packs/entryPage';
import type { EntryKind, EntryRef, SourceId } from '../core/model';
import { safeFileName, tabName } from '../util/fileName';
import { ENTRY_KINDS } from './entryKinds';
import { ENTRY_LANGUAGE, SCHEME } from './ids';

/*
 * The addresses of our pages. The last part of a path is the title, since the editor names tabs by
 * it; what is shown stands in the query, which the editor shows nowhere. Paths have a folder that no
 * folder of a user's is called, since languages are told by paths alone. Other addresses are those of
 * earlier versions, which tabs, notes and key bindings hold: they go on showing the same pages.
 */

/** The folder of the pages of entries, and within the folder of sources that of documents. */
export const PAGE_FOLDER = 'IP4 Desk';

/** The folder of the same pages as Markdown. */
export const MARKDOWN_FOLDER = 'markdown';

/** The folder of the pages that show documents of the library. Key bindings of users name it. */
export const SOURCE_FOLDER = 'source';

const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);

/** The address of an entry's page: `ip4desk:/IP4 Desk/term/AUKUS?term/aukus`. */
export function entryUri({ kind, id, title }: EntryPage): vscode.Uri {
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${PAGE_FOLDER}/${kind}/${tabName(title, kind)}`,
    query: `${kind}/${id}`,
  });
}

/** The address of an entry's page as Markdown: `ip4desk:/markdown/term/aukus.md`. The same for all time. */
export function markdownUri({ kind, id }: EntryRef): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${MARKDOWN_FOLDER}/${kind}/${id}.md` });
}

/** Whether an address is one of `markdownUri`. */
export function isMarkdownUri({ scheme, path }: vscode.Uri): boolean {
  return scheme === SCHEME && path.startsWith(`/${MARKDOWN_FOLDER}/`);
}

/**
 * The entry that a page's address names, as text, as Markdown, or as earlier versions had it
 * (`ip4desk:/term/aukus.md`); `undefined` for any other address. It may not exist.
 */
export function entryOfUri({ scheme, path, query }: vscode.Uri): EntryRef | undefined {
  if (scheme !== SCHEME) {
    return undefined;
  }
  const [, kind, id] =
    /^([a-z]+)\/([^/]+)$/.exec(path.startsWith(`/${PAGE_FOLDER}/`) ? query : '') ??
    /^(?:\/markdown|\/IP4 Desk)?\/([a-z]+)\/([^/]+)\.md$/.exec(query === '' ? path : '') ??
    [];
  return kind !== undefined && id !== undefined && KINDS.has(kind)
    ? { kind: kind as EntryKind, id }
    : undefined;
}

/** The pages of entries that are read as text. */
export const ENTRY_TEXTS: vscode.DocumentFilter = { scheme: SCHEME, language: ENTRY_LANGUAGE };

/** Whether a document is one of `ENTRY_TEXTS`. */
export function isEntryText({
  uri,
  languageId,
}: Pick<vscode.TextDocument, 'uri' | 'languageId'>): boolean {
  return uri.scheme === SCHEME && languageId === ENTRY_LANGUAGE;
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

/**
 * The address of the page that shows a document of the library:
 * `ip4desk:/source/IP4 Desk/<title>?<id>`. When the title changes, the old address shows the
 * document, too.
 */
export function sourceUri({ id, title }: NamedSource): vscode.Uri {
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${SOURCE_FOLDER}/${PAGE_FOLDER}/${tabName(title, 'source')}`,
    query: id,
  });
}

/**
 * The path of the same page in earlier versions, `/source/<id>/<title>.txt`. Markdown links to it:
 * its links have no query.
 */
export function sourceFilePath({ id, title }: NamedSource): string {
  const file = `${safeFileName(title.replace(/\.txt$/i, ''), 'source')}.txt`;
  return `/${SOURCE_FOLDER}/${id}/${file}`;
}

interface NamedSource {
  readonly id: SourceId;
  readonly title: string;
}

/**
 * The document of the library that a page's address names, as `sourceUri` or `sourceFilePath` has
 * it; `undefined` for any other address. It may not exist.
 */
export function sourceOfUri({ scheme, path, query }: vscode.Uri): SourceId | undefined {
  if (scheme !== SCHEME) {
    return undefined;
  }
  const id = path.startsWith(`/${SOURCE_FOLDER}/${PAGE_FOLDER}/`)
    ? query
    : /^\/source\/([^/]+)\/[^/]+\.txt$/.exec(path)?.[1];
  return id === '' ? undefined : (id as SourceId | undefined);
}
