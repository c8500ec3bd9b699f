import * as vscode from 'vscode';
import * as real from '../../src/extension';
import type { PreviewExtension } from '../../src/features/terms/preview/registerPreview';
import { DisposalTracker } from '../support/disposalTracker';

/** What the extension under test tells beyond what it does. */
export interface Tracked extends PreviewExtension {
  /** Everything that it has taken from the editor and not given back. */
  readonly tracker: DisposalTracker;
  /** Counts from now on how often the scanners of languages read each text. */
  readonly countScans: () => Promise<ReadonlyMap<string, number>>;
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
    countScans,
    dispose: () => {
      while (context.subscriptions.length > 0) {
        context.subscriptions.pop()?.dispose();
      }
    },
  };
}

/** The records that the extension itself has, which its parts share. */
async function countScans(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const [{ NOTE_LANGUAGES }, { noteLanguage }] = await Promise.all([
    import('../../src/core/note/languageIds'),
    import('../../src/core/note/languages/registry'),
  ]);
  for (const language of NOTE_LANGUAGES.map(noteLanguage)) {
    const { scan } = language;
    Object.assign(language, {
      scan: (...args: Parameters<typeof scan>) => {
        counts.set(args[0], (counts.get(args[0]) ?? 0) + 1);
        scan(...args);
      },
    });
  }
  return counts;
}
