import { readFile } from 'node:fs/promises';
import { DocumentReader } from '../../src/cli/documentReader';
import { readPassages } from '../../src/cli/corpusFiles';
import { indexedSource } from '../../src/cli/library';
import type { SourceDocument } from '../../src/core/library/document';
import type { Catalog } from '../../src/core/packs/catalog';
import { loadPacks } from '../../src/core/packs/load';
import type { IndexedSource } from '../../src/core/search/libraryIndex';
import { decodeTags, encodeTags } from '../../src/core/tags/tagCodec';
import { TagIndex } from '../../src/core/tags/tagIndex';
import { Tagger, type TaggableDocument } from '../../src/core/tags/tagger';
import { knownTermOfPack } from '../../src/core/terms/knownTerm';
import { defined, itemAt } from '../../src/util/defined';
import { SlicedWork } from '../../src/util/slicedWork';
import { ownTerms } from '../support/knownTerms';
import { HoldProbe } from './holdProbe';
import { timed, type Measurement } from './measurement';

/** A smaller corpus is gone through again until there are as many. */
const PASSAGES = 100_000;
const A_SOURCE = 200;
const TERMS = 50_000;
const MAX_BYTES = 64 << 20;
const A_PAGE = 50;

/**
 * Measures the tagging of a library: `tags.js CORPUS FOLDER`, see `readPassages`; the folder has the
 * bundles that read documents. Prints a list of measurements as JSON.
 */
async function main(): Promise<void> {
  const [corpus = '', folder = ''] = process.argv.slice(2);
  const { catalog } = await loadPacks({ readText: (path) => readFile(path, 'utf8') }, [
    'data/nato-ip4',
  ]);
  const texts = textsOf(await readPassages(corpus));
  const probe = new HoldProbe();
  const measurements = await measureAll(catalog, texts, new DocumentReader(folder), probe);
  probe.dispose();
  process.stdout.write(JSON.stringify(measurements));
}

async function measureAll(
  catalog: Catalog,
  texts: readonly string[],
  reader: DocumentReader,
  probe: HoldProbe,
): Promise<readonly Measurement[]> {
  const work = new SlicedWork();
  const terms = catalog.all('term').map(knownTermOfPack);
  const { result: tagger, ms: made } = await timed(() =>
    work.run(Tagger.inSlices({ catalog, terms })),
  );
  const readAll = async (onRead: (source: IndexedSource) => void): Promise<SourceDocument[]> => {
    const documents: SourceDocument[] = [];
    for (const [at, text] of texts.entries()) {
      const path = `${at}.txt`;
      const read = await reader.read(new TextEncoder().encode(text), path, MAX_BYTES);
      if ('document' in read) {
        documents.push(read.document);
        onRead(indexedSource({ path, document: read.document }));
      }
    }
    return documents;
  };
  const { result: documents, ms: reading } = await timed(() => readAll(() => undefined));
  const { ms: withReading } = await timed(async () => {
    let tagging: Promise<unknown> = Promise.resolve();
    await readAll((source) => {
      tagging = work.run(tagger.tagInSlices(source));
    });
    await tagging;
  });
  reader.dispose();
  const sources = documents.map((document, at) => indexedSource({ path: `${at}.txt`, document }));
  const passages = sources.reduce((sum, source) => sum + source.passages.length, 0);

  const index = new TagIndex();
  probe.reset();
  const { ms: again } = await timed(async () => {
    for (const source of sources) {
      index.put(source.id, await work.run(tagger.tagInSlices(source)));
    }
  });
  const held = probe.longest;
  const stamp = { knowledge: '', document: '' };
  const { result: stored, ms: encoded } = await timed(() =>
    sources.map(({ id }) => encodeTags({ stamp, tags: defined(index.of(id)) })),
  );
  const { ms: decoded } = await timed(() => stored.forEach((bytes) => decodeTags(bytes)));

  const topics = catalog.all('topic').map(({ id }) => id);
  const counting = await timed(() => topics.map((id) => index.count('topic', [id])));
  const countingAgain = await timed(() => topics.map((id) => index.count('topic', [id])));
  const [busiest = ''] = [...topics].sort(
    (one, other) => index.count('topic', [other]).all - index.count('topic', [one]).all,
  );
  const page = await timed(() =>
    index
      .sourcesOf('topic', [busiest])
      .slice(0, A_PAGE)
      .map(({ source }) => index.passagesOf('topic', [busiest], source).slice(0, A_PAGE)),
  );
  const own = ownTerms(
    'large',
    Array.from({ length: TERMS }, (_, at) => ({
      name: `mooring ${at}`,
      aliases: [`berth of boat ${at}`],
    })),
  );
  probe.reset();
  const visible = await timed(async () => {
    const changed = await work.run(Tagger.inSlices({ catalog, terms: [...own, ...terms] }));
    return work.run(changed.tagInSlices(itemAt<TaggableDocument>(sources, 0)));
  });
  const bytes = stored.reduce((sum, { length }) => sum + length, 0);
  const figure = (name: string, value: number, unit: string): Measurement => ({
    name: `tags: ${name}`,
    value,
    unit,
  });
  const all = `${passages.toLocaleString('en')} passages`;
  return [
    figure('what tags, made of the shipped packs', made, 'ms'),
    figure(`${all} read`, reading, 'ms'),
    figure(`${all} read and tagged`, withReading, 'ms'),
    figure(`${all} tagged again`, again, 'ms'),
    figure(`${all} tagged again, thread held at most`, held, 'ms'),
    figure(`${all} written out`, encoded, 'ms'),
    figure(`${all} read back`, decoded, 'ms'),
    figure(`${all} in files`, bytes / 1e6, 'MB'),
    figure('the counts of all topics, the first time', counting.ms, 'ms'),
    figure('the counts of all topics', countingAgain.ms, 'ms'),
    figure('the first page of the topic with most passages', page.ms, 'ms'),
    figure(
      `what is visible, after a change with ${TERMS.toLocaleString('en')} terms`,
      visible.ms,
      'ms',
    ),
    figure('what is visible, thread held at most', probe.longest, 'ms'),
  ];
}

/** Documents of some passages each. */
function textsOf(read: Awaited<ReturnType<typeof readPassages>>): readonly string[] {
  return Array.from({ length: PASSAGES / A_SOURCE }, (_, source) =>
    Array.from({ length: A_SOURCE }, (_, at) => {
      const [text = ''] = itemAt(read, (source * A_SOURCE + at) % read.length);
      return [text].flat().join(' ');
    }).join('\n\n'),
  );
}

void main();
