import type { Span } from '../model';

/**
 * The text of a document as UTF-8, of which any passage can be read without the rest: V8 takes two
 * bytes a character for every text that has one outside Latin-1, and a library is kept in memory.
 */
export class PackedText {
  /**
   * @param bytes the text; what is not well-formed in it reads as U+FFFD
   * @param cuts where each passage begins and ends in `bytes`, in turn
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly cuts: Uint32Array,
  ) {}

  /** Packs a text whose passages lie at `spans`: ascending, without overlap. */
  static pack(text: string, spans: readonly Span[]): PackedText {
    const encoder = new TextEncoder();
    const bytes = encoder.encode(text);
    const cuts = new Uint32Array(2 * spans.length);
    // Offsets are the same on both sides as long as there is nothing but ASCII.
    if (bytes.length === text.length) {
      spans.forEach((span, at) => cuts.set([span.start, span.end], 2 * at));
      return new PackedText(bytes, cuts);
    }
    let byte = 0;
    let offset = 0;
    const advance = (to: number): number => {
      byte += encoder.encode(text.slice(offset, to)).length;
      offset = to;
      return byte;
    };
    spans.forEach((span, at) => cuts.set([advance(span.start), advance(span.end)], 2 * at));
    return new PackedText(bytes, cuts);
  }

  /** The whole text. */
  read(): string {
    return decode(this.bytes);
  }

  /** The text of the passage of that number, counted from 0. */
  readPassage(at: number): string {
    return decode(this.bytes.subarray(this.cuts[2 * at], this.cuts[2 * at + 1]));
  }
}

function decode(bytes: Uint8Array): string {
  // A mark at the beginning would be taken for that of the file and be dropped.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
