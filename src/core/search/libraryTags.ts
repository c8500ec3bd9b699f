/** What is known of the passages of a library beyond their words; `core/tags` has it. */
export interface LibraryTags {
  /**
   * The passages of a source, by their numbers in it, that are about one of some topics, or name one of
   * some partners; `undefined` as long as nobody has looked.
   */
  passagesWith(
    kind: 'topic' | 'partner',
    ids: readonly string[],
    source: string,
  ): Iterable<number> | undefined;
}
