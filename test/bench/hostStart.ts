import * as vscode from 'vscode';
import { Commands } from '../../src/host/ids';
import { activated, report } from './host';
import { timed } from './measurement';

/** A word that the sample note has in its prose, and that is a term. */
const WORD = 'Madrid';

/**
 * Measures one start in a fresh extension host: the extension is loaded and activated, and asked at
 * once for a hover: by all our providers together, as the editor asks them, and by no others.
 */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const { loading, activation, processor, hovers, picksShown } = await activated();
  const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'brief.md'));
  const place = note.positionAt(note.getText().indexOf(WORD));
  const { token } = new vscode.CancellationTokenSource();
  const { result, ms } = await timed(() =>
    Promise.all(hovers.map(async (provider) => provider.provideHover(note, place, token))),
  );
  if (!result.some(Boolean)) {
    throw new Error('No card.');
  }
  const asked = performance.now();
  await vscode.commands.executeCommand(Commands.search);
  const [shown = NaN] = picksShown;
  await report([
    { name: 'start: loading the bundle', value: loading, unit: 'ms' },
    { name: 'start: activate', value: activation, unit: 'ms' },
    { name: 'start: both', value: loading + activation, unit: 'ms' },
    { name: 'start: processor time of both', value: processor, unit: 'ms' },
    { name: 'start: first hover', value: ms, unit: 'ms' },
    { name: 'start: search shown', value: shown - asked, unit: 'ms' },
  ]);
}
