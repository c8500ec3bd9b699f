import type * as vscode from 'vscode';
import type { BibliographyEntry } from '../../core/citation/bibliography';
import type { CitekeyUse } from '../../core/citation/citekeyUse';
import { citekeyUses } from '../../core/citation/citekeyUses';
import type { NoteBibliographies, NoteBibliography } from '../../host/citing/noteBibliographies';
import { isNote } from '../../host/noteDiagnostics';

/** An entry, and the bibliography that it stands in. */
export interface PlacedEntry {
  readonly entry: BibliographyEntry;
  readonly bibliography: NoteBibliography;
}

/** A citekey at a place in a note, and what is known of it. */
export interface FoundCitekey {
  readonly use: CitekeyUse;
  readonly bibliographies: readonly NoteBibliography[];
  /** `undefined` when none of the bibliographies has it. */
  readonly found: PlacedEntry | undefined;
}

interface Read {
  readonly version: number;
  readonly uses: readonly CitekeyUse[];
}

/** The citekeys in notes, each version of a note read once. */
export class NoteCitekeys {
  private readonly read = new WeakMap<vscode.TextDocument, Read>();

  constructor(private readonly bibliographies: Pick<NoteBibliographies, 'of'>) {}

  /** All of a note, in its order; none in what is no note. */
  in(document: vscode.TextDocument): readonly CitekeyUse[] {
    if (!isNote(document)) {
      return [];
    }
    const known = this.read.get(document);
    if (known?.version === document.version) {
      return known.uses;
    }
    const uses = citekeyUses(document.getText(), document.languageId);
    this.read.set(document, { version: document.version, uses });
    return uses;
  }

  /** The one at a position, or right before it; `undefined` where none is, or the note has changed meanwhile. */
  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<FoundCitekey | undefined> {
    const { version } = document;
    const offset = document.offsetAt(position);
    const use = this.in(document).find(({ start, end }) => start <= offset && offset <= end);
    if (use === undefined) {
      return undefined;
    }
    const bibliographies = await this.bibliographies.of(document);
    if (token.isCancellationRequested || document.version !== version) {
      return undefined;
    }
    return { use, bibliographies, found: entryIn(bibliographies, use.citekey) };
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
