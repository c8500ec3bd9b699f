import { bundleStart } from './bundleStart';
import * as vscode from 'vscode';
import * as real from '../../src/extension';

const bundleEnd = performance.now();

/** What the extension tells when it is measured. */
export interface Timed {
  /** Milliseconds that the bundle took to run, before `activate`. */
  readonly loading: number;
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
  const activation = performance.now() - start;
  return { loading: bundleEnd - bundleStart, activation, trees, hovers };
}
