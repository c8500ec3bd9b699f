import assert from 'node:assert/strict';
import type {
  Library,
  LibrarySource,
  SourceState,
} from '../../../../src/workspace/library/library';
import { whenRead } from '../../../../src/workspace/library/whenRead';

/** A source as far as it is looked at. */
interface TestSource {
  readonly id: string;
  readonly state: SourceState;
  readonly passages: number;
  /** Whether its passages can be searched. */
  readonly isSearched?: boolean;
}

class TestLibrary {
  isPaused = false;
  progress: Library['progress'];
  sources: readonly LibrarySource[] = [];
  contents: Library['contents'];
  private readonly listeners = new Set<() => void>();

  readonly onDidChange = (listener: () => void): { dispose(): boolean } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  readonly onDidChangeContents = this.onDidChange;

  constructor(...sources: readonly TestSource[]) {
    this.hold(sources);
  }

  get listening(): number {
    return this.listeners.size;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  become(...sources: readonly TestSource[]): void {
    this.hold(sources);
    [...this.listeners].forEach((listener) => listener());
  }

  private hold(sources: readonly TestSource[]): void {
    this.sources = sources as unknown as readonly LibrarySource[];
    const searched = sources.filter(({ isSearched }) => isSearched === true);
    this.contents = { sources: searched } as unknown as Library['contents'];
  }
}

const WAITING: TestSource = { id: 'a', state: { kind: 'waiting' }, passages: 0 };
const READ: TestSource = { id: 'a', state: { kind: 'ready' }, passages: 3 };
const SEARCHED: TestSource = { ...READ, isSearched: true };
const FAILED: TestSource = { id: 'b', state: { kind: 'failed', reason: 'so' }, passages: 0 };

const never = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Whether a wait has come to its end by now. */
async function isOver(wait: Promise<void>): Promise<boolean> {
  let over = false;
  void wait.then(() => (over = true));
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
  }
  return over;
}

function wait(
  library: TestLibrary,
  token = never,
  onProgress?: (done: number, total: number) => void,
) {
  return whenRead(library, token, onProgress);
}

describe('waiting until a library has been read', () => {
  it('is over at once when it has been, or can be read no further', async () => {
    for (const sources of [[], [SEARCHED], [SEARCHED, FAILED], [{ ...READ, passages: 0 }]]) {
      assert.ok(await isOver(wait(new TestLibrary(...sources))));
    }
  });

  it('goes on until what was read can be searched, and listens no longer', async () => {
    const library = new TestLibrary(WAITING);
    const waiting = wait(library);
    assert.ok(!(await isOver(waiting)));
    library.become(READ);
    assert.ok(!(await isOver(waiting)));
    library.become(SEARCHED);
    assert.ok(await isOver(waiting));
    assert.equal(library.listening, 0);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    const library = new TestLibrary(WAITING);
    library.progress = { done: 2, total: 5 };
    const waiting = wait(library, never, (done, total) => told.push(`${done}/${total}`));
    assert.ok(!(await isOver(waiting)));
    assert.deepEqual(told, ['2/5']);
  });

  it('is given up when reading is paused, or nobody wants it any more', async () => {
    const paused = new TestLibrary(WAITING);
    paused.isPaused = true;
    assert.ok(await isOver(wait(paused)));
    assert.ok(
      await isOver(wait(new TestLibrary(WAITING), { ...never, isCancellationRequested: true })),
    );
  });
});
