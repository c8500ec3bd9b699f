import assert from 'node:assert/strict';
import { parseRequest, UsageError } from '../../../src/cli/request';

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

  it('takes a sentence that evidence is sought for, in documents and the packs', () => {
    const asked = ['--evidence', 'The lamp is lit.', '--source', 'a.txt', '--limit', '3', '--json'];
    const request = { query: 'The lamp is lit.', sources: ['a.txt'], limit: 3, json: true };
    assert.deepEqual(parseRequest(asked), { kind: 'evidence', ...request });
    for (const wrong of [['--evidence'], ['--evidence', 'a', '--terms', 'b.md']]) {
      assert.throws(() => parseRequest(wrong), UsageError);
    }
  });

  it('asks for the passages of documents', () => {
    assert.deepEqual(parseRequest(['--passages', '--source', 'a.txt']), {
      kind: 'passages',
      sources: ['a.txt'],
      json: false,
    });
  });

  it('asks what the passages of documents are about, with glossaries or without', () => {
    const asked = ['--tags', '--source', 'a.txt', '--glossary', 'b.yml', '--json'];
    const request = { kind: 'tags', sources: ['a.txt'], glossaries: ['b.yml'], json: true };
    assert.deepEqual(parseRequest(asked), request);
    for (const wrong of [['--tags'], ['--tags', '--source', 'a.txt', 'words']]) {
      assert.throws(() => parseRequest(wrong), UsageError);
    }
  });

  it('asks for the fingerprints of a document', () => {
    assert.deepEqual(parseRequest(['--fingerprints', 'a.txt']), {
      kind: 'fingerprints',
      file: 'a.txt',
    });
  });

  it('asks for the terms of a note and for what the checks find, with glossaries', () => {
    for (const kind of ['terms', 'check']) {
      assert.deepEqual(
        parseRequest([`--${kind}`, 'a.md', '--glossary', 'b.yml', '--glossary', 'c.yml']),
        { kind, file: 'a.md', glossaries: ['b.yml', 'c.yml'], json: false },
      );
    }
  });

  it('asks what the quotations of a note are, with sources and a bibliography', () => {
    assert.deepEqual(
      parseRequest(['--quotes', 'a.md', '--source', 'b.pdf', '--bibliography', 'c.bib', '--json']),
      { kind: 'quotes', file: 'a.md', sources: ['b.pdf'], bibliography: 'c.bib', json: true },
    );
  });

  it('asks what is left of a note, with all that is known beside it or nothing', () => {
    const request = { kind: 'ready', file: 'a.md', json: false };
    const nothing = { sources: [], bibliography: undefined, glossaries: [] };
    assert.deepEqual(parseRequest(['--ready', 'a.md']), { ...request, ...nothing });
    assert.deepEqual(
      parseRequest(
        [
          '--ready',
          'a.md',
          '--source',
          'b',
          '--bibliography',
          'c.bib',
          '--glossary',
          'd.yml',
        ].concat('--json'),
      ),
      { ...request, sources: ['b'], bibliography: 'c.bib', glossaries: ['d.yml'], json: true },
    );
  });

  it('asks what citing a passage would change', () => {
    const asked = ['--cite', 'the lamp', '--source', 'a.pdf', '--style', 'footnote'];
    const request = {
      kind: 'cite',
      query: 'the lamp',
      isWhole: false,
      sources: ['a.pdf'],
      style: 'footnote',
      note: undefined,
      bibliography: undefined,
      json: false,
    };
    assert.deepEqual(parseRequest(asked), request);
    assert.deepEqual(parseRequest([...asked, '--whole']), { ...request, isWhole: true });
    assert.deepEqual(
      parseRequest([...asked, '--note', 'a.md', '--bibliography', 'a.bib', '--json']),
      {
        ...request,
        note: 'a.md',
        bibliography: 'a.bib',
        json: true,
      },
    );
  });

  it('takes a note to be exported', () => {
    assert.deepEqual(
      parseRequest(['--export', 'a.md', '--out', 'a.docx', '--bibliography', 'a.bib']),
      { kind: 'export', file: 'a.md', out: 'a.docx', bibliography: 'a.bib', json: false },
    );
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
    ['--terms', 'a.md', '--check', 'a.md'],
    ['--check', 'a.md', 'words'],
    ['--quotes', 'a.md'],
    ['--ready', 'a.md', 'words'],
    ['--ready', 'a.md', '--check', 'b.md'],
    ['--quotes', 'a.md', '--source', 'b.pdf', '--ready', 'a.md'],
    ['--quotes', 'a.md', '--source', 'b.pdf', 'words'],
    ['words', '--bibliography', 'c.bib'],
    ['--cite', 'words', '--source', 'a.pdf'],
    ['--cite', 'words', '--source', 'a.pdf', '--style', 'apa'],
    ['--cite', 'words', '--style', 'plain'],
    ['--cite', ' ', '--source', 'a.pdf', '--style', 'plain'],
    ['--cite', 'words', '--source', 'a.pdf', '--style', 'plain', 'more'],
    ['--quotes', 'a.md', '--source', 'b.pdf', '--style', 'plain'],
    ['words', '--style', 'plain'],
    ['words', '--note', 'a.md'],
    ['--export', 'a.md'],
    ['--export', 'a.md', '--out', 'a.odt'],
    ['--export', 'a.md', '--out', 'a.docx', 'words'],
    ['--out', 'a.docx'],
    ['--glossary', 'a.yml'],
    ['words', '--glossary', 'a.yml'],
    ['--corpus', 'a.jsonl', '--queries', 'a.tsv', '--source', 'b.txt'],
  ];
  for (const args of refused) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(() => parseRequest(args), UsageError);
    });
  }
});
