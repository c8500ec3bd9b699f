import type { TextKind } from './kinds';

/** What the main thread asks of the one that reads. */
export interface ReadRequest {
  readonly kind: TextKind;
  readonly bytes: Uint8Array;
  /** The name of the file; its ending promises a format. */
  readonly path: string;
}

/** What came of it: `document` or `read`, the kind of a problem, or what is wrong with the document. */
export interface ReadResponse {
  readonly outcome: string;
  /** The reason, of a problem that has one. */
  readonly detail?: string;
}
