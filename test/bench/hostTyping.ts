import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { report } from './host';

const MEGABYTE = 1 << 20;
const KEYS = 100;
/** Milliseconds between two keys, as of somebody who types fast. */
const BETWEEN_KEYS = 120;
/** Keys between two rests, and the milliseconds of one: long enough for what waits until somebody rests. */
const KEYS_BEFORE_REST = 10;
const REST = 1000;
const TYPED = 'the harbour and the Indo-Pacific partners of NATO ';

const SETTINGS: Readonly<Record<string, unknown>> = {
  [Settings.checksEnabled]: true,
  [Settings.termsDecorate]: 'all',
};

/**
 * Types into a note of a megabyte with every feature on, and measures what the process of the
 * extension host spends on it. Run without the extension it says what the editor itself spends.
 */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  for (const [name, value] of Object.entries(SETTINGS)) {
    await config.update(name, value, vscode.ConfigurationTarget.Global);
  }
  const sample = vscode.Uri.joinPath(folder.uri, 'brief.md');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
  const body = text.slice(text.indexOf('# '));
  const content = `${text.slice(0, text.indexOf('# '))}${body.repeat(Math.ceil(MEGABYTE / body.length))}`;
  const uri = vscode.Uri.joinPath(folder.uri, 'long.md');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const editor = await vscode.window.showTextDocument(uri);
  const middle = editor.document.positionAt(content.length >> 1);
  const place = editor.document.lineAt(middle.line).range.end;
  editor.selection = new vscode.Selection(place, place);
  // Everything is loaded, read and shown.
  await type(KEYS_BEFORE_REST, KEYS_BEFORE_REST);
  await rest(5 * REST);
  const atAStretch = await processorTime(() => type(KEYS, KEYS));
  await vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .update('quickSuggestions', { other: 'on' }, vscode.ConfigurationTarget.Global, true);
  const inPieces = await processorTime(() => type(KEYS, KEYS_BEFORE_REST));
  await report([
    { name: 'a key in 1 MB, typed at a stretch', value: atAStretch / KEYS, unit: 'ms' },
    {
      name: 'a key in 1 MB, with suggestions and a rest after every tenth',
      value: inPieces / KEYS,
      unit: 'ms',
    },
  ]);
}

/** Milliseconds of the processor that the extension host spends meanwhile. */
async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param beforeRest keys between two rests */
async function type(keys: number, beforeRest: number): Promise<void> {
  for (let key = 0; key < keys; key++) {
    await vscode.commands.executeCommand('type', { text: TYPED.charAt(key % TYPED.length) });
    await rest((key + 1) % beforeRest === 0 ? REST : BETWEEN_KEYS);
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
