import { editDistance, LONGEST_COMPARED, prefixEditDistance } from './editDistance';

/** Finds words that are a few edits away: by length, then by the letters they hold, then for sure. */
export class SimilarWords {
  /** One bit a letter of each word. */
  private readonly letters: Uint32Array;
  /** Words of length `n` are `byLength[starts[n]]` up to `byLength[starts[n + 1]]`. */
  private readonly starts = new Uint32Array(LONGEST_COMPARED + 2);
  private readonly byLength: Uint32Array;

  constructor(private readonly words: readonly string[]) {
    this.letters = Uint32Array.from(words, letterMask);
    for (const word of words) {
      if (word.length <= LONGEST_COMPARED) {
        this.starts[word.length + 1]! += 1;
      }
    }
    for (let length = 0; length <= LONGEST_COMPARED; length += 1) {
      this.starts[length + 1]! += this.starts[length]!;
    }
    const next = this.starts.slice();
    this.byLength = new Uint32Array(this.starts[LONGEST_COMPARED + 1]!);
    words.forEach((word, number) => {
      if (word.length <= LONGEST_COMPARED) {
        this.byLength[next[word.length]!++] = number;
      }
    });
  }

  /** Calls `visit` with each word at most `maxEdits` away from `word`, and how far it is. */
  find(word: string, maxEdits: number, visit: (found: number, edits: number) => void): void {
    const mask = letterMask(word);
    for (const candidate of this.ofLength(word.length - maxEdits, word.length + maxEdits)) {
      const letters = this.letters[candidate]!;
      if (bitCount(mask & ~letters) <= maxEdits && bitCount(letters & ~mask) <= maxEdits) {
        const edits = editDistance(word, this.words[candidate]!, maxEdits);
        if (edits <= maxEdits) {
          visit(candidate, edits);
        }
      }
    }
  }

  /** Like `find`, for the beginning of a word: `typed` is at most `maxEdits` from some prefix. */
  findCompletions(
    typed: string,
    maxEdits: number,
    visit: (found: number, edits: number) => void,
  ): void {
    const mask = letterMask(typed);
    for (const candidate of this.ofLength(typed.length - maxEdits, LONGEST_COMPARED)) {
      if (bitCount(mask & ~this.letters[candidate]!) <= maxEdits) {
        const edits = prefixEditDistance(typed, this.words[candidate]!, maxEdits);
        if (edits <= maxEdits) {
          visit(candidate, edits);
        }
      }
    }
  }

  private ofLength(shortest: number, longest: number): Uint32Array {
    const from = Math.min(Math.max(shortest, 0), LONGEST_COMPARED + 1);
    const to = Math.min(longest, LONGEST_COMPARED) + 1;
    return this.byLength.subarray(this.starts[from], this.starts[to]);
  }
}

/** A bit for each of a–z that occurs, and six for all other units together. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    mask |= 1 << (code >= 0x61 && code <= 0x7a ? code - 0x61 : 26 + (code % 6));
  }
  return mask >>> 0;
}

/** How many bits are set (Hacker's Delight, figure 5-2). */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
