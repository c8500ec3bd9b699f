import * as vscode from 'vscode';
import type { EntrySources } from '../../../workspace/bibliographies/entrySources';
import type { NoteBibliographies } from '../../../workspace/bibliographies/noteBibliographies';
import { Commands } from '../../../host/ids';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { spanRange } from '../../../host/ranges';
import { sourceUri } from '../../../host/uris';
import { passageAtLocator } from './citedPassage';
import { entryIn, type NoteCitekeys } from './noteCitekeys';
import type { Log } from '../../../host/surfaces/log';
import { InertLink } from '../../../host/surfaces/documentParts';

/** A link on the place that a citation names, such as "p. 12". */
export class PlaceLink extends InertLink {
  constructor(
    range: vscode.Range,
    readonly source: LibrarySource,
    readonly locator: string,
  ) {
    super(range, vscode.l10n.t('Open this place in “{0}”', source.title));
  }
}

/**
 * Links the places that citations name to the passages there, where the library has the document.
 * The keys themselves have none: the editor goes to their entries, and would open both at one click.
 */
export class PlaceLinkProvider implements vscode.DocumentLinkProvider<PlaceLink> {
  constructor(
    private readonly citekeys: Pick<NoteCitekeys, 'in'>,
    private readonly bibliographies: Pick<NoteBibliographies, 'of'>,
    private readonly sources: Pick<EntrySources, 'of'>,
    private readonly library: Pick<Library, 'start' | 'document'>,
    private readonly log: Log,
  ) {}

  async provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<PlaceLink[]> {
    const { version } = document;
    const uses = await this.citekeys.in(document);
    const placed = uses.filter(({ locator }) => locator !== undefined);
    if (placed.length === 0 || document.version !== version) {
      return [];
    }
    const bibliographies = await this.bibliographies.of(document);
    if (!placed.some(({ citekey }) => entryIn(bibliographies, citekey) !== undefined)) {
      return [];
    }
    await this.library.start();
    const links: PlaceLink[] = [];
    for (const { citekey, locator = '', locatorSpan } of placed) {
      const found = entryIn(bibliographies, citekey);
      const source = found && (await this.sources.of(found.entry, found.bibliography));
      if (token.isCancellationRequested || document.version !== version) {
        return [];
      }
      if (source !== undefined) {
        links.push(new PlaceLink(spanRange(document, locatorSpan), source, locator));
      }
    }
    return links;
  }

  async resolveDocumentLink(link: PlaceLink): Promise<PlaceLink> {
    const { id } = link.source;
    const passage = await passageAtLocator(this.library, this.log, id, link.locator);
    const args = encodeURIComponent(JSON.stringify([{ source: id, passage }]));
    link.target =
      passage === undefined
        ? sourceUri(link.source)
        : vscode.Uri.parse(`command:${Commands.openPassage}?${args}`);
    return link;
  }
}
