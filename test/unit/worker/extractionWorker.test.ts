import assert from 'node:assert/strict';
import type { ShardJob } from '../../../src/core/shard/shardJob';
import { ExtractionWorker, type ExtractionWay } from '../../../src/worker/extractionWorker';
import type { ExtractorListener, WorkerRequest } from '../../../src/worker/messages';

const JOB: ShardJob = {
  bytes: new Uint8Array([1]),
  address: 'file:///a.txt',
  path: '/a.txt',
  mtime: 1,
  known: { version: '', sources: [] },
  maxBytes: 10,
};
const SHARD = new Uint8Array([7]);

/** Extractors that do what a test says, and how many of them were started and ended. */
class FakeWay implements ExtractionWay {
  readonly name: string;
  started = 0;
  ended = 0;

  constructor(
    private readonly work: (listener: ExtractorListener, request: WorkerRequest) => void,
    name = 'a process',
  ) {
    this.name = name;
  }

  start(_limits: unknown, listener: ExtractorListener) {
    this.started++;
    return Promise.resolve({
      post: (request: WorkerRequest) => this.work(listener, request),
      terminate: () => void this.ended++,
    });
  }
}

describe('the worker that has sources read', () => {
  let logged: string[];
  const note = (message: string): void => void logged.push(message);
  const log = { info: note, warn: note, error: note };
  const workerOf = (...ways: readonly ExtractionWay[]) =>
    new ExtractionWorker({ ways }, log, { memoryMB: 100, timeOf: () => 60_000 });
  const done = (listener: ExtractorListener) => listener.onResponse({ kind: 'done', shard: SHARD });

  beforeEach(() => {
    logged = [];
  });

  it('uses one extractor for many files', async () => {
    const way = new FakeWay(done);
    const worker = workerOf(way);
    assert.deepEqual(await worker.run(JOB, () => undefined), { shard: SHARD });
    assert.deepEqual(await worker.run(JOB, () => undefined), { shard: SHARD });
    assert.deepEqual([way.started, way.ended], [1, 0]);
    worker.dispose();
  });

  it('gives an extractor the character maps that it asks for, and no other file', async () => {
    const given: unknown[] = [];
    const asked: string[] = [];
    const way = new FakeWay((listener, request) => {
      if ('kind' in request) {
        given.push(request);
        if (given.length === 3) {
          done(listener);
        }
      } else {
        for (const name of ['90ms-RKSJ-H', 'Nobody-H', '../../package']) {
          listener.onResponse({ kind: 'asks', name });
        }
      }
    });
    const readBeside = (path: string): Promise<Uint8Array> => {
      asked.push(path);
      return path.includes('Nobody')
        ? Promise.reject(new Error('ENOENT'))
        : Promise.resolve(new Uint8Array([1, 2]));
    };
    const worker = new ExtractionWorker({ ways: [way], readBeside }, log);
    assert.deepEqual(await worker.run(JOB, () => undefined), { shard: SHARD });
    assert.deepEqual(asked, ['pdf/cmaps/90ms-RKSJ-H.bcmap', 'pdf/cmaps/Nobody-H.bcmap']);
    assert.deepEqual(
      new Set(given),
      new Set([
        { kind: 'characterMap', name: '90ms-RKSJ-H', bytes: new Uint8Array([1, 2]) },
        { kind: 'characterMap', name: 'Nobody-H' },
        { kind: 'characterMap', name: '../../package' },
      ]),
    );
    worker.dispose();
  });

  it('takes another way where the best one fails, says so once, and stays with it', async () => {
    let tried = 0;
    const broken: ExtractionWay = {
      name: 'a process of its own',
      start: () => {
        tried++;
        return Promise.reject(new Error('spawn EPERM'));
      },
    };
    const way = new FakeWay((listener) => listener.onEnd({ kind: 'memory' }), 'a thread');
    const worker = workerOf(broken, way);
    await worker.run(JOB, () => undefined);
    await worker.run(JOB, () => undefined);
    assert.deepEqual([tried, way.started], [1, 2]);
    assert.deepEqual(logged, [
      'Sources cannot be read in a process of its own, but in a thread: Error: spawn EPERM',
    ]);
    worker.dispose();
  });

  it('says why an extractor has ended, and starts another', async () => {
    const ends = [
      { kind: 'memory' },
      { kind: 'crash', detail: 'the process was ended by SIGKILL' },
    ] as const;
    const way = new FakeWay((listener) => {
      const end = ends[way.started - 1];
      return end ? listener.onEnd(end) : done(listener);
    });
    const worker = workerOf(way);
    assert.deepEqual(await worker.run(JOB, () => undefined), {
      reason: 'It takes more than 100 MB of memory.',
      cause: { kind: 'memory', megabytes: 100 },
    });
    assert.deepEqual(await worker.run(JOB, () => undefined), {
      reason: 'Reading it ended early: the process was ended by SIGKILL.',
      cause: { kind: 'crash' },
    });
    assert.deepEqual(await worker.run(JOB, () => undefined), { shard: SHARD });
    worker.dispose();
  });

  it('ends an extractor that takes too long', async () => {
    const way = new FakeWay(() => undefined);
    const worker = new ExtractionWorker({ ways: [way] }, log, { timeOf: () => 0 });
    assert.deepEqual(await worker.run(JOB, () => undefined), {
      reason: 'It takes longer than 0 seconds.',
      cause: { kind: 'time', seconds: 0 },
    });
    assert.deepEqual([way.started, way.ended], [1, 1]);
    worker.dispose();
  });

  it('gives up an extractor that holds much after its work: the next file is another', async () => {
    let held = 40e6;
    const way = new FakeWay((listener) => {
      listener.onResident(held);
      done(listener);
    });
    const worker = workerOf(way);
    await worker.run(JOB, () => undefined);
    assert.equal(way.ended, 0);
    held = 60e6;
    await worker.run(JOB, () => undefined);
    await worker.run(JOB, () => undefined);
    assert.deepEqual([way.started, way.ended], [2, 2]);
    worker.dispose();
  });

  it('fails no file when it is disposed of', async () => {
    const way = new FakeWay(() => worker.dispose());
    const worker = workerOf(way);
    assert.equal(await worker.run(JOB, () => undefined), undefined);
    assert.equal(await worker.run(JOB, () => undefined), undefined);
    assert.deepEqual([way.started, way.ended], [1, 1]);
  });
});
