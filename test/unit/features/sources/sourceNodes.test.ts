import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import { problemBadge } from '../../../../src/features/sources/problemBadge';
import { readingProgress } from '../../../../src/features/sources/readingProgress';
import { sourceFilter } from '../../../../src/workspace/library/sourceFilter';
import { remedyFor } from '../../../../src/features/sources/sourceState';
import type {
  LibrarySource,
  SourceState,
  UnreadableFolder,
} from '../../../../src/workspace/library/library';
import { documentOf, librarySource, paragraph } from '../../../support/librarySources';
import { lines } from '../../../support/lines';
import { english } from '../../../support/localizer';
import { treeOf } from './outline';

const STATES: readonly (readonly [string, SourceState, string, string])[] = [
  ['a.txt', { kind: 'waiting' }, 'queued', 'source original encoded'],
  ['a.txt', { kind: 'reading', share: 0.409 }, 'indexing 40%', 'source original encoded'],
  ['a.txt', { kind: 'ready' }, '', 'source original readable encoded'],
  ['a.pdf', { kind: 'noText' }, 'scanned, no text', 'source original problem unacknowledged'],
  ['a.txt', { kind: 'noText' }, 'no text', 'source original problem unacknowledged encoded'],
  [
    'a.pdf',
    { kind: 'noText', isEmpty: true },
    'empty file',
    'source original problem unacknowledged',
  ],
  ['a.pdf', { kind: 'encrypted' }, 'password-protected', 'source original problem unacknowledged'],
  [
    'a.pdf',
    { kind: 'tooLarge', limit: 64_000_000 },
    'too large (over 64 MB)',
    'source original problem unacknowledged',
  ],
  [
    'a.docx',
    { kind: 'failed', reason: 'no central\n directory ' },
    'cannot be read (no central directory)',
    'source original problem failed unacknowledged',
  ],
  [
    'a.pdf',
    {
      kind: 'failed',
      reason: 'It takes more than 1000 MB of memory.',
      cause: { kind: 'memory', megabytes: 1_000 },
    },
    'cannot be read (It takes more than 1000 MB of memory)',
    'source original problem failed unacknowledged',
  ],
  [
    'a.pdf',
    { kind: 'failed', reason: 'x', cause: { kind: 'time', seconds: 60 } },
    'cannot be read (It takes longer than 60 seconds)',
    'source original problem failed unacknowledged',
  ],
  [
    'a.pdf',
    { kind: 'failed', reason: 'x', cause: { kind: 'crash' } },
    'cannot be read (Reading it ended early)',
    'source original problem failed unacknowledged',
  ],
  [
    'a.pdf',
    { kind: 'failed', reason: 'x', cause: { kind: 'interrupted' } },
    'cannot be read (The editor stopped while it was read)',
    'source original problem failed unacknowledged',
  ],
  [
    'a.pdf',
    {
      kind: 'failed',
      reason: "EACCES: permission denied, open '/notes/a.pdf'",
      cause: { kind: 'file', fault: 'permission' },
    },
    'cannot be read (You do not have permission to read it)',
    'source original problem failed unacknowledged',
  ],
];

function nodeOf(source: LibrarySource) {
  return treeOf([source]).roots[0]!.spec;
}

describe('a source in the tree', () => {
  for (const [path, state, description, context] of STATES) {
    const source = librarySource(path, { title: 'A report', state, passages: 128 });

    it(`${state.kind}: says "${description}", to the ear too, and tells the manifest`, () => {
      const spec = nodeOf(source);
      assert.equal(spec.label, 'A report');
      assert.equal(spec.description ?? '', description);
      assert.ok(spec.spoken.startsWith('A report, '), spec.spoken);
      assert.ok(spec.spoken.endsWith(`, ${description === '' ? '128 passages' : description}`));
      assert.equal(spec.context.join(' '), context);
      assert.equal(spec.find !== undefined, state.kind === 'ready');
    });

    it(`${state.kind}: has a warning and a remedy when it is a problem, and only then`, async () => {
      const isProblem = context.includes('problem');
      const spec = nodeOf(source);
      const remedy = remedyFor(source, english);
      assert.equal(/^(warning|error)$/.test(spec.icon ?? ''), isProblem);
      assert.equal(remedy !== undefined, isProblem);
      assert.ok(remedy === undefined || (await spec.tooltip?.())?.includes(remedy));
    });
  }

  it('says beside its title who wrote it and when, to the ear too, then what is the matter with it', () => {
    const citation = {
      id: 'x' as SourceId,
      type: 'report',
      label: 'Harbour dues',
      author: [
        { family: 'Perch', given: 'Ann' },
        { family: 'Roe', given: 'Jo' },
      ],
      issued: { 'date-parts': [[2021, 3]] },
    } as const;
    const node = nodeOf(librarySource('a.txt', { title: 'Harbour dues', citation }));
    assert.equal(node.description, 'Perch and Roe, 2021');
    assert.equal(node.spoken, 'Harbour dues, Text document, Perch and Roe, 2021, 1 passage');
    const waiting = librarySource('a.txt', { citation, state: { kind: 'waiting' } });
    assert.equal(nodeOf(waiting).description, 'Perch and Roe, 2021 · queued');
  });

  it('has a problem that is acknowledged without alarm, until that changes', () => {
    let isAcknowledged = false;
    const source = librarySource('a.pdf', { state: { kind: 'encrypted' } });
    const tree = treeOf([source], {}, [], () => isAcknowledged);
    const [node] = tree.roots;
    assert.equal(node?.spec.iconColor, 'list.warningForeground');
    isAcknowledged = true;
    assert.deepEqual(tree.update([source]), [node]);
    assert.equal(node?.spec.iconColor, 'disabledForeground');
    assert.equal(node?.spec.context.join(' '), 'source original problem');
    assert.equal(node?.spec.description, 'password-protected');
  });

  it('says in its tooltip what it is, where it is, and how it was read', async () => {
    const source = librarySource('sources/harbour.txt', {
      title: 'Harbour dues',
      passages: 1,
      citation: {
        id: 'x' as SourceId,
        type: 'report',
        title: 'Harbour dues',
        label: 'Harbour dues',
        author: [{ family: 'Perch', given: 'Ann' }],
        issued: { 'date-parts': [[2021]] },
      },
    });
    const document = documentOf([paragraph('Ships')], { encoding: 'windows-1252' });
    const tree = treeOf([source], { [source.id]: document });
    assert.deepEqual(await tree.roots[0]?.spec.tooltip?.(), [
      lines(`
        Harbour dues
        Ann Perch, Harbour dues, 2021
        sources/harbour.txt
        Text, windows-1252, 1 passage
      `).trimEnd(),
    ]);
  });

  it('tells that its encoding is uncertain or was chosen', async () => {
    const uncertain = librarySource('a.txt', { isEncodingUncertain: true, passages: 3 });
    const document = documentOf([paragraph('Ships')], { encoding: 'windows-1250' });
    const { spec } = treeOf([uncertain], { [uncertain.id]: document }).roots[0]!;
    assert.equal(spec.description, 'encoding uncertain');
    assert.equal(spec.icon, 'warning');
    assert.match((await spec.tooltip?.())?.at(-1) ?? '', /Reindex with Encoding/);
    const chosen = librarySource('a.txt', { chosenEncoding: 'euc-kr' });
    assert.match(
      (await nodeOf(chosen).tooltip?.())?.[0] ?? '',
      /Text, euc-kr as chosen, 1 passage/,
    );
  });

  it('is named and cited in its tooltip only where that says more than its path', async () => {
    assert.deepEqual(
      await nodeOf(librarySource('x/a.pdf', { state: { kind: 'waiting' } })).tooltip?.(),
      ['x/a.pdf\nPDF, queued'],
    );
  });
});

describe('a folder that cannot be read', () => {
  const problem = {
    kind: 'failed',
    reason: "EACCES: permission denied, scandir '/notes/sources/locked'",
    cause: { kind: 'file', fault: 'permission' },
  } as const;
  const uri = { toString: () => 'file:///sources/locked' } as UnreadableFolder['uri'];
  const folder = { uri, path: 'sources/locked', problem };

  it('stands in the tree before the sources, with the reason and a remedy', async () => {
    const tree = treeOf([librarySource('sources/a.txt')], {}, [folder]);
    assert.deepEqual(
      tree.roots.map(({ spec }) => spec.label),
      ['sources/locked', 'a.txt'],
    );
    const spec = tree.roots[0]?.spec;
    assert.equal(spec?.description, 'cannot be read (You do not have permission to read it)');
    assert.equal(spec?.icon, 'error');
    const told = String(await spec?.tooltip?.());
    assert.match(told, /Nothing in this folder can be searched.*Ask its owner.*Try Again/s);
    const away = { ...problem, cause: { kind: 'file', fault: 'gone' } } as const;
    const [lost] = treeOf([], {}, [{ ...folder, problem: away }]).roots;
    assert.match(String(await lost?.spec.tooltip?.()), /before can still be searched/);
    assert.equal(tree.update([librarySource('sources/a.txt')], []), 'everything');
    assert.equal(tree.roots.length, 1);
  });

  it('is shown without alarm once it is acknowledged', () => {
    const acknowledged = new Set<unknown>();
    const tree = treeOf([], {}, [folder], (problem) => acknowledged.has(problem));
    assert.equal(tree.roots[0]?.spec.context.join(' '), 'unreadable problem failed unacknowledged');
    acknowledged.add(folder);
    assert.equal(tree.update([], [folder]), 'everything');
    assert.equal(tree.roots[0]?.spec.context.join(' '), 'unreadable problem failed');
    assert.equal(tree.roots[0].spec.iconColor, 'disabledForeground');
  });

  it('is counted and named in the badge', () => {
    assert.deepEqual(problemBadge([], english, [folder]), {
      value: 1,
      tooltip:
        '1 folder cannot be searched\nsources/locked: cannot be read (You do not have permission to read it)',
    });
  });
});

describe('the filter for one source', () => {
  const filterOf = (path: string, others: readonly string[], citekey?: string) => {
    const source = librarySource(path);
    const cited = { ...source, citation: { ...source.citation, ...(citekey && { citekey }) } };
    return sourceFilter(cited, [cited, ...others.map((other) => librarySource(other))]);
  };

  it('is its citekey', () => {
    assert.equal(filterOf('a.pdf', [], 'perch2021'), 'source:perch2021 ');
  });

  it('is its file name, or its path where there are two of that name', () => {
    assert.equal(filterOf('x/a b.pdf', ['x/c.pdf']), 'source:"a b.pdf" ');
    assert.equal(filterOf('x/a.pdf', ['y/a.pdf'], 'with "quotes"'), 'source:"x/a.pdf" ');
  });
});

describe('the badge', () => {
  it('counts and names problems only', () => {
    const sources = STATES.map(([path, state]) => librarySource(path, { state }));
    assert.deepEqual(problemBadge(sources.slice(0, 3), english), undefined);
    assert.deepEqual(problemBadge(sources.slice(0, 4), english), {
      value: 1,
      tooltip: '1 source cannot be searched\na.pdf: scanned, no text',
    });
  });

  it('names five and counts the others', () => {
    const problem = librarySource('a.pdf', { state: { kind: 'encrypted' } });
    const badge = problemBadge(Array<LibrarySource>(7).fill(problem), english);
    assert.equal(badge?.value, 7);
    assert.equal(badge?.tooltip.split('\n').length, 7);
    assert.ok(badge?.tooltip.endsWith('and 2 more'));
  });
});

describe('the progress of reading', () => {
  const sources = [
    librarySource('a.txt'),
    librarySource('b.txt', { state: { kind: 'reading', share: 0 } }),
    librarySource('c.txt', { state: { kind: 'waiting' } }),
  ];

  it('tells how many sources have been read, and which is being read', () => {
    assert.deepEqual(
      readingProgress({ sources, progress: { done: 1, total: 3 }, isPaused: false }, english),
      { activity: 'reading', summary: '1 of 3 indexed', titles: ['b.txt'] },
    );
  });

  it('tells how many wait when it has been stopped', () => {
    const paused = { progress: undefined, isPaused: true };
    assert.deepEqual(readingProgress({ sources, ...paused }, english), {
      activity: 'paused',
      summary: 'paused, 1 queued',
      titles: ['b.txt'],
    });
    assert.equal(readingProgress({ sources: [], ...paused }, english).summary, undefined);
  });

  it('is silent when nothing is read', () => {
    assert.deepEqual(readingProgress({ sources, progress: undefined, isPaused: false }, english), {
      activity: 'idle',
      summary: undefined,
      titles: ['b.txt'],
    });
  });
});
