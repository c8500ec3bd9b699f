import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { sourceProblem } from '../library/sourceProblem';
import type { QuoteNames } from '../../core/quotes/messages';

/** What messages about a note say of it and of the library's sources. */
export function quoteNames(library: Pick<Library, 'get'>, text: string): QuoteNames {
  return {
    titleOf: (id) => library.get(id)?.title ?? vscode.l10n.t('a source that is gone'),
    problemOf: (id) => {
      const source = library.get(id);
      return source && sourceProblem(source.state, vscode.l10n);
    },
    wordsAt: ({ start, end }) => text.slice(start, end),
  };
}
