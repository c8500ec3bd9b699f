import { lineBefore } from '../../citations/lineBefore';

/** An argument in brackets, of which only so much is looked at. */
const BRACKETS = String.raw`(?:\[[^\]]{0,300}\]\s{0,20})?`;

/** Commands of BibTeX and BibLaTeX that name bibliographies. */
const COMMAND = new RegExp(
  String.raw`\\(?:add(?:bibresource|globalbib|sectionbib)|bibliography)\*?\s{0,20}${BRACKETS}\{([^{}]{1,2000})\}`,
  'g',
);
/** The bibliographies that commands of a text name. */
export function latexNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const { 0: command, 1: files = '', index } of text.matchAll(COMMAND)) {
    const isList = command.startsWith('\\bibliography');
    if (!isCommentedOut(text, index)) {
      names.push(...(isList ? files.split(',') : [files]));
    }
  }
  return names;
}

/** Whether a `%` before it makes the rest of the line a comment. */
function isCommentedOut(text: string, offset: number): boolean {
  return /(?<!\\)(?:\\\\)*%/.test(lineBefore(text, offset));
}
