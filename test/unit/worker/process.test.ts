import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeShard } from '../../../src/core/shard/shard';
import {
  ExtractionWorker,
  type ExtractionLimits,
  type JobResult,
} from '../../../src/worker/extractionWorker';
import type { RunningExtractor } from '../../../src/worker/messages';
import { nodeWays } from '../../../src/worker/nodeWays';
import { processCall } from '../../../src/worker/processCall';
import type { ExtractorBundles } from '../../../src/worker/startProcess';
import { bundledExtractor, bundledProgram } from '../../support/bundledExtractor';
import { endlessMarkdown, jobOf } from '../../support/extractionJobs';
import { makeCjkPdf } from '../../support/makeCjkPdf';
import { makePdfBomb } from '../../support/makeBombs';
import { makeWord } from '../../support/makeWord';
import { waitFor } from '../../support/waitFor';

const MEGABYTE = 1_000_000;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the process in which sources are read', function () {
  this.timeout(120_000);
  let folder: string;
  let bundles: ExtractorBundles;
  let worker: ExtractionWorker | undefined;
  let logged: string[] = [];
  let started: RunningExtractor[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
    bundles = bundledExtractor(folder);
  });
  afterEach(() => {
    worker?.dispose();
    started = [];
    logged = [];
  });
  after(() => rm(folder, { recursive: true }));

  /** A worker that remembers what it starts. */
  function createWorker(limits: Partial<ExtractionLimits> = {}, ways = bundles): ExtractionWorker {
    const note = (message: string): void => void logged.push(message);
    const watched = nodeWays(ways).map((way) => ({
      name: way.name,
      start: async (...args: Parameters<typeof way.start>) => {
        const running = await way.start(...args);
        started.push(running);
        return running;
      },
    }));
    return (worker = new ExtractionWorker(
      { ways: watched, readBeside: (path) => readFile(join(folder, path)) },
      { info: note, warn: note, error: note },
      { timeOf: () => 600_000, ...limits },
    ));
  }

  const read = (path: string, bytes: Uint8Array): Promise<JobResult> =>
    worker!.run(jobOf(path, bytes), () => undefined);

  async function expectRead(path: string, text: string): Promise<void> {
    assert.equal(textOf(await read(path, encode(text))), text);
  }

  it('reads, tells how far it is, and is one for many files', async () => {
    createWorker();
    const shares: number[] = [];
    const job = jobOf('/a.md', encode('The lamp is lit at dusk.\n\n'.repeat(300)));
    const result = await worker!.run(job, (share) => shares.push(share));
    assert.match(textOf(result) ?? '', /^The lamp is lit at dusk\.\n\nThe lamp/);
    assert.ok(shares.length > 1 && shares.every((share) => share > 0 && share <= 1));
    await expectRead('/b.txt', 'The oil is low.');
    assert.equal(started.length, 1);
    assert.notEqual(started[0]?.pid, process.pid);
    assert.deepEqual(logged, []);
  });

  it('takes files in pieces, and what was stored of them, as they are', async () => {
    createWorker();
    const sentences = Array.from({ length: 10_000 }, (_, at) => `Ship ${at} has passed the quay.`);
    const text = sentences.join('\n\n');
    const first = await read('/a.txt', encode(text));
    assert.equal(textOf(first), text);
    assert.ok(first && 'shard' in first);
    const job = { ...jobOf('/a.txt', encode(text)), stored: first.shard };
    const second = await worker!.run(job, () => undefined);
    assert.ok(second && 'shard' in second && Buffer.compare(second.shard, first.shard) === 0);
  });

  it('gets the character maps that a PDF names, and those that are none are not to be had', async () => {
    createWorker();
    const text = '灯台守は毎晩、油の残りを書き入れる。';
    const pages = [[{ text, x: 72, y: 700 }]];
    const pdf = makeCjkPdf({ map: '90ms-RKSJ', pages });
    assert.equal(textOf(await read('/a.pdf', pdf)), text);
    assert.equal(textOf(await read('/b.pdf', pdf)), text);
    await rm(join(folder, 'pdf/cmaps/UniKS-UTF16-H.bcmap'));
    const without = makeCjkPdf({
      map: 'UniKS-UTF16',
      pages: [[{ text: '등대지기', x: 72, y: 700 }]],
    });
    assert.equal(textOf(await read('/c.pdf', without)), undefined);
    await expectRead('/d.txt', 'The lamp is lit.');
    assert.equal(started.length, 1);
  });

  it('is ended by a PDF that unpacks to two thousand megabytes, which costs nobody else', async () => {
    createWorker({ memoryMB: 300 });
    await expectRead('/a.txt', 'The lamp is lit.');
    const bomb = makePdfBomb(2_000);
    assert.ok(bomb.length < 2.2 * MEGABYTE);
    const before = process.memoryUsage.rss();
    assert.deepEqual(await read('/bomb.pdf', bomb), {
      reason: 'It takes more than 300 MB of memory.',
      cause: { kind: 'memory', megabytes: 300 },
    });
    assert.ok(process.memoryUsage.rss() - before < 100 * MEGABYTE);
    await expectRead('/b.txt', 'The oil is low.');
    assert.equal(started.length, 2);
  });

  it('survives a Word file that unpacks to a hundred megabytes', async () => {
    createWorker();
    const parts = { 'word/styles.xml': new Uint8Array(100 * MEGABYTE).fill(32) };
    const result = await read('/bomb.docx', makeWord({ body: '', parts }));
    assert.deepEqual(problemOf(result), {
      kind: 'failed',
      reason: 'word/styles.xml unpacks to more than 200 times its size.',
    });
    await expectRead('/b.txt', 'The oil is low.');
    assert.equal(started.length, 1);
  });

  it('is ended by a file that takes more heap than it may', async () => {
    createWorker({ heapMB: 48 });
    const result = await read('/a.txt', encode('It never ends. '.repeat(MEGABYTE)));
    assert.ok(result && 'cause' in result, JSON.stringify(result));
    assert.equal(result.cause?.kind, 'memory');
    await expectRead('/b.txt', 'The oil is low.');
  });

  it('is ended by a file that takes too long', async () => {
    createWorker({ timeOf: ({ path }) => (path === '/endless.md' ? 500 : 600_000) });
    const result = await read('/endless.md', endlessMarkdown());
    assert.ok(result && 'cause' in result, JSON.stringify(result));
    assert.equal(result.cause?.kind, 'time');
    await waitFor('its end', () => !isAlive(started[0]?.pid));
    await expectRead('/b.txt', 'The oil is low.');
  });

  it('may be killed from outside in the middle of a file', async () => {
    createWorker();
    await expectRead('/a.txt', 'The lamp is lit.');
    const reading = read('/endless.md', endlessMarkdown());
    process.kill(started[0]!.pid!, 'SIGKILL');
    const result = await reading;
    assert.deepEqual(result, {
      reason: 'Reading it ended early: the process was ended by SIGKILL.',
      cause: { kind: 'crash' },
    });
    await expectRead('/b.txt', 'The oil is low.');
  });

  it('ends when it is no longer wanted, busy or idle', async () => {
    for (const work of ['busy', 'idle']) {
      createWorker();
      await expectRead('/a.txt', 'The lamp is lit.');
      const reading = work === 'busy' ? read('/endless.md', endlessMarkdown()) : undefined;
      const { pid } = started.at(-1)!;
      assert.ok(isAlive(pid));
      worker?.dispose();
      assert.equal(await reading, undefined);
      await waitFor('its end', () => !isAlive(pid));
    }
  });

  it('ends when the one that has started it is killed, though it is busy', async () => {
    const program = join(folder, 'orphaning.cjs');
    bundledProgram('test/support/orphaningProgram.ts', program);
    const host = spawn(process.execPath, [program, bundles.extractor, bundles.watch], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(host.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    assert.ok(isAlive(pid));
    host.kill('SIGKILL');
    await waitFor('its end', () => !isAlive(pid));
  });

  it('gives way to a thread where it cannot be watched', async () => {
    createWorker({}, { ...bundles, watch: join(folder, 'missing.js') });
    await expectRead('/a.txt', 'The lamp is lit.');
    const text = '灯台守は毎晩、油の残りを書き入れる。';
    const pdf = makeCjkPdf({ map: 'UniJIS-UTF16', pages: [[{ text, x: 72, y: 700 }]] });
    assert.equal(textOf(await read('/a.pdf', pdf)), text);
    assert.equal(started[0]?.pid, undefined);
    assert.equal(logged.length, 1);
    assert.match(logged[0]!, /^Sources cannot be read in a process of its own, but in a thread: /);
  });

  it('gives way to a thread where the program cannot be run', async () => {
    const { execPath } = process;
    process.execPath = join(folder, 'no such program');
    try {
      createWorker();
      await expectRead('/a.txt', 'The lamp is lit.');
    } finally {
      process.execPath = execPath;
    }
    assert.equal(started[0]?.pid, undefined);
    assert.match(logged.join('\n'), /ENOENT/);
  });

  it('has the environment and the options that it was called with, and nothing of a debugger', async () => {
    const program = join(folder, 'facts.cjs');
    await writeFile(
      program,
      'process.send({ env: process.env, execArgv: process.execArgv }, () => process.exit());',
    );
    const facts = {
      execPath: process.execPath,
      env: { PATH: process.env['PATH'], NODE_OPTIONS: '--inspect=0', VSCODE_PID: '1' },
    };
    const { args, options } = processCall(facts, { memoryMB: 1_000, heapMB: 768 }, '');
    // The types of Node are for arrays that may be changed.
    const child = fork(program, args, {
      ...options,
      execArgv: [...options.execArgv],
      stdio: [...options.stdio],
    });
    const [told] = (await once(child, 'message')) as [{ env: object; execArgv: unknown }];
    assert.deepEqual(told.execArgv, ['--max-old-space-size=768']);
    const names = Object.keys(told.env);
    assert.ok(!names.some((name) => /^(?:NODE_OPTIONS|VSCODE_)/.test(name)), names.join());
    assert.ok(names.includes('ELECTRON_RUN_AS_NODE'));
  });
});

function textOf(result: JobResult): string | undefined {
  const shard = result && 'shard' in result ? decodeShard(result.shard) : undefined;
  return shard && 'document' in shard.content ? shard.content.document.text.read() : undefined;
}

function problemOf(result: JobResult): unknown {
  const shard = result && 'shard' in result ? decodeShard(result.shard) : undefined;
  return shard && 'problem' in shard.content ? shard.content.problem : result;
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid!, 0);
    return true;
  } catch {
    return false;
  }
}
