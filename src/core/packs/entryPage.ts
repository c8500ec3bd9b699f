import type { EntryKind, EntryRef, EntryTypes, Term } from '../model';
import { type Catalog, entryTitle } from './catalog';

/** An entry as its page names it. */
export interface EntryPage extends EntryRef {
  readonly title: string;
}

/** The page of an entry; `undefined` when no pack has the entry. */
export function entryPage(catalog: Catalog, { kind, id }: EntryRef): EntryPage | undefined {
  const entry = catalog.get(kind, id);
  return entry && pageOfEntry(kind, entry);
}

/** The page of an entry that is at hand. */
export function pageOfEntry<K extends EntryKind>(kind: K, entry: EntryTypes[K]): EntryPage {
  const title = entryTitle(kind, entry);
  const { abbreviation } = entry as Partial<Term>;
  return {
    kind,
    id: entry.id,
    title: abbreviation === undefined ? title : `${title} (${abbreviation})`,
  };
}
