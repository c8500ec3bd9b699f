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
  /** The tree of a view that has been made. */
  readonly treeOf: (view: string) => ShownTree | undefined;
  /** Disposes of everything, as VS Code does at its end. */
  readonly dispose: () => void;
}

/** A tree in a view, as the editor has been handed it. */
export interface ShownTree {
  readonly view: vscode.TreeView<unknown>;
  readonly provider: vscode.TreeDataProvider<unknown>;
}

/** The extension as it is, watched. The integration tests run on this. */
export function activate(context: vscode.ExtensionContext): Tracked {
  const { commands, languages, window, workspace } = vscode;
  const tracker = new DisposalTracker(commands, languages, window, workspace);
  const trees = new Map<string, ShownTree>();
  const { createTreeView } = window;
  Object.assign(window, {
    createTreeView: (id: string, options: vscode.TreeViewOptions<unknown>) => {
      const view = createTreeView(id, options);
      trees.set(id, { view, provider: options.treeDataProvider });
      return view;
    },
  });
  const { extendMarkdownIt } = real.activate(context);
  return {
    extendMarkdownIt,
    tracker,
    countScans,
    treeOf: (view) => trees.get(view),
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
