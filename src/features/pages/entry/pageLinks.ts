import * as vscode from 'vscode';
import { spanRange } from '../../../host/ranges';
import { InertLink } from '../../../host/surfaces/documentParts';
import { showStatusMessage } from '../../../host/surfaces/messages';
import type { PassageRef } from '../../../core/library/document';
import type { EntryRef } from '../../../core/model';
import { entryOfUri, entryUri } from '../../../host/uris';
import { linkAt } from './page/linkAt';
import type { LinkTarget } from './page/pageModel';
import type { ShownPages } from './shownPages';

/** The links of an open page of an entry; none while it is out of date. */
export async function documentLinks(
  shown: ShownPages,
  document: vscode.TextDocument,
): Promise<vscode.DocumentLink[]> {
  const { links = [] } = (await shown.of(document)) ?? {};
  return links.map(({ span, target }) => {
    const label = document.getText(spanRange(document, span));
    const made = new InertLink(spanRange(document, span), tooltipOf(target, label));
    made.target = addressOf(target);
    return made;
  });
}

/** Follows the link at the caret of a page, or else the only one on its line; else says what to do. */
export async function followLink(shown: ShownPages, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const page = await shown.of(document);
  const caret = document.offsetAt(selection.active);
  const line = document.lineAt(selection.active.line).range;
  const found = page && linkAt(page, caret, document.offsetAt(line.start));
  if (found === undefined || found === 'none') {
    showStatusMessage(vscode.l10n.t('There is no link on this line.'));
  } else if (found === 'several') {
    showStatusMessage(
      vscode.l10n.t('This line has several links. Place the cursor on the one to open.'),
    );
  } else {
    await open(found);
  }
}

/**
 * The excerpt or the passage that the line of the caret, or the one above it in a list with texts, leads
 * to; `undefined` on other lines, and on the page of an excerpt, which is meant itself.
 */
export async function listedAt(
  shown: ShownPages,
  { document, selection }: vscode.TextEditor,
): Promise<EntryRef | PassageRef | undefined> {
  const page = await shown.of(document);
  if (page === undefined || entryOfUri(document.uri)?.kind === 'excerpt') {
    return undefined;
  }
  const { line } = selection.active;
  const caret = document.offsetAt(selection.active);
  const target = linkAt(page, caret, document.offsetAt(new vscode.Position(line, 0)));
  if (target !== 'none') {
    return listed(target);
  }
  const isText = line > 1 && !document.lineAt(line).isEmptyOrWhitespace;
  const above = document.offsetAt(new vscode.Position(Math.max(0, line - 1), 0));
  return isText ? listed(linkAt(page, above, above)) : undefined;
}

function listed(target: ReturnType<typeof linkAt>): EntryRef | PassageRef | undefined {
  if (typeof target === 'string' || target.kind === 'web') {
    return undefined;
  }
  if (target.kind === 'place') {
    return target.place.passage;
  }
  const { kind, id } = target.page;
  return kind === 'excerpt' ? { kind, id } : undefined;
}

async function open(target: LinkTarget): Promise<void> {
  if (target.kind === 'place') {
    const { address, line, column } = target.place;
    const at = new vscode.Position(line - 1, column - 1);
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(address, true), {
      selection: new vscode.Range(at, at),
    });
  } else {
    await vscode.commands.executeCommand('vscode.open', addressOf(target));
  }
}

function addressOf(target: LinkTarget): vscode.Uri {
  switch (target.kind) {
    case 'entry':
      return entryUri(target.page);
    case 'web':
      return vscode.Uri.parse(target.address, true);
    case 'place': {
      const { address, line, column } = target.place;
      return vscode.Uri.parse(address, true).with({ fragment: `L${line},${column}` });
    }
  }
}

function tooltipOf(target: LinkTarget, label: string): string {
  return vscode.l10n.t('Open “{0}”', target.kind === 'entry' ? target.page.title : label);
}
