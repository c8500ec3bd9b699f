/**
 * Brackets, or dashes or keys on one line, within each other, or columns that a line is indented by; no
 * author needs a tenth of it. Of all three together `yaml` can follow four times as many.
 */
const MOST_YAML_LEVELS = 200;

const BLOCKS = new RegExp(
  `(?:[-?][ \\t]+){${MOST_YAML_LEVELS}}|^ {${MOST_YAML_LEVELS}}|(?<![^\\n])(?:[^:\\n]*:[ \\t]){${MOST_YAML_LEVELS}}`,
  'm',
);

/**
 * Whether a text may be nested deeper than a parser that calls itself for each level can follow.
 * Catching what it throws then is not enough: where the stack is nearly used up, V8 ends the whole
 * process if it has to compile a regular expression there. Brackets in prose count as well, so that
 * one pass does.
 */
export function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '{') {
      depth++;
    } else if ((sign === ']' || sign === '}') && depth > 0) {
      depth--;
    }
    if (depth > MOST_YAML_LEVELS) {
      return true;
    }
  }
  return BLOCKS.test(text);
}
