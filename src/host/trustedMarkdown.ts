import * as vscode from 'vscode';
import type { PassageRef } from '../core/library/document';
import type { EntryRef } from '../core/model';
import type { TermRef } from './terms/termRef';

/** Signs that `appendText` lets through though Markdown gives them a meaning: entities, tags, bare addresses. */
const SIGN = /([&<:@.])/;

/**
 * Text from a pack or a document as Markdown that shows exactly this text, on one line that wraps.
 *
 * `appendText` alone would not do: it turns every blank into one that never breaks, so that a
 * paragraph breaks inside its words, and it leaves "https://…" to become a link.
 *
 * @param icons whether the Markdown that it goes into shows icons, so that "$(zap)" would be one
 */
export function plainText(text: string, { icons = false } = {}): string {
  const markdown = new vscode.MarkdownString(undefined, icons);
  const words = text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    markdown.appendMarkdown(index === 0 ? '' : ' ');
    for (const piece of word.split(SIGN)) {
      if (SIGN.test(piece)) {
        markdown.appendMarkdown(`\\${piece}`);
      } else {
        markdown.appendText(piece);
      }
    }
  }
  return markdown.value;
}

/**
 * Markdown that shows icons and whose links may run `commands` and nothing else.
 *
 * @param value text from outside in it has gone through `plainText`
 */
export function trustedMarkdown(value: string, commands: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands: commands };
  return markdown;
}

/**
 * A link that runs `command` on an entry, a document of the library, a passage or a term.
 *
 * @param label Markdown, shown as it is
 * @param ref its names and nothing else: all of it is in the link
 * @param title what the link does; without one the editor would show the command's address
 */
export function commandLink(
  label: string,
  command: string,
  ref: EntryRef | Pick<PassageRef, 'source'> | PassageRef | TermRef,
  title: string,
): string {
  // encodeURIComponent leaves brackets and quotes, which would end the link's target early.
  const argument = encodeURIComponent(JSON.stringify([ref])).replace(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${argument} "${title.replaceAll('"', '&quot;')}")`;
}
