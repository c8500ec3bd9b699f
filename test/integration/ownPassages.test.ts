import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { Pack } from '../../src/core/model';
import type { Subject } from '../../src/core/tags/subjects';
import { knownTermOfPack } from '../../src/core/terms/knownTerm';
import { OwnNodes } from '../../src/features/explorer/own/ownNodes';
import { Paging } from '../../src/features/explorer/own/paging';
import { type NodeSpec, TreeNode } from '../../src/host/tree/treeNode';
import { OwnPassages } from '../../src/workspace/own/ownPassages';
import { WorkspaceTags } from '../../src/workspace/tags/workspaceTags';
import type { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { memoryState } from '../support/memoryState';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { at, createLibrary, expectSources, useLibraries, write } from './libraries';

const JAPAN: Subject = { kind: 'partner', id: 'japan' };
const NATO: Subject = { kind: 'partner', id: 'nato' };

/** A note of an institute, with a paragraph for each of `texts`. */
function report(title: string, date: string, ...texts: readonly string[]): string {
  return ['---', `title: ${title}`, 'author: Ann Mallow', `date: ${date}`, '---', ...texts].join(
    '\n\n',
  );
}

/** The user's own documents, tagged by a pack that a test may change. */
class OwnDesk {
  readonly changedPack = new vscode.EventEmitter<void>();
  catalog = new Catalog([SMALL_PACK]);
  readonly tags: WorkspaceTags;
  readonly own: OwnPassages;

  constructor(
    readonly library: WorkspaceLibrary,
    readonly state = memoryState(),
    storage = 'storage/tags',
  ) {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    this.tags = new WorkspaceTags({
      library,
      desk: {
        catalog: Object.assign(() => Promise.resolve(this.catalog), { reset: () => undefined }),
        onDidChange: this.changedPack.event,
      },
      terms: {
        all: () => Promise.resolve(this.catalog.all('term').map(knownTermOfPack)),
        onDidChange: this.changedPack.event,
      },
      storage: at(storage),
      log,
    });
    this.own = new OwnPassages({ library, tags: this.tags, state, log });
  }

  change(pack: Pack): void {
    this.catalog = new Catalog([pack]);
    this.changedPack.fire();
  }

  passages(subject: Subject): number {
    return this.own.countOf(this.catalog, subject).passages;
  }

  fresh(subject: Subject): number {
    return this.own.countOf(this.catalog, subject).fresh;
  }

  /** Waits until so many passages belong to a subject. */
  async untilPassages(subject: Subject, count: number): Promise<void> {
    await waitFor(`${count} passages`, () => this.passages(subject) === count).catch(() =>
      assert.equal(this.passages(subject), count),
    );
  }

  async untilFresh(subject: Subject, count: number): Promise<void> {
    await waitFor(`${count} new`, () => this.fresh(subject) === count).catch(() =>
      assert.equal(this.fresh(subject), count),
    );
  }

  /** What stands below a subject, as lines `label (description)`, two blanks for each level. */
  outline(subject: Subject, paging = new Paging()): readonly string[] {
    const nodes = new OwnNodes(this.own, vscode.l10n, paging).below(this.catalog, subject);
    return lines(nodes.map((spec) => new TreeNode(spec)));
  }

  dispose(): void {
    this.own.dispose();
    this.tags.dispose();
    this.changedPack.dispose();
  }
}

function lines(nodes: readonly TreeNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ spec, children }): readonly string[] => [
    `${indent}${text(spec)}`,
    ...lines(children, `${indent}  `),
  ]);
}

function text({ label, description }: NodeSpec): string {
  return description === undefined ? label : `${label} (${description})`;
}

describe("the user's own passages", () => {
  useLibraries();
  let desk: OwnDesk;

  beforeEach(async () => {
    await write(
      'a/sources/old.md',
      report('Old ships', '2019-05-02', 'Japan lit the lighthouse.', 'The keeper slept.'),
    );
    await write('a/sources/new.md', report('New ships', '2024', 'A ship of Japan called.'));
    desk = new OwnDesk(createLibrary());
    await desk.own.start();
    await desk.untilPassages(JAPAN, 2);
    await waitFor('a note of what is there', () => desk.state.get('news') !== undefined);
  });
  afterEach(() => desk.dispose());

  it('are listed by document, the newest first', () => {
    assert.deepEqual(desk.outline(JAPAN), [
      'From your sources (2)',
      '  Ann Mallow 2024 (1 · New ships)',
      '    A ship of Japan called. (0.1)',
      '  Ann Mallow 2019 (1 · Old ships)',
      '    Japan lit the lighthouse. (0.1)',
    ]);
    assert.deepEqual(desk.outline(NATO), []);
  });

  it('are new when their source has come since, in the next session as well', async () => {
    await write('a/sources/third.md', report('Third', '2025', 'Japan again.', 'Japan thrice.'));
    await desk.library.rescan();
    await desk.untilFresh(JAPAN, 2);
    assert.deepEqual(desk.outline(JAPAN).slice(0, 2), [
      'From your sources (4 · 2 new)',
      '  Ann Mallow 2025 (2 · new · Third)',
    ]);
    desk.library.dispose();
    desk.dispose();
    desk = new OwnDesk(createLibrary(), desk.state);
    await desk.own.start();
    await desk.untilFresh(JAPAN, 2);
    desk.own.look('partner/japan');
    assert.equal(desk.fresh(JAPAN), 0);
    assert.deepEqual(desk.outline(JAPAN).slice(0, 2), [
      'From your sources (4)',
      '  Ann Mallow 2025 (2 · new · Third)',
    ]);
  });

  it('are not new when their source is read again, or has been marked as read', async () => {
    await write('a/sources/third.md', report('Third', '2025', 'Japan again.'));
    await desk.library.rescan();
    await desk.untilFresh(JAPAN, 1);
    desk.own.lookAtAll();
    assert.equal(desk.fresh(JAPAN), 0);
    await write('a/sources/new.md', report('New ships', '2024', 'Japan, Japan.', 'And Japan.'));
    desk.library.reindex(desk.library.sources.map(({ id }) => id));
    await desk.untilPassages(JAPAN, 4);
    assert.equal(desk.fresh(JAPAN), 0);
  });

  it('are those of the pack as it is, which has changed while they were tagged', async () => {
    const many = Array.from({ length: 300 }, (_, number) => `Nippon and Japan, no. ${number}.`);
    await write('a/sources/many.md', report('Many', '2022', ...many));
    await desk.library.rescan();
    await expectSources(
      desk.library,
      'sources/lighthouse.txt: 1',
      'sources/many.md: 300',
      'sources/new.md: 1',
      'sources/old.md: 2',
    );
    const partners = SMALL_PACK.partners.map((partner) =>
      partner.id === 'nato' ? { ...partner, aliases: ['Keeper'] } : partner,
    );
    desk.change({ ...SMALL_PACK, partners: partners.filter(({ id }) => id !== 'nato') });
    desk.change({ ...SMALL_PACK, partners });
    await waitFor('the tags', () => desk.tags.isComplete && desk.passages(NATO) === 1);
    const afresh = new OwnDesk(desk.library, memoryState(), 'storage/afresh');
    afresh.change({ ...SMALL_PACK, partners });
    await afresh.own.start();
    await afresh.untilPassages(JAPAN, 302);
    // What is new is another matter.
    desk.own.lookAtAll();
    assert.deepEqual(afresh.outline(JAPAN), desk.outline(JAPAN));
    assert.equal(desk.passages(JAPAN), 302);
    afresh.dispose();
  });

  it('are shown fifty at a time', async () => {
    const many = Array.from({ length: 120 }, (_, number) => `Japan, no. ${number}.`);
    await write('a/sources/many.md', report('Many', '2025', ...many));
    await desk.library.rescan();
    await desk.untilPassages(JAPAN, 122);
    const paging = new Paging();
    const ofMany = () =>
      desk.outline(JAPAN, paging).filter((line) => /^ {4}(Japan, no|Show)/.test(line));
    assert.deepEqual([ofMany().length, ofMany().at(-1)], [51, '    Show More (50 of 120)']);
    const many2025 = desk.library.sources.find(({ title }) => title === 'Many');
    paging.showMore(`partner/japan/${many2025?.id}`);
    assert.deepEqual([ofMany().length, ofMany().at(-1)], [101, '    Show More (100 of 120)']);
  });

  it('say how to add sources where there are none', async () => {
    const none = new OwnDesk(createLibrary({ folders: ['empty'] }));
    await none.own.start();
    assert.deepEqual(none.outline(JAPAN), ['From your sources (add sources to see them here)']);
    none.dispose();
  });
});
