import * as vscode from 'vscode';
import type { PassageRef, SourceDocument } from '../../core/library/document';
import { unpackDocument, type Shard } from '../../core/shard/shard';
import type { Citation } from '../../core/model';
import type { Logger } from '../../core/ports';
import type { LibraryContents } from '../../core/search/libraryIndex';
import { DisposableStore } from '../../util/dispose';
import { ContentsBuilder } from './contentsBuilder';
import { ownCopies, citationKey } from './copies';
import { describeError } from '../../host/fileErrors';
import type { LibrarySource, SourceState } from './library';
import type { SourceRecord } from './sourceRecord';
import { Twins } from './twins';
import type { ShardStamp } from '../../core/shard/shardHead';

/** Milliseconds in which changes are one event. */
const EVENT_MS = 100;

/** The sources of a library, whatever their states, and what can be read and searched of them. */
export class SourceCollection extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** See `Library`. */
  readonly onDidChange = this.changed.event;
  private readonly contentsChanged = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeContents = this.contentsChanged.event;

  private readonly byId = new Map<string, SourceRecord>();
  private readonly twins = new Twins();
  private readonly builder = new ContentsBuilder();
  private eventTimer: ReturnType<typeof setTimeout> | undefined;
  private sorted: readonly LibrarySource[] | undefined;
  private copies: ReadonlyMap<string, PassageRef> | undefined;

  /**
   * @param onRegrouped called with sources that are to be looked at again: one that was shown as another
   *   stands by itself now, or has got a twin whose entry says more
   */
  constructor(
    private readonly log: Logger,
    private readonly onRegrouped: (records: readonly SourceRecord[]) => void,
  ) {
    super();
    this._register({ dispose: () => clearTimeout(this.eventTimer) });
  }

  /** In the order of their paths. */
  get sources(): readonly LibrarySource[] {
    return (this.sorted ??= this.records
      .filter(({ primary }) => primary === undefined)
      .map((record) => record.show())
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)));
  }

  get records(): readonly SourceRecord[] {
    return [...this.byId.values()];
  }

  get size(): number {
    return this.byId.size;
  }

  get contents(): LibraryContents | undefined {
    return this.builder.contents;
  }

  /**
   * Whether so much has been taken since the last flush that another is worth its while.
   * @param share of what is there
   */
  isWorthFlushing(share: number): boolean {
    return this.builder.isWorthMerging(share);
  }

  get(id: string): SourceRecord | undefined {
    return this.byId.get(id);
  }

  /** The record as which a source is shown. */
  shown(id: string): SourceRecord | undefined {
    const record = this.byId.get(id);
    return record?.primary ?? record;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  document(id: string): SourceDocument | undefined {
    const held = this.shown(id)?.held;
    return held && unpackDocument(held.document);
  }

  copyOf(place: Citation): PassageRef | undefined {
    this.copies ??= ownCopies(
      this.sources.map(({ id }) => ({ id, places: this.byId.get(id)?.held?.places ?? [] })),
    );
    return this.copies.get(citationKey(place));
  }

  add(record: SourceRecord): void {
    this.byId.set(record.id, record);
    this.announce();
  }

  drop(record: SourceRecord): void {
    this.byId.delete(record.id);
    this.part(record);
    this.builder.remove(record.id);
    this.announce();
  }

  setState(record: SourceRecord, state: SourceState): void {
    record.state = state;
    record.forget();
    this.announce();
  }

  /** What has been read of a source, now or earlier, becomes what is shown. */
  take(record: SourceRecord, { stamp, content }: Shard): void {
    record.stamp = stamp;
    if ('problem' in content) {
      const { problem } = content;
      const reason = problem.kind === 'failed' ? `failed: ${problem.reason}` : problem.kind;
      this.log.warn(`${record.shownPath}: ${reason}`);
      this.release(record);
      this.setState(record, problem);
      return;
    }
    const shown = this.group(record, stamp);
    this.setState(record, { kind: 'ready' });
    if (shown !== record) {
      this.giveUp(record);
      this.describe(shown);
    } else {
      const { document, places, index } = content;
      record.held = { document, places };
      const source = record.indexed();
      if (source) {
        this.builder.put(source, index);
      }
    }
    if (shown.twins.length > 0 && shown.title !== shown.stamp?.title) {
      this.onRegrouped([shown]);
    }
  }

  /** There is nothing to be read or searched of it any more. */
  release(record: SourceRecord): void {
    this.part(record);
    this.giveUp(record);
  }

  private giveUp(record: SourceRecord): void {
    if (record.held) {
      record.held = undefined;
      this.builder.remove(record.id);
    }
  }

  /** Enters a source among those with the same bytes. Returns the one as which it is shown. */
  private group(record: SourceRecord, stamp: ShardStamp): SourceRecord {
    if (!this.twins.knows(record)) {
      this.part(record);
      const { displaced } = this.twins.join(record, stamp);
      if (displaced) {
        displaced.forget();
        this.giveUp(displaced);
      }
    }
    return record.primary ?? record;
  }

  /** It is not the same as others any more. */
  private part(record: SourceRecord): void {
    const { primary, orphans } = this.twins.leave(record);
    if (primary) {
      this.describe(primary);
    }
    orphans.forEach((orphan) => this.setState(orphan, { kind: 'waiting' }));
    if (orphans.length > 0) {
      this.onRegrouped(orphans);
    }
  }

  /** A bibliography says something else about it. */
  describe(record: SourceRecord): void {
    const shown = record.primary ?? record;
    shown.forget();
    const source = shown.indexed();
    if (source) {
      this.builder.describe(source);
    }
    this.announce();
  }

  /** Makes all that was taken, dropped or described since the last time show in `contents`. */
  async flush(): Promise<void> {
    try {
      if ((await this.builder.flush()) && !this.isDisposed) {
        this.contentsChanged.fire();
      }
    } catch (error) {
      this.log.error(`The index could not be made: ${describeError(error)}`);
    }
  }

  /** Tells soon that something has changed. */
  announce(): void {
    this.sorted = undefined;
    this.copies = undefined;
    if (!this.isDisposed) {
      this.eventTimer ??= setTimeout(() => {
        this.eventTimer = undefined;
        this.changed.fire();
      }, EVENT_MS);
    }
  }
}
