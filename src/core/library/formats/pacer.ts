import type { ExtractionOptions } from '../document';

/** Characters that every extractor of a text format gets through in a few milliseconds. */
const STRIDE = 32_768;

/**
 * Reports progress and lets the caller go on while a long text is read. The core has no clock, so
 * that work is measured in characters.
 */
export class Pacer {
  private reported = 0;

  constructor(
    private readonly options: ExtractionOptions,
    private readonly length: number,
  ) {}

  /** Whether so much was read since the last rest, up to `position`, that it is time for another. */
  isDue(position: number): boolean {
    return position - this.reported >= STRIDE;
  }

  async rest(position: number): Promise<void> {
    this.reported = position;
    this.options.onProgress?.(Math.min(1, position / this.length));
    await this.options.pause?.();
  }
}
