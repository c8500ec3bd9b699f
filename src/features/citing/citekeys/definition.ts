import * as vscode from 'vscode';
import { spanRange } from '../../../host/ranges';
import type { NoteCitekeys } from './noteCitekeys';

/** Goes from a citekey in a note to its entry. */
export class CitekeyDefinitionProvider implements vscode.DefinitionProvider {
  constructor(private readonly citekeys: Pick<NoteCitekeys, 'at'>) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    const citekey = await this.citekeys.at(document, position, token);
    if (citekey?.found === undefined) {
      return [];
    }
    const { use, found } = citekey;
    const { uri } = found.bibliography;
    try {
      // The file may have changed since it was read, but then the note is asked about again soon.
      const file = await vscode.workspace.openTextDocument(uri);
      const { offset } = found.entry;
      const start = file.getText().indexOf(use.citekey, offset);
      const key =
        start === -1 ? { start: offset, end: offset } : { start, end: start + use.citekey.length };
      return [
        {
          originSelectionRange: spanRange(document, use),
          targetUri: uri,
          targetRange: spanRange(file, { start: offset, end: key.end }),
          targetSelectionRange: spanRange(file, key),
        },
      ];
    } catch {
      // Deleted a moment ago.
      return [];
    }
  }
}
