import type { ReadBibliographyText } from '../core/citation/readBibliography';
import type { ExchangeReading } from '../core/glossary/exchange/exchange';
import type { ImportFormat } from '../core/glossary/exchange/readExchange';
import type {
  EntryFields,
  Glossary,
  GlossaryContext,
  GlossaryEntry,
} from '../core/glossary/glossary';
import type { TextEdit } from '../core/model';
import {
  hasShape,
  isList,
  isListOf,
  isNumber,
  isObject,
  isString,
  optional,
  type Guard,
} from '../util/shape';
import { NOT_UNDERSTOOD } from './guards';

/**
 * What is done with the text of a user's or a workspace's file, on the thread that answers the
 * editor or, where the text is long, on another. Both run these functions and nothing else.
 */
export interface Operations {
  /** A glossary, see `parseGlossary`. */
  readonly glossary: (text: string) => Glossary;
  /** The edit that adds entries to a glossary, see `addEntries`. */
  readonly addition: (
    text: string,
    entries: readonly EntryFields[],
    context: number,
  ) => TextEdit | undefined;
  /** A bibliography, see `readBibliography`. */
  readonly bibliography: (text: string, path: string) => ReadBibliographyText;
  /** A glossary of another format, see `readExchange`. */
  readonly exchange: (text: string, format: ImportFormat) => ExchangeReading;
}

export type OperationName = keyof Operations;
export type OperationInput<Name extends OperationName> = Parameters<Operations[Name]>;
export type OperationResult<Name extends OperationName> = ReturnType<Operations[Name]>;

/** A result for the way between threads: many things that are handed over a few at a time. */
export interface Parcel {
  /** What is left of the result without the items. */
  readonly head: unknown;
  readonly items: readonly unknown[];
}

/** How an operation is done, and how its result is taken apart and put together. */
export interface Operation<Name extends OperationName> {
  /** Loads what does it. Rejects when that cannot be loaded, whatever the text. */
  readonly load: () => Promise<(...input: OperationInput<Name>) => OperationResult<Name>>;
  readonly pack: (result: OperationResult<Name>) => Parcel;
  readonly unpack: (parcel: Parcel) => OperationResult<Name>;
}

/** An entry of a glossary, with the number of its context. */
type PlacedEntry = readonly [context: number, entry: GlossaryEntry];

// What comes back is looked at as far as whoever takes it reads it without looking: its lists.

const isGlossary = hasShape<Glossary>({
  contexts: isListOf(
    hasShape<GlossaryContext>({
      name: optional(isString),
      vision: optional(isString),
      meta: optional((meta) => meta instanceof Map),
      paths: isListOf(isString),
      entries: isList,
    }),
  ),
  imports: isList,
  problems: isList,
});

function isPlaced(value: unknown): value is PlacedEntry {
  return isList(value) && isNumber(value[0]) && isObject(value[1]) && isString(value[1].name);
}

const isTextEdit = hasShape<TextEdit>({ start: isNumber, end: isNumber, text: isString });

const isBibliography = hasShape<ReadBibliographyText>({
  format: (format) => format === 'csl' || format === 'bibtex',
  entries: isListOf(isObject),
  problems: isList,
});

const isExchangeReading = hasShape<ExchangeReading>({
  entries: isListOf(isObject),
  remarks: isList,
});

/** @throws Error when it is not what it must be */
function understood<T>(value: unknown, guard: Guard<T>): T {
  if (!guard(value)) {
    throw new Error(NOT_UNDERSTOOD);
  }
  return value;
}

/** Each operation is loaded when it is first asked for. */
export const OPERATIONS: { readonly [Name in OperationName]: Operation<Name> } = {
  glossary: {
    load: async () => (await import('../core/glossary/parse')).parseGlossary,
    pack: ({ contexts, ...rest }) => ({
      head: { ...rest, contexts: contexts.map((context) => ({ ...context, entries: [] })) },
      items: contexts.flatMap(({ entries }, at) =>
        entries.map((entry): PlacedEntry => [at, entry]),
      ),
    }),
    unpack: ({ head, items }) => {
      const glossary = understood(head, isGlossary);
      const entries = glossary.contexts.map((): GlossaryEntry[] => []);
      for (const item of items) {
        const [at, entry] = understood(item, isPlaced);
        entries[at]?.push(entry);
      }
      const contexts = glossary.contexts.map((context, at) => ({
        ...context,
        entries: entries[at] ?? [],
      }));
      return { ...glossary, contexts };
    },
  },
  addition: {
    load: async () => (await import('../core/glossary/edit')).addEntries,
    pack: (edit) => ({ head: edit, items: [] }),
    unpack: ({ head }) => (head === undefined ? head : understood(head, isTextEdit)),
  },
  bibliography: {
    load: async () => (await import('../core/citation/readBibliography')).readBibliography,
    pack: ({ entries, ...head }) => ({ head, items: entries }),
    unpack: ({ head, items }) =>
      understood({ ...understood(head, isObject), entries: items }, isBibliography),
  },
  exchange: {
    load: async () => (await import('../core/glossary/exchange/readExchange')).readExchange,
    pack: ({ entries, ...head }) => ({ head, items: entries }),
    unpack: ({ head, items }) =>
      understood({ ...understood(head, isObject), entries: items }, isExchangeReading),
  },
};
