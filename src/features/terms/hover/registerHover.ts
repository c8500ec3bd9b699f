import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { NOTE_SELECTOR } from '../../../workspace/notes/noteDocuments';
import { combined, type Disposable } from '../../../util/dispose';
import { TermHoverProvider } from './termHover';

/**
 * Hover cards on the terms in notes, whatever they are stored in: a selector without a scheme says so.
 * What the first one is made of is read once the window has had its turn, before anybody points at a term.
 */
export function registerHover({ desk, terms, library }: Deps): Disposable {
  const reading = setTimeout(() => {
    Promise.all([terms.all(), desk.evidence()]).catch(() => {
      // Logged and told of; the first hover tries again.
    });
  });
  return combined(
    { dispose: () => clearTimeout(reading) },
    vscode.languages.registerHoverProvider(
      NOTE_SELECTOR,
      new TermHoverProvider(desk, terms, library),
    ),
  );
}
