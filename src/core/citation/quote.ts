import { citationsOf, entryText, type Catalog } from '../packs/catalog';
import type { EntryRef, Locator, Source } from '../model';
import type { CitedText } from './citable';
import { printedPlace } from './citedPlace';
import { formatCitation } from './plainCitation';
import { withSingleMarks } from './quotationMarks';

/**
 * A text with its citation behind it, as plain text for a note. No quotation marks: what a pack says
 * is told in its own words, so it paraphrases its source.
 */
export function quoteWithCitation(text: string, citation: string): string {
  // Within parentheses, parentheses become brackets.
  return `${text.trim()} (${citation.replaceAll('(', '[').replaceAll(')', ']')})`;
}

/**
 * The text of an entry with the first place that it rests on, as a digest of that place. Cites the
 * pack's source even where the user has a copy of it. `undefined` when there is no such entry, and
 * when no source says it: topics have none, and the citations of general knowledge only use the notion.
 */
export function citeEntry(catalog: Catalog, ref: EntryRef): CitedText | undefined {
  const entry = catalog.get(ref.kind, ref.id);
  if (entry === undefined) {
    return undefined;
  }
  const [place] = 'basis' in entry && entry.basis.kind === 'general' ? [] : citationsOf(entry);
  const source = place && catalog.source(place.source);
  return place && source
    ? { text: entryText(entry), source, locators: printedIn(source, place.locator), isDigest: true }
    : undefined;
}

/** A place in a pack's source as its readers find it: where locators count, the section. */
function printedIn({ sections }: Source, locator: Locator): readonly Locator[] {
  const section = /^(\d+)\.\d/.exec(locator)?.[1];
  const printed = section === undefined ? locator : sections?.[Number(section)];
  return printed === undefined ? [] : [printed];
}

/**
 * The text of an entry with its citation behind it, as plain text; without one when there is none
 * that says it. `undefined` when there is no such entry.
 */
export function quoteEntry(catalog: Catalog, ref: EntryRef): string | undefined {
  const cited = citeEntry(catalog, ref);
  if (cited === undefined) {
    const entry = catalog.get(ref.kind, ref.id);
    return entry && entryText(entry);
  }
  const citation = formatCitation(cited.source, printedPlace(cited.locators));
  return quoteWithCitation(cited.text, citation);
}

/**
 * Words of a document as a quotation with their place behind it, as plain text for a note.
 * Quotation marks within become single ones, and lines one line, as a quotation that runs in has them.
 *
 * @param locators of the first and the last passage that the words are from, or of the one
 */
export function quotePassage(text: string, source: Source, locators: readonly Locator[]): string {
  const words = withSingleMarks(text.replace(/\s+/g, ' ').trim());
  const citation = formatCitation(source, printedPlace(locators));
  return quoteWithCitation(`“${words}”`, citation);
}
