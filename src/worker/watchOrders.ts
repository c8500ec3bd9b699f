/** What the thread that watches the extractor's memory is told. */
export interface WatchOrders {
  /** Of the whole process. */
  readonly maxBytes: number;
  /** The number of the process that has started this one. */
  readonly parent: number;
}

/** What that thread writes to standard error before it ends the process. */
export const OUT_OF_MEMORY = '\nIP4 Desk: out of memory\n';
