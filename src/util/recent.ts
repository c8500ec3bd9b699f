/**
 * A function of a text that keeps what it has given for the texts of late, so that what stays the same
 * between two versions of a document is worked out once.
 * @param most texts that are kept; with one more, all are forgotten
 * @param longest in UTF-16 units; for longer texts nothing is kept
 */
export function recent<T>(
  work: (text: string) => T,
  { most, longest }: { readonly most: number; readonly longest: number },
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) {
      return work(text);
    }
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) {
      return kept as T;
    }
    if (known.size >= most) {
      known.clear();
    }
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
