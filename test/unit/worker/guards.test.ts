import assert from 'node:assert/strict';
import { isHead } from '../../../src/core/shard/shardHead';
import {
  isCharacterMapAnswer,
  isParserRequest,
  isParserResponse,
  isProcessResponse,
  isShardJob,
  isWorkerResponse,
} from '../../../src/worker/guards';
import type { OperationName } from '../../../src/worker/operations';
import { answering } from '../../../src/worker/parser';
import type { ParserResponse } from '../../../src/worker/parserMessages';
import { PieceReader } from '../../../src/worker/pieces';

const JOB = {
  bytes: new Uint8Array(1),
  address: 'file:///a.txt',
  path: 'a.txt',
  mtime: 1,
  known: { version: '', sources: [] },
  maxBytes: 10,
};

const isName = (name: string): name is OperationName => name === 'glossary';

describe('what comes from another thread', () => {
  it('is a request only with all that one has', () => {
    assert.ok(isShardJob(JOB));
    for (const field of Object.keys(JOB)) {
      assert.ok(!isShardJob({ ...JOB, [field]: null }), field);
    }
    assert.ok(isCharacterMapAnswer({ kind: 'characterMap', name: 'H', bytes: new Uint8Array(1) }));
    assert.ok(isCharacterMapAnswer({ kind: 'characterMap', name: 'H' }));
    assert.ok(!isCharacterMapAnswer({ kind: 'characterMap', name: 'H', bytes: 'map' }));
    assert.ok(isParserRequest({ kind: 'run', name: 'glossary', input: ['a'] }, isName));
    assert.ok(!isParserRequest({ kind: 'run', name: 'constructor', input: [] }, isName));
    assert.ok(!isParserRequest({ kind: 'run', name: 'glossary' }, isName));
  });

  it('is an answer only of a known kind and with what belongs to it', () => {
    const answers = [
      { kind: 'progress', share: 0.5 },
      { kind: 'asks', name: 'UniJIS-UTF16-H' },
      { kind: 'done', shard: new Uint8Array() },
      { kind: 'failed', reason: 'Damaged' },
    ];
    assert.ok(answers.every(isWorkerResponse));
    assert.ok(
      [{ kind: 'ready' }, { kind: 'resident', bytes: 1 }, ...answers].every(isProcessResponse),
    );
    for (const other of [
      undefined,
      'done',
      [],
      { kind: 'asks' },
      { kind: 'done' },
      { kind: 'done', shard: [1] },
      { kind: 'other' },
      { kind: 'resident' },
    ]) {
      assert.ok(!isWorkerResponse(other) && !isProcessResponse(other), JSON.stringify(other));
    }
    assert.ok(isParserResponse({ kind: 'items', items: [], isLast: true }));
    assert.ok(!isParserResponse({ kind: 'items', items: [] }));
  });

  it('is answered with a failure when it cannot be understood', async () => {
    const said: ParserResponse[] = [];
    const answer = answering((response) => said.push(response));
    await answer({ kind: 'run', name: 'toString', input: [] });
    await answer(undefined);
    assert.deepEqual(
      said.map(({ kind }) => kind),
      ['failed', 'failed'],
    );
  });

  it('is handed on when it announces no pieces', () => {
    assert.equal(new PieceReader().take('hello'), 'hello');
    assert.deepEqual(new PieceReader().take({ rest: { kind: 'ready' }, sizes: [] }), {
      kind: 'ready',
    });
  });
});

describe('the head of a shard', () => {
  const stamp = { address: 'file:///a', mtime: 1, size: 1, hash: 1, title: 'A', known: '' };

  it('has a stamp, and a problem or a document that is one', () => {
    assert.ok(isHead({ stamp, problem: { kind: 'noText' } }));
    assert.ok(isHead({ stamp, document: { format: 'text', metadata: {}, headings: [] } }));
    for (const head of [
      {},
      { stamp: { ...stamp, hash: '1' } },
      { stamp, problem: { kind: 'tooLarge' } },
      { stamp, problem: { kind: 'other' } },
      { stamp, document: { format: 'toString', metadata: {}, headings: [] } },
      { stamp, document: { format: 'text', metadata: {}, headings: [{ text: 'A' }] } },
      { stamp, places: [{ source: 1 }] },
    ]) {
      assert.ok(!isHead(head), JSON.stringify(head));
    }
  });
});
