import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import type { Passage } from '../../core/library/document';
import type { IndexedSource } from '../../core/search/libraryIndex';
import { News } from '../../core/tags/news';
import {
  idsOfSubject,
  passagesOfSubject,
  SubjectCounts,
  subjectKey,
  type Subject,
} from '../../core/tags/subjects';
import { DisposableStore } from '../../util/dispose';
import type { Library, LibrarySource } from '../library/library';
import type { Tags } from '../tags/tags';
import { compareNewest } from './ownDocuments';

/** Milliseconds in which changes are one event: while many sources are read, several come in a second. */
const EVENT_MS = 500;

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
export interface OwnPassage {
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
  readonly state: vscode.Memento;
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
  private counts: { readonly catalog: Catalog; readonly of: SubjectCounts } | undefined;
  private indexed: ReadonlyMap<string, IndexedSource> = new Map();
  private isOutdated = true;
  private started: Promise<void> | undefined;
  private pending: ReturnType<typeof setTimeout> | undefined;

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
    return this.listed(subjectKey(subject), found);
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
  passagesOf(catalog: Catalog, subject: Subject, source: string): readonly OwnPassage[] {
    this.countsOf(catalog);
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
  newAmong(sources: Iterable<string>, key: string): readonly string[] {
    return [...sources].filter((source) => this.news.isNew(source, key));
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

  private isReady = false;

  private async begin(): Promise<void> {
    const { library, tags } = this.surroundings;
    this._register(library.onDidChange(() => this.update()));
    this._register(library.onDidChangeContents(() => this.update()));
    // Counted as they come, so that the first look at them all is no long one.
    this._register(tags.onDidChange((sources) => this.countAgain(sources)));
    await Promise.all([library.start(), tags.start()]);
    this.isReady = true;
    this.update();
  }

  private countAgain(sources: Iterable<string>): void {
    for (const id of sources) {
      const source = this.indexed.get(id);
      if (source) {
        this.counts?.of.update(source, this.surroundings.tags.index.of(id));
      }
    }
    this.update();
  }

  private update(): void {
    this.isOutdated = true;
    if (!this.isDisposed) {
      this.pending ??= setTimeout(() => {
        this.pending = undefined;
        this.meetSources();
        this.changed.fire();
      }, EVENT_MS);
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

  private countsOf(catalog: Catalog): SubjectCounts {
    if (this.counts?.catalog !== catalog) {
      this.counts = { catalog, of: new SubjectCounts(catalog) };
      this.isOutdated = true;
    }
    const { of } = this.counts;
    if (this.isOutdated) {
      this.isOutdated = false;
      const sources = this.surroundings.library.contents?.sources ?? [];
      this.indexed = new Map(sources.map((source) => [source.id, source]));
      for (const id of of.sources.filter((id) => !this.indexed.has(id))) {
        of.remove(id);
      }
      for (const source of sources) {
        of.update(source, this.surroundings.tags.index.of(source.id));
      }
    }
    return of;
  }
}
