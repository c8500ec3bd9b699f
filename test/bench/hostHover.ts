import * as vscode from 'vscode';
import { activated, report } from './host';
import { quantile } from '../../scripts/lib/quantile.mjs';
import { timed } from './measurement';

const MEGABYTE = 1 << 20;

/** A word that the sample note has in its prose, and that is a term. */
const WORD = 'Madrid';

/**
 * Measures, in a fresh extension host, what our provider takes. The editor's own way to it and
 * back is left out, and so are other providers, whose answers it does not wait for.
 */
export async function run(): Promise<void> {
  const [provider] = (await activated()).hovers;
  const hover = async (document: vscode.TextDocument, offset: number): Promise<number> => {
    const { token } = new vscode.CancellationTokenSource();
    const { result, ms } = await timed(() =>
      provider?.provideHover(document, document.positionAt(offset), token),
    );
    if (!result) {
      throw new Error(`No card at ${offset}.`);
    }
    return ms;
  };
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'brief.md'));
  const first = await hover(note, note.getText().indexOf(WORD));
  const second = await hover(note, note.getText().indexOf(WORD));

  const content = note.getText().repeat(Math.ceil(MEGABYTE / note.getText().length));
  const large = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const scan = await hover(large, content.indexOf(WORD));
  const later: number[] = [];
  const edited: number[] = [];
  for (let round = 0; round < 40; round++) {
    later.push(await hover(large, content.indexOf(WORD, (round * content.length) / 41)));
  }
  for (let round = 0; round < 10; round++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(large.uri, large.positionAt(large.getText().length), '.');
    await vscode.workspace.applyEdit(edit);
    edited.push(await hover(large, content.indexOf(WORD)));
  }
  await report([
    { name: 'hover: first, nothing loaded before', value: first, unit: 'ms' },
    { name: 'hover: second', value: second, unit: 'ms' },
    { name: 'hover in 1 MB: first', value: scan, unit: 'ms' },
    { name: 'hover in 1 MB: later, p50', value: quantile(later, 0.5), unit: 'ms' },
    { name: 'hover in 1 MB: later, p95', value: quantile(later, 0.95), unit: 'ms' },
    { name: 'hover in 1 MB: after an edit, p50', value: quantile(edited, 0.5), unit: 'ms' },
  ]);
}
