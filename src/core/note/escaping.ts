/** What the source's words must not do in a note of each language: begin markup. */
const SPECIAL: ReadonlyMap<string, RegExp> = new Map([
  ['markdown', /[\\`*_[\]<>]/g],
  ['quarto', /[\\`*_[\]<>@$]/g],
  ['latex', /[#$%&_{}]/g],
  ['tex', /[#$%&_{}]/g],
  ['restructuredtext', /[\\`*_|]/g],
]);

/** Plain words so that a note of that language shows them as they are. */
export function escapedFor(language: string, words: string): string {
  const special = SPECIAL.get(language);
  return special === undefined ? words : words.replace(special, '\\$&');
}
