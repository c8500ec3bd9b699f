import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import type { Disposable } from '../../util/dispose';
import { plainLine, plainLines } from './inertText';

/** UTF-16 units that an entry has at most. */
const LONGEST_ENTRY = 8000;

/** The one log of the extension, shown by "IP4 Desk: Show Log". */
export interface Log extends Logger, Disposable {
  error(message: string | Error, ...more: readonly unknown[]): void;
  show(): void;
}

/**
 * An entry is one line, since a name with a line break in it could pass for an entry of its own; the
 * stack of an error has its lines.
 */
export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('IP4 Desk', { log: true });
  const line = (message: string) => plainLine(message, LONGEST_ENTRY);
  return {
    info: (message) => channel.info(line(message)),
    warn: (message) => channel.warn(line(message)),
    error: (message, ...more) => channel.error([message, ...more].map(entry).join(' ')),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

function entry(part: unknown): string {
  return part instanceof Error
    ? plainLines(part.stack ?? part.message, LONGEST_ENTRY)
    : plainLine(String(part), LONGEST_ENTRY);
}
