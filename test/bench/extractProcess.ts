import { join } from 'node:path';
import { ExtractionWorker, type ExtractionWay } from '../../src/worker/extractionWorker';
import { nodeWays } from '../../src/worker/nodeWays';
import { jobOf } from '../support/extractionJobs';
import { timed, type Measurement } from './measurement';

/** Megabytes that are sent there and thrown away: no text, so that all of the time is the way. */
const SENT = 64;

/**
 * Measures reading in a process of its own and in a thread, with the index that is made as well.
 * @param folder of the bundles that read
 */
export async function measureProcess(
  folder: string,
  text: Uint8Array,
  pdf: { readonly bytes: Uint8Array; readonly pages: number },
): Promise<readonly Measurement[]> {
  const bundles = {
    extractor: join(folder, 'extractor.js'),
    watch: join(folder, 'memoryWatch.js'),
  };
  const measurements: Measurement[] = [];
  for (const way of nodeWays(bundles)) {
    measurements.push(...(await measureWay(way, text, pdf)));
  }
  return measurements;
}

async function measureWay(
  way: ExtractionWay,
  text: Uint8Array,
  pdf: { readonly bytes: Uint8Array; readonly pages: number },
): Promise<readonly Measurement[]> {
  const say = (message: string): void => void process.stderr.write(`${message}\n`);
  let resident = 0;
  const watched: ExtractionWay = {
    name: way.name,
    start: (limits, listener) =>
      way.start(limits, {
        ...listener,
        onResident: (bytes) => {
          resident = Math.max(resident, bytes);
          listener.onResident(bytes);
        },
      }),
  };
  const worker = new ExtractionWorker(
    { ways: [watched] },
    { info: say, warn: say, error: say },
    { memoryMB: 4_000 },
  );
  // A thread takes the bytes that it is given.
  const read = async (path: string, bytes: Uint8Array): Promise<number> => {
    const job = jobOf(path, bytes.slice());
    const { ms } = await timed(() => worker.run(job, () => undefined));
    return ms;
  };
  try {
    const first = await read('/a.txt', new Uint8Array([65]));
    const sent = await read('/a.txt', encodedPadding());
    await read('/a.txt', text);
    const ofText = await read('/a.txt', text);
    await read('/a.pdf', pdf.bytes);
    const ofPdf = await read('/a.pdf', pdf.bytes);
    const name = (what: string): string => `extraction in ${way.name}: ${what}`;
    return [
      { name: name('start, and a file of one letter'), value: first, unit: 'ms' },
      { name: name(`${SENT} MB sent, hashed and refused`), value: sent, unit: 'ms' },
      {
        name: name('text, read and indexed'),
        value: (1000 * text.length) / 1e6 / ofText,
        unit: 'MB/s',
      },
      { name: name('pdf, read and indexed'), value: (1000 * pdf.pages) / ofPdf, unit: 'pages/s' },
      ...(resident === 0
        ? []
        : [{ name: name('memory at most'), value: resident / 1e6, unit: 'MB' }]),
    ];
  } finally {
    worker.dispose();
  }
}

/** What is refused at its first bytes. */
function encodedPadding(): Uint8Array {
  const bytes = new Uint8Array(SENT * 1e6);
  bytes.set(new TextEncoder().encode('{\\rtf'));
  return bytes;
}
