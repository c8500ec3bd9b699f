import * as vscode from 'vscode';
import { checkNote } from '../../core/checks/checkNote';
import type { Note } from '../../core/note/note';
import type { QuoteNames } from '../../core/quotes/messages';
import type { ReadyItem } from '../../core/ready/readyItem';
import { readyItems, type ReadyBibliographies } from '../../core/ready/readyItems';
import { checksCitekeys, readySettings } from '../../host/config';
import { entryGapsIn } from '../../workspace/bibliographies/entryGaps';
import type { Deps } from '../../workspace/deps';
import { noteOf } from '../../workspace/notes/noteOf';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';

/** What is left of one version of a note. Immutable. */
export interface ReadyNote {
  readonly uri: vscode.Uri;
  /** For people. */
  readonly label: string;
  readonly note: Note;
  readonly names: QuoteNames;
  /** Worst first. */
  readonly items: readonly ReadyItem[];
  /** Whether all of it has been looked at: the check of quotations may have been stopped, or be out of date. */
  readonly isWhole: boolean;
}

/** Looks at notes before they are sent. What has been found of quotations and still holds is not looked for again. */
export class ReadyNotes {
  constructor(
    private readonly deps: Pick<Deps, 'library' | 'terms' | 'bibliographies'>,
    private readonly checking: QuoteChecking,
  ) {}

  /** What is left of a note as it is now, as far as that is known. */
  async look(document: vscode.TextDocument): Promise<ReadyNote> {
    const { library, terms, bibliographies } = this.deps;
    const settings = readySettings(document);
    const [known, held, missing] = await Promise.all([
      terms.inNote(document),
      bibliographies.of(document),
      bibliographies.missing(document),
    ]);
    const incomplete = await Promise.all(
      held.map(async (one) => {
        const file = one.uri.toString();
        return (await entryGapsIn(one)).all.map((entry) => ({ ...entry, file }));
      }),
    );
    const found: ReadyBibliographies = {
      citekeys: new Set(held.flatMap(({ entries }) => entries.map(({ citekey }) => citekey))),
      missing: missing.map((uri) => vscode.workspace.asRelativePath(uri)),
      incomplete: incomplete.flat(),
    };
    // Read last, so that all is of one version.
    const note = noteOf(document);
    const names = quoteNames(library, note.text);
    const items = readyItems(
      note,
      {
        checks: this.checking.resultsOf(document)?.checks ?? [],
        hasSources: library.sources.length > 0,
        findings: checkNote(note, known, settings),
        ...(checksCitekeys(document) && { bibliographies: found }),
      },
      names,
      vscode.l10n,
    );
    const { uri } = document;
    const label = vscode.workspace.asRelativePath(uri);
    return { uri, label, note, names, items, isWhole: this.checking.isFresh(document) };
  }
}
