import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Tracked } from './trackedExtension';

/** The extension under test, active or not. */
export function extension(): vscode.Extension<Tracked> {
  const found = vscode.extensions.getExtension<Tracked>('ip4desk.ip4-desk');
  assert.ok(found, 'IP4 Desk is not installed');
  return found;
}
