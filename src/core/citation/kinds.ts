import type { Source } from '../model';

/** CSL types of what appears in the issues of a periodical. */
const IN_PERIODICALS = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
  'review-book',
]);
/** CSL types of what is a part of a book. */
const IN_BOOKS = new Set([
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
]);

/** Whether it has appeared in an issue of a periodical. */
export function isInPeriodical({ type, container }: Source): boolean {
  return container !== undefined && IN_PERIODICALS.has(type);
}

/** Whether it is a part of a book, whose editors, translators and edition are not its own. */
export function isInBook({ type, container }: Source): boolean {
  return container !== undefined && IN_BOOKS.has(type);
}
