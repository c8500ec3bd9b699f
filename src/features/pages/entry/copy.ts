import * as vscode from 'vscode';
import { entryText } from '../../../core/packs/catalog';
import { quoteEntry, quotePassage } from '../../../core/citation/quote';
import type { CitableRef } from '../../../workspace/bibliographies/citableRef';
import { citedText } from '../../../workspace/bibliographies/citedTexts';
import type { Deps } from '../../../workspace/deps';
import { showStatusMessage } from '../../../host/surfaces/messages';

/** A text to put on the clipboard. */
interface Copy {
  readonly text: string;
  readonly ref: CitableRef;
  /** Whether it lacks the citation that it should have had. */
  readonly isUncited: boolean;
  /** Puts a text on the clipboard from where this one was selected; absent elsewhere than in a reader. */
  readonly inReader?: (text: string) => Promise<void>;
}

/** What is put on the clipboard. */
export interface CopyOptions {
  readonly citation: boolean;
}

/**
 * Puts the text of entries or passages on the clipboard, one paragraph each. Of a page that shows a
 * document, what is selected, or else the passage at the caret.
 */
export async function copy(
  deps: Deps,
  given: readonly unknown[],
  options: CopyOptions,
): Promise<void> {
  const args = await deps.targets.resolve(given);
  const copies = [
    ...(await copiesOfPassages(deps, args, options)),
    ...(await copiesOfEntries(deps, args, options)),
  ];
  if (copies.length === 0) {
    showStatusMessage(vscode.l10n.t('Select an entry or a passage to copy first.'));
    return;
  }
  const all = copies.map(({ text }) => text).join('\n\n');
  await vscode.env.clipboard.writeText(all);
  await copies[0]?.inReader?.(all);
  deps.lastCopy.set(
    all,
    copies.map(({ ref }) => ref),
  );
  const uncited = copies.filter(({ isUncited }) => isUncited).length;
  if (copies.length === 1) {
    showStatusMessage(
      uncited > 0 ? vscode.l10n.t('Copied; there is no source to cite') : vscode.l10n.t('Copied'),
    );
  } else {
    showStatusMessage(
      uncited > 0
        ? vscode.l10n.t('{0} entries copied, {1} without a source to cite', copies.length, uncited)
        : vscode.l10n.t('{0} entries copied', copies.length),
    );
  }
}

/** Some have no source to cite: topics, and terms that are general knowledge. */
async function copiesOfEntries(
  { desk, targets }: Deps,
  args: readonly unknown[],
  { citation }: CopyOptions,
): Promise<readonly Copy[]> {
  const refs = await targets.all(args);
  const catalog = await desk.catalog();
  return refs.flatMap((ref) => {
    const entry = catalog.get(ref.kind, ref.id);
    const plain = entry && entryText(entry);
    const text = citation ? quoteEntry(catalog, ref) : plain;
    return text === undefined ? [] : [{ text, ref, isUncited: citation && text === plain }];
  });
}

async function copiesOfPassages(
  { desk, library, log, targets }: Deps,
  args: readonly unknown[],
  { citation }: CopyOptions,
): Promise<readonly Copy[]> {
  const copies: Copy[] = [];
  for (const target of await targets.sources(args)) {
    const cited = await citedText({ desk, library, log }, target);
    if (cited !== undefined && cited.text !== '') {
      const { text, source, locators } = cited;
      const copied = citation ? quotePassage(text, source, locators) : text;
      const { read } = target;
      const inReader = read && { inReader: read.copy };
      copies.push({ text: copied, ref: target, isUncited: false, ...inReader });
    }
  }
  return copies;
}
