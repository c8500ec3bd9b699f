import * as vscode from 'vscode';
import { hoverSettings } from '../../../host/config';
import type { Deps } from '../../../workspace/deps';
import { NOTE_SELECTOR } from '../../../workspace/notes/noteDocuments';
import { ENTRY_TEXTS } from '../../../host/uris';
import { combined, type Disposable } from '../../../util/dispose';
import { TermHoverProvider } from './termHover';

/**
 * Hover cards on the terms in notes, whatever they are stored in: a selector without a scheme says so;
 * and in the texts of entries.
 * What the first one is made of is made once the window has had its turn, before anybody points at a term.
 */
export function registerHover({ desk, terms, library, log }: Deps): Disposable {
  const provider = new TermHoverProvider(desk, terms, library, log);
  const making = setTimeout(() => {
    const note = noteInWorkspace();
    if (!hoverSettings(note).enabled) {
      return;
    }
    Promise.all([terms.prepare(note), provider.prepare()]).catch(() => {
      // Logged and told of; the first hover tries again.
    });
  });
  return combined(
    { dispose: () => clearTimeout(making) },
    vscode.languages.registerHoverProvider([...NOTE_SELECTOR, ENTRY_TEXTS], provider),
  );
}

/** Stands for the notes at the top of the first folder, most of which have the same glossaries. */
function noteInWorkspace(): Parameters<Deps['terms']['prepare']>[0] {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri =
    folder === undefined
      ? vscode.Uri.from({ scheme: 'untitled', path: 'note.md' })
      : vscode.Uri.joinPath(folder, 'note.md');
  return { uri, languageId: 'markdown', version: 0, getText: () => '' };
}
