import { rank } from '../../util/rank';
import { itemAt } from '../../util/defined';
import type { TextEdit } from '../model';
import type { Finding } from './finding';

/**
 * The edits of all fixes that can be made at once, ascending and without overlap: of two fixes that
 * touch the same words, the first.
 */
export function editsOfAll(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fix } of findings) {
    if (fix?.edits.every((edit) => isFree(taken, edit))) {
      fix.edits.forEach((edit) => taken.splice(placeOf(taken, edit), 0, edit));
    }
  }
  return taken;
}

/** Whether an edit leaves alone what those `taken`, ascending, change. */
function isFree(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const place = placeOf(taken, edit);
  const before = taken[place - 1];
  const behind = taken[place];
  return (
    (before === undefined || (before.start < edit.start && before.end <= edit.start)) &&
    (behind === undefined || (edit.start < behind.start && edit.end <= behind.start))
  );
}

/** How many of the edits, ascending, begin before another or where it does. */
function placeOf(edits: readonly TextEdit[], { start }: TextEdit): number {
  return rank(edits.length, (index) => itemAt(edits, index).start <= start);
}

/** A text with edits made that do not overlap, given in any order. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: inserted } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}
