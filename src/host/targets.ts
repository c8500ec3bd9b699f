import * as vscode from 'vscode';
import type { EntryRef } from '../core/model';
import type { Disposable } from '../util/dispose';
import { entryOfUri, isEntryRef } from './uris';

/** The argument of keybindings that mean what is selected in the sidebar. */
export const SIDEBAR_ARGUMENT = 'sidebar';

type EntrySource = () => Promise<readonly EntryRef[]>;

/**
 * Finds out which entries a command is about. The same command comes from a tree's menu (with the
 * tree's items), from a page's title (with its address), from a link (with an entry's name), from
 * a keybinding of the sidebar, or from the palette (with nothing: the active page is meant).
 */
export class CommandTargets {
  private sidebar: EntrySource | undefined;

  /** Says where the sidebar's selection is to be had. */
  provideSidebar(source: EntrySource): Disposable {
    this.sidebar = source;
    return {
      dispose: () => {
        if (this.sidebar === source) {
          this.sidebar = undefined;
        }
      },
    };
  }

  /** The one entry that a command for a single entry is about: of a selection, the clicked one. */
  async one(args: readonly unknown[]): Promise<EntryRef | undefined> {
    return (await this.all(args.slice(0, 1)))[0];
  }

  /**
   * The entries that `args`, a command's arguments, mean, each once; empty when they mean none.
   * That they exist is not checked.
   */
  async all(args: readonly unknown[]): Promise<readonly EntryRef[]> {
    const [first, selected] = args;
    if (first === SIDEBAR_ARGUMENT) {
      return (await this.sidebar?.()) ?? [];
    }
    if (first === undefined) {
      const page = activePage();
      return page === undefined ? [] : [page];
    }
    // A tree that allows several selected items hands over the clicked one and then all of them.
    const items: readonly unknown[] =
      Array.isArray(selected) && selected.length > 0 ? selected : [first];
    const refs = items.map(entryOfArgument).filter((ref) => ref !== undefined);
    return [...new Map(refs.map((ref) => [`${ref.kind}/${ref.id}`, ref])).values()];
  }
}

/** The entry that one argument names: a reference, a page's address, or a tree item that has a reference. */
export function entryOfArgument(argument: unknown): EntryRef | undefined {
  if (argument instanceof vscode.Uri) {
    return entryOfUri(argument);
  }
  if (isEntryRef(argument)) {
    return { kind: argument.kind, id: argument.id };
  }
  const ref = (argument as { readonly ref?: unknown } | null | undefined)?.ref;
  return isEntryRef(ref) ? ref : undefined;
}

/** The entry whose page is the active editor, as text or in an editor of its own. */
export function activePage(): EntryRef | undefined {
  const text = vscode.window.activeTextEditor?.document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputCustom ? input.uri : text;
  return uri && entryOfUri(uri);
}
