import type { OperationName } from './operations';

/** What the extension asks of the parser's thread: one text at a time, then its items bit by bit. */
export type ParserRequest =
  | { readonly kind: 'run'; readonly name: OperationName; readonly input: readonly unknown[] }
  /** For the next items of the result. */
  | { readonly kind: 'more' };

export type ParserResponse =
  | { readonly kind: 'head'; readonly head: unknown }
  | { readonly kind: 'items'; readonly items: readonly unknown[]; readonly isLast: boolean }
  | { readonly kind: 'failed'; readonly reason: string };
