import assert from 'node:assert/strict';
import { parseRequest, UsageError } from '../../../scripts/query/request';

describe('the command line of the query door', () => {
  it('takes documents to be searched with the packs', () => {
    assert.deepEqual(
      parseRequest(['the', 'lamp', '--source', 'a.txt', '--source', 'folder', '--json']),
      {
        kind: 'search',
        query: 'the lamp',
        sources: ['a.txt', 'folder'],
        limit: 20,
        json: true,
      },
    );
  });

  it('asks for the passages of documents', () => {
    assert.deepEqual(parseRequest(['--passages', '--source', 'a.txt']), {
      kind: 'passages',
      sources: ['a.txt'],
      json: false,
    });
  });

  it('asks for the fingerprints of a document', () => {
    assert.deepEqual(parseRequest(['--fingerprints', 'a.txt']), {
      kind: 'fingerprints',
      file: 'a.txt',
    });
  });

  const refused: readonly (readonly string[])[] = [
    ['--source', 'a.txt'],
    ['--passages'],
    ['--passages', '--source', 'a.txt', 'words'],
    ['--passages', '--source', 'a.txt', '--limit', '3'],
    ['--passages', '--source', 'a.txt', '--terms', 'a.md'],
    ['--fingerprints', 'a.txt', 'words'],
    ['--fingerprints', 'a.txt', '--source', 'b.txt'],
    ['--terms', 'a.md', '--source', 'b.txt'],
    ['--corpus', 'a.jsonl', '--queries', 'a.tsv', '--source', 'b.txt'],
  ];
  for (const args of refused) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(() => parseRequest(args), UsageError);
    });
  }
});
