import assert from 'node:assert/strict';
import {
  corpusReportAsText,
  engineOver,
  evidenceOver,
  indexCorpus,
  measureQuality,
  measureTyping,
  parseKnownItems,
  parsePassage,
} from '../../../src/cli/corpus';
import { parseRequest, UsageError } from '../../../src/cli/request';

/** A clock that goes on by one millisecond whenever it is looked at. */
function tickingClock(): () => number {
  let now = 0;
  return () => (now += 1);
}

describe('known items', () => {
  it('are read below the titles', () => {
    assert.deepEqual(parseKnownItems('passage\tkind\tquery\r\n7\texact\tarms control\r\n'), [
      { passage: 7, kind: 'exact', query: 'arms control' },
    ]);
  });

  it('that are none are named by their line', () => {
    assert.throws(() => parseKnownItems('passage\tkind\tquery\nseven\texact\tarms'), /Line 2 /);
    assert.throws(() => parseKnownItems('passage\tkind\tquery\n7\texact'), /Line 2 /);
  });
});

describe('the measuring of a corpus', () => {
  const items = [
    { passage: 1, kind: 'exact', query: 'first' },
    { passage: 1, kind: 'exact', query: 'third' },
    { passage: 1, kind: 'typo', query: 'nowhere' },
  ];
  const answers: Readonly<Record<string, readonly number[]>> = { first: [1, 2], third: [2, 3, 1] };
  const engine = { search: (query: string) => answers[query] ?? [] };

  it('counts per kind and in all', () => {
    const { all, kinds } = measureQuality(engine, items, tickingClock());
    const times = { p50: 1, p95: 1 };
    assert.deepEqual(kinds, {
      exact: { queries: 2, 'recall@1': 0.5, 'recall@10': 1, 'mrr@10': 2 / 3, ...times },
      typo: { queries: 1, 'recall@1': 0, 'recall@10': 0, 'mrr@10': 0, ...times },
    });
    assert.deepEqual(
      [all.queries, all['recall@1'], all['recall@10'], all['mrr@10']],
      [3, 1 / 3, 2 / 3, 4 / 9],
    );
  });

  it('takes a passage beyond the tenth place for not found', () => {
    const far = { search: () => [...Array.from({ length: 10 }, (_, place) => place + 100), 1] };
    assert.equal(measureQuality(far, items.slice(0, 1)).all['recall@10'], 0);
  });

  it('types letter by letter', () => {
    const typed: string[] = [];
    const listening = {
      search: (query: string) => {
        typed.push(query);
        return [];
      },
    };
    const queries = ['ab', 'c'].map((query) => ({ passage: 0, kind: 'exact', query }));
    assert.deepEqual(measureTyping(listening, queries, tickingClock()), { p50: 1, p95: 1 });
    assert.deepEqual(typed, ['a', 'ab', 'c']);
  });

  it('finds the passages of a corpus by all their fields', () => {
    const lines = [
      '{"title":"Arms","section":"Treaties","topics":["trade"],"partners":[],"text":"In force."}',
      '{"title":"Seas","section":"Piracy","topics":[],"partners":["Japan"],"text":"Patrols."}',
    ];
    const index = indexCorpus(lines.map(parsePassage));
    const found = ['arms', 'treaty', 'trade', 'japan', 'patrols'].map((query) =>
      engineOver(index).search(query),
    );
    assert.deepEqual(found, [[0], [0], [0], [1], [1]]);
  });

  it('is asked for evidence, of which the sentences are told that were picked', () => {
    const lines = [
      '{"title":"Arms","text":"In force since May. Nobody has left the treaty."}',
      '{"title":"Seas","text":"Patrols are rare."}',
    ];
    const passages = lines.map(parsePassage);
    const asked = parseKnownItems(
      'passage\tkind\tquery\tsentence\n' +
        '0\tnear\tAll stayed in the treaty.\tNobody has left  the treaty.\n' +
        '0\tnear\tIt came into force in May.\tNobody has left the treaty.\n' +
        '1\tfar\tOn patrols of pirates.',
    );
    const report = measureQuality(evidenceOver(indexCorpus(passages), passages), asked);
    assert.deepEqual([report.all['recall@1'], report.all.sentence], [1, 0.5]);
    assert.equal(report.kinds.far?.sentence, undefined);
  });

  it('is reported as a table', () => {
    const report = {
      passages: 2,
      buildMs: 12.3,
      heapMB: 0.5,
      keystroke: { p50: 0.25, p95: 0.75 },
      ...measureQuality(engine, items, tickingClock()),
    };
    assert.match(corpusReportAsText(report), /^all +0\.333 +0\.667 +0\.444 +1\.00 +1\.00$/m);
  });
});

describe('the request for a corpus', () => {
  it('needs both files', () => {
    assert.deepEqual(parseRequest(['--corpus', 'c.jsonl.br', '--queries', 'q.tsv', '--json']), {
      kind: 'corpus',
      corpus: 'c.jsonl.br',
      queries: 'q.tsv',
      json: true,
    });
    const evidence = parseRequest(['--corpus', 'c', '--queries', 'q', '--evidence']);
    assert.ok(evidence.kind === 'corpus' && evidence.isEvidence);
    assert.throws(() => parseRequest(['--corpus', 'c.jsonl']), UsageError);
    assert.throws(() => parseRequest(['--queries', 'q.tsv']), UsageError);
    assert.throws(() => parseRequest(['words', '--corpus', 'c', '--queries', 'q']), UsageError);
  });
});
