import * as vscode from 'vscode';
import type { Passage, SourceDocument } from '../../../core/library/document';
import { passageText } from '../../../core/library/structure';
import type { Span } from '../../../core/model';
import type { Deps } from '../../../workspace/deps';
import { openInEncoding } from '../../../host/fileEncoding';
import type { LibrarySource } from '../../../workspace/library/library';
import { findPassages } from '../../../workspace/passages';
import { spanRange } from '../../../host/ranges';
import { warnOfMissingSource } from '../../../workspace/showPassage';
import type { SourceTarget } from '../../../workspace/targets';
import type { PdfPlace } from '../../../viewer/messages';
import type { PdfEditor } from './pdfEditor';
import { showWarning } from '../../../host/surfaces/messages';

/**
 * Opens the file that a source was read from, at the passage that a command's arguments mean: text
 * with the passage selected, a PDF at its page, and Word documents in the program made for them.
 */
export async function openOriginal(
  deps: Deps,
  pdfs: Pick<PdfEditor, 'open'>,
  args: readonly unknown[],
): Promise<void> {
  const { library, targets } = deps;
  const target = await targets.source(args);
  if (target === undefined) {
    return;
  }
  await library.start();
  const source = library.get(target.source);
  if (source === undefined) {
    warnOfMissingSource(library, target.source);
    return;
  }
  // A source that could not be read, or is not yet, has an original all the same.
  const found = await findPassages(library, target);
  const passage = found && (found.passages[0] ?? nextPassage(found.document, target));
  switch (source.format) {
    case 'text':
    case 'markdown':
    case 'html':
      await showText(source.uri, found?.document.encoding, passage?.original);
      break;
    case 'pdf':
      await pdfs.open(source.uri, found && passage && placeOf(found.document, passage));
      break;
    case 'word':
      await openOutside(source);
  }
}

/** Where a passage stands in a PDF; `undefined` where it stands on no page. */
function placeOf(document: SourceDocument, passage: Passage): PdfPlace | undefined {
  const { page } = passage;
  return page === undefined ? undefined : { page, passage: passageText(document, passage) };
}

/** The first passage behind the caret, for when it stands in a heading. */
function nextPassage(
  { passages }: SourceDocument,
  { selection }: SourceTarget,
): Passage | undefined {
  return selection && passages.find(({ span }) => span.end >= selection.start);
}

async function showText(
  uri: vscode.Uri,
  encoding: string | undefined,
  span: Span | undefined,
): Promise<void> {
  const document = await openInEncoding(uri, encoding);
  const range = span && spanRange(document, span);
  const editor = await vscode.window.showTextDocument(document, {
    preview: true,
    ...(range && { selection: range }),
  });
  if (range) {
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

async function openOutside({ uri, title }: LibrarySource): Promise<void> {
  if (!(await vscode.env.openExternal(uri))) {
    void showWarning(vscode.l10n.t('Could not open “{0}”.', title));
  }
}
