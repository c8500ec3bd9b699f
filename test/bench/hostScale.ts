import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { quantile } from '../../scripts/lib/quantile.mjs';
import { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import type { Searcher } from '../../src/core/search/searcher';
import type { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { randomFrom } from '../hostile/random';
import { waitFor } from '../support/waitFor';
import { HoldProbe } from './holdProbe';
import { activated, report } from './host';
import { createLibrary, documentUri, encoded, memory, wordOf, writeDocument } from './madeLibrary';
import { timed, type Measurement } from './measurement';
import { STRANGE_QUERIES } from './strangeQueries';

/** Long reports. `IP4_DESK_BENCH_DOCUMENTS` says other numbers of them, to try it out. */
const PASSAGES = 250;
const SIZES = (process.env['IP4_DESK_BENCH_DOCUMENTS'] ?? '40,200,400,1000').split(',').map(Number);
const QUERIES = 30;
const SEED = 11;
const AS_IN_THE_PALETTE = { limit: 20, perSource: 3 };

/** Milliseconds after which something is given up. */
const PATIENCE = 900_000;

const { fs } = vscode.workspace;

/**
 * Measures, in a fresh extension host, a library that grows to a quarter of a million passages: at
 * each size what it takes to be read, searched, changed and opened again.
 */
export async function run(): Promise<void> {
  await activated();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const base = vscode.Uri.joinPath(folder.uri, '..', 'library');
  const random = randomFrom(SEED);
  const empty = memory().rss;
  const probe = new HoldProbe();
  const found: Measurement[] = [];
  let written = 0;
  for (const size of SIZES) {
    for (; written < size; written += 1) {
      await writeDocument(base, written, PASSAGES, random);
    }
    found.push(...(await measureSize(base, size, probe, empty)));
  }
  probe.dispose();
  await report(found);
}

async function measureSize(
  base: vscode.Uri,
  documents: number,
  probe: HoldProbe,
  empty: number,
): Promise<readonly Measurement[]> {
  const passages = documents * PASSAGES;
  const named = (what: string, value: number, unit: string): Measurement => ({
    name: `${passages.toLocaleString('en')} passages in ${documents} documents: ${what}`,
    value,
    unit,
  });

  // What is new is read; all of it is stored then.
  const reading = createLibrary(base);
  const { ms: readMs } = await timed(() => allSearchable(reading, documents));
  reading.dispose();

  const library = createLibrary(base);
  let first = 0;
  const start = performance.now();
  library.onDidChangeContents(() => (first ||= performance.now() - start));
  probe.reset();
  await allSearchable(library, documents);
  const loadMs = performance.now() - start;
  const { longest: loadHold, busiest: loadBusiest } = probe;

  const searcher = createDeskSearcher(new Catalog([]), () => library.contents);
  const keys = typedKeys(searcher);
  const strange = STRANGE_QUERIES.map((query) =>
    elapsed(() => searcher.search(query, AS_IN_THE_PALETTE)),
  );
  const child = childMemory();
  const { rss, heapUsed, arrayBuffers } = memory();

  probe.reset();
  const text = await fs.readFile(documentUri(base, 0));
  const changed = await timed(async () => {
    await fs.writeFile(documentUri(base, 0), encoded('One passage is left.'));
    await library.rescan();
    await waitFor('the change', () => library.contents?.index.size === passages - PASSAGES + 1);
  });
  const changeHold = probe.longest;
  await fs.writeFile(documentUri(base, 0), text);
  await library.rescan();
  await waitFor('the change back', () => library.contents?.index.size === passages);
  library.dispose();

  return [
    named('all read and searchable, what was there before from storage', readMs, 'ms'),
    named('from storage, first searchable', first, 'ms'),
    named('from storage, all searchable', loadMs, 'ms'),
    named('from storage, longest hold', loadHold, 'ms'),
    named('from storage, most work in one hold', loadBusiest, 'ms'),
    named('key, p50', quantile(keys, 0.5), 'ms'),
    named('key, p95', quantile(keys, 0.95), 'ms'),
    named('key, longest', Math.max(...keys), 'ms'),
    named('longest of strange queries', Math.max(...strange), 'ms'),
    named('one changed file', changed.ms, 'ms'),
    named('one changed file, longest hold', changeHold, 'ms'),
    named('resident memory of the extension host above an empty one', (rss - empty) / 1e6, 'MB'),
    named('heap', heapUsed / 1e6, 'MB'),
    named('buffers', arrayBuffers / 1e6, 'MB'),
    named('resident memory of its child processes', child / 1e6, 'MB'),
  ];
}

async function allSearchable(library: WorkspaceLibrary, documents: number): Promise<void> {
  await library.start();
  const isRead = () =>
    library.contents?.sources.length === documents && library.progress === undefined;
  await waitFor('all documents', isRead, PATIENCE);
}

/** Milliseconds of each key while queries of several words are typed, once for the compiler. */
function typedKeys(searcher: Searcher): readonly number[] {
  const random = randomFrom(SEED + 1);
  const queries = Array.from({ length: QUERIES }, () =>
    Array.from({ length: 3 }, () => wordOf(random)).join(' '),
  );
  const typeAll = () =>
    queries.flatMap((query) =>
      Array.from(query, (_, at) =>
        elapsed(() => searcher.search(query.slice(0, at + 1), AS_IN_THE_PALETTE)),
      ),
    );
  typeAll();
  return typeAll();
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes that the processes take that this one has started; NaN where nobody tells. */
function childMemory(): number {
  try {
    const statuses = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFileSync(`/proc/${name}/status`, 'utf8'));
    return statuses
      .filter((status) => new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(status))
      .reduce((sum, status) => sum + 1024 * Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0), 0);
  } catch {
    return NaN;
  }
}
