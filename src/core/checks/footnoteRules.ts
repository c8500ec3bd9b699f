import type { Span } from '../model';
import type { FootnoteDefinition, FootnoteMark } from '../note/footnotes';
import type { Finding } from './finding';
import type { NoteReading } from './noteReading';

/** Labels that a language gives by counting, in which marks and footnotes are paired by their order. */
const COUNTED = /^[#*]$/;

/** Marks that lead to no footnote, and footnotes that say nothing. */
export function footnotesWithoutText({ note }: NoteReading): readonly Finding[] {
  const { marks, definitions } = note.footnotes;
  const said = labelsOf(definitions);
  const used = labelsOf(marks);
  return [
    ...missing(marks, said).map((mark) => finding('footnote-without-text', mark, mark.label)),
    ...definitions
      .filter(({ words, label }) => words.start === words.end && used.has(keyOf(label)))
      .map((one) => finding('footnote-without-text', labelSpan(note.text, one), one.label)),
  ];
}

/** Footnotes that no mark leads to. */
export function footnotesWithoutMark({ note }: NoteReading): readonly Finding[] {
  const { marks, definitions } = note.footnotes;
  return missing(definitions, labelsOf(marks)).map((one) =>
    finding('footnote-without-mark', labelSpan(note.text, one), one.label),
  );
}

function missing<T extends FootnoteMark | FootnoteDefinition>(
  all: readonly T[],
  known: ReadonlySet<string>,
): readonly T[] {
  return all.filter(({ label }) => !COUNTED.test(label) && !known.has(keyOf(label)));
}

/** Of labels that differ by case alone, some renderers take one for the other. */
function keyOf(label: string): string {
  return label.toLowerCase();
}

function labelsOf(labelled: readonly { readonly label: string }[]): ReadonlySet<string> {
  return new Set(labelled.map(({ label }) => keyOf(label)));
}

function finding(rule: Finding['rule'], { start, end }: Span, label: string): Finding {
  return { rule, start, end, args: [label] };
}

/** What a footnote begins with: its label with all that marks it as one. */
function labelSpan(text: string, { start, words }: FootnoteDefinition): Span {
  const end = text.slice(start, words.start).trimEnd().length;
  return { start, end: start + end };
}
