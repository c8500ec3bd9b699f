import { entryForFile, parseBibliography } from '../core/citation/bibliography';
import { addToBibliography } from '../core/citation/bibliographyEdit';
import type { CitableSource, CitedText } from '../core/citation/citable';
import { STYLE_TRAITS, type CitationStyle } from '../core/note/citationStyles';
import { citeInNote } from '../core/citation/citeInNote';
import { Note } from '../core/note/note';
import { endOfProse } from '../core/citation/writing/footnotes';
import type { Catalog } from '../core/packs/catalog';
import { withEdits } from '../core/checks/fixes';
import { placedDocument, printedLocators } from '../core/library/printedPlaces';
import { documentTitle } from '../core/library/title';
import type { SourceDocument } from '../core/library/document';
import type { SourceId, TextEdit } from '../core/model';
import type { PassageHit } from '../core/search/searcher';
import { matchedSentences } from '../core/search/matchedSentences';
import { createDeskSearcher } from '../core/search/deskSearcher';
import { libraryOf, placeAsText, type ReadSource } from './library';
import { linePlaces } from './linePlaces';

/** What citing a passage changes, as `--cite --json` prints it. Offsets count UTF-16 units. */
export interface CitationRow {
  /** The path of the passage's document. */
  readonly source: string;
  readonly locator: string;
  /** Counted from 1; `null` where the format has no pages. */
  readonly page: number | null;
  /** What goes to the end of the note's text. */
  readonly insertion: string;
  /** What else changes in the note, as it is before the insertion. */
  readonly edits: readonly TextEdit[];
  readonly citekey: string;
  /** The text of the entry that the bibliography lacks; `null` when it has one, or cannot take one. */
  readonly entry: string | null;
  /** All of the note as it is then. */
  readonly note: string;
  /** Why the bibliography cannot take the entry; `null` when it can, or has it. */
  readonly problem: string | null;
}

/** A file as it was read, or that is yet to be. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** As in the extension's settings. */
const BLOCK_QUOTATION_WORDS = 40;

/** The VS Code language id of a new note in a style. */
export function languageOfStyle(style: CitationStyle): string {
  return STYLE_TRAITS[style].language ?? 'plaintext';
}

/** What is to be cited: the first passage that the words find. */
export interface AskedPassage {
  readonly query: string;
  /** Whether all of it is quoted, and not the sentences that hold the words alone. */
  readonly isWhole: boolean;
}

/**
 * What citing the first passage that the words find puts at the end of a note, and into its
 * bibliography; `undefined` when they find none.
 * @param fileOf a document's path as the bibliography is to have it
 */
export function citationRow(
  { query, isWhole }: AskedPassage,
  catalog: Catalog,
  sources: readonly ReadSource[],
  note: { readonly text: string; readonly language: string; readonly style: CitationStyle },
  bibliography: TextFile,
  fileOf: (path: string) => string,
): CitationRow | undefined {
  const { entries } = parseBibliography(bibliography.text, bibliography.path);
  const described = sources.map(({ path, document }) => {
    const metadata = { ...document.metadata, ...entryForFile(entries, path)?.metadata };
    return { path, document: { ...document, metadata } };
  });
  const library = libraryOf(described);
  const searcher = createDeskSearcher(catalog, () => library);
  const [hit] = searcher.search(query, { kinds: ['passage'], limit: 1 }).hits;
  const found = described.find(({ path }) => path === hit?.source);
  if (hit?.kind !== 'passage' || found === undefined) {
    return undefined;
  }
  const source = citableOf(found);
  const { citekey, edit, problem } = addToBibliography(
    bibliography.text,
    bibliography.path,
    source,
    fileOf(found.path),
  );
  const { text, language, style } = note;
  const read = new Note(text, language);
  const at = endOfProse(read, style);
  const cited = { ...quotedOf(hit, found.document, source, isWhole), source };
  const { insertion, edits } = citeInNote(read, at, cited, 'quotation', {
    style,
    latexQuotes: 'csquotes',
    blockQuotationWords: BLOCK_QUOTATION_WORDS,
    citekey,
  });
  return {
    source: found.path,
    locator: hit.locator,
    page: hit.page ?? null,
    insertion,
    edits,
    citekey,
    entry: edit?.text.trim() ?? null,
    note: withEdits(text, [{ start: at, end: at, text: insertion }, ...edits]),
    problem: problem ?? null,
  };
}

function quotedOf(
  { id, text, highlights }: PassageHit,
  document: SourceDocument,
  { title, label }: CitableSource,
  isWhole: boolean,
): Pick<CitedText, 'text' | 'locators'> {
  const { start, end } = isWhole
    ? { start: 0, end: text.length }
    : matchedSentences(text, highlights.text, document.metadata.language);
  const passages = document.passages.filter((passage) => passage.id === id);
  return {
    text: text.slice(start, end),
    locators: printedLocators(placedDocument(document, title ?? label), passages),
  };
}

function citableOf({ path, document: { metadata } }: ReadSource): CitableSource {
  return {
    ...metadata,
    id: path as SourceId,
    type: metadata.type ?? 'document',
    label: documentTitle(metadata, path),
  };
}

/** The citation, the note's other changes with their places, and the bibliography's entry. */
export function citationRowAsText(row: CitationRow, text: string): string {
  const { source, insertion, edits, citekey, entry, problem } = row;
  const places = linePlaces(text, edits);
  return [
    placeAsText(source, row),
    insertion.trim(),
    ...edits.map(({ text: edit }, index) => `${places[index]} ${edit.trim()}`),
    entry ?? problem ?? `The bibliography has it: ${citekey}`,
  ].join('\n\n');
}
