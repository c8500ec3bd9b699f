import { blockQuotationLines, indentOf, quotedWith, type NoteWriting } from '../../writing';

/** What Org takes for no part of the words, and what keeps a mark from being one. */
const ZERO_WIDTH_SPACE = '\u200B';

/** A mark that may open emphasis where it stands, or a command, link, note, macro, target. */
const OPENING =
  /(?<=^|[\s\-–—('"{“‘«„])[*/_=~+](?=\S)|\\(?=[A-Za-z([])|\[(?=\[|fn:|cite[:/])|\{(?=\{\{)|<(?=<)|@(?=@)/gu;
/** What makes a line something else than a part of a paragraph. */
const LINE_MARK = /^(?=\*+ |#|: |\||:\w+:)/;

/**
 * Org has no sign that makes another one plain: its manual puts a blank of no width beside it. Marks
 * of emphasis count where they open something, and stay as they are elsewhere: "a_b" and "2 * 3".
 */
function escapeOrg(text: string): string {
  return text
    .replace(OPENING, (mark) =>
      '*/_=~+'.includes(mark) ? ZERO_WIDTH_SPACE + mark : mark + ZERO_WIDTH_SPACE,
    )
    .replace(LINE_MARK, ZERO_WIDTH_SPACE);
}

export const ORG_WRITING: NoteWriting = {
  text: escapeOrg,
  italic: (title) => `/${escapeOrg(title)}/`,
  address: (url) => url,
  quoted: quotedWith(escapeOrg),
  block: (paragraphs, citation) => [
    '#+begin_quote',
    ...blockQuotationLines(paragraphs, citation, escapeOrg),
    '#+end_quote',
  ],
  linePrefix: indentOf,
};
