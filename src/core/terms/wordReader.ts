import { Gap, JOIN_GAP, JOIN_NONE, MARK, MARKUP_BLANK, gapTable } from '../note/gap';
import { BREAK, HiddenRanges, SPACE } from '../note/hiddenRanges';
import {
  BLANK,
  CAPITAL_SHIFT,
  CLASS_SHIFT,
  DIACRITIC,
  EXPANDING,
  IGNORABLE,
  LOW_SURROGATE,
  NEWLINE,
  PLAIN_LIMIT,
  UNDERSCORE,
  UNSPACED,
  expansion,
  unitTable,
} from '../text/units';
import { STAR } from '../text/characters';

const NO_MARKUP = gapTable('');
const NOTHING_HIDDEN = new HiddenRanges();

/** A word longer than this is never that of a term. */
export const LONGEST_WORD = 256;

/**
 * Reads the words of a text in order, folded and hashed, without making a string. Text and terms
 * go through the same reader, which is what makes them comparable.
 *
 * The work is one table look-up a unit; everything unusual leaves the inner loop. Time is linear:
 * no unit is looked at more than three times.
 */
export class WordReader {
  /**
   * The word's letters as entries of the unit table: folded unit and capital bit. `length` of them;
   * the rest is left over from earlier words.
   */
  readonly letters = new Uint32Array(LONGEST_WORD);
  length = 0;
  hash = 0;
  /** UTF-16 offsets of the word in the text, from its first letter to behind its last. */
  from = 0;
  to = 0;
  /** How it is joined to the word before: see `Gap.join`. */
  join = JOIN_NONE;

  private hasCapitals = false;
  private readonly table = unitTable();
  private text = '';
  private hidden = NOTHING_HIDDEN;
  private gaps = NO_MARKUP;
  private position = 0;
  private hiddenIndex = 0;
  /** Where the text may be read up to: the next hidden range, or its end. */
  private limit = 0;
  private readonly gap = new Gap();
  private lastUnspaced = false;

  /** Begins a text: the words of what `hidden` leaves of it. */
  start(text: string, hidden = NOTHING_HIDDEN, gaps = NO_MARKUP): void {
    this.text = text;
    this.hidden = hidden;
    this.gaps = gaps;
    this.position = 0;
    this.hiddenIndex = 0;
    this.limit = this.nextLimit();
    this.lastUnspaced = false;
  }

  /** The word as a string, folded; of a longer one than `LONGEST_WORD` not all. */
  get word(): string {
    // Each element of a character code is cut to its lower 16 bits, which are the folded unit.
    return String.fromCharCode(...this.letters.subarray(0, Math.min(this.length, LONGEST_WORD)));
  }

  /** Which of the first 32 letters are capitals, the first in bit 0. */
  get capitals(): number {
    let capitals = 0;
    if (this.hasCapitals) {
      for (let i = Math.min(this.length, 32) - 1; i >= 0; i--) {
        capitals = (capitals << 1) | ((this.letters[i]! >>> CAPITAL_SHIFT) & 1);
      }
    }
    return capitals;
  }

  /** Moves to the next word; false at the end of the text, the fields then staying as they are. */
  next(): boolean {
    const { position, text } = this;
    if (
      position > 0 &&
      position + 1 < this.limit &&
      text.charCodeAt(position) === 0x20 &&
      this.table[text.charCodeAt(position + 1)]! < PLAIN_LIMIT
    ) {
      this.join = JOIN_GAP;
      this.position = position + 1;
    } else if (!this.readGap()) {
      return false;
    }
    this.readWord();
    return true;
  }

  private nextLimit(): number {
    return this.hiddenIndex < this.hidden.count
      ? this.hidden.start(this.hiddenIndex)
      : this.text.length;
  }

  private readWord(): void {
    const { text, table, letters } = this;
    let i = this.position;
    let limit = this.limit;
    this.from = i;
    let entry = table[text.charCodeAt(i)]!;
    if (entry >>> CLASS_SHIFT === UNSPACED) {
      this.readUnspaced(i, entry & 0xffff);
      return;
    }
    let hash = 0;
    let length = 0;
    let seen = 0;
    let end = i;
    for (;;) {
      while (i < limit && (entry = table[text.charCodeAt(i)]!) < PLAIN_LIMIT) {
        letters[length & (LONGEST_WORD - 1)] = entry;
        seen |= entry;
        hash = (Math.imul(hash, 31) + (entry & 0xffff)) | 0;
        length++;
        i++;
        end = i;
      }
      if (i >= limit) {
        if (!this.continuesBehindHidden()) {
          break;
        }
        i = this.position;
        limit = this.limit;
        continue;
      }
      const unitClass = entry >>> CLASS_SHIFT;
      if (unitClass === BLANK) {
        break;
      } else if (unitClass === DIACRITIC) {
        end = ++i;
      } else if (unitClass === IGNORABLE) {
        i++;
      } else if (unitClass === LOW_SURROGATE) {
        letters[length & (LONGEST_WORD - 1)] = entry & 0xffff;
        hash = (Math.imul(hash, 31) + (entry & 0xffff)) | 0;
        length++;
        end = ++i;
      } else if (unitClass === EXPANDING) {
        const capital = entry & (1 << CAPITAL_SHIFT);
        for (const letter of expansion(entry)) {
          const unit = letter.charCodeAt(0);
          letters[length & (LONGEST_WORD - 1)] = unit | capital;
          hash = (Math.imul(hash, 31) + unit) | 0;
          length++;
        }
        seen |= capital;
        end = ++i;
      } else {
        // Underscores and stars within a word: the first belong to it, the others are emphasis
        // of a part of it. At its edge both are marks.
        const mark = text.charCodeAt(i);
        const within =
          unitClass === UNDERSCORE || (mark === STAR && this.gaps[STAR] === MARK)
            ? this.behindRun(i, mark, limit)
            : 0;
        if (within === 0) {
          break;
        }
        for (; unitClass === UNDERSCORE && i < within; i++) {
          letters[length & (LONGEST_WORD - 1)] = mark;
          hash = (Math.imul(hash, 31) + mark) | 0;
          length++;
        }
        i = within;
      }
    }
    this.finish(i, end, length, hash, seen);
    this.lastUnspaced = false;
  }

  private readUnspaced(start: number, unit: number): void {
    const { text, letters } = this;
    letters[0] = unit;
    let hash = unit;
    let length = 1;
    if (unit >= 0xd800 && unit < 0xdc00 && start + 1 < this.limit) {
      const low = text.charCodeAt(start + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        letters[1] = low;
        hash = (Math.imul(hash, 31) + low) | 0;
        length = 2;
      }
    }
    this.finish(start + length, start + length, length, hash, 0);
    this.lastUnspaced = true;
  }

  private finish(position: number, to: number, length: number, hash: number, seen: number): void {
    this.position = position;
    this.to = to;
    this.length = length;
    this.hash = hash;
    this.hasCapitals = (seen & (1 << CAPITAL_SHIFT)) !== 0;
  }

  /** Where the run of `mark` at `i` ends, if the word goes on there; 0 if not. */
  private behindRun(i: number, mark: number, limit: number): number {
    let behind = i + 1;
    while (behind < limit && this.text.charCodeAt(behind) === mark) {
      behind++;
    }
    return behind < limit && this.goesOn(behind) ? behind : 0;
  }

  private goesOn(i: number): boolean {
    const entry = this.table[this.text.charCodeAt(i)]!;
    return entry < PLAIN_LIMIT || entry >>> CLASS_SHIFT === EXPANDING;
  }

  /** Steps over invisible markup if the word goes on right behind it, as in "\textbf{N}ATO". */
  private continuesBehindHidden(): boolean {
    const { hidden } = this;
    let index = this.hiddenIndex;
    let i = this.limit;
    while (index < hidden.count && hidden.start(index) === i) {
      if (hidden.kind(index) === BREAK || hidden.kind(index) === SPACE) {
        return false;
      }
      i = hidden.end(index);
      index++;
    }
    if (index === this.hiddenIndex || i >= this.text.length || !this.goesOn(i)) {
      return false;
    }
    this.hiddenIndex = index;
    this.limit = this.nextLimit();
    this.position = i;
    return true;
  }

  /**
   * Moves to the start of the next word and works out `join` from what lies between; false when
   * no word is left.
   */
  private readGap(): boolean {
    const { text, table, gaps, gap } = this;
    gap.reset();
    gap.broken = this.position === 0;
    let i = this.position;
    for (; ; i++) {
      if (i >= this.limit) {
        i = this.skipHidden(i);
        if (i >= text.length) {
          this.position = i;
          return false;
        }
      }
      const entry = table[text.charCodeAt(i)]!;
      const unitClass = entry >>> CLASS_SHIFT;
      if (entry < PLAIN_LIMIT || unitClass === UNSPACED || unitClass === EXPANDING) {
        this.position = i;
        this.join = gap.join(
          this.lastUnspaced || unitClass === UNSPACED,
          this.within(i, unitClass),
        );
        return true;
      }
      if (gap.broken || unitClass === IGNORABLE) {
        continue;
      }
      const code = entry & 0xffff;
      const meaning = unitClass === UNDERSCORE ? MARK : code < 0x80 ? gaps[code]! : 0;
      if (unitClass === BLANK || meaning === MARKUP_BLANK) {
        gap.addBlank();
      } else if (unitClass === NEWLINE) {
        // "\r\n" is one line break.
        if (text.charCodeAt(i) !== 0x0d || text.charCodeAt(i + 1) !== 0x0a) {
          gap.addNewline();
        }
      } else if (meaning === MARK) {
        gap.addMark(code);
      } else {
        gap.addPunctuation(code < 0x80 ? code : 0);
      }
    }
  }

  /** Whether the words on both sides write no blanks: see `Gap.join`. Korean words part at blanks. */
  private within(i: number, unitClass: number): boolean | 'lines' {
    if (!this.lastUnspaced || unitClass !== UNSPACED) {
      return false;
    }
    return isHangul(this.text.charCodeAt(i)) ? true : 'lines';
  }

  /** Steps over the hidden ranges at `limit`, and gives where the text goes on. */
  private skipHidden(i: number): number {
    const { hidden, gap } = this;
    let at = i;
    while (at >= this.limit && this.hiddenIndex < hidden.count) {
      const kind = hidden.kind(this.hiddenIndex);
      if (kind === BREAK) {
        gap.broken = true;
      } else if (kind === SPACE) {
        gap.addBlank();
      }
      at = hidden.end(this.hiddenIndex);
      this.hiddenIndex++;
      this.limit = this.nextLimit();
    }
    return at;
  }
}

function isHangul(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff);
}
