import { isObject } from '../../util/shape';
import { scanBibtex, type BibtexEntry } from './bibtexScanner';
import { plain } from './entryBrief';
import { jsonListIn } from './jsonList';

/** What every entry of a list of works cited has, in the order in which it is asked for. */
export const ENTRY_PARTS = ['author', 'title', 'date'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/** An entry that lacks some of them. */
export interface IncompleteEntry {
  readonly citekey: string;
  /** Where it begins in the text. */
  readonly offset: number;
  /** Not empty. */
  readonly missing: readonly EntryPart[];
}

/**
 * By this field an entry says that nobody is named as its author, which programs leave alone:
 * `ip4desk = {no author}` in BibTeX, `"custom": {"ip4desk": "no author"}` in CSL-JSON.
 */
export const REMARK_FIELD = 'ip4desk';
export const NO_AUTHOR = 'no author';
/** What stands in place of a date that the source does not give. */
export const NO_DATE = 'n.d.';

/**
 * The entries of a bibliography without author, title or date, in the order of the file. Editors and
 * the body that a work is from stand for an author; the name of a file is no title; what is said to be
 * without ("n.d.") is whole.
 * @param isAsked whether an entry counts, by its citekey
 */
export function incompleteEntries(
  text: string,
  path: string,
  isAsked: (citekey: string) => boolean,
): readonly IncompleteEntry[] {
  const found = /\.json$/i.test(path) ? incompleteItems(text) : incompleteInBibtex(text);
  return found.filter(({ citekey, missing }) => missing.length > 0 && isAsked(citekey));
}

/** Works that go by their titles. */
const WITHOUT_AUTHORS = new Set(
  (
    'legislation jurisdiction legal standard periodical proceedings mvproceedings collection reference ' +
    'bill legal_case regulation treaty hearing'
  ).split(' '),
);
const AUTHORS =
  'author editor translator director editora bookauthor holder organization institution'.split(' ');
/** Entries of a file that are no works. */
const NO_WORKS = new Set(['set', 'xdata', 'control', 'bibnote', 'customlist']);

function incompleteInBibtex(text: string): readonly IncompleteEntry[] {
  const { entries } = scanBibtex(text);
  const byCitekey = new Map(entries.map((entry) => [entry.citekey, entry]));
  return entries
    .filter(({ type }) => !NO_WORKS.has(type))
    .map((entry) => {
      const parents = ['crossref', 'xdata'].map((name) =>
        byCitekey.get(entry.fields.get(name) ?? ''),
      );
      const says = (name: string): boolean =>
        [entry, ...parents].some((one) => plain(one?.fields.get(name)) !== '');
      const missing = ENTRY_PARTS.filter((part) => {
        switch (part) {
          case 'author':
            return (
              !WITHOUT_AUTHORS.has(entry.type) &&
              entry.fields.get(REMARK_FIELD) !== NO_AUTHOR &&
              !AUTHORS.some(says)
            );
          case 'title':
            return !says('title') || isFileName(titleOf(entry));
          case 'date':
            return !['date', 'year', 'pubstate'].some(says);
        }
      });
      return { citekey: entry.citekey, offset: entry.offset, missing };
    });
}

function titleOf({ fields }: BibtexEntry): string {
  return plain(fields.get('title'));
}

/** What a source without a title is listed under. */
function isFileName(title: string): boolean {
  return /\.(?:pdf|docx?|html?|mhtml|md|markdown|txt|rtf|odt|epub)$/i.test(title);
}

const BY_BODIES = new Set(['report', 'thesis', 'webpage', 'post', 'post-weblog', 'software']);

function incompleteItems(text: string): readonly IncompleteEntry[] {
  const items = itemsIn(text);
  const places = items.length === 0 ? [] : (jsonListIn(withoutMark(text))?.items ?? []);
  return items.flatMap((item, at) => {
    const citekey = citekeyOfItem(item);
    return citekey === undefined
      ? []
      : [{ citekey, offset: places[at]?.start ?? 0, missing: missingInItem(item) }];
  });
}

function missingInItem(item: unknown): readonly EntryPart[] {
  const { author, editor, publisher, type, title, issued, custom } = isObject(item) ? item : {};
  const kind = String(type);
  return ENTRY_PARTS.filter((part) => {
    switch (part) {
      case 'author':
        return !(
          WITHOUT_AUTHORS.has(kind) ||
          (isObject(custom) && custom[REMARK_FIELD] === NO_AUTHOR) ||
          isList(author) ||
          isList(editor) ||
          (BY_BODIES.has(kind) && isText(publisher))
        );
      case 'title':
        return !isText(title) || isFileName(title);
      case 'date':
        return (
          !isObject(issued) || !Object.values(issued).some((said) => isText(said) || isDate(said))
        );
    }
  });
}

/** The items of a list of CSL-JSON; none where the text is no such list. */
export function itemsIn(text: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(withoutMark(text));
    const items = isObject(content) ? content.items : content;
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

/** A byte order mark is no JSON. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, ' ');
}

/** The key of an item; `undefined` where it has none. */
export function citekeyOfItem(item: unknown): string | undefined {
  const key = isObject(item) ? (item['citation-key'] ?? item.citekey ?? item.id) : undefined;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isDate(value: unknown): boolean {
  return Array.isArray(value) && value.some(isList);
}
