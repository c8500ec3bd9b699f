import * as vscode from 'vscode';
import { spanRange } from '../../../host/ranges';
import { InertLink } from '../../../host/surfaces/documentParts';
import { showStatusMessage } from '../../../host/surfaces/messages';
import { entryUri } from '../../../host/uris';
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
