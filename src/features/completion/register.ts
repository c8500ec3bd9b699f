import * as vscode from 'vscode';
import type { Deps } from '../../host/deps';
import type { Disposable } from '../../util/dispose';
import { TermCompletionProvider } from './termCompletion';

/**
 * Terms while a note is written. For every language, and the provider looks at it itself: the
 * editor asks those for any language only where those for this one have nothing, and all of them
 * together, so that the words of the document stay in the list beside the terms.
 */
export function registerCompletion({ terms, desk }: Deps): Disposable {
  return vscode.languages.registerCompletionItemProvider(
    '*',
    new TermCompletionProvider(terms, desk),
  );
}
