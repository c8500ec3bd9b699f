import type { Span } from '../../model';
import { SpanSet } from '../../text/spanSet';
import type { Note } from '../note';
import type { CitekeyUse } from './citekeyUse';

/** UTF-16 units of the beginning of a hidden range, as many as say what it is. */
const LONGEST_HEAD = 40;

/**
 * The citekeys that a note cites, in the order of the note, by the markup of its language. What
 * stands in code, comments, front matter and addresses is no citation. Linear in the length of the
 * text, whatever it holds.
 */
export function citekeyUsesIn({
  text,
  hidden,
  addresses,
  language: { citekeys },
}: Pick<Note, 'text' | 'hidden' | 'addresses' | 'language'>): readonly CitekeyUse[] {
  const closed: Span[] = [];
  for (let index = 0; index < hidden.count; index++) {
    const [start, end] = [hidden.start(index), hidden.end(index)];
    const head = text.slice(start, Math.min(end, start + LONGEST_HEAD));
    if (!citekeys.mayCite(head, text.charAt(start - 1))) {
      closed.push({ start, end });
    }
  }
  const spans = new SpanSet([...closed, ...addresses]);
  const uses = citekeys.read(text, (offset) => spans.touches({ start: offset, end: offset + 1 }));
  return [...uses].sort((one, other) => one.start - other.start);
}
