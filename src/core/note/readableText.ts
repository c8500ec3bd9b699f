import { rank } from '../../util/rank';
import type { Span } from '../model';
import { INVISIBLE } from './hiddenRanges';
import type { Note } from './note';
import type { ReadingSyntax } from './noteLanguage';

/** A stretch of a note as it is read, without markup, and where in the note its units stand. */
export class ReadableText {
  /** @param starts,ends in the note, of each unit of `text` */
  constructor(
    readonly text: string,
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
  ) {}

  /** Where a stretch of `text` stands in the note; one that is empty, where the unit before it ends. */
  spanOf({ start, end }: Span): Span {
    if (start >= end) {
      const at = start === 0 ? (this.starts[0] ?? 0) : this.ends[start - 1]!;
      return { start: at, end: at };
    }
    return { start: this.starts[start]!, end: this.ends[end - 1]! };
  }

  /** The same without some stretches of `text`, which are in order and do not overlap. */
  without(cuts: readonly Span[]): ReadableText {
    if (cuts.length === 0) {
      return this;
    }
    const builder = new Builder(this.text.length);
    let at = 0;
    for (const cut of [...cuts, { start: this.text.length, end: this.text.length }]) {
      for (; at < cut.start; at += 1) {
        builder.add(this.text.charAt(at), this.starts[at]!, this.ends[at]!);
      }
      at = cut.end;
    }
    return builder.build();
  }
}

class Builder {
  private readonly units: string[] = [];
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  /** A mark to be set over the next letter, and where it stands. */
  private mark: { readonly unit: string; readonly start: number } | undefined;

  constructor(most: number) {
    this.starts = new Uint32Array(most);
    this.ends = new Uint32Array(most);
  }

  add(unit: string, start: number, end: number): void {
    const { mark } = this;
    this.mark = undefined;
    if (mark === undefined || !LETTER.test(unit)) {
      this.push(unit, start, end);
      return;
    }
    // Not all letters with marks are characters of their own.
    for (const part of composed(unit, mark.unit)) {
      this.push(part, mark.start, end);
    }
  }

  /** Adds a unit that markup prints; a combining mark waits for its letter. */
  print(unit: string, start: number, end: number): void {
    if (COMBINING.test(unit)) {
      this.mark = { unit, start };
    } else {
      this.add(unit, start, end);
    }
  }

  private push(unit: string, start: number, end: number): void {
    this.starts[this.units.length] = start;
    this.ends[this.units.length] = end;
    this.units.push(unit);
  }

  build(): ReadableText {
    const { length } = this.units;
    return new ReadableText(
      this.units.join(''),
      this.starts.slice(0, length),
      this.ends.slice(0, length),
    );
  }
}

const LETTER = /\p{L}/u;
const COMBINING = /\p{Mn}/u;

function composed(letter: string, mark: string): string {
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  return `${base}${mark}`.normalize('NFC');
}

/** A stretch of a note that is not read, and whether it parts what stands around it. */
interface Omission extends Span {
  readonly parts: boolean;
}

const ENTITY =
  /&(?:amp|nbsp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|shy|#\d{1,6}|#x[\da-f]{1,5});/iy;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00AD',
};

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Reads stretches of one note. */
export class NoteReader {
  private readonly omissions: readonly Omission[];
  private readonly text: string;
  private readonly syntax: ReadingSyntax;
  private readonly printed: Note['printed'];

  constructor({
    text,
    language,
    hidden,
    zones,
    printed,
  }: Pick<Note, 'text' | 'language' | 'hidden' | 'zones' | 'printed'>) {
    this.text = text;
    this.printed = printed;
    this.syntax = language.reading;
    const omissions: Omission[] = [];
    for (let index = 0; index < hidden.count; index += 1) {
      const [start, end] = [hidden.start(index), hidden.end(index)];
      if (start < end) {
        omissions.push({ start, end, parts: hidden.kind(index) !== INVISIBLE });
      }
    }
    for (const span of zones.of('reference')) {
      omissions.push({ ...span, parts: false });
    }
    for (const { start } of zones.of('link')) {
      if (text.charAt(start) === '[') {
        omissions.push({ start, end: start + 1, parts: false });
      }
    }
    this.omissions = omissions.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /**
   * What is read in a stretch: without markup, emphasis, note marks and citations, with escaped
   * characters and entities as what they stand for. Linear in the stretch.
   */
  read({ start, end }: Span): ReadableText {
    const { text } = this;
    const builder = new Builder(2 * (end - start) + 1);
    let next = this.firstFrom(start);
    let at = start;
    while (at < end) {
      const omission = this.omissions[next];
      if (omission !== undefined && omission.start <= at) {
        next += 1;
        if (this.isEscape(omission) && omission.start === at && at + 1 < end) {
          builder.add(text.charAt(at + 1), at, at + 2);
          at += 2;
        } else if (omission.end > at) {
          const printed = this.printed.get(omission.start);
          const until = Math.max(omission.end, printed?.end ?? 0);
          for (const unit of printed?.text ?? (omission.parts ? ' ' : '')) {
            builder.print(unit, at, Math.min(until, end));
          }
          at = until;
        }
        continue;
      }
      at = this.readUnit(builder, at, Math.min(end, omission?.start ?? end), text);
    }
    return builder.build();
  }

  /** Whether an omission is a backslash that makes the sign behind it a plain one. */
  private isEscape({ start, end }: Omission): boolean {
    return (
      this.syntax.hasEscapes &&
      end === start + 1 &&
      this.text.charAt(start) === '\\' &&
      PUNCTUATION.test(this.text.charAt(end))
    );
  }

  /** Reads what stands at `at`, which no omission covers; returns where the next begins. */
  private readUnit(builder: Builder, at: number, end: number, text: string): number {
    const unit = text.charAt(at);
    switch (unit) {
      case '*':
      case '~':
        // Emphasis, or a blank of LaTeX: neither parts a word that it stands within.
        if (unit === '~' && this.syntax.hasTildeBlanks) {
          builder.add(' ', at, at + 1);
        }
        return at + 1;
      case '_':
        if (!isWord(text, at - 1) || !isWord(text, at + 1)) {
          return at + 1;
        }
        break;
      case '\\':
        if (this.syntax.hasEscapes && at + 1 < end && PUNCTUATION.test(text.charAt(at + 1))) {
          builder.add(text.charAt(at + 1), at, at + 2);
          return at + 2;
        }
        break;
      case '&':
        if (this.syntax.hasEntities) {
          ENTITY.lastIndex = at;
          const [entity] = ENTITY.exec(text) ?? [];
          if (entity !== undefined) {
            builder.add(characterOf(entity), at, at + entity.length);
            return at + entity.length;
          }
        }
        break;
    }
    builder.add(unit, at, at + 1);
    return at + 1;
  }

  /** The first omission that ends behind an offset, or any that begins there. */
  private firstFrom(offset: number): number {
    const next = rank(this.omissions.length, (index) => this.omissions[index]!.start < offset);
    // One before it may reach in.
    return Math.max(0, next - 1);
  }
}

function characterOf(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) {
    return NAMED[name] ?? ' ';
  }
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  // Characters of two units would upset the counting, and stand in no word.
  return code > 0 && code < 0xffff ? String.fromCharCode(code) : ' ';
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
