import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import type { PreviewExtension } from '../../src/features/terms/preview/registerPreview';

/** What the extension tells when it is measured. */
export interface Timed extends PreviewExtension {
  /** Milliseconds from asking for the bundle until it had run: reading, compiling and running it. */
  readonly loading: number;
  /** Milliseconds spent in `activate`. */
  readonly activation: number;
  /** Milliseconds of processor time for both, of all threads of the extension host. */
  readonly processor: number;
  /** What fills the views, by view id. */
  readonly trees: ReadonlyMap<string, vscode.TreeDataProvider<unknown>>;
  readonly hovers: readonly vscode.HoverProvider[];
  /** When quick picks were shown, by `performance.now()`. */
  readonly picksShown: readonly number[];
}

/** What ships, seen from the folder of this bundle. */
const SHIPPED = '../extension.js';

/** The extension as it ships, measured. */
export function activate(context: vscode.ExtensionContext): Timed {
  const trees = new Map<string, vscode.TreeDataProvider<unknown>>();
  const hovers: vscode.HoverProvider[] = [];
  const { createTreeView } = vscode.window;
  vscode.window.createTreeView = (id, options) => {
    trees.set(id, options.treeDataProvider);
    return createTreeView(id, options);
  };
  const { registerHoverProvider } = vscode.languages;
  vscode.languages.registerHoverProvider = (selector, provider) => {
    hovers.push(provider);
    return registerHoverProvider(selector, provider);
  };
  const picksShown: number[] = [];
  const { createQuickPick } = vscode.window;
  vscode.window.createQuickPick = <T extends vscode.QuickPickItem>() => {
    const pick = createQuickPick<T>();
    const show = pick.show.bind(pick);
    pick.show = () => {
      picksShown.push(performance.now());
      show();
    };
    return pick;
  };
  const before = process.cpuUsage();
  const start = performance.now();
  const real = createRequire(__filename)(SHIPPED) as typeof import('../../src/extension');
  const loaded = performance.now();
  const preview = real.activate(context);
  const activated = performance.now();
  const { user, system } = process.cpuUsage(before);
  return {
    ...preview,
    loading: loaded - start,
    activation: activated - loaded,
    processor: (user + system) / 1000,
    trees,
    hovers,
    picksShown,
  };
}
