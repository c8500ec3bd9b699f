import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands, SCHEME, SOURCE_LANGUAGE } from '../../../host/ids';
import { combined, type Disposable } from '../../../util/dispose';
import { openBeside, openPassage, openSource } from './commands';
import { HitNavigation } from './hitNavigation';
import { LateHighlights } from './lateHighlights';
import { OutlineProvider } from './outline';
import { ShownDocuments } from './shownDocuments';

/** What makes the pages of sources more than text: outline, marks, and the way from hit to hit. */
export function registerReading(deps: Deps): Disposable {
  const shown = new ShownDocuments(deps.library);
  const outline = new OutlineProvider(shown);
  const hits = new HitNavigation(deps);
  const selector: vscode.DocumentSelector = { scheme: SCHEME, language: SOURCE_LANGUAGE };
  const on = (command: string, run: (args: readonly unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(command, (...args: unknown[]) => run(args));
  return combined(
    hits,
    new LateHighlights(deps, shown),
    vscode.languages.registerDocumentSymbolProvider(selector, outline),
    vscode.languages.registerFoldingRangeProvider(selector, outline),
    on(Commands.openEntryToSide, (args) => openBeside(deps, args)),
    on(Commands.openPassage, (args) => openPassage(deps, args)),
    on(Commands.openSource, (args) => openSource(deps, args)),
    on(Commands.openNextHit, () => hits.open('next')),
    on(Commands.openPreviousHit, () => hits.open('previous')),
  );
}
