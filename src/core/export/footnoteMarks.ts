import { textOfRuns, type DocumentRun } from './documentTree';
import { tidyRuns } from './lineReader';

/**
 * A line whose marks of citations stand behind the punctuation, and cling to the words.
 * @param movable those marks; the note has put others where they belong
 */
export function behindPunctuation(
  runs: readonly DocumentRun[],
  movable: WeakSet<DocumentRun>,
): readonly DocumentRun[] {
  const moved: DocumentRun[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || !movable.has(run)) {
      if (run !== undefined) {
        moved.push(run);
      }
      continue;
    }
    const before = moved.at(-1);
    if (before?.kind === 'text') {
      moved[moved.length - 1] = { ...before, text: before.text.trimEnd() };
    }
    const next = runs[at + 1];
    const [stop = ''] = next?.kind === 'text' ? (/^[.,;:!?]+[”’"')]*/u.exec(next.text) ?? []) : [];
    if (next?.kind === 'text' && stop !== '') {
      const rest = next.text.slice(stop.length);
      moved.push({ ...next, text: stop }, run, ...(rest === '' ? [] : [{ ...next, text: rest }]));
      at += 1;
    } else {
      moved.push(run);
    }
  }
  return moved;
}

/** A thin blank between marks that follow each other: “12” would be the twelfth footnote. */
export function marksApart(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  return runs.flatMap((run, at): readonly DocumentRun[] =>
    run.kind === 'note' && runs[at - 1]?.kind === 'note'
      ? [{ kind: 'text', text: '\u2009' }, run]
      : [run],
  );
}

/** The prefix of a citation with one blank behind it. */
export function spaced(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  const tidy = tidyRuns(runs);
  return tidy.length === 0 ? [] : [...tidy, { kind: 'text', text: ' ' }];
}

/** A note that begins with a capital. */
export function capitalisedNote(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  const [first, ...others] = runs;
  return first?.kind === 'text' && /^[a-z]/.test(first.text) && first.link === undefined
    ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others]
    : runs;
}

/** A note with a stop at its end. */
export function closedNote(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  const tidy = tidyRuns(runs);
  const last = tidy.at(-1);
  return last === undefined || /[.!?…][”’"')\]]*$/u.test(textOfRuns(tidy))
    ? tidy
    : [...tidy, { kind: 'text', text: '.' }];
}
