/** Whose a block is, or where it stands, on a line below its words that begins with a dash. */
export const DASHED_LINE = /\n[ \t>]*(?:[—–―]|--)[^\n]*$/;

/** Words in parentheses at the end of a block that name a year or a place. */
export const PARENTHESES =
  /(?<![\s>])[\s>]*\((?=[^()]*(?:\d{4}|\bpp?\.|\bparas?\.|§))[^()]*\)[.,;]?$/;

/** Where the first of what some expressions find begins; undefined when none finds anything. */
export function firstFound(text: string, expressions: readonly RegExp[]): number | undefined {
  const found = expressions.map((one) => one.exec(text)?.index).filter((at) => at !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}
