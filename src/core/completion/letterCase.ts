import { itemAt } from '../../util/defined';
import { sentenceEnds } from '../text/sentences';

/** In UTF-16 units: enough to see how the sentence before ended. */
const CONTEXT = 300;

// Quote marks, bullets, numbers, heading and cell marks, attributes such as "[ ]" of a task.
const BLOCK_MARKS =
  /^[\s>]*(?:(?:[-+•]|#{1,6}|=+|\*+|\(?[\dA-Za-z]{1,3}[.)])\s+)*(?:\[[ xX]\]\s+)?/u;
const OPENING = /(?<![\s"'“‘«([{*_~|])[\s"'“‘«([{*_~|]+$/u;
const STARTS_BLOCK = /^[\s>]*(?:[-*+•]\s|#{1,6}\s|=+\s|\(?\d{1,3}[.)]\s|\|)/u;
const IS_HEADING = /^[\s>]*(?:#{1,6}|=+)\s/u;

/**
 * Whether what is written behind `before` begins a sentence: at the beginning of a paragraph, a
 * heading, a list item or a cell, or behind the end of another sentence.
 *
 * @param before the text up to there
 */
export function isSentenceStart(before: string): boolean {
  const block = blockBefore(before.slice(-CONTEXT));
  const line = block.slice(block.lastIndexOf('\n') + 1);
  if (line.trimStart().startsWith('|') && /\|\s*$/.test(line)) {
    return true;
  }
  const prose = block.replace(BLOCK_MARKS, '').replace(OPENING, '');
  if (prose === '') {
    return true;
  }
  const gap = block.length - block.trimEnd().length;
  if (gap === 0 && !OPENING.test(block)) {
    return false;
  }
  // A word with a capital, as the next sentence would have, so that only what ends this one decides.
  return sentenceEnds(`${prose} Next`).includes(prose.length + 1);
}

/** The lines of the last block: from behind a blank line or a heading, or with a list item's mark. */
function blockBefore(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  let first = lines.length - 1;
  while (
    first > 0 &&
    !STARTS_BLOCK.test(itemAt(lines, first)) &&
    itemAt(lines, first - 1).trim() !== '' &&
    !IS_HEADING.test(itemAt(lines, first - 1))
  ) {
    first--;
  }
  return lines.slice(first).join('\n');
}

/**
 * A form as it is written at its place. One in small letters gets a capital where a sentence
 * begins; a name keeps its letters wherever it stands, "de facto" and "eIDAS" among them as far as
 * the form itself tells.
 */
export function capitalised(form: string): string {
  const [first = ''] = form;
  const [word = ''] = form.split(/\s/u);
  return word === word.toLowerCase() ? first.toUpperCase() + form.slice(first.length) : form;
}
