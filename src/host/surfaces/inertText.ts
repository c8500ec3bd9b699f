/**
 * Text from outside (documents, glossaries, bibliographies, names of files, reasons of errors) made
 * safe for the places where the editor shows plain text and yet looks for signs of its own.
 *
 * What those places look for was read in the editor's sources (`linkedText.ts`, `iconLabels.ts`,
 * `notifications.ts`, `quickInputUtils.ts`, `labels.ts`, `links.ts`) and in the workbench that the
 * tests run:
 *
 * - Messages, progress, prompts, validation messages and the language status turn
 *   `[label](command:…)`, with `https:` and `file:` as well, into a link that runs at a click.
 * - Prompts, quick picks, completions and the status bar turn `$(name)` into an icon; a
 *   notification that is silenced ends up in the status bar.
 * - Buttons take `&&` for the sign of a mnemonic.
 *
 * A word joiner (U+2060), which has no width and is not drawn, parts the two characters that each
 * of these needs side by side. So the text reads the same, twice is the same as once, and a place
 * that looks for nothing shows the text all the same. A backslash would do for icons alone, and is
 * shown, or read aloud, by some places.
 */

/** Shown by no font, wide by no pixel, and no part of any sign of the editor's. */
const JOINER = '\u2060';

/** Between the brackets of a link, before the bracket of an icon, within the sign of a mnemonic. */
const SIGNS = /\](?=\()|\$(?=\()|&(?=&)/g;

/**
 * Marks that turn round the order in which the text behind them is drawn, so that "gpj.exe" shows
 * as "exe.jpg". Plain marks of direction (U+200E, U+200F, U+061C) stay: Arabic and Hebrew need them.
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Line breaks and everything else that controls a terminal, a log or a list. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** The same without the line break. */
const CONTROLS_IN_LINES = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** UTF-16 units that a line of text has at most. The editor itself cuts messages at 1,000. */
export const LONGEST_LINE = 900;

/** UTF-16 units that text of several lines, such as a tooltip, has at most. */
export const LONGEST_TEXT = 4000;

/** Text as one line without control characters, cut in its middle; markup is left as it is. */
export function plainLine(text: string, longest = LONGEST_LINE): string {
  // Cut first and roughly, so that what follows takes no time on a megabyte.
  return cutMiddle(
    cutMiddle(text, longest * 8)
      .replace(TURNS, '')
      .replace(CONTROLS, ' '),
    longest,
  );
}

/** Text of several lines without other control characters, cut in its middle; markup is left as it is. */
export function plainLines(text: string, longest = LONGEST_TEXT): string {
  return cutMiddle(
    cutMiddle(text, longest * 8)
      .replace(TURNS, '')
      .replace(/\r\n?/g, '\n')
      .replace(CONTROLS_IN_LINES, ' '),
    longest,
  );
}

/** One line that no place of the editor takes for a link, an icon or a mnemonic. */
export function inertLine(text: string, longest = LONGEST_LINE): string {
  return parted(plainLine(text, longest));
}

/** Several lines that no place of the editor takes for a link, an icon or a mnemonic. */
export function inertLines(text: string, longest = LONGEST_TEXT): string {
  return parted(plainLines(text, longest));
}

/**
 * The tooltip of a link in the text of an editor. The editor makes it the label of a link in
 * Markdown that is trusted to run any command, and escapes nothing but a "]" without a backslash
 * before it: "<command:…>" and "\\](command:…)" would become links of their own.
 */
export function inertTooltip(text: string): string {
  return inertLine(text).replace(/[\\<@]|&(?=[#\w])|:(?=\/\/)|\bwww(?=\.)/gi, `$&${JOINER}`);
}

function parted(text: string): string {
  return text.replace(SIGNS, `$&${JOINER}`);
}

/**
 * Text of `longest` units at most, what is too much replaced by an ellipsis in its middle: a long
 * title stands between the words of the message, which begin and end it.
 */
function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const tail = Math.floor(longest / 3);
  const head = text.slice(0, longest - tail - 1).replace(/[\ud800-\udbff]$/, '');
  return `${head}…${text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, '')}`;
}
