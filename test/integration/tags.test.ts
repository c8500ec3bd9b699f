import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { SourceId, Topic, TopicId } from '../../src/core/model';
import { PassageIndexBuilder } from '../../src/core/search/passageIndexBuilder';
import type { IndexedSource, LibraryContents } from '../../src/core/search/libraryIndex';
import { knownTermOfPack, type KnownTerm } from '../../src/core/terms/knownTerm';
import type { LibrarySource } from '../../src/workspace/library/library';
import { WorkspaceTags } from '../../src/workspace/tags/workspaceTags';
import { librarySource } from '../support/librarySources';
import { SMALL_PACK } from '../support/smallPack';
import { taggable } from '../support/taggable';
import { waitFor } from '../support/waitFor';

const { fs } = vscode.workspace;
const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

function catalogWith(...topics: readonly string[]): Catalog {
  const list = topics.map((name): Topic => ({ id: name as TopicId, name, summary: name }));
  return new Catalog([{ ...SMALL_PACK, topics: list, excerpts: [], events: [] }]);
}

describe('the tags of the library', () => {
  let storage: vscode.Uri;
  let count = 0;
  let sources: ReadonlyMap<string, IndexedSource>;
  let catalog: Catalog;
  let terms: readonly KnownTerm[];
  let contentsChanged: vscode.EventEmitter<void>;
  let packsChanged: vscode.EventEmitter<void>;
  let termsChanged: vscode.EventEmitter<void>;
  let tags: WorkspaceTags;
  /** The ids of sources in the order in which they were told of. */
  let told: string[];
  /** Passages whose text was asked for. */
  let looked: number;

  const open = (): WorkspaceTags => {
    const made = new WorkspaceTags({
      library: {
        start: () => Promise.resolve(),
        get: (id): LibrarySource | undefined => (sources.has(id) ? librarySource(id) : undefined),
        get contents(): LibraryContents {
          const index = new PassageIndexBuilder([]).build();
          return { index, sources: [...sources.values()] };
        },
        onDidChangeContents: contentsChanged.event,
      },
      desk: {
        catalog: Object.assign(() => Promise.resolve(catalog), { reset: () => undefined }),
        onDidChange: packsChanged.event,
      },
      terms: { all: () => Promise.resolve(terms), onDidChange: termsChanged.event },
      storage,
      log: LOG,
    });
    made.onDidChange((ids) => told.push(...ids));
    return made;
  };
  const put = (id: string, ...lines: readonly string[]): void => {
    const document = taggable(lines, { title: id });
    const textOf: IndexedSource['textOf'] = (passage) => {
      looked += 1;
      return document.textOf(passage);
    };
    const source = { ...document, id: id as SourceId, title: id, names: [], textOf };
    sources = new Map([...sources, [id, source]]);
  };
  const topicsOf = (id: string): readonly string[] | undefined =>
    tags.index
      .of(id)
      ?.at(0)
      .topics.map((topic) => topic.id);
  const untilComplete = () => waitFor('all tags', () => tags.isComplete);
  const stored = async () =>
    (await fs.readDirectory(storage)).filter(([name]) => name.endsWith('.shard'));

  beforeEach(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const name = `tags-${Date.now().toString(36)}-${count++}`;
    storage = vscode.Uri.joinPath(folder.uri, '..', name);
    sources = new Map();
    catalog = catalogWith('tidal power');
    terms = catalog.all('term').map(knownTermOfPack);
    contentsChanged = new vscode.EventEmitter();
    packsChanged = new vscode.EventEmitter();
    termsChanged = new vscode.EventEmitter();
    told = [];
    looked = 0;
    tags = open();
  });

  afterEach(async () => {
    tags.dispose();
    [contentsChanged, packsChanged, termsChanged].forEach((emitter) => emitter.dispose());
    await fs.delete(storage, { recursive: true }).then(undefined, () => undefined);
  });

  it('come with the sources, go with them, and leave no trace', async () => {
    put('a', 'All about tidal power.');
    put('b', 'All about tidal power.');
    await tags.start();
    await untilComplete();
    assert.deepEqual(tags.index.count('topic', ['tidal power']), { all: 2, about: 2 });
    await waitFor('two files', async () => (await stored()).length === 2);
    await waitFor('the event', () => told.includes('a') && told.includes('b'));
    told = [];
    sources = new Map([...sources].filter(([id]) => id !== 'a'));
    contentsChanged.fire();
    await waitFor('one file', async () => (await stored()).length === 1);
    assert.deepEqual(tags.index.count('topic', ['tidal power']), { all: 1, about: 1 });
    assert.equal(tags.index.of('a'), undefined);
    await waitFor('the event', () => told.includes('a'));
  });

  it('are kept, and not made again in the next session unless something is another', async () => {
    put('a', 'All about tidal power.');
    await tags.start();
    await untilComplete();
    await waitFor('the file', async () => (await stored()).length === 1);
    tags.dispose();
    looked = 0;
    tags = open();
    await tags.start();
    await untilComplete();
    assert.deepEqual([looked, topicsOf('a')], [0, ['tidal power']]);
    tags.dispose();
    catalog = catalogWith('about tidal');
    tags = open();
    await tags.start();
    await untilComplete();
    assert.deepEqual(topicsOf('a'), ['about tidal']);
  });

  it('follow packs that change while they are made, what is visible first', async () => {
    const filler = Array.from({ length: 4_000 }, () =>
      'Gulls cry over the pier and so on. '.repeat(4),
    );
    put('large', 'All about tidal power.', ...filler);
    put('seen', 'All about tidal power.');
    await tags.start();
    tags.tagFirst(['seen']);
    catalog = catalogWith('about tidal');
    packsChanged.fire();
    await waitFor('what is visible', () => topicsOf('seen')?.[0] === 'about tidal');
    assert.equal(topicsOf('large')?.[0] === 'about tidal', false, 'the large one comes later');
    await untilComplete();
    assert.deepEqual(topicsOf('large'), ['about tidal']);
  });
});
