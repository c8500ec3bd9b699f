import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { loadPacks } from '../core/packs/load';
import { fingerprintsOf } from '../core/library/fingerprints';
import { createDeskSearcher } from '../core/search/deskSearcher';
import { knownTermOfPack } from '../core/terms/knownTerm';
import { languageOfPath } from '../core/note/languageIds';
import { Note } from '../core/note/note';
import { TermSet } from '../core/terms/termSet';
import { decodeText } from '../core/text/readText';
import { citationRow, citationRowAsText, languageOfStyle } from './cite';
import { exportFile, exportFormatOf } from './exportFile';
import { findingRows, findingRowsAsText } from './check';
import { corpusReportAsText } from './corpus';
import { reportCorpus } from './corpusFiles';
import { readGlossaries } from './glossaries';
import { libraryOf, passageRows, passageRowsAsText, type ReadSource } from './library';
import { HELP, parseRequest, UsageError } from './request';
import type { Request } from './request';
import { hitsAsJson, hitsAsText, occurrenceRows, rowsAsText } from './output';
import { quoteRows, quoteRowsAsText, readBibliographyFile } from './quotes';
import { bibliographiesOf } from './noteBibliographies';
import { readyRows, readyRowsAsText } from './ready';
import { readSources } from './sourceFiles';
import { tagRows, tagRowsAsText } from './tags';

const PACK_FOLDERS = ['data/nato-ip4'];

/** The project's folder: this is bundled to `dist/query.js`. */
const root = join(__dirname, '..');

async function answer(request: Request): Promise<string> {
  switch (request.kind) {
    case 'help':
      return HELP;
    case 'search':
    case 'evidence': {
      const library =
        request.sources.length === 0 ? undefined : libraryOf(await readAll(request.sources));
      const searcher = createDeskSearcher(await loadCatalog(), () => library);
      const { query, limit, kind } = request;
      const response =
        kind === 'search'
          ? searcher.search(query, { limit })
          : searcher.findEvidence(query, { limit });
      return request.json ? hitsAsJson(response.hits) : hitsAsText(query, response);
    }
    case 'passages': {
      const rows = (await readAll(request.sources)).flatMap(passageRows);
      return request.json ? JSON.stringify(rows, undefined, 2) : passageRowsAsText(rows);
    }
    case 'tags': {
      const [catalog, { terms }, sources] = await Promise.all([
        loadCatalog(),
        termsWith(request.glossaries),
        readAll(request.sources),
      ]);
      const rows = tagRows({ catalog, terms }, sources);
      return request.json ? JSON.stringify(rows, undefined, 2) : tagRowsAsText(rows);
    }
    case 'fingerprints': {
      const fingerprints = (await readAll([request.file])).flatMap(({ document }) =>
        fingerprintsOf(document),
      );
      return JSON.stringify(fingerprints, undefined, 2);
    }
    case 'terms': {
      const [text, terms] = await Promise.all([
        readText(request.file),
        termsWith(request.glossaries),
      ]);
      const occurrences = terms.occurrencesIn(new Note(text, languageOfPath(request.file)));
      const rows = occurrenceRows(text, occurrences, terms);
      return request.json ? JSON.stringify(rows, undefined, 2) : rowsAsText(rows, text);
    }
    case 'check': {
      const [text, terms] = await Promise.all([
        readText(request.file),
        termsWith(request.glossaries),
      ]);
      const rows = findingRows(text, request.file, terms);
      return request.json ? JSON.stringify(rows, undefined, 2) : findingRowsAsText(rows, text);
    }
    case 'quotes': {
      const { file, sources, bibliography: path } = request;
      const text = await readText(file);
      const read = await readAll(sources);
      const bibliography =
        path === undefined ? undefined : readBibliographyFile(await readText(path), path);
      bibliography?.problems.forEach((problem) => process.stderr.write(`${problem}\n`));
      const rows = quoteRows(text, file, read, bibliography?.entries ?? []);
      return request.json ? JSON.stringify(rows, undefined, 2) : quoteRowsAsText(rows, text);
    }
    case 'ready':
      return whatIsLeft(request);
    case 'cite':
      return citeFirst(request);
    case 'export': {
      const { file, out, bibliography: path } = request;
      const entries =
        path === undefined ? [] : readBibliographyFile(await readText(path), path).entries;
      const format = exportFormatOf(out) ?? 'word';
      const { bytes, problems } = await exportFile(file, await readText(file), format, entries);
      // Renamed into its place: never half a file.
      const partial = `${out}.${process.pid}`;
      await writeFile(partial, bytes);
      await rename(partial, out);
      return request.json ? JSON.stringify({ out, problems }, undefined, 2) : problems.join('\n');
    }
    case 'corpus': {
      const report = await reportCorpus(request.corpus, request.queries, request.isEvidence);
      return request.json ? JSON.stringify(report, undefined, 2) : corpusReportAsText(report);
    }
  }
}

async function whatIsLeft(request: Extract<Request, { readonly kind: 'ready' }>): Promise<string> {
  const { file, sources, bibliography, glossaries, json } = request;
  const text = await readText(file);
  const note = new Note(text, languageOfPath(file));
  const [terms, read, found] = await Promise.all([
    termsWith(glossaries),
    sources.length === 0 ? [] : readAll(sources),
    bibliographiesOf(file, note, bibliography, readText),
  ]);
  found.problems.forEach((problem) => process.stderr.write(`${problem}\n`));
  const rows = readyRows(note, read, terms, found);
  return json ? JSON.stringify(rows, undefined, 2) : readyRowsAsText(rows, text);
}

/** @throws Error when the words find no passage */
async function citeFirst(request: Extract<Request, { readonly kind: 'cite' }>): Promise<string> {
  const { query, isWhole, sources, style, note, bibliography = 'references.bib', json } = request;
  const text = note === undefined ? '' : await readText(note);
  const row = citationRow(
    { query, isWhole },
    await loadCatalog(),
    await readAll(sources),
    { text, language: note === undefined ? languageOfStyle(style) : languageOfPath(note), style },
    {
      path: bibliography,
      text: request.bibliography === undefined ? '' : await readText(bibliography),
    },
    (path) => relative(dirname(bibliography), path),
  );
  if (row === undefined) {
    throw new Error(`No passage for "${query}".`);
  }
  return json ? JSON.stringify(row, undefined, 2) : citationRowAsText(row, text);
}

/**
 * Reads documents and folders of documents; says on stderr which of them cannot be read.
 * @throws Error when none can
 */
async function readAll(paths: readonly string[]): Promise<readonly ReadSource[]> {
  const { sources, problems } = await readSources(paths);
  problems.forEach((problem) => process.stderr.write(`${problem}\n`));
  if (sources.length === 0) {
    throw new Error('None of the sources can be read.');
  }
  return sources;
}

/** The terms of glossaries, then the shipped ones; says on stderr what is wrong with the files. */
async function termsWith(glossaries: readonly string[]): Promise<TermSet> {
  const [{ terms, problems }, catalog] = await Promise.all([
    readGlossaries(glossaries, readText),
    loadCatalog(),
  ]);
  problems.forEach((problem) => process.stderr.write(`${problem}\n`));
  return new TermSet([...terms, ...catalog.all('term').map(knownTermOfPack)]);
}

async function loadCatalog() {
  const { catalog, problems } = await loadPacks(
    { readText: (path) => readText(join(root, path)) },
    PACK_FOLDERS,
  );
  for (const { file, path, message, remedy } of problems) {
    process.stderr.write(`${file} ${path}: ${message} ${remedy}\n`);
  }
  return catalog;
}

/** Reads a file in the encoding that it tells, its byte order mark not counted. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read ${path}: ${reason}`);
  });
  return (await decodeText(new Uint8Array(bytes))).text;
}

async function main(): Promise<void> {
  try {
    const output = await answer(parseRequest(process.argv.slice(2)));
    process.stdout.write(output === '' || output.endsWith('\n') ? output : `${output}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

void main();
