import * as vscode from 'vscode';
import { knownTermOfPack, type KnownTerm } from '../../core/terms/knownTerm';
import type { Occurrence } from '../../core/terms/occurrence';
import type { Logger } from '../../core/ports';
import type { TermSet } from '../../core/terms/termSet';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Desk } from '../desk';
import type { Glossaries, PlacedContext } from '../glossaries/glossaries';
import { SlicedWork } from '../../util/slicedWork';
import { loadPart } from '../../host/loadPart';
import { isEntryText } from '../../host/uris';
import type { PageLinks } from '../pages/pageLinks';
import type { NoteText } from '../notes/noteDocuments';
import type { noteOf } from '../notes/noteOf';
import type { DeskTerms, TermScan } from './deskTerms';

/** Sets that are kept; notes with the same glossaries share one. */
const MOST_SETS = 6;

/** Terms of a set whose matcher is made at one go: that takes some milliseconds. */
const MOST_AT_ONCE = 1_000;

interface KeptSet {
  readonly contexts: readonly PlacedContext[];
  readonly set: TermSet;
  /** Resolves when its matcher is there; `undefined` while nobody has asked for it. */
  preparing: Promise<void> | undefined;
  /** Somebody was answered from other terms meanwhile. */
  isAwaited: boolean;
}

/** The terms of packs, and what makes sets of terms. */
interface Shipped {
  readonly terms: readonly KnownTerm[];
  readonly TermSet: typeof TermSet;
  readonly noteOf: typeof noteOf;
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
  private shipped: Shipped | undefined;
  /** The one used last comes last. */
  private sets: readonly KeptSet[] = [];
  private readonly scans = new WeakMap<NoteText, KeptScan>();
  /** What each note was answered from last. */
  private readonly answered = new WeakMap<NoteText, TermSet>();
  private readonly work = new SlicedWork();
  /** All terms there are, until any changes. */
  private everything: TermSet | undefined;
  /** Counts the times that what is loaded has become outdated. */
  private loads = 0;
  /** Somebody was told that there is nothing yet. */
  private isAwaited = false;

  constructor(
    private readonly desk: Pick<Desk, 'catalog' | 'onDidChange'>,
    private readonly glossaries: Glossaries,
    private readonly log: Logger,
    private readonly pageLinks: Pick<PageLinks, 'in'>,
  ) {
    super();
    this._register(desk.onDidChange(() => this.reload()));
    this._register(
      glossaries.onDidChange(() => {
        this.everything = undefined;
        this.dropOutdated();
        // While they are being loaded nobody has seen anything.
        if (this.shipped) {
          this.changed.fire();
        }
      }),
    );
  }

  async inNote(note: NoteText): Promise<TermSet> {
    const kept = this.setOf(note, await this.loading());
    if (!this.isReady(kept)) {
      const before = this.answered.get(note);
      const preparing = this.prepareSet(kept, before !== undefined);
      if (before !== undefined) {
        return before;
      }
      await preparing;
    }
    this.answered.set(note, kept.set);
    return kept.set;
  }

  known(note: NoteText): TermSet | undefined {
    if (!this.shipped) {
      this.isAwaited = true;
      this.loading().catch(() => {
        // Logged and told of.
      });
      return undefined;
    }
    const kept = this.setOf(note, this.shipped);
    if (!this.isReady(kept)) {
      void this.prepareSet(kept, true);
      return this.answered.get(note);
    }
    this.answered.set(note, kept.set);
    return kept.set;
  }

  /** Whether a set can be matched without holding this thread. */
  private isReady({ set }: KeptSet): boolean {
    return set.isPrepared || set.terms.length <= MOST_AT_ONCE;
  }

  /**
   * Makes the matcher of a set in slices.
   * @param isAwaited somebody was answered from other terms meanwhile, and is told when it is there
   */
  private prepareSet(kept: KeptSet, isAwaited: boolean): Promise<void> {
    kept.isAwaited ||= isAwaited;
    kept.preparing ??= this.work.run(kept.set.prepare()).then(() => {
      if (kept.isAwaited && !this.isDisposed) {
        this.changed.fire();
      }
    });
    return kept.preparing;
  }

  async scan(note: NoteText): Promise<TermScan> {
    const terms = await this.inNote(note);
    const { noteOf } = await this.loading();
    const { version, languageId } = note;
    const before = this.scans.get(note);
    if (before?.version === version && before.languageId === languageId && before.terms === terms) {
      return before;
    }
    const occurrences = await this.occurrencesIn(note, terms.occurrencesIn(noteOf(note)));
    const scan = { version, languageId, terms, occurrences };
    this.scans.set(note, scan);
    return scan;
  }

  /** On our own pages those that stand in no link. */
  private async occurrencesIn(
    note: NoteText,
    all: readonly Occurrence[],
  ): Promise<readonly Occurrence[]> {
    if (!isEntryText(note)) {
      return all;
    }
    const links = await this.pageLinks.in(note);
    return all.filter((one) => !links.some(({ start, end }) => one.start < end && start < one.end));
  }

  async prepare(note: NoteText): Promise<void> {
    const kept = this.setOf(note, await this.loading());
    if (!kept.set.isPrepared) {
      await this.prepareSet(kept, false);
    }
  }

  async all(): Promise<readonly KnownTerm[]> {
    const shipped = await this.loading();
    return this.everythingWith(shipped).terms;
  }

  async find(id: string): Promise<KnownTerm | undefined> {
    const shipped = await this.loading();
    return this.everythingWith(shipped).get(id);
  }

  private async load(): Promise<Shipped> {
    const loading = this.loads;
    const [catalog, { TermSet }, { noteOf }] = await Promise.all([
      this.desk.catalog(),
      loadPart(this.log, () => import('../../core/terms/termSet')),
      loadPart(this.log, () => import('../notes/noteOf')),
      this.glossaries.start(),
    ]);
    const shipped = { terms: catalog.all('term').map(knownTermOfPack), TermSet, noteOf };
    if (loading !== this.loads) {
      // The packs have been reloaded meanwhile.
      return this.loading();
    }
    this.shipped = shipped;
    this.everything = undefined;
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

  private setOf(note: NoteText, shipped: Shipped): KeptSet {
    const contexts = this.glossaries
      .relationsTo(note)
      .filter(({ isActive }) => isActive)
      .map(({ context }) => context);
    const kept: KeptSet = this.sets.find(
      (one) =>
        one.contexts.length === contexts.length &&
        one.contexts.every((context, at) => context === contexts[at]),
    ) ?? {
      contexts,
      set: new shipped.TermSet([...contexts.flatMap(({ terms }) => terms), ...shipped.terms]),
      preparing: undefined,
      isAwaited: false,
    };
    this.sets = [...this.sets.filter((one) => one !== kept), kept].slice(-MOST_SETS);
    return kept;
  }

  private everythingWith({ TermSet, terms: shipped }: Shipped): TermSet {
    if (this.everything === undefined) {
      const contexts = new Set(this.glossaries.all.flatMap((glossary) => glossary.contexts));
      this.everything = new TermSet([...[...contexts].flatMap(({ terms }) => terms), ...shipped]);
    }
    return this.everything;
  }
}
