import * as vscode from 'vscode';
import { Catalog } from '../core/packs/catalog';
import type { LoadedPacks } from '../core/packs/load';
import { PACK_FOLDERS, readSoundPacks } from '../core/packs/shippedPacks';
import { SOUND_HASH } from '../core/packs/soundPacks.generated';
import type { FileStore } from '../core/ports';
import type { EvidenceIndex } from '../core/terms/evidence';
import { DisposableStore } from '../util/dispose';
import { lazy } from '../util/lazy';
import { setContextKey } from '../host/contextKeys';
import { ENTRY_KINDS } from '../host/entryKinds';
import { ContextKeys } from '../host/ids';
import { loadPart } from '../host/loadPart';
import type { Log } from '../host/surfaces/log';

/**
 * The shipped knowledge, made on first use and shared by all features. Nothing is read before
 * somebody asks, as hovers do soon after the start; `reload` forgets everything and tells the views.
 */
export class Desk extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  /** All packs. Never rejects: what cannot be read is logged and left out. */
  readonly catalog = lazy(() => this.load());
  /** What bears on the terms of the packs. */
  readonly evidence = lazy(() => this.loadEvidence());
  /** The catalog of the shipped packs as the build saw them. */
  private sound: Catalog | undefined;

  constructor(
    private readonly files: FileStore,
    private readonly log: Log,
  ) {
    super();
  }

  /** Reads the packs anew. */
  reload(): void {
    this.catalog.reset();
    this.evidence.reset();
    this.changed.fire();
  }

  private async read(): Promise<LoadedPacks> {
    const sound = await readSoundPacks(this.files, SOUND_HASH);
    if (sound !== undefined) {
      this.sound = new Catalog(sound);
      return { catalog: this.sound, problems: [] };
    }
    try {
      const { loadPacks } = await loadPart(this.log, () => import('../core/packs/load'));
      return await loadPacks(this.files, PACK_FOLDERS);
    } catch {
      // Logged and told of.
      return { catalog: new Catalog([]), problems: [] };
    }
  }

  private async loadEvidence(): Promise<EvidenceIndex> {
    const [catalog, { knownEvidence, searchedEvidence }] = await Promise.all([
      this.catalog(),
      loadPart(this.log, () => import('../core/terms/evidence')),
    ]);
    if (catalog === this.sound) {
      const { EVIDENCE } = await loadPart(
        this.log,
        () => import('../core/packs/evidence.generated'),
      );
      return knownEvidence(catalog, EVIDENCE);
    }
    const { TermAutomaton } = await loadPart(this.log, () => import('../core/terms/automaton'));
    return searchedEvidence(catalog, new TermAutomaton(catalog.all('term')));
  }

  private async load(): Promise<Catalog> {
    const { catalog, problems } = await this.read();
    for (const problem of problems) {
      this.log.warn(`${problem.file} ${problem.path}: ${problem.message} ${problem.remedy}`);
    }
    const counts = ENTRY_KINDS.map((kind) => ({ kind, count: catalog.all(kind).length }));
    this.log.info(`Library: ${counts.map(({ kind, count }) => `${count} ${kind}s`).join(', ')}`);
    // While nothing has been loaded yet the views say nothing: not that loading has failed.
    setContextKey(
      ContextKeys.libraryEmpty,
      counts.every(({ count }) => count === 0),
    );
    return catalog;
  }
}
