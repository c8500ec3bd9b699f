import type { EntryFields } from '../glossary';
import type { ReadEntry } from './exchange';

/** What becomes of the entries of a file that is imported into a glossary. */
export interface ImportPlan {
  /** To be added, in the order of the file. */
  readonly added: readonly EntryFields[];
  readonly remarks: readonly ImportRemark[];
}

export interface ImportRemark {
  readonly kind:
    /** Another row of the file gave the rest of an entry that is added. */
    | 'merged'
    /** The glossary has the entry already, and it says the same. */
    | 'known'
    /** The glossary has an entry of that name that says something else, and keeps it. */
    | 'kept'
    /** Rows of the file contradict each other in the field `detail`: the first one counts. */
    | 'contradicts';
  readonly name: string;
  /** The number of the row or concept. */
  readonly place: number;
  /** A field's name, or empty. */
  readonly detail: string;
}

/** The meta entry that keeps the context of an entry from a file with several. */
const SUBJECT_FIELD = 'subject field';

const TEXT_FIELDS = [
  'abbreviation',
  'definition',
  'case',
  'status',
  'use',
  'source',
  'locator',
  'date',
] as const;
const LIST_FIELDS = ['aliases', 'examples', 'near', 'not', 'related'] as const;

/**
 * Decides what an import adds. Rows of one name and language are one entry; nothing that is in the
 * glossary is changed.
 *
 * @param existing the entries of the context that the import goes into
 */
export function planImport(
  read: readonly ReadEntry[],
  existing: readonly EntryFields[],
): ImportPlan {
  const known = new Map(existing.map((entry) => [keyOf(entry), entry]));
  const added = new Map<string, GrowingEntry>();
  const remarks: ImportRemark[] = [];
  const contexts = new Set(read.map(({ context }) => context));
  for (const { fields: stated, place, context } of read) {
    const fields = contexts.size > 1 && context !== undefined ? inContext(stated, context) : stated;
    const key = keyOf(fields);
    const { name } = fields;
    const here = known.get(key);
    const before = added.get(key);
    if (here !== undefined) {
      const [detail] = differences(here, fields);
      remarks.push({
        kind: detail === undefined ? 'known' : 'kept',
        name,
        place,
        detail: detail ?? '',
      });
    } else if (before === undefined) {
      added.set(key, new GrowingEntry(fields));
    } else {
      const [detail] = before.take(fields);
      remarks.push({
        kind: detail === undefined ? 'merged' : 'contradicts',
        name,
        place,
        detail: detail ?? '',
      });
    }
  }
  return { added: Array.from(added.values(), (entry) => entry.fields), remarks };
}

function inContext(fields: EntryFields, context: string): EntryFields {
  return fields.meta.has(SUBJECT_FIELD)
    ? fields
    : { ...fields, meta: new Map([...fields.meta, [SUBJECT_FIELD, context]]) };
}

/** Equal for entries that are the same term: capitals and blanks do not matter, the language does. */
function keyOf({ name, language }: EntryFields): string {
  return `${name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ')}\n${language ?? ''}`;
}

/** The fields in which `other` says what `entry` does not. */
function differences(entry: EntryFields, other: EntryFields): readonly string[] {
  return [
    ...TEXT_FIELDS.filter((field) => other[field] !== undefined && other[field] !== entry[field]),
    ...LIST_FIELDS.filter((field) => other[field]?.some((text) => !entry[field]?.includes(text))),
    ...[...other.meta].filter(([key, text]) => entry.meta.get(key) !== text).map(([key]) => key),
  ];
}

/**
 * An entry that several rows say something of, the first of which counts where they contradict each
 * other. What it has is not copied at each row, of which there may be very many.
 */
class GrowingEntry {
  private texts: EntryFields;
  private isMerged = false;
  private readonly meta: Map<string, string>;
  private readonly lists: Readonly<Record<(typeof LIST_FIELDS)[number], Set<string>>>;

  constructor(fields: EntryFields) {
    this.texts = fields;
    this.meta = new Map(fields.meta);
    this.lists = {
      aliases: new Set(fields.aliases),
      examples: new Set(fields.examples),
      near: new Set(fields.near),
      not: new Set(fields.not),
      related: new Set(fields.related),
    };
  }

  get fields(): EntryFields {
    if (!this.isMerged) {
      return this.texts;
    }
    const { aliases, examples, near, not, related } = this.lists;
    return {
      ...this.texts,
      aliases: [...aliases],
      examples: [...examples],
      ...(near.size > 0 && { near: [...near] }),
      ...(not.size > 0 && { not: [...not] }),
      related: [...related],
      meta: this.meta,
    };
  }

  /**
   * Takes what it does not say yet.
   *
   * @returns the fields in which both say something, and not the same
   */
  take(other: EntryFields): readonly string[] {
    const contradicted: string[] = TEXT_FIELDS.filter((field) => {
      const text = this.texts[field];
      return text !== undefined && other[field] !== undefined && other[field] !== text;
    });
    this.texts = { ...other, ...this.texts };
    this.isMerged = true;
    for (const field of LIST_FIELDS) {
      other[field]?.forEach((text) => this.lists[field].add(text));
    }
    for (const [key, text] of other.meta) {
      if (!this.meta.has(key)) {
        this.meta.set(key, text);
      } else if (this.meta.get(key) !== text) {
        contradicted.push(key);
      }
    }
    return contradicted;
  }
}
