import * as vscode from 'vscode';
import type { Span } from '../../core/model';
import { revealSpan } from '../../workspace/showPassage';

/** A page to show. */
interface PreviewPage {
  readonly uri: vscode.Uri;
  readonly span: Span | undefined;
}

/** The editor group as it is when a preview begins. */
interface Before {
  readonly column: vscode.ViewColumn;
  readonly tab: Pick<vscode.Tab, 'input' | 'label' | 'isPreview'> | undefined;
  readonly editor: vscode.TextEditor | undefined;
  readonly selections: readonly vscode.Selection[];
  readonly visible: vscode.Range | undefined;
  /** Addresses of all open tabs of the group. */
  readonly open: ReadonlySet<string>;
  /**
   * Whether pages may take the place of the group's preview tab: when there is none, or when it is
   * the active text editor, which can be brought back as it was. Else pages get tabs of their own.
   */
  readonly mayReplace: boolean;
}

/**
 * Shows pages in the active editor group while somebody looks through a list, and then puts
 * everything back. At most one page is being opened at any time; of those asked for meanwhile only
 * the last is opened, so that holding an arrow key opens what the editor can keep up with.
 */
export class PagePreview {
  private readonly before = look();
  /** Tabs that only the preview opened, by address. */
  private readonly added = new Set<string>();
  private shown: PreviewPage | undefined;
  private hasOpened = false;
  private wanted: PreviewPage | undefined;
  private opening: Promise<void> | undefined;
  private stopped = false;

  /** @param onError is told of pages that could not be opened; the list goes on. */
  constructor(private readonly onError: (error: unknown) => void) {}

  /** The text editor that was active at the beginning, a notebook's cell included. */
  get editor(): vscode.TextEditor | undefined {
    return this.before.editor;
  }

  /**
   * Shows a page, unless another is asked for before its turn comes, or the preview has ended.
   *
   * @param span the stretch of its text to put the caret at; where the reader left it when absent
   */
  show(uri: vscode.Uri, span?: Span): void {
    const page = { uri, span };
    const isShown = this.shown !== undefined && isSame(page, this.shown);
    this.wanted = isShown || this.stopped ? undefined : page;
    if (this.wanted) {
      this.opening ??= this.openWanted();
    }
  }

  /** Forgets a page that waits for its turn: nothing is to be shown for what is at hand now. */
  drop(): void {
    this.wanted = undefined;
  }

  /** Runs `open`, which opens the page that was chosen, and closes what else the preview opened. */
  async commit(open: () => Promise<void>): Promise<void> {
    await this.stop();
    await open();
    await this.closeAdded(vscode.window.tabGroups.all.flatMap(({ activeTab }) => activeTab ?? []));
  }

  /**
   * Brings back the editor, its selections, scroll position and focus, and closes what the preview
   * opened.
   *
   * @returns the text editor that was active at the beginning; `undefined` when none was.
   */
  async restore(): Promise<vscode.TextEditor | undefined> {
    await this.stop();
    if (!this.hasOpened) {
      return this.before.editor;
    }
    const { tab, editor } = this.before;
    const text = tab?.input instanceof vscode.TabInputText ? tab.input : undefined;
    try {
      return text && tab ? await this.restoreText(text.uri, tab.isPreview) : editor;
    } finally {
      await this.closeAdded([]);
      if (text === undefined) {
        await this.restoreTab();
      }
      // The editor in which the user was has been replaced meanwhile, and with it the focus is gone.
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    }
  }

  private async openWanted(): Promise<void> {
    while (this.wanted !== undefined) {
      const page = this.wanted;
      this.wanted = undefined;
      try {
        await this.open(page);
      } catch (error) {
        // Asked for again, it is tried again.
        this.shown = undefined;
        this.onError(error);
      }
    }
    this.opening = undefined;
  }

  private async open(page: PreviewPage): Promise<void> {
    const address = page.uri.toString();
    this.shown = page;
    this.hasOpened = true;
    if (!this.before.open.has(address)) {
      this.added.add(address);
    }
    const editor = await vscode.window.showTextDocument(page.uri, {
      viewColumn: this.before.column,
      preview: this.before.mayReplace,
      preserveFocus: true,
    });
    if (page.span) {
      revealSpan(editor, page.span);
    }
    // Where preview tabs are switched off, or must not be replaced, each page got a tab of its own.
    await this.closeAdded(this.tabs().filter((tab) => addressOf(tab) === address));
  }

  private async stop(): Promise<void> {
    this.stopped = true;
    this.wanted = undefined;
    await this.opening;
  }

  private async restoreText(uri: vscode.Uri, preview: boolean): Promise<vscode.TextEditor> {
    const { column, selections, visible } = this.before;
    const editor = await vscode.window.showTextDocument(uri, {
      viewColumn: column,
      preview,
      preserveFocus: true,
    });
    if (selections.length > 0) {
      editor.selections = selections;
    }
    if (visible && editor.visibleRanges[0]?.start.line !== visible.start.line) {
      editor.revealRange(visible, vscode.TextEditorRevealType.AtTop);
    }
    return editor;
  }

  /** Activates a tab that is no text, such as the settings: only its place in the group can name it. */
  private async restoreTab(): Promise<void> {
    const { tab } = this.before;
    const index = this.tabs().findIndex((other) => other.label === tab?.label);
    if (index !== -1 && this.tabs()[index]?.isActive === false) {
      await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', index);
    }
  }

  /** Closes the tabs that only the preview opened, except `kept`. */
  private async closeAdded(kept: readonly vscode.Tab[]): Promise<void> {
    const closing = this.tabs().filter(
      (tab) => this.added.has(addressOf(tab) ?? '') && !kept.includes(tab),
    );
    if (closing.length > 0) {
      await vscode.window.tabGroups.close(closing, true);
    }
  }

  private tabs(): readonly vscode.Tab[] {
    const { column } = this.before;
    return vscode.window.tabGroups.all.find((group) => group.viewColumn === column)?.tabs ?? [];
  }
}

function isSame(a: PreviewPage, b: PreviewPage): boolean {
  return a.uri.toString() === b.uri.toString() && a.span?.start === b.span?.start;
}

function look(): Before {
  const group = vscode.window.tabGroups.activeTabGroup;
  const { activeTab } = group;
  const preview = group.tabs.find((tab) => tab.isPreview);
  const editor = activeTab && activeEditor(group);
  return {
    column: group.viewColumn,
    // Copied, since a tab that is gone keeps none of its state.
    tab: activeTab && {
      input: activeTab.input,
      label: activeTab.label,
      isPreview: activeTab.isPreview,
    },
    editor,
    selections: editor?.selections ?? [],
    visible: editor?.visibleRanges[0],
    open: new Set(group.tabs.flatMap((tab) => addressOf(tab) ?? [])),
    mayReplace:
      preview === undefined || (preview.isActive && preview.input instanceof vscode.TabInputText),
  };
}

/** The active text editor of a group; an output panel that has the focus is none. */
function activeEditor(group: vscode.TabGroup): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  return active?.document.uri.scheme === 'output'
    ? vscode.window.visibleTextEditors.find((editor) => editor.viewColumn === group.viewColumn)
    : active;
}

function addressOf(tab: vscode.Tab): string | undefined {
  const { input } = tab;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri.toString()
    : undefined;
}
