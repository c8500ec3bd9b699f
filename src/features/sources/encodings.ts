import * as vscode from 'vscode';
import { ENCODINGS } from '../../core/text/encodings';
import type { Localizer } from '../../core/localizer';
import { explainFileError } from '../../host/fileFaultText';
import { showStatusMessage, showWarning } from '../../host/surfaces/messages';
import { pickItem, showPick, type Item } from '../../host/surfaces/quickPicks';
import type { Deps } from '../../workspace/deps';
import type { LibrarySource } from '../../workspace/library/library';
import { encodingSample, firstBeyondAscii } from './encodingSample';
import { isEncoded } from './sourceState';

type EncodingItem = Item<{ readonly encoding: string | undefined; readonly label: string }>;

/**
 * Lets the user choose the encoding of the source that `args` mean, by what its words are in each, and
 * reads it so from now on.
 */
export async function reindexWithEncoding(
  { library, targets }: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<void> {
  const target = await targets.source(args);
  const source = target && library.get(target.source);
  if (source === undefined || !isEncoded(source.format)) {
    showStatusMessage(vscode.l10n.t('Select a text, Markdown or HTML source first.'));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(source.uri);
  } catch (error) {
    void showWarning(explainFileError(error, 'read', vscode.l10n));
    return;
  }
  const read = (await library.document(source.id))?.encoding;
  const chosen = await showPick(encodingItems(source, read, bytes, vscode.l10n), {
    title: vscode.l10n.t('Reindex “{0}” with Encoding', source.title),
    placeholder: vscode.l10n.t('Choose the encoding in which the words are right'),
    matchOnDescription: true,
  });
  if (chosen !== undefined) {
    await library.reindexInEncoding(source.id, chosen.encoding);
  }
}

/** The encodings to choose from: those first in which all bytes that are shown mean something. */
function encodingItems(
  source: LibrarySource,
  read: string | undefined,
  bytes: Uint8Array,
  l10n: Localizer,
): readonly EncodingItem[] {
  const automatic = pickItem({
    label: l10n.t('Detect Automatically'),
    ...(source.chosenEncoding === undefined &&
      read !== undefined && { description: l10n.t('{0}, in use', read) }),
    encoding: undefined,
  });
  const used = l10n.t('in use');
  const first = firstBeyondAscii(bytes);
  const items = ENCODINGS.map((encoding) => {
    const about = [
      languagesOf(encoding, l10n),
      ...(encoding === source.chosenEncoding ? [used] : []),
    ].join(', ');
    const detail = encodingSample(bytes, encoding, first);
    return pickItem({ label: encoding, description: about, detail, encoding });
  });
  const isRight = ({ detail }: (typeof items)[number]): boolean => !detail.includes('\ufffd');
  return [automatic, ...items.filter(isRight), ...items.filter((item) => !isRight(item))];
}

function languagesOf(encoding: (typeof ENCODINGS)[number], l10n: Localizer): string {
  switch (encoding) {
    case 'UTF-8':
    case 'UTF-16LE':
    case 'UTF-16BE':
      return l10n.t('Unicode');
    case 'windows-1252':
    case 'macintosh':
      return l10n.t('Western European');
    case 'windows-1250':
    case 'iso-8859-2':
      return l10n.t('Central European');
    case 'windows-1251':
    case 'koi8-r':
    case 'koi8-u':
    case 'iso-8859-5':
    case 'x-mac-cyrillic':
    case 'ibm866':
      return l10n.t('Cyrillic');
    case 'windows-1253':
    case 'iso-8859-7':
      return l10n.t('Greek');
    case 'windows-1254':
      return l10n.t('Turkish');
    case 'windows-1255':
      return l10n.t('Hebrew');
    case 'windows-1256':
      return l10n.t('Arabic');
    case 'windows-1257':
      return l10n.t('Baltic');
    case 'windows-1258':
      return l10n.t('Vietnamese');
    case 'windows-874':
      return l10n.t('Thai');
    case 'shift_jis':
    case 'euc-jp':
    case 'iso-2022-jp':
      return l10n.t('Japanese');
    case 'euc-kr':
      return l10n.t('Korean');
    case 'gb18030':
      return l10n.t('Simplified Chinese');
    case 'big5':
      return l10n.t('Traditional Chinese');
  }
}
