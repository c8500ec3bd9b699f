import type { CslName, Source } from '../model';
import type { QuotableSource } from './quoteLibrary';

/** What to tell a source by that has these authors and this date. */
export function authorsAndYear({
  author = [],
  issued,
}: Pick<Source, 'author' | 'issued'>): Pick<QuotableSource, 'authors' | 'year'> {
  const year = issued?.['date-parts'][0]?.[0];
  return {
    authors: author.map(nameOf).filter((name) => name !== ''),
    ...(year !== undefined && { year }),
  };
}

function nameOf({ family, literal, given }: CslName): string {
  return (family ?? literal ?? given ?? '').trim();
}
