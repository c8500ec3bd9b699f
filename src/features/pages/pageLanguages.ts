import * as vscode from 'vscode';
import { ENTRY_LANGUAGE, SCHEME, SOURCE_LANGUAGE } from '../../host/ids';
import { entryOfUri, isMarkdownUri, sourceOfUri } from '../../host/uris';
import type { Disposable } from '../../util/dispose';
import type { Log } from '../../host/surfaces/log';

/**
 * Gives pages with addresses of earlier versions their language. The manifest knows the language of
 * the others by their paths, which no file of a user's has; of these, `/source/notes/a.txt` may.
 */
export function registerPageLanguages(log: Log): Disposable {
  const { languages, workspace } = vscode;
  const set = (document: vscode.TextDocument) => {
    const language = languageOf(document.uri);
    if (language !== undefined && document.languageId !== language) {
      languages.setTextDocumentLanguage(document, language).then(undefined, (error: unknown) => {
        // It may have been closed meanwhile.
        log.warn(`A page has no language of its own: ${String(error)}`);
      });
    }
  };
  workspace.textDocuments.forEach(set);
  return workspace.onDidOpenTextDocument(set);
}

/** Undefined for addresses of which the manifest says it, and for those of no page. */
function languageOf(uri: vscode.Uri): string | undefined {
  if (uri.scheme !== SCHEME || uri.query !== '' || isMarkdownUri(uri)) {
    return undefined;
  }
  if (entryOfUri(uri) !== undefined) {
    return ENTRY_LANGUAGE;
  }
  return sourceOfUri(uri) === undefined ? undefined : SOURCE_LANGUAGE;
}
