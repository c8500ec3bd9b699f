import type { Span } from '../model';
import { sentenceEnds } from './sentences';

/** What ends a sentence. */
const ENDING = /[.!?…。！？]["'”’»)\]」』]*$/u;
/** Longer than what may stand behind a full stop. */
const TAIL = 40;

/**
 * The sentences of a passage, blanks after them included. Unlike the stretches between `sentenceEnds`,
 * each ends with a mark that ends one, or with a line of a list or a table.
 * @param language see `sentenceEnds`
 */
export function sentenceSpans(text: string, language?: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const end of sentenceEnds(text, language)) {
    if (end === text.length || ends(text.slice(Math.max(start, end - TAIL), end))) {
      sentences.push({ start, end });
      start = end;
    }
  }
  return sentences;
}

/** Whether a sentence ends so, or a line of a list or a table, which no word goes on behind. */
function ends(tail: string): boolean {
  const words = tail.trimEnd();
  const isLine = tail.slice(words.length).includes('\n') && !/[-‐\u00AD]$/.test(words);
  return isLine || ENDING.test(words);
}
