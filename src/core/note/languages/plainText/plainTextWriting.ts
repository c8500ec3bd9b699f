import { blockQuotationLines, indentOf, quotedWith, type NoteWriting } from '../../writing';

const asIs = (text: string): string => text;

export const PLAIN_WRITING: NoteWriting = {
  text: asIs,
  italic: asIs,
  address: asIs,
  quoted: quotedWith(asIs),
  block: (paragraphs, citation) =>
    blockQuotationLines(paragraphs, citation, asIs).map((line) =>
      line === '' ? '' : `    ${line}`,
    ),
  linePrefix: indentOf,
};
