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

/** Characters that nobody sees, and blanks. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Characters of a title on a tab; a longer one hides the tabs beside it. */
const MOST_ON_TAB = 60;

/**
 * A title as the last part of an address, by which the editor names a tab: one line, cut at 60
 * characters. Slashes become signs that look the same and part nothing.
 *
 * @param fallback what a title is called of which nothing is left
 */
export function tabName(title: string, fallback: string): string {
  const line = title.normalize('NFC').replace(UNSEEN, ' ').replace(/[\\/]/g, '\u2215').trim();
  const characters = Array.from(line);
  const name =
    characters.length > MOST_ON_TAB
      ? `${characters
          .slice(0, MOST_ON_TAB - 1)
          .join('')
          .trim()}…`
      : line;
  return /^\.*$/.test(name) ? fallback : name;
}
