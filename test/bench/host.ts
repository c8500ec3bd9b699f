import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Measurement } from './measurement';
import type { Timed } from './timedExtension';

/** Activates the extension, unless the editor has done so by itself. */
export async function activated(): Promise<Timed> {
  const found = vscode.extensions.getExtension<Timed>('ip4desk.ip4-desk');
  if (found === undefined) {
    throw new Error('The extension is missing.');
  }
  return found.activate();
}

/** Leaves the figures where the script that started VS Code finds them. */
export async function report(measurements: readonly Measurement[]): Promise<void> {
  await writeFile(join(__dirname, 'results.json'), JSON.stringify(measurements));
}
