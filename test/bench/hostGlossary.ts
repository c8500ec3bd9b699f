import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';
import { HoldProbe } from './holdProbe';
import { activated, report } from './host';

/** A term of the sample note, and one of the large glossary. */
const SHIPPED_WORD = 'Madrid';
const LAST_TERM = 'mooring 49999';

/**
 * Measures, in a fresh extension host, for how long a glossary of 50,000 terms in the workspace holds
 * the thread that answers the editor: until the first hover, until its last term is known, and after
 * a term was added. `scripts/bench.mjs` puts the glossary there.
 */
export async function run(): Promise<void> {
  const probe = new HoldProbe();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const started = performance.now();
  const [provider] = (await activated()).hovers;
  const hover = async (note: vscode.TextDocument, word: string): Promise<string> => {
    const { token } = new vscode.CancellationTokenSource();
    const position = note.positionAt(note.getText().indexOf(word) + 1);
    const card = await provider?.provideHover(note, position, token);
    return (card?.contents ?? [])
      .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
      .join('\n');
  };
  const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'brief.md'));
  await hover(note, SHIPPED_WORD);
  const first = performance.now() - started;
  const untilFirst = probe.longest;
  const content = `The boat lies at ${LAST_TERM} and at berth 7.\n`;
  const own = vscode.Uri.joinPath(folder.uri, 'large.md');
  await vscode.workspace.fs.writeFile(own, new TextEncoder().encode(content));
  const large = await vscode.workspace.openTextDocument(own);
  await waitFor('the last term', async () => (await hover(large, LAST_TERM)) !== '', 120_000);
  const known = performance.now() - started;
  const untilKnown = probe.longest;
  probe.reset();
  const file = vscode.Uri.joinPath(folder.uri, 'large.glossary.yml');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const more = `${text}      - name: berth 7\n        definition: A new one.\n`;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(more));
  probe.reset();
  const changed = performance.now();
  await waitFor('the new term', async () => (await hover(large, 'berth 7')) !== '', 120_000);
  const afterChange = performance.now() - changed;
  await report([
    { name: '50,000 terms: first hover', value: first, unit: 'ms' },
    { name: '50,000 terms: longest hold until then', value: untilFirst, unit: 'ms' },
    { name: '50,000 terms: last term known', value: known, unit: 'ms' },
    { name: '50,000 terms: longest hold until then, in all', value: untilKnown, unit: 'ms' },
    { name: '50,000 terms: a term added, until it is known', value: afterChange, unit: 'ms' },
    { name: '50,000 terms: longest hold meanwhile', value: probe.longest, unit: 'ms' },
  ]);
  probe.dispose();
}
