import { entryText, type Catalog } from '../packs/catalog';
import type { EntryRef, Locator, Source } from '../model';
import { citeEntry } from './citedEntry';
import { printedPlace } from './citedPlace';
import { formatCitation } from './plainCitation';
import { withSingleMarks } from './singleMarks';

/**
 * A text with its citation behind it, as plain text for a note. No quotation marks: what a pack says
 * is told in its own words, so it paraphrases its source.
 */
export function quoteWithCitation(text: string, citation: string): string {
  // Within parentheses, parentheses become brackets.
  return `${text.trim()} (${citation.replaceAll('(', '[').replaceAll(')', ']')})`;
}

/**
 * The text of an entry with its citation behind it, as plain text; without one when there is none
 * that says it. `undefined` when there is no such entry.
 */
export function quoteEntry(catalog: Catalog, ref: EntryRef): string | undefined {
  const digests = citeEntry(catalog, ref);
  if (digests.length === 0) {
    const entry = catalog.get(ref.kind, ref.id);
    return entry && entryText(entry);
  }
  return digests
    .map(({ text, source, locators }) =>
      quoteWithCitation(text, formatCitation(source, printedPlace(locators))).trim(),
    )
    .join(' ');
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
