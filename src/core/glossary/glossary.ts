import type { Span, TermStatus } from '../model';

/**
 * A glossary file as it is written: the format of Contextive with optional fields of our own. Spans
 * are UTF-16 offsets in the file.
 */
export interface Glossary {
  readonly contexts: readonly GlossaryContext[];
  readonly imports: readonly GlossaryImport[];
  /** What is wrong with the file. The entries that nothing is wrong with are there all the same. */
  readonly problems: readonly GlossaryProblem[];
}

/** A set of entries that hold in the same notes. */
export interface GlossaryContext {
  /** Absent when the file gives none. */
  readonly name?: string;
  /** The format's `domainVisionStatement`: what the set is about. */
  readonly vision?: string;
  /** Free remarks on all entries, as an entry has them; absent without any. */
  readonly meta?: ReadonlyMap<string, string>;
  /** Globs of the notes in which the entries hold, see `coversPath`; without any, in all of them. */
  readonly paths: readonly string[];
  readonly entries: readonly GlossaryEntry[];
}

/** A term as its author wrote it. Texts are trimmed; what the file does not state is absent. */
export interface GlossaryEntry {
  readonly name: string;
  readonly definition?: string;
  readonly aliases: readonly string[];
  readonly examples: readonly string[];
  /** Free remarks by their names, in the file's order. */
  readonly meta: ReadonlyMap<string, string>;
  readonly abbreviation?: string;
  /** As `Term.case` has it. */
  readonly case?: 'exact' | 'ignore';
  /** As `Term.near` and `Term.not` have them; absent without any. */
  readonly near?: readonly string[];
  readonly not?: readonly string[];
  readonly status?: TermStatus;
  /** What to write in place of a deprecated term. */
  readonly use?: string;
  /** Names of other terms. */
  readonly related: readonly string[];
  /** Where the definition is from: a title, an address or a citekey, as the author put it. */
  readonly source?: string;
  readonly locator?: string;
  /** When the entry was written or checked. */
  readonly date?: string;
  /** A BCP 47 tag. */
  readonly language?: string;
  /** The entry as a whole. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What an entry says, wherever it may stand. */
export type EntryFields = Omit<GlossaryEntry, 'span' | 'nameSpan'>;

/** Another file whose contexts the glossary takes over. */
export interface GlossaryImport {
  /** Relative to the file, as it is written. */
  readonly path: string;
  readonly span: Span;
}

/** What can be wrong in a glossary file; `core/glossary/` says in each case what is left out. */
export type GlossaryProblemKind =
  /** Not YAML or JSON there; `detail` is the parser's message. */
  | 'syntax'
  /** The file has more than one document of YAML; only the first is read. */
  | 'severalDocuments'
  /** An alias of YAML before which nothing has its name; `detail` is the name. */
  | 'unknownAlias'
  /** Larger or nested deeper than is read, or with more aliases of YAML than any author needs. */
  | 'tooLarge'
  /** The file has neither contexts nor imports. */
  | 'notGlossary'
  /** A field has a value of another type than it must have; `detail` is the field's name. */
  | 'wrongType'
  /** A field of a fixed choice has another value; `detail` is the field's name. */
  | 'unknownValue'
  /** A field that the format does not have; `detail` is its name. Nothing is left out. */
  | 'unknownField'
  /** A field that stands there already; `detail` is its name. The first one counts. */
  | 'repeatedField'
  /** An entry without a name, or with one that holds no letter or digit. */
  | 'noName'
  /** The context has an entry of that name already; `detail` is the name. Both are kept. */
  | 'duplicate'
  /** A deprecated entry that does not say what to use instead. Nothing is left out. */
  | 'noReplacement'
  /** An import that is an address: nothing is fetched from the network. */
  | 'remoteImport'
  /** An imported file that is not there or cannot be read; `detail` is its path. */
  | 'missingImport'
  /** It lies outside the workspace, and the user has not allowed it. */
  | 'outsideImport'
  /** It lies outside a workspace that is not trusted. */
  | 'untrustedImport'
  /** A file that imports itself, directly or by way of others. */
  | 'importCycle'
  /** A glob of `paths` that is longer, or takes longer to match, than one may; it is left out. */
  | 'unusablePath'
  /** Globs of `paths` behind the last one that counts; `detail` is how many those are that do. */
  | 'tooManyPaths'
  /** Imports behind the last one that is followed; `detail` is how many those are that are. */
  | 'tooManyImports'
  /** The last of a file's problems: `detail` is how many more there are, which are not listed. */
  | 'moreProblems'
  /** The file could not be read in the time or memory that one file may take. */
  | 'tooCostly';

export interface GlossaryProblem {
  readonly kind: GlossaryProblemKind;
  /** An error leaves something out; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  readonly detail: string;
}

/** What there is of a glossary that cannot be read at all. */
export function unread(kind: GlossaryProblemKind, detail = ''): Glossary {
  const span = { start: 0, end: 0 };
  return { contexts: [], imports: [], problems: [{ kind, severity: 'error', span, detail }] };
}
