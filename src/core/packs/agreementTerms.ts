import type { Agreement, Term } from '../model';
import type { Catalog } from './catalog';

/**
 * The term that an agreement's title names, with or without the abbreviation in brackets behind it;
 * `undefined` when there is none.
 */
export function termOfAgreement(catalog: Catalog, { title }: Agreement): Term | undefined {
  const [, name = title] = /^(.+) \([^()]+\)$/.exec(title) ?? [];
  const wanted = [title, name].map((one) => one.toLowerCase());
  return catalog
    .all('term')
    .find((term) =>
      [term.name, ...(term.aliases ?? [])].some((one) => wanted.includes(one.toLowerCase())),
    );
}
