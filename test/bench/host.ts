import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Measurement } from './measurement';
import { timed } from './measurement';
import type { Timed } from './timedExtension';

/** Activates the extension, which nothing has done yet in a fresh host. */
export async function activateTimed(): Promise<{
  readonly extension: Timed;
  readonly measurements: readonly Measurement[];
}> {
  const found = vscode.extensions.getExtension<Timed>('ip4desk.ip4-desk');
  if (found === undefined || found.isActive) {
    throw new Error('The extension is missing, or active before it is measured.');
  }
  const { result: extension, ms } = await timed(() => found.activate());
  return {
    extension,
    measurements: [
      { name: 'activation: time in activate', value: extension.activation, unit: 'ms' },
      { name: 'activation: with loading the bundle', value: ms, unit: 'ms' },
    ],
  };
}

/** Leaves the figures where the script that started VS Code finds them. */
export async function report(measurements: readonly Measurement[]): Promise<void> {
  await writeFile(join(__dirname, 'results.json'), JSON.stringify(measurements));
}
