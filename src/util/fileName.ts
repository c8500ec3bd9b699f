/** Characters that file systems, addresses or globs give a meaning, and those that nobody sees. */
const UNSAFE = /[\\/:*?"<>|#%{}[\]\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** So many characters are enough to know a document by. */
const MAX_CHARACTERS = 80;

/**
 * A title as the name of a file, without an extension: one line, cut at 80 characters.
 *
 * @param fallback what a title is called of which nothing is left
 */
export function safeFileName(title: string, fallback: string): string {
  const line = title.normalize('NFC').replace(UNSAFE, ' ').trim();
  const cut = Array.from(line).slice(0, MAX_CHARACTERS).join('').trim();
  // A name that begins with a dot is hidden, and one that ends with dots loses them on Windows.
  return cut.replace(/^[. ]+|(?<![. ])[. ]+$/g, '') || fallback;
}
