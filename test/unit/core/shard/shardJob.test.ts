import assert from 'node:assert/strict';
import { decodeShard, unpackDocument } from '../../../../src/core/shard/shard';
import { makeShard, type ShardJob } from '../../../../src/core/shard/shardJob';
import { encodeText } from '../../../support/encodeText';

const TEXT = 'The keepers met in Poznań, and nobody else came there all day.';

describe('the shard of a text', () => {
  const job: ShardJob = {
    bytes: encodeText(TEXT, 'iso-8859-2'),
    address: 'file:///a.txt',
    path: '/a.txt',
    mtime: 1,
    known: { version: '', sources: [] },
    maxBytes: 1000,
  };

  /** What a shard holds: the text, how it was read, and whether by choice. */
  function contentOf(bytes: Uint8Array): readonly unknown[] {
    const { content, stamp } = decodeShard(bytes) ?? {};
    assert.ok(content && 'document' in content);
    const { text, encoding, isEncodingUncertain } = unpackDocument(content.document);
    return [text, encoding, isEncodingUncertain, stamp?.encoding];
  }

  it('keeps that its encoding is uncertain', async () => {
    const [, , isUncertain] = contentOf(await makeShard(job));
    assert.equal(isUncertain, true);
  });

  it('is made again in the encoding that the user chooses, and keeps it', async () => {
    const stored = await makeShard(job);
    const chosen = await makeShard({ ...job, stored, encoding: 'iso-8859-2' });
    assert.deepEqual(contentOf(chosen), [TEXT, 'iso-8859-2', undefined, 'iso-8859-2']);
    const again = await makeShard({ ...job, stored: chosen, encoding: 'iso-8859-2' });
    assert.deepEqual(contentOf(again), contentOf(chosen));
    const automatic = await makeShard({ ...job, stored: chosen });
    assert.deepEqual(contentOf(automatic), contentOf(stored));
  });
});
