import * as vscode from 'vscode';
import { randomFrom } from '../hostile/random';
import { waitFor } from '../support/waitFor';
import { activated, report } from './host';
import { HoldProbe } from './holdProbe';
import { createLibrary, documentUri, encoded, memory, writeDocument } from './madeLibrary';
import { timed, type Measurement } from './measurement';

/** `IP4_DESK_BENCH_DOCUMENTS` says another number, to try it out. */
const DOCUMENTS = Number(process.env['IP4_DESK_BENCH_DOCUMENTS'] ?? 500);
const FILES_ELSEWHERE = 2000;
const PASSAGES = 100;
const SEED = 7;

/** Milliseconds after which an import is given up. */
const PATIENCE = 240_000;

const { fs } = vscode.workspace;

/**
 * Measures, in a fresh extension host, a library of its own beside the extension's: from nothing to
 * everything searchable, one changed file, and the start from what was stored. Documents are text
 * of made-up words, as frequent as words are (Zipf's law).
 */
export async function run(): Promise<void> {
  await activated();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const base = vscode.Uri.joinPath(folder.uri, '..', 'library');
  await writeDocuments(base);
  const before = memory();
  const probe = new HoldProbe();
  try {
    await report([
      ...(await measureImport(base, probe, before)),
      ...(await measureRestart(base, probe)),
      ...(await measureElsewhere(vscode.Uri.joinPath(folder.uri, '..', 'apart'))),
    ]);
  } finally {
    probe.dispose();
  }
}

async function measureImport(
  base: vscode.Uri,
  probe: HoldProbe,
  before: NodeJS.MemoryUsage,
): Promise<readonly Measurement[]> {
  const library = createLibrary(base);
  const start = performance.now();
  let first = 0;
  library.onDidChangeContents(() => (first ||= performance.now() - start));
  probe.reset();
  await library.start();
  const isRead = () =>
    library.contents?.sources.length === DOCUMENTS && library.progress === undefined;
  await waitFor('the import', isRead, PATIENCE);
  const all = performance.now() - start;
  const hold = probe.longest;
  const after = memory();

  probe.reset();
  const changed = await timed(async () => {
    await fs.writeFile(documentUri(base, 0), encoded('One passage is left.'));
    const left = (DOCUMENTS - 1) * PASSAGES + 1;
    await waitFor('the change', () => library.contents?.index.size === left);
  });
  const changeHold = probe.longest;
  library.dispose();
  const passages = DOCUMENTS * PASSAGES;
  const named = (what: string) => `library of ${passages.toLocaleString('en')} passages: ${what}`;
  const megabytes = (of: 'rss' | 'heapUsed' | 'arrayBuffers'): readonly Measurement[] => [
    { name: named(`${of} before`), value: before[of] / 1e6, unit: 'MB' },
    { name: named(`${of} after`), value: after[of] / 1e6, unit: 'MB' },
  ];
  return [
    { name: named('first searchable'), value: first, unit: 'ms' },
    { name: named('all searchable'), value: all, unit: 'ms' },
    { name: named('longest hold while importing'), value: hold, unit: 'ms' },
    ...megabytes('rss'),
    ...megabytes('heapUsed'),
    ...megabytes('arrayBuffers'),
    { name: named('one changed file'), value: changed.ms, unit: 'ms' },
    { name: named('longest hold meanwhile'), value: changeHold, unit: 'ms' },
  ];
}

async function measureRestart(base: vscode.Uri, probe: HoldProbe): Promise<readonly Measurement[]> {
  const library = createLibrary(base);
  probe.reset();
  const { ms } = await timed(() => library.start());
  const hold = probe.longest;
  const { size } = library.contents?.index ?? { size: 0 };
  library.dispose();
  if (size <= (DOCUMENTS - 1) * PASSAGES) {
    throw new Error(`Only ${size} passages were stored.`);
  }
  return [
    { name: 'library from storage: all searchable', value: ms, unit: 'ms' },
    { name: 'library from storage: longest hold', value: hold, unit: 'ms' },
  ];
}

/** What a start costs when all lies elsewhere and nothing has changed. */
async function measureElsewhere(base: vscode.Uri): Promise<readonly Measurement[]> {
  const folder = vscode.Uri.joinPath(base, 'elsewhere');
  const place = vscode.Uri.joinPath(base, 'none');
  for (let number = 0; number < FILES_ELSEWHERE; number += 1) {
    const text = encoded(`Document ${number} has one passage.`);
    await fs.writeFile(vscode.Uri.joinPath(folder, `${number}.txt`), text);
  }
  const first = createLibrary(place, folder);
  await first.start();
  const isRead = () =>
    first.contents?.sources.length === FILES_ELSEWHERE && first.progress === undefined;
  await waitFor('the files elsewhere', isRead, PATIENCE);
  first.dispose();
  const second = createLibrary(place, folder);
  const { ms } = await timed(async () => {
    await second.start();
    await waitFor('all', () => second.contents?.sources.length === FILES_ELSEWHERE, PATIENCE);
  });
  second.dispose();
  return [{ name: `${FILES_ELSEWHERE} files elsewhere: all searchable`, value: ms, unit: 'ms' }];
}

async function writeDocuments(base: vscode.Uri): Promise<void> {
  const random = randomFrom(SEED);
  for (let number = 0; number < DOCUMENTS; number += 1) {
    await writeDocument(base, number, PASSAGES, random);
  }
}
