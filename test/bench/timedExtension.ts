import * as vscode from 'vscode';
import * as real from '../../src/extension';

/** What the extension tells when it is measured. */
export interface Timed {
  /** Milliseconds spent in `activate`. */
  readonly activation: number;
  /** What fills the views, by view id. */
  readonly trees: ReadonlyMap<string, vscode.TreeDataProvider<unknown>>;
  readonly hovers: readonly vscode.HoverProvider[];
}

/** The extension as it is, measured. */
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
  const start = performance.now();
  real.activate(context);
  return { activation: performance.now() - start, trees, hovers };
}
