import type { Explanation } from '../../../core/preview/explanation';
import type { KnownTerm } from '../../../core/terms/knownTerm';

/** What the preview tells about a term. */
export function explanationOf({ name, definition, origin }: KnownTerm): Explanation {
  // The shipped terms go by the product's name, which is the same in every language.
  return { name, definition, label: origin.kind === 'pack' ? 'IP4 Desk' : origin.label };
}
