import * as vscode from 'vscode';
import { checkNote } from '../../core/checks/checkNote';
import type { Note } from '../../core/note/note';
import type { QuoteNames } from '../../core/quotes/messages';
import { isReport } from '../../core/quotes/report';
import type { ReadyItem } from '../../core/ready/readyItem';
import { readyItems, type ReadyBibliographies } from '../../core/ready/readyItems';
import { checksCitekeys, readySettings } from '../../host/config';
import { entryGapsIn } from '../../workspace/bibliographies/entryGaps';
import type { Deps } from '../../workspace/deps';
import { noteOf } from '../../workspace/notes/noteOf';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { CheckProgress, QuoteChecking } from '../../workspace/quotes/quoteChecking';
import type { NoteResults } from '../../workspace/quotes/quoteResults';

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
    readonly checking: QuoteChecking,
  ) {}

  /** How many quotations are to be compared before it is known what is left. */
  due(document: vscode.TextDocument): number {
    return this.isChecked(document) ? 0 : this.checking.quotes.count(document);
  }

  /** Compares the quotations of a note where that has not been done since it was changed. */
  async check(document: vscode.TextDocument, progress: CheckProgress): Promise<void> {
    if (this.due(document) > 0) {
      await this.checking.check(document, progress);
    }
  }

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
        checks: this.resultsOf(document)?.checks ?? [],
        hasSources: library.sources.length > 0,
        findings: checkNote(note, known, settings),
        ...(checksCitekeys(document) && { bibliographies: found }),
      },
      names,
      vscode.l10n,
    );
    const { uri } = document;
    const label = vscode.workspace.asRelativePath(uri);
    return { uri, label, note, names, items, isWhole: this.isChecked(document) };
  }

  private resultsOf(document: vscode.TextDocument): NoteResults | undefined {
    const known = this.checking.results.of(document.uri);
    return known?.text === document.getText() ? known : undefined;
  }

  private isChecked(document: vscode.TextDocument): boolean {
    const known = this.resultsOf(document);
    return known === undefined
      ? isReport(document.getText()) || this.checking.quotes.count(document) === 0
      : known.changed === 'nothing' && known.checks.length === known.checked.total;
  }
}
