import * as vscode from 'vscode';
import { decodeTags, encodeTags, type TagStamp } from '../../core/tags/tagCodec';
import { documentFingerprint, knowledgeFingerprint } from '../../core/tags/fingerprints';
import { TagIndex } from '../../core/tags/tagIndex';
import { Tagger, type TagKnowledge } from '../../core/tags/tagger';
import type { Logger } from '../../core/ports';
import type { IndexedSource } from '../../core/search/libraryIndex';
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
const EVENT_MS = 100;

/** What tags are made of, and where they are kept. */
export interface TagSurroundings {
  readonly library: Pick<Library, 'start' | 'contents' | 'onDidChangeContents'>;
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
  private started: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  /** Something has changed that the run under way may not have seen. */
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
  }

  /** Tags what is not tagged as it should be, beside whatever else goes on. */
  private look(): void {
    this.isOutdated = true;
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  private async run(): Promise<void> {
    while (this.isOutdated && !this.isDisposed) {
      this.isOutdated = false;
      try {
        await this.tagAll();
      } catch (error) {
        this.surroundings.log.error(`Passages could not be tagged: ${describeError(error)}`);
        return;
      }
    }
  }

  /** One pass over the library; ends early when something changes that it has to look at from the start. */
  private async tagAll(): Promise<void> {
    const sources = this.surroundings.library.contents?.sources ?? [];
    const present = new Set<string>(sources.map(({ id }) => id));
    for (const id of this.tagged.keys()) {
      if (!present.has(id)) {
        this.tagged.delete(id);
        this.index.remove(id);
        this.announce(id);
      }
    }
    const knowing = await this.know();
    const isDue = (source: IndexedSource): boolean => {
      const known = this.tagged.get(source.id);
      return known?.source !== source || known.stamp.knowledge !== knowing.fingerprint;
    };
    const due = sources.filter(isDue);
    this.setDone(due.length === 0);
    while (due.length > 0 && !this.isOutdated && !this.isDisposed) {
      const at = due.findIndex(({ id }) => this.first.has(id));
      const [source] = due.splice(Math.max(at, 0), 1);
      if (source) {
        await this.tagOne(source, knowing);
      }
    }
    this.setDone(due.length === 0 && !this.isOutdated);
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
        this.knowing = { knowledge, tagger, fingerprint: knowledgeFingerprint(knowledge) };
      }
    }
    return defined(this.knowing);
  }

  private async tagOne(source: IndexedSource, { tagger, fingerprint }: Knowing): Promise<void> {
    const stamp: TagStamp = { knowledge: fingerprint, document: documentFingerprint(source) };
    const before = this.tagged.get(source.id);
    this.tagged.set(source.id, { source, stamp });
    if (before && isSame(before.stamp, stamp)) {
      return;
    }
    const bytes = before ? undefined : await this.store.read(source.id);
    const stored = bytes && decodeTags(bytes);
    const isKept = stored !== undefined && isSame(stored.stamp, stamp);
    const tags = isKept ? stored.tags : await this.work.run(tagger.tagInSlices(source));
    this.index.put(source.id, tags);
    this.announce(source.id);
    if (!isKept) {
      await this.store.write(source.id, encodeTags({ stamp, tags }));
    }
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
