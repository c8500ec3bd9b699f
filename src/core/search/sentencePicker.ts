import type { Span } from '../model';
import { sentenceSpans } from '../text/sentenceSpans';
import { trimmedSpan } from '../text/trimmedSpan';
import { standsAt, type AnalysedText } from './highlights';
import type { Slot } from './slots';

/** Picks the sentence of a passage that bears most on another sentence. */
export class SentencePicker {
  /** For each word of the index, the slots that it fills, and how well. */
  private readonly fillings = new Map<number, Filling[]>();

  /** @param slots the words of the other sentence */
  constructor(private readonly slots: readonly Slot[]) {
    slots.forEach(({ words, weights }, slot) => {
      words.forEach((word, at) => {
        const filling = { slot, weight: weights[at]! };
        this.fillings.set(word, [...(this.fillings.get(word) ?? []), filling]);
      });
    });
  }

  /**
   * The sentence whose words tell most of those that are sought, each counted once; the first of
   * equal ones. All of the text when none holds any.
   */
  pick(text: string, analysed: AnalysedText): Span {
    let best: Span = { start: 0, end: text.length };
    let most = 0;
    let first = 0;
    for (const sentence of sentenceSpans(text)) {
      let next = first;
      while (next < analysed.spans.length && analysed.spans[next]!.start < sentence.end) {
        next += 1;
      }
      const told = this.toldBy(analysed, first, next);
      if (told > most) {
        [best, most] = [sentence, told];
      }
      first = next;
    }
    return trimmedSpan(text, best);
  }

  /** The information of what the words from `first` up to `next` fill. */
  private toldBy(text: AnalysedText, first: number, next: number): number {
    const filled = new Float32Array(this.slots.length);
    const fill = (slot: number, weight: number): void => {
      filled[slot] = Math.max(filled[slot]!, weight);
    };
    for (let at = first; at < next; at += 1) {
      for (const word of [text.words[at]!, text.accented[at]!]) {
        this.fillings.get(word)?.forEach(({ slot, weight }) => fill(slot, weight));
      }
      this.slots.forEach(({ sequences }, slot) => {
        for (const sequence of sequences) {
          if (standsAt(sequence, text, at)) {
            fill(slot, sequence.weight);
          }
        }
      });
    }
    return this.slots.reduce((sum, { information }, slot) => sum + information * filled[slot]!, 0);
  }
}

interface Filling {
  readonly slot: number;
  readonly weight: number;
}
