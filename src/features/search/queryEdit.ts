import { LONGEST_QUERY } from '../../core/budgets';

/** Longer ones come from a selection made by mistake, and no search needs them. */
const MAX_LENGTH = 200;

/**
 * Where the caret stands after the user changed `before` to `after`. The editor's input box does
 * not tell, so the end of the stretch that differs is taken; the end of the text when nothing does.
 */
export function caretAfterEdit(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) {
    prefix++;
  }
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) {
    suffix++;
  }
  return after.length - suffix;
}

/** A selection as a query: one line, without the marks that would make it a filter or a phrase. */
export function queryOfSelection(selection: string): string {
  return selection
    .slice(0, MAX_LENGTH)
    .replace(/[\s\p{Cc}":]+/gu, ' ')
    .replace(/(^| )-+/g, '$1')
    .trim();
}

/** The query in a command's argument, which may come from a link; empty when there is none. */
export function queryOfArgument(argument: unknown): string {
  const query = (argument as { readonly query?: unknown } | null | undefined)?.query;
  return typeof query === 'string' ? query.slice(0, LONGEST_QUERY).replace(/[\p{Cc}]+/gu, ' ') : '';
}
