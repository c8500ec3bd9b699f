import type { PaletteRow } from './paletteRow';
import type { QueryPassages } from './queryPassages';

/** What a palette shows for a query. */
export interface FoundRows {
  readonly rows: readonly PaletteRow[];
  /** The passages among them, for going from one to the next; absent where nothing was looked for. */
  readonly passages?: QueryPassages;
}

/** What a palette looks through, and how it is told. */
export interface PaletteContents {
  /** Whether what is typed is a search of its own, which is remembered. */
  readonly remembersQueries: boolean;
  /**
   * Loads what looking for `query` takes. What it gives looks at once, which only the last query
   * needs.
   * @param caret where it stands in the query
   */
  prepare(query: string, caret: number): Promise<() => FoundRows>;
}

/** So many passages of one source are shown, as long as the query names no source. */
export const PER_SOURCE = 3;
