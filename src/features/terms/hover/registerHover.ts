import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { NOTE_SELECTOR } from '../../../workspace/notes/noteDocuments';
import type { Disposable } from '../../../util/dispose';
import { TermHoverProvider } from './termHover';

/** Hover cards on the terms in notes, whatever they are stored in: a selector without a scheme says so. */
export function registerHover({ desk, terms, library }: Deps): Disposable {
  return vscode.languages.registerHoverProvider(
    NOTE_SELECTOR,
    new TermHoverProvider(desk, terms, library),
  );
}
