import { PDFDataRangeTransport } from './pdfjs';

/** Bytes that are asked for at a time, at least. */
export const PIECE_BYTES = 256 * 1024;

/** Gives PDF.js the bytes of a file as the extension sends them. */
export class HostRanges extends PDFDataRangeTransport {
  /** Where the parts begin that have not come yet. */
  private readonly awaited = new Set<number>();

  /** @param read asks for bytes, which are to come by `give` */
  constructor(
    length: number,
    private readonly read: (begin: number, end: number) => void,
  ) {
    super(length, null);
  }

  override requestDataRange(begin: number, end: number): void {
    this.awaited.add(begin);
    this.read(begin, end);
  }

  /** Hands over bytes; those that were asked for by another file go nowhere. */
  give(begin: number, bytes: Uint8Array): void {
    if (this.awaited.delete(begin)) {
      this.onDataRange(begin, bytes);
    }
  }
}
