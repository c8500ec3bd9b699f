import type * as vscode from 'vscode';
import type { BibliographyEntry } from '../../../core/citation/bibliography';
import type { CitekeyUse } from '../../../core/note/citations/citekeyUse';
import type { Logger } from '../../../core/ports';
import type {
  NoteBibliographies,
  NoteBibliography,
} from '../../../workspace/bibliographies/noteBibliographies';
import { loadPart } from '../../../host/loadPart';
import { isNote } from '../../../workspace/notes/noteDocuments';

/** An entry, and the bibliography that it stands in. */
export interface PlacedEntry {
  readonly entry: BibliographyEntry;
  readonly bibliography: NoteBibliography;
}

/** A citekey at a place in a note, and what is known of it. */
export interface FoundCitekey {
  readonly use: CitekeyUse;
  /** Those that were asked, and those that should have been and could not be. */
  readonly asked: readonly vscode.Uri[];
  readonly missing: readonly vscode.Uri[];
  /** `undefined` when none of the bibliographies has it. */
  readonly found: PlacedEntry | undefined;
}

/** The citekeys in notes. */
export class NoteCitekeys {
  constructor(
    private readonly bibliographies: Pick<NoteBibliographies, 'of' | 'missing'>,
    private readonly log: Logger,
  ) {}

  /** All of a note as it is when this resolves, in its order; none in what is no note. */
  async in(document: vscode.TextDocument): Promise<readonly CitekeyUse[]> {
    if (!isNote(document)) {
      return [];
    }
    const { noteOf } = await loadPart(this.log, () => import('../../../workspace/notes/noteOf'));
    return noteOf(document).citekeyUses;
  }

  /** The one at a position, or right before it; `undefined` where none is, or the note has changed meanwhile. */
  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<FoundCitekey | undefined> {
    const { version } = document;
    const offset = document.offsetAt(position);
    const uses = await this.in(document);
    if (token.isCancellationRequested || document.version !== version) {
      return undefined;
    }
    const use = uses.find(({ start, end }) => start <= offset && offset <= end);
    if (use === undefined) {
      return undefined;
    }
    const [bibliographies, missing] = await Promise.all([
      this.bibliographies.of(document),
      this.bibliographies.missing(document),
    ]);
    if (token.isCancellationRequested || document.version !== version) {
      return undefined;
    }
    const asked = bibliographies.map(({ uri }) => uri);
    return { use, asked, missing, found: entryIn(bibliographies, use.citekey) };
  }
}

/** The entry of that key in the first bibliography that has it. */
export function entryIn(
  bibliographies: readonly NoteBibliography[],
  citekey: string,
): PlacedEntry | undefined {
  for (const bibliography of bibliographies) {
    const entry = bibliography.entry(citekey);
    if (entry !== undefined) {
      return { entry, bibliography };
    }
  }
  return undefined;
}
