import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { isNote } from '../../../workspace/notes/noteDocuments';
import { loadPart } from '../../../host/loadPart';
import type { Disposable } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';
import type { TermItem } from './termCompletion';

/**
 * Terms while a note is written. For every language, and the provider looks at it itself: the
 * editor asks those for any language only where those for this one have nothing, and all of them
 * together, so that the words of the document stay in the list beside the terms.
 */
export function registerCompletion({ terms, desk, log }: Deps): Disposable {
  const suggestions = lazy(async () => {
    const { TermCompletionProvider } = await loadPart(log, () => import('./termCompletion'));
    return new TermCompletionProvider(terms, desk);
  });
  const provider: vscode.CompletionItemProvider<TermItem> = {
    provideCompletionItems: async (document, ...args) =>
      isNote(document)
        ? (await suggestions()).provideCompletionItems(document, ...args)
        : undefined,
    resolveCompletionItem: async (item) => (await suggestions()).resolveCompletionItem(item),
  };
  return vscode.languages.registerCompletionItemProvider('*', provider);
}
