import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import type { Passage } from '../../core/library/document';
import type { Logger } from '../../core/ports';
import type { IndexedSource } from '../../core/search/libraryIndex';
import { News } from '../../core/tags/news';
import {
  idsOfSubject,
  passagesOfSubject,
  SubjectCounts,
  subjectKey,
  type Subject,
} from '../../core/tags/subjects';
import { describeError } from '../../host/fileErrors';
import { DisposableStore } from '../../util/dispose';
import { SlicedWork } from '../../util/slicedWork';
import type { Library, LibrarySource } from '../library/library';
import type { Tags } from '../tags/tags';
import { compareNewest } from './ownDocuments';

/** Milliseconds in which changes are one event: while many sources are read, several come in a second. */
const EVENT_MS = 500;

/** Documents of a list that somebody may see at once. */
const MOST_IN_SIGHT = 50;

const NEWS_KEY = 'news';

/** How many passages of the library belong to something. */
export interface OwnCount {
  readonly passages: number;
  /** Those of sources that came after the last look. */
  readonly fresh: number;
}

/** A document of the library with passages that belong to something. */
export interface OwnDocument {
  readonly source: LibrarySource;
  readonly count: number;
  /** It came after the look before this session's. */
  readonly isNew: boolean;
}

/** A passage of a document, with its text. */
export interface ListedPassage {
  readonly passage: Passage;
  readonly text: string;
}

interface OwnSurroundings {
  readonly library: Pick<
    Library,
    'start' | 'get' | 'sources' | 'contents' | 'progress' | 'onDidChange' | 'onDidChangeContents'
  >;
  readonly tags: Pick<Tags, 'start' | 'index' | 'onDidChange' | 'tagFirst'>;
  /** Where it is remembered what is new. */
  readonly state: Pick<vscode.Memento, 'get' | 'update'>;
  readonly log: Logger;
}

/**
 * What the user's own documents say of topics and partners, counted and listed, and what of it is new
 * since somebody looked.
 */
export class OwnPassages extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** Counts, documents or news may be others; several changes make one event. */
  readonly onDidChange = this.changed.event;

  private readonly news: News;
  /** What was new when this session first looked at something: that stays marked. */
  private readonly seenNow = new Map<string, ReadonlySet<string>>();
  /** The packs whose subjects are counted. */
  private catalog: Catalog | undefined;
  private counts: SubjectCounts | undefined;
  private indexed: ReadonlyMap<string, IndexedSource> = new Map();
  private readonly work = new SlicedWork();
  /** One count at a time. */
  private counting: Promise<void> = Promise.resolve();
  private isReady = false;
  private started: Promise<void> | undefined;
  private pending: ReturnType<typeof setTimeout> | undefined;
  /** What was known when it was told last: trees that are shown anew for nothing lose keys. */
  private told = '';
  private toldCounts: SubjectCounts | undefined;

  constructor(private readonly surroundings: OwnSurroundings) {
    super();
    this.news = new News(surroundings.state.get(NEWS_KEY));
    this._register({ dispose: () => clearTimeout(this.pending) });
  }

  /** Begins to read and to tag, at the first call; what is known grows from then on. Never rejects. */
  start(): Promise<void> {
    return (this.started ??= this.begin());
  }

  /** Whether it is known that the library has no source at all. */
  get hasNoSources(): boolean {
    return this.isSettled && this.surroundings.library.sources.length === 0;
  }

  /** All of them, as they are now. */
  get sources(): readonly LibrarySource[] {
    return this.surroundings.library.sources;
  }

  /** How many passages belong to a subject. */
  countOf(catalog: Catalog, subject: Subject): OwnCount {
    const counts = this.countsOf(catalog);
    const key = subjectKey(subject);
    const fresh = this.news.newest
      .filter((source) => this.news.isNew(source, key))
      .reduce((sum, source) => sum + counts.of(subject, source), 0);
    return { passages: counts.of(subject), fresh };
  }

  /** The documents with passages that belong to a subject, newest first. */
  documentsOf(catalog: Catalog, subject: Subject): readonly OwnDocument[] {
    const counts = this.countsOf(catalog);
    const found = new Map(
      counts.sources.map((source) => [source, counts.of(subject, source)] as const),
    );
    const listed = this.listed(subjectKey(subject), found);
    // Should packs change, these are in sight.
    this.surroundings.tags.tagFirst(listed.slice(0, MOST_IN_SIGHT).map(({ source }) => source.id));
    return listed;
  }

  /** These documents, newest first, each with its number of passages; without those of which there are none. */
  listed(key: string, passages: ReadonlyMap<string, number>): readonly OwnDocument[] {
    return [...passages]
      .flatMap(([id, count]) => {
        const source = count > 0 ? this.surroundings.library.get(id) : undefined;
        return source ? [{ source, count, isNew: this.isMarkedNew(id, key) }] : [];
      })
      .sort((a, b) => compareNewest(a.source, b.source));
  }

  /** The passages of a document that belong to a subject, best first. */
  passagesOf(catalog: Catalog, subject: Subject, source: string): readonly ListedPassage[] {
    const document = this.indexed.get(source);
    return document === undefined
      ? []
      : passagesOfSubject(
          this.surroundings.tags.index,
          subject.kind,
          idsOfSubject(catalog, subject),
          document,
        ).flatMap(({ passage: at }) => {
          const passage = document.passages[at];
          return passage ? [{ passage, text: document.textOf(passage) }] : [];
        });
  }

  /** Those of some sources that came after the last look at what `key` names. */
  newAmong<T extends string>(sources: Iterable<T>, key: string): readonly T[] {
    return [...sources].filter((source) => this.news.isNew(source, key));
  }

  /** Whether some sources came after somebody took all for seen. */
  get hasNews(): boolean {
    return this.news.newest.length > 0;
  }

  /** Remembers that somebody looks at something; what is new there stays marked until the window closes. */
  look(key: string): void {
    const fresh = this.newAmong(this.news.newest, key);
    if (fresh.length > 0) {
      this.seenNow.set(key, new Set([...(this.seenNow.get(key) ?? []), ...fresh]));
      this.news.look(key);
      this.keepNews();
    }
  }

  /** Takes all that is new for seen. */
  lookAtAll(): void {
    this.seenNow.clear();
    this.news.lookAtAll();
    this.keepNews();
  }

  /** Takes what is new for seen, without a mark. */
  markAsRead(key: string): void {
    this.look(key);
    this.seenNow.delete(key);
  }

  /** Nothing more is being found or read. */
  private get isSettled(): boolean {
    return this.isReady && this.surroundings.library.progress === undefined;
  }

  private async begin(): Promise<void> {
    const { library, tags } = this.surroundings;
    this._register(library.onDidChange(() => this.updateSoon()));
    this._register(library.onDidChangeContents(() => this.updateSoon()));
    this._register(tags.onDidChange(() => this.updateSoon()));
    await Promise.all([library.start(), tags.start()]);
    this.isReady = true;
    this.updateSoon();
  }

  private updateSoon(delay = EVENT_MS): void {
    if (!this.isDisposed) {
      this.pending ??= setTimeout(() => {
        this.pending = undefined;
        this.counting = this.counting
          .then(() => this.count())
          .catch((error: unknown) =>
            this.surroundings.log.error(`Passages could not be counted: ${describeError(error)}`),
          );
      }, delay);
    }
  }

  /** What is there once all has been read for the first time is not new. */
  private meetSources(): void {
    const read = this.surroundings.library.contents?.sources ?? [];
    const canTell = this.news.hasBegun || (this.isSettled && read.length > 0);
    if (canTell && this.news.meet(read.map(({ id }) => id))) {
      this.keepNews();
    }
  }

  private keepNews(): void {
    void this.surroundings.state.update(NEWS_KEY, this.news.toJSON());
    this.changed.fire();
  }

  private isMarkedNew(source: string, key: string): boolean {
    return this.news.isNew(source, key) || this.seenNow.get(key)?.has(source) === true;
  }

  /**
   * As far as has been counted by now. What was counted for other packs stays until all is counted for
   * these, which is told.
   */
  private countsOf(catalog: Catalog): SubjectCounts {
    if (this.catalog !== catalog) {
      this.catalog = catalog;
      this.updateSoon(0);
    }
    return (this.counts ??= new SubjectCounts(catalog));
  }

  /** Counts what has changed, in slices, and tells it. */
  private async count(): Promise<void> {
    const { catalog } = this;
    if (catalog !== undefined) {
      const counts = this.counts?.catalog === catalog ? this.counts : new SubjectCounts(catalog);
      await this.work.run(this.countInSlices(counts));
      if (this.catalog === catalog) {
        this.counts = counts;
      }
    }
    if (!this.isDisposed) {
      this.meetSources();
      const known = JSON.stringify([this.counts?.version, this.hasNoSources, this.sourcesAsListed]);
      if (known !== this.told || this.counts !== this.toldCounts) {
        this.told = known;
        this.toldCounts = this.counts;
        this.changed.fire();
      }
    }
  }

  /** What lists of documents say of them; while they are read, much is told that changes nothing of it. */
  private get sourcesAsListed(): unknown {
    return [...this.indexed.values()].map(({ id, title, issued }) => [id, title, issued]);
  }

  private *countInSlices(counts: SubjectCounts): Generator<undefined, void> {
    const { library, tags } = this.surroundings;
    const sources = library.contents?.sources ?? [];
    this.indexed = new Map(sources.map((source) => [source.id, source]));
    for (const id of counts.sources.filter((id) => !this.indexed.has(id))) {
      counts.remove(id);
    }
    for (const source of sources) {
      counts.update(source, tags.index.of(source.id));
      yield;
    }
  }
}
