/**
 * What a file of a user or a workspace may cost. Whatever reads such a file on the thread that
 * answers the editor keeps to these; what lies beyond is a problem, and everything else goes on.
 */

/** Problems of one file that are told one by one. One more says how many there are besides. */
export const MOST_PROBLEMS = 100;

/**
 * UTF-16 units that are parsed on the thread that answers the editor, some 200 terms of a glossary:
 * 20 ms, and 80 ms where quotation marks have to be repaired. Longer texts go to the parser's own
 * thread.
 */
export const LONGEST_ON_HOST = 32_768;

/**
 * UTF-16 units that are parsed on the thread that answers the editor where no other can be started.
 * Longer texts are refused there.
 */
export const LONGEST_WITHOUT_THREAD = 1_000_000;

/** UTF-16 units of a glob or of a line of a `.gitignore`. No path that people write is as long. */
export const LONGEST_PATTERN = 1_000;

/** Globs of a list, or lines of a `.gitignore` that are rules. */
export const MOST_PATTERNS = 2_000;

/** Bytes of a `.gitignore`. */
export const LARGEST_IGNORE_FILE = 1_000_000;

/** Bytes of a glossary in another format that is imported. */
export const LARGEST_IMPORT = 16_000_000;

/** Files that a note may name of one kind: its glossaries, its bibliographies. */
export const MOST_NAMED_FILES = 100;

/** UTF-16 units of the longest query that is run or saved: what is longer was not typed by anybody. */
export const LONGEST_QUERY = 1_000;
