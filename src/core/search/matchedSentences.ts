import { trimmedSpan } from '../text/trimmedSpan';
import { stemmer } from 'stemmer';
import type { Span } from '../model';
import { lettersOf } from '../text/normalise';
import { sentenceSpans } from '../text/sentenceSpans';

/** Words that stand further apart are not quoted together. */
const MOST_SENTENCES = 3;

interface Sentence extends Span {
  /** What the query found in it, each word once, whatever its form. */
  readonly words: ReadonlySet<string>;
}

/**
 * The sentences of a passage that a query is about: as few whole ones in a row as hold all of the
 * different words that it found, or, where these stand too far apart, the one that holds the most.
 * All of the text where nothing is found in it.
 * @param highlights where the query matched, ascending, without overlap
 */
export function matchedSentences(
  text: string,
  highlights: readonly Span[],
  language?: string,
): Span {
  const sentences = sentencesOf(text, highlights, language);
  const found = new Set(sentences.flatMap(({ words }) => [...words]));
  if (found.size === 0) {
    return trimmedSpan(text, { start: 0, end: text.length });
  }
  let best: { readonly run: readonly Sentence[]; readonly words: number } | undefined;
  for (let length = 1; length <= MOST_SENTENCES; length++) {
    for (let first = 0; first + length <= sentences.length; first++) {
      const run = sentences.slice(first, first + length);
      const words = new Set(run.flatMap((sentence) => [...sentence.words])).size;
      const isWhole = words === found.size;
      if (words > (best?.words ?? 0) && (length === 1 || isWhole)) {
        best = { run, words };
      }
    }
  }
  const [start, end] = [best?.run[0]?.start ?? 0, best?.run.at(-1)?.end ?? text.length];
  return trimmedSpan(text, { start, end });
}

function sentencesOf(
  text: string,
  highlights: readonly Span[],
  language: string | undefined,
): readonly Sentence[] {
  const names = namesOf(text, highlights);
  const sentences: Sentence[] = [];
  let words = new Set<string>();
  let next = 0;
  let reach = 0;
  let from: number | undefined;
  for (const { start, end } of sentenceSpans(text, language)) {
    for (let found = highlights[next]; found && found.start < end; found = highlights[++next]) {
      words.add(names[next] ?? '');
      reach = found.end;
    }
    from ??= start;
    // What is found across an end holds both of its sentences together.
    if (reach <= end) {
      sentences.push({ start: from, end, words });
      words = new Set();
      from = undefined;
    }
  }
  return sentences;
}

/** What parts a word that is written together elsewhere: "co operation", "co-" at the end of a line. */
const APART = /^(?:\s|[-‐‑\u00AD]\s*)$/u;

/**
 * What was found at each highlight, the same for every form of a word; one that stands apart is one
 * word where it is found together as well.
 */
function namesOf(text: string, highlights: readonly Span[]): readonly string[] {
  const names = highlights.map(({ start, end }) => wordOf(text.slice(start, end)));
  const known = new Set(names);
  for (const [at, { start, end }] of highlights.entries()) {
    const next = highlights[at + 1];
    if (next !== undefined && APART.test(text.slice(end, next.start))) {
      const together = wordOf(text.slice(start, next.end));
      if (known.has(together)) {
        names.splice(at, 2, together, together);
      }
    }
  }
  return names;
}

function wordOf(written: string): string {
  return stemmer(String.fromCharCode(...lettersOf(written)));
}
