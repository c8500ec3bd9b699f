/**
 * Where things begin in a text, as `line:column`, both counted from 1.
 * @param things in the order of the text
 */
export function linePlaces(
  text: string,
  things: readonly { readonly start: number }[],
): readonly string[] {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return things.map(({ start }) => {
    for (; at < start; at++) {
      if (text.charCodeAt(at) === 10) {
        line++;
        lineStart = at + 1;
      }
    }
    return `${line}:${start - lineStart + 1}`;
  });
}
