import { withAccents } from './pdfAccents';
import { withDropCaps } from './pdfDropCaps';
import type { PdfFragment } from './pdfLines';
import { withoutRuby } from './pdfRuby';

/**
 * The fragments of a page as its reader takes them: accents on their letters, initials with their
 * words, and without readings beside characters.
 * @param fragments in the order of the file
 */
export function mendedFragments(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  return withDropCaps(withoutRuby(withAccents(fragments)));
}
