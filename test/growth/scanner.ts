/** A function over text from outside, or several that share a module and a language. */
export interface Scanner {
  readonly name: string;
  /** The modules whose own scanning it exercises: paths below `src`, without the ending. */
  readonly modules: readonly string[];
  /** What its language is made of: what opens, closes, parts and escapes. */
  readonly tokens: readonly string[];
  /** Reads a text; what is thrown counts as an answer. */
  readonly run: (text: string) => unknown;
}
