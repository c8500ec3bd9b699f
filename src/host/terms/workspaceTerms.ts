import * as vscode from 'vscode';
import { knownTermOfPack, type KnownTerm } from '../../core/terms/knownTerm';
import { TermSet } from '../../core/terms/termSet';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Desk } from '../desk';
import type { Glossaries, PlacedContext } from '../glossaries/glossaries';
import type { DeskTerms, NoteText, TermScan } from './deskTerms';

/** Sets that are kept; notes with the same glossaries share one. */
const MOST_SETS = 6;

interface KeptSet {
  readonly contexts: readonly PlacedContext[];
  readonly set: TermSet;
}

interface KeptScan extends TermScan {
  readonly version: number;
  readonly languageId: string;
}

/** The terms of packs and glossaries by note, with what has been made of them. */
export class WorkspaceTerms extends DisposableStore implements DeskTerms {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly loading = lazy(() => this.load());
  /** `undefined` until all has been loaded. */
  private shipped: readonly KnownTerm[] | undefined;
  /** The one used last comes last. */
  private sets: readonly KeptSet[] = [];
  private readonly scans = new WeakMap<NoteText, KeptScan>();
  private readonly everything = lazy((): TermSet => this.makeEverything());
  /** Counts the times that what is loaded has become outdated. */
  private loads = 0;
  /** Somebody was told that there is nothing yet. */
  private isAwaited = false;

  constructor(
    private readonly desk: Pick<Desk, 'catalog' | 'onDidChange'>,
    private readonly glossaries: Glossaries,
  ) {
    super();
    this._register(desk.onDidChange(() => this.reload()));
    this._register(
      glossaries.onDidChange(() => {
        this.everything.reset();
        this.dropOutdated();
        // While they are being loaded nobody has seen anything.
        if (this.shipped) {
          this.changed.fire();
        }
      }),
    );
  }

  async inNote(note: NoteText): Promise<TermSet> {
    const shipped = await this.loading();
    return this.setOf(note, shipped);
  }

  known(note: NoteText): TermSet | undefined {
    if (!this.shipped) {
      this.isAwaited = true;
      void this.loading();
      return undefined;
    }
    return this.setOf(note, this.shipped);
  }

  async scan(note: NoteText): Promise<TermScan> {
    const terms = await this.inNote(note);
    const { version, languageId } = note;
    const before = this.scans.get(note);
    if (before?.version === version && before.languageId === languageId && before.terms === terms) {
      return before;
    }
    const occurrences = terms.automaton.occurrences(note.getText(), languageId);
    const scan = { version, languageId, terms, occurrences };
    this.scans.set(note, scan);
    return scan;
  }

  async all(): Promise<readonly KnownTerm[]> {
    await this.loading();
    return this.everything().terms;
  }

  async find(id: string): Promise<KnownTerm | undefined> {
    await this.loading();
    return this.everything().get(id);
  }

  private async load(): Promise<readonly KnownTerm[]> {
    const loading = this.loads;
    const [catalog] = await Promise.all([this.desk.catalog(), this.glossaries.start()]);
    const shipped = catalog.all('term').map(knownTermOfPack);
    if (loading !== this.loads) {
      // The packs have been reloaded meanwhile.
      return this.loading();
    }
    this.shipped = shipped;
    this.everything.reset();
    if (this.isAwaited) {
      this.isAwaited = false;
      this.changed.fire();
    }
    return shipped;
  }

  private reload(): void {
    const isLoaded = this.shipped !== undefined;
    this.loads += 1;
    this.loading.reset();
    this.shipped = undefined;
    this.sets = [];
    if (isLoaded) {
      this.changed.fire();
    }
  }

  /** Sets with terms that are no more only take memory, for a large glossary a lot. */
  private dropOutdated(): void {
    const present = new Set(this.glossaries.all.flatMap(({ contexts }) => contexts));
    this.sets = this.sets.filter(({ contexts }) =>
      contexts.every((context) => present.has(context)),
    );
  }

  private setOf(note: NoteText, shipped: readonly KnownTerm[]): TermSet {
    const contexts = this.glossaries
      .relationsTo(note)
      .filter(({ isActive }) => isActive)
      .map(({ context }) => context);
    const kept = this.sets.find(
      (one) =>
        one.contexts.length === contexts.length &&
        one.contexts.every((context, at) => context === contexts[at]),
    ) ?? {
      contexts,
      set: new TermSet([...contexts.flatMap(({ terms }) => terms), ...shipped]),
    };
    this.sets = [...this.sets.filter((one) => one !== kept), kept].slice(-MOST_SETS);
    return kept.set;
  }

  private makeEverything(): TermSet {
    const contexts = new Set(this.glossaries.all.flatMap((glossary) => glossary.contexts));
    return new TermSet([...[...contexts].flatMap(({ terms }) => terms), ...(this.shipped ?? [])]);
  }
}
