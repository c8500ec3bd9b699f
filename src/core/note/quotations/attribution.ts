/** Whose a block is, or where it stands, on a line below its words that begins with a dash. */
export const DASHED_LINE = /\n[ \t>]*(?:[—–―]|--)[^\n]*$/;

/** Words in parentheses that name a year or a place, as the source of an expression. */
const PARENTHESES = String.raw`\((?=[^()]*(?:\d{4}|\bpp?\.|\bparas?\.|§))[^()]*\)`;

/**
 * What finds a citation at the end of a block, with the blanks before it and a full stop behind.
 * @param forms citations of one language, as the source of an expression; besides, words in
 *   parentheses cite in all
 */
export function citationAtEnd(forms?: string): RegExp {
  const all = [PARENTHESES, ...(forms === undefined ? [] : [forms])].join('|');
  return new RegExp(String.raw`(?<![\s>])[\s>]*(?:${all})[.,;]?$`);
}
