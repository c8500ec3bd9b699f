import * as vscode from 'vscode';
import type { CitekeyUse } from '../../../core/note/citations/citekeyUse';
import { formatEntry } from '../../../core/citation/entryCitation';
import type { EntrySources } from '../../../workspace/bibliographies/entrySources';
import { Commands } from '../../../host/ids';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { spanRange } from '../../../host/ranges';
import {
  commandLink,
  plainText,
  trustedMarkdown,
  icon,
  joined,
  type Markdown,
  compose,
  untrustedMarkdown,
} from '../../../host/surfaces/markdown';
import { passageAtLocator } from './citedPassage';
import type { FoundCitekey, NoteCitekeys, PlacedEntry } from './noteCitekeys';
import { unknownMessage } from './unknownMessage';
import type { Log } from '../../../host/surfaces/log';
import { createHover } from '../../../host/surfaces/documentParts';

/** Shows what a citekey in a note stands for, and the ways to the document itself. */
export class CitekeyHoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly citekeys: Pick<NoteCitekeys, 'at'>,
    private readonly sources: Pick<EntrySources, 'of'>,
    private readonly library: Pick<Library, 'start' | 'document'>,
    private readonly log: Log,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const citekey = await this.citekeys.at(document, position, token);
    const card = citekey && (await this.cardOf(citekey));
    return citekey === undefined || card === undefined || token.isCancellationRequested
      ? undefined
      : createHover(card, spanRange(document, citekey.use));
  }

  private async cardOf({
    use,
    found,
    asked,
    missing,
  }: FoundCitekey): Promise<vscode.MarkdownString[] | undefined> {
    if (found === undefined) {
      // A bare "@name" without an entry is the name of somebody.
      const message = unknownMessage(use.citekey, asked, missing);
      return use.isCertain ? [untrustedMarkdown(plainText(message))] : undefined;
    }
    // A card shows what is known by now, and does not wait for the library.
    void this.library.start();
    const source = await this.sources.of(found.entry, found.bibliography);
    const reference = untrustedMarkdown(referenceOf(found));
    return source === undefined ? [reference] : [reference, await this.linksTo(source, use)];
  }

  /** Ways into the document of the library. */
  private async linksTo(
    source: LibrarySource,
    { locator }: CitekeyUse,
  ): Promise<vscode.MarkdownString> {
    const { l10n } = vscode;
    const { id, title, passages, state } = source;
    const passage =
      locator === undefined
        ? undefined
        : await passageAtLocator(this.library, this.log, id, locator);
    const links = [
      commandLink(
        compose`${icon('book')} ${plainText(l10n.t('In your library'))}`,
        Commands.openSource,
        { source: id },
        l10n.t('Open “{0}”', title),
      ),
      ...(passage === undefined
        ? []
        : [
            commandLink(
              plainText(locator ?? '', { icons: true }),
              Commands.openPassage,
              { source: id, passage },
              l10n.t('Open this place in “{0}”', title),
            ),
          ]),
      ...(state.kind === 'ready'
        ? [
            commandLink(
              compose`${icon('search')} ${plainText(passages === 1 ? l10n.t('1 passage') : l10n.t('{0} passages', passages))}`,
              Commands.searchInSource,
              { source: id },
              l10n.t('Search in “{0}”', title),
            ),
          ]
        : []),
    ];
    return trustedMarkdown(joined(links, ' &nbsp; '), [
      Commands.openSource,
      Commands.openPassage,
      Commands.searchInSource,
    ]);
  }
}

/**
 * An entry as Markdown without any trust: bibliographies are the work of others. The file that it
 * stands in comes last.
 */
export function referenceOf({ entry, bibliography }: PlacedEntry): Markdown {
  const reference = plainText(formatEntry(entry));
  const file = plainText(vscode.workspace.asRelativePath(bibliography.uri));
  return joined([reference, compose`_${file}_`], '\n\n');
}
