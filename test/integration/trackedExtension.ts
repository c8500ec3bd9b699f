import * as vscode from 'vscode';
import * as real from '../../src/extension';
import type { PreviewExtension } from '../../src/features/terms/preview/registerPreview';
import { DisposalTracker } from '../support/disposalTracker';

/** What the extension under test tells beyond what it does. */
export interface Tracked extends PreviewExtension {
  /** Everything that it has taken from the editor and not given back. */
  readonly tracker: DisposalTracker;
  /** Disposes of everything, as VS Code does at its end. */
  readonly dispose: () => void;
}

/** The extension as it is, watched. The integration tests run on this. */
export function activate(context: vscode.ExtensionContext): Tracked {
  const { commands, languages, window, workspace } = vscode;
  const tracker = new DisposalTracker(commands, languages, window, workspace);
  const { extendMarkdownIt } = real.activate(context);
  return {
    extendMarkdownIt,
    tracker,
    dispose: () => {
      while (context.subscriptions.length > 0) {
        context.subscriptions.pop()?.dispose();
      }
    },
  };
}
