import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  decodeShard,
  encodeShard,
  packDocument,
  unpackDocument,
  type Shard,
} from '../../../../src/core/shard/shard';
import type { ShardStamp } from '../../../../src/core/shard/shardHead';
import type { SourceDocument } from '../../../../src/core/library/document';
import type { SourceId } from '../../../../src/core/model';
import { indexDocument } from '../../../../src/core/search/libraryIndex';

const STAMP: ShardStamp = {
  address: 'file:///brindle/sources/lighthouse.txt',
  mtime: 1_700_000_000_123,
  size: 71,
  hash: 2 ** 52 + 5,
  title: 'The lighthouse',
  known: 'v1',
};

/** A document with a passage for each text. */
function documentOf(texts: readonly string[]): SourceDocument {
  let start = 0;
  const passages = texts.map((text, at) => {
    const span = { start, end: start + text.length };
    start = span.end + 2;
    return { id: `p${at}`, locator: `0.${at + 1}`, span };
  });
  return {
    format: 'text',
    encoding: 'UTF-8',
    metadata: { title: 'The lighthouse' },
    text: texts.join('\n\n'),
    headings: [],
    passages,
  };
}

function shardOf(document: SourceDocument): Shard {
  const places = [{ source: 'known' as SourceId, locator: '3.3', passage: 'p0' }];
  const index = indexDocument(document, 'The lighthouse');
  return { stamp: STAMP, content: { document: packDocument(document), places, index } };
}

function decoded(bytes: Uint8Array): Shard {
  const shard = decodeShard(bytes);
  assert.ok(shard);
  return shard;
}

describe('shard', () => {
  const document = documentOf(['The lighthouse was lit.', 'Une île, 灯台, and 💡.', 'Out again.']);
  const bytes = encodeShard(shardOf(document));

  it('gives back what was put in', () => {
    const { stamp, content } = decoded(bytes);
    assert.deepEqual(stamp, STAMP);
    assert.ok('document' in content);
    assert.deepEqual(unpackDocument(content.document), document);
    assert.deepEqual(content.places, [{ source: 'known', locator: '3.3', passage: 'p0' }]);
    assert.equal(content.index.size, 3);
  });

  it('gives the text of each passage, whatever its letters', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { content } = decoded(encodeShard(shardOf(documentOf(texts))));
        assert.ok('document' in content);
        const { text: packed } = content.document;
        assert.deepEqual(
          texts.map((_, at) => packed.readPassage(at)),
          texts,
        );
      }),
    );
  });

  it('keeps why there is no document', () => {
    const problem = { kind: 'failed', reason: 'It is not a lighthouse.' } as const;
    const shard: Shard = { stamp: STAMP, content: { problem } };
    assert.deepEqual(decoded(encodeShard(shard)), shard);
  });

  it('is nothing when it is cut off, at whatever byte', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(decodeShard(bytes.slice(0, length)), undefined);
    }
  });

  it('is nothing when bytes follow', () => {
    assert.equal(decodeShard(Uint8Array.of(...bytes, 0)), undefined);
    assert.equal(decodeShard(Uint8Array.of(...bytes, 0, 0, 0, 0)), undefined);
  });

  it('is nothing when a bit has changed, whichever', () => {
    const damaged = bytes.slice();
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 1; bit < 256; bit <<= 1) {
        damaged[at]! ^= bit;
        assert.equal(decodeShard(damaged), undefined);
        damaged[at]! ^= bit;
      }
    }
  });

  it('is nothing when stretches of it have been overwritten', () => {
    const place = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(place, fc.uint8Array({ minLength: 1, maxLength: 64 }), (at, other) => {
        const damaged = bytes.slice();
        damaged.set(other.subarray(0, bytes.length - at), at);
        fc.pre(damaged.some((byte, position) => byte !== bytes[position]));
        assert.equal(decodeShard(damaged), undefined);
      }),
    );
  });

  it('keeps no bytes for its text, be they a buffer of Node', () => {
    const buffer = Buffer.from(bytes);
    const { content } = decoded(buffer);
    assert.ok('document' in content);
    buffer.fill(0);
    assert.deepEqual(unpackDocument(content.document), document);
  });

  it('is read wherever it lies in a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    assert.ok(decodeShard(larger.subarray(3)));
  });
});
