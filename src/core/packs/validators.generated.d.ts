// Types of the module that scripts/compileSchemas.mjs makes from data/schemas; written by hand.
import type { Event, Excerpt, PackInfo, Partner, Source, Term, Topic } from '../model';

/** One way in which a value breaks its schema, as ajv reports it. */
export interface Violation {
  /** JSON pointer of the value below the one that was checked; empty for that one itself. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that is broken, such as `maxLength`. */
  readonly keyword: string;
  /** Details that depend on the keyword. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword. */
  readonly parentSchema: ParentSchema;
  /** The value at `instancePath`. */
  readonly data: unknown;
}

export interface ParentSchema {
  readonly patternErrorMessage?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

export interface Validator<T> {
  (value: unknown): value is T;
  /** What the last call found; replaced by the next one. */
  readonly errors: readonly Violation[] | null | undefined;
}

/** The file itself, so it may also have `$schema`. */
export const isPackInfo: Validator<PackInfo>;
export const isSource: Validator<Source>;
export const isTopic: Validator<Topic>;
export const isPartner: Validator<Partner>;
export const isTerm: Validator<Term>;
export const isExcerpt: Validator<Excerpt>;
export const isEvent: Validator<Event>;
