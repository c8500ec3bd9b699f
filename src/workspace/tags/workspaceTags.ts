import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import type { IndexedSource } from '../../core/search/libraryIndex';
import { documentFingerprint, knowledgeFingerprint } from '../../core/tags/fingerprints';
import type { SourceTags } from '../../core/tags/sourceTags';
import { decodeTags, encodeTags, type TagStamp } from '../../core/tags/tagCodec';
import { TagIndex } from '../../core/tags/tagIndex';
import { Tagger, type TagKnowledge } from '../../core/tags/tagger';
import { describeError } from '../../host/fileErrors';
import { defined } from '../../util/defined';
import { DisposableStore } from '../../util/dispose';
import { SlicedWork } from '../../util/slicedWork';
import type { Desk } from '../desk';
import type { Library } from '../library/library';
import { ShardStore } from '../library/shardStore';
import type { DeskTerms } from '../terms/deskTerms';
import type { Tags } from './tags';

/** Milliseconds in which changes are one event. */
const EVENT_MS = 50;

/** What tags are made of, and where they are kept. */
export interface TagSurroundings {
  readonly library: Pick<Library, 'start' | 'get' | 'contents' | 'onDidChangeContents'>;
  readonly desk: Pick<Desk, 'catalog' | 'onDidChange'>;
  readonly terms: Pick<DeskTerms, 'all' | 'onDidChange'>;
  readonly storage: vscode.Uri;
  readonly log: Logger;
}

/** What tags are made with now. */
interface Knowing {
  readonly knowledge: TagKnowledge;
  readonly tagger: Tagger;
  readonly fingerprint: string;
}

/** A source as it was when it was tagged, and with what. */
interface Tagged {
  readonly source: IndexedSource;
  readonly stamp: TagStamp;
}

/**
 * The tags of the library's passages. They are made in slices of what is in memory, so that nothing is
 * read again, and kept in a file a source, which holds as long as the document, packs and glossaries do.
 */
export class WorkspaceTags extends DisposableStore implements Tags {
  private readonly changed = this._register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;

  readonly index = new TagIndex();
  private readonly tagged = new Map<string, Tagged>();
  private readonly store: ShardStore;
  private readonly work = new SlicedWork();
  private knowing: Knowing | undefined;
  private isKnowledgeOutdated = false;
  private first: ReadonlySet<string> = new Set();
  /** The sources that wait for their tags. */
  private due: IndexedSource[] = [];
  private started: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** Something has changed that the pass under way may not have seen. */
  private isOutdated = false;
  private isDone = false;
  private announced = new Set<string>();
  private eventTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly surroundings: TagSurroundings) {
    super();
    this.store = new ShardStore(surroundings.storage, surroundings.log);
    this._register({ dispose: () => clearTimeout(this.eventTimer) });
  }

  get isComplete(): boolean {
    return this.isDone;
  }

  start(): Promise<void> {
    return (this.started ??= this.begin());
  }

  tagFirst(sources: readonly string[]): void {
    this.first = new Set(sources);
  }

  private async begin(): Promise<void> {
    const { library, desk, terms } = this.surroundings;
    this._register(library.onDidChangeContents(() => this.look()));
    const onKnowledge = (): void => {
      this.isKnowledgeOutdated = true;
      this.look();
    };
    this._register(desk.onDidChange(onKnowledge));
    this._register(terms.onDidChange(onKnowledge));
    await library.start();
    this.look();
    void this.store.tidy(
      (id) => library.get(id) !== undefined,
      () => 'deleted',
    );
  }

  /** Tags what is not tagged as it should be, beside whatever else goes on. */
  private look(): void {
    this.isOutdated = true;
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  private async run(): Promise<void> {
    try {
      while (this.isOutdated && !this.isDisposed) {
        this.isOutdated = false;
        await this.tagAll();
      }
    } catch (error) {
      this.surroundings.log.error(`Passages could not be tagged: ${describeError(error)}`);
    }
  }

  /** One pass over the library; ends early when something changes that it has to look at from the start. */
  private async tagAll(): Promise<void> {
    const sources = this.surroundings.library.contents?.sources ?? [];
    await this.dropOthers(new Set(sources.map(({ id }) => id)));
    const knowing = await this.know();
    this.due = sources.filter((source) => {
      const known = this.tagged.get(source.id);
      return known?.source !== source || known.stamp.knowledge !== knowing.fingerprint;
    });
    while (this.due.length > 0 && !this.isOutdated && !this.isDisposed) {
      this.setDone(false);
      const at = Math.max(
        0,
        this.due.findIndex((source) => this.isFirst(source)),
      );
      const [source] = this.due.splice(at, 1);
      if (source && !(await this.tagOne(source, knowing))) {
        this.due.push(source);
      }
    }
    this.setDone(this.due.length === 0 && !this.isOutdated);
  }

  private isFirst({ id }: IndexedSource): boolean {
    return this.first.has(id);
  }

  /** Forgets the sources that are there no more, and what is stored of their tags. */
  private async dropOthers(present: ReadonlySet<string>): Promise<void> {
    for (const id of [...this.tagged.keys()].filter((one) => !present.has(one))) {
      this.tagged.delete(id);
      this.index.remove(id);
      this.announce(id);
      await this.writing;
      await this.store.delete(id);
    }
  }

  /** Made anew only when packs or glossaries are others: their events come for less as well. */
  private async know(): Promise<Knowing> {
    if (this.knowing === undefined || this.isKnowledgeOutdated) {
      this.isKnowledgeOutdated = false;
      const { desk, terms } = this.surroundings;
      const [catalog, all] = await Promise.all([desk.catalog(), terms.all()]);
      const before = this.knowing?.knowledge;
      if (before?.catalog !== catalog || before.terms !== all) {
        const knowledge = { catalog, terms: all };
        const tagger = await this.work.run(Tagger.inSlices(knowledge));
        const fingerprint = await this.work.run(knowledgeFingerprint(knowledge));
        this.knowing = { knowledge, tagger, fingerprint };
      }
    }
    return defined(this.knowing);
  }

  /** Resolves to whether the source is tagged: not when another one has to come first. */
  private async tagOne(source: IndexedSource, knowing: Knowing): Promise<boolean> {
    const stamp = { knowledge: knowing.fingerprint, document: documentFingerprint(source) };
    const before = this.tagged.get(source.id);
    if (before && isSame(before.stamp, stamp)) {
      this.tagged.set(source.id, { source, stamp });
      return true;
    }
    const bytes = before ? undefined : await this.store.read(source.id);
    const stored = bytes && decodeTags(bytes);
    if (stored && isSame(stored.stamp, stamp)) {
      this.take(source, stamp, stored.tags);
      return true;
    }
    const isOvertaken = (): boolean =>
      this.isDisposed ||
      this.isKnowledgeOutdated ||
      (!this.isFirst(source) && this.due.some((one) => this.isFirst(one)));
    const tags = await this.work.run(unless(isOvertaken, knowing.tagger.tagInSlices(source)));
    if (tags === undefined) {
      return false;
    }
    this.take(source, stamp, tags);
    await this.writing;
    this.writing = this.store.write(source.id, encodeTags({ stamp, tags }));
    return true;
  }

  private take(source: IndexedSource, stamp: TagStamp, tags: SourceTags): void {
    this.tagged.set(source.id, { source, stamp });
    this.index.put(source.id, tags);
    this.announce(source.id);
  }

  private setDone(isDone: boolean): void {
    if (isDone !== this.isDone) {
      this.isDone = isDone;
      this.announce();
    }
  }

  private announce(source?: string): void {
    if (source !== undefined) {
      this.announced.add(source);
    }
    if (!this.isDisposed) {
      this.eventTimer ??= setTimeout(() => {
        this.eventTimer = undefined;
        const sources = this.announced;
        this.announced = new Set();
        this.changed.fire(sources);
      }, EVENT_MS);
    }
  }
}

function isSame(one: TagStamp, other: TagStamp): boolean {
  return one.knowledge === other.knowledge && one.document === other.document;
}

/** Work that is given up as soon as something else is so; `undefined` then. */
function* unless<T>(
  isOver: () => boolean,
  work: Generator<undefined, T>,
): Generator<undefined, T | undefined> {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    if (isOver()) {
      return undefined;
    }
    yield;
  }
}
