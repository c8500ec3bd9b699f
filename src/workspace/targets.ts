import * as vscode from 'vscode';
import type { PassageRef } from '../core/library/document';
import type { EntryRef, Span } from '../core/model';
import type { Disposable } from '../util/dispose';
import { chosenNodes } from '../host/tree/chosenNodes';
import { rangeSpan } from '../host/ranges';
import { PDF_EDITOR } from '../host/ids';
import { entryOfUri, isEntryRef, sourceOfUri } from '../host/uris';
import type { ReadSelection } from './readSelection';

/** The argument of keybindings that mean what is selected in the sidebar. */
export const SIDEBAR_ARGUMENT = 'sidebar';

/** A document of the library, or a place in it, that a command is about. */
export interface SourceTarget {
  readonly source: string;
  /** The id of a passage. */
  readonly passage?: string;
  /** What is selected in the document's page, as offsets; empty at the caret. */
  readonly selection?: Span;
  /** What is selected in the reader of a PDF: the words to cite, and the pages that they stand on. */
  readonly read?: Pick<ReadSelection, 'text' | 'places' | 'copy'>;
}

type SidebarTree = Pick<vscode.TreeView<unknown>, 'selection' | 'onDidChangeSelection'>;

/**
 * Finds out which entries a command is about. The same command comes from a tree's menu (with the
 * tree's items), from a page's title (with its address), from a link (with an entry's name), from
 * a keybinding of the sidebar, or from the palette (with nothing: the active page is meant).
 */
export class CommandTargets {
  private readonly trees = new Set<SidebarTree>();
  /** The one whose selection changed last. */
  private lastUsed: SidebarTree | undefined;
  private lineOfPage: (() => Promise<EntryRef | PassageRef | undefined>) | undefined;
  private reader: (() => Promise<ReadSelection | undefined>) | undefined;

  /** Says that `tree` is one of the sidebar; its nodes are arguments as its menus hand them over. */
  provideTree(tree: SidebarTree): Disposable {
    this.trees.add(tree);
    const listening = tree.onDidChangeSelection(() => (this.lastUsed = tree));
    return {
      dispose: () => {
        listening.dispose();
        this.trees.delete(tree);
        if (this.lastUsed === tree) {
          this.lastUsed = undefined;
        }
      },
    };
  }

  /** Says how to find what is listed at the caret of the active page: an excerpt or a passage. */
  provideLine(find: () => Promise<EntryRef | PassageRef | undefined>): Disposable {
    this.lineOfPage = find;
    return { dispose: () => (this.lineOfPage = undefined) };
  }

  /** Says what is selected in the reader of a PDF, when that is the active editor. */
  provideReader(selected: () => Promise<ReadSelection | undefined>): Disposable {
    this.reader = selected;
    return { dispose: () => (this.reader = undefined) };
  }

  /**
   * What is selected in the reader of a PDF; `undefined` when a command does not come from there, or
   * the page is not there to be asked.
   */
  async read(args: readonly unknown[]): Promise<ReadSelection | undefined> {
    return isFromReader(args) ? this.reader?.() : undefined;
  }

  /**
   * The arguments of a command that asks for both entries and sources, with what a keybinding of
   * the sidebar means looked up once, and what is listed at the caret of a page in place of the page.
   */
  async resolve(args: readonly unknown[]): Promise<readonly unknown[]> {
    if (args[0] === undefined) {
      const line = await this.lineOfPage?.();
      return line === undefined ? args : [line];
    }
    if (args[0] !== SIDEBAR_ARGUMENT) {
      return args;
    }
    const items = await this.items(args);
    return [items[0] ?? null, items];
  }

  /** The one document or passage that a command for a single one is about. */
  async source(args: readonly unknown[]): Promise<SourceTarget | undefined> {
    return (await this.sources(args.slice(0, 1)))[0];
  }

  /**
   * The documents and passages that `args`, a command's arguments, mean, each once; empty when they
   * mean none, such as when they mean entries. That they exist is not checked.
   */
  async sources(args: readonly unknown[]): Promise<readonly SourceTarget[]> {
    if (isFromReader(args)) {
      const read = await this.read(args);
      const { source, selection } = read ?? {};
      return read === undefined || source === undefined
        ? []
        : [{ source, read, ...(selection && { selection }) }];
    }
    if (args[0] === undefined) {
      const page = vscode.window.activeTextEditor?.document.uri;
      const target = page && sourceTargetOfPage(page);
      return target === undefined ? [] : [target];
    }
    const items = await this.items(args);
    const targets = items.map(sourceTargetOfArgument).filter((target) => target !== undefined);
    return [
      ...new Map(targets.map((target) => [`${target.source}/${target.passage}`, target])).values(),
    ];
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
    if (args[0] === undefined) {
      const page = activePage();
      return page === undefined ? [] : [page];
    }
    const items = await this.items(args);
    const refs = items.map(entryOfArgument).filter((ref) => ref !== undefined);
    return [...new Map(refs.map((ref) => [`${ref.kind}/${ref.id}`, ref])).values()];
  }

  /** What `args`, a command's arguments, are about, one by one: nodes of trees, addresses, names. */
  async items(args: readonly unknown[]): Promise<readonly unknown[]> {
    const [first, selected] = args;
    if (first === SIDEBAR_ARGUMENT) {
      return (await chosenNodes([...this.trees])) ?? this.lastUsed?.selection ?? [];
    }
    // A tree that allows several selected items hands over the clicked one and then all of them.
    if (Array.isArray(selected) && selected.length > 0) {
      return selected as readonly unknown[];
    }
    return first === undefined ? [] : [first];
  }
}

/**
 * Whether a command with these arguments is about what is selected in the reader of a PDF: called from
 * the menu of its pages, or with nothing while it is the active editor.
 */
export function isFromReader([argument]: readonly unknown[]): boolean {
  if (argument !== undefined) {
    // What the page says of the place of its menu.
    const { webviewSection } = (argument ?? {}) as { readonly webviewSection?: unknown };
    return webviewSection === 'pages';
  }
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === PDF_EDITOR;
}

/** The document or passage that one argument names: an id, a page's address, a reference, or a tree item that has one. */
function sourceTargetOfArgument(argument: unknown): SourceTarget | undefined {
  if (argument instanceof vscode.Uri) {
    return sourceTargetOfPage(argument);
  }
  if (typeof argument === 'string') {
    return { source: argument };
  }
  // Read from the object itself: what the nodes of trees have are getters.
  const { source, passage } = (argument ?? {}) as { source?: unknown; passage?: unknown };
  if (typeof source !== 'string') {
    return undefined;
  }
  return typeof passage === 'string' ? { source, passage } : { source };
}

/** The document that a page shows, and what is selected in the editor that shows it. */
function sourceTargetOfPage(page: vscode.Uri): SourceTarget | undefined {
  const source = sourceOfUri(page);
  if (source === undefined) {
    return undefined;
  }
  const shows = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.toString() === page.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = shows(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(shows);
  return editor ? { source, selection: rangeSpan(editor.document, editor.selection) } : { source };
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
