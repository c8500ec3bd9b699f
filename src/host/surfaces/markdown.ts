import * as vscode from 'vscode';
import type { PassageRef } from '../../core/library/document';
import type { EntryRef } from '../../core/model';
import type { NotePlace } from '../notePlace';
import type { TermRef } from '../termRef';
import { inertLine, plainLine } from './inertText';

declare const safe: unique symbol;

/** Markdown of ours in which all text from outside has been escaped: no other reaches the editor. */
export type Markdown = string & {
  /** Known to the compiler alone. */
  readonly [safe]: true;
};

/** Signs that `appendText` lets through though Markdown gives them a meaning: entities, tags, bare addresses. */
const SIGN = /([&<:@.])/;

/** UTF-16 units of one text in a card; more nobody reads in one. */
const MOST_CARD_TEXT_UNITS = 8000;

/**
 * Text from a pack or a document as Markdown that shows exactly this text, on one line that wraps.
 *
 * `appendText` alone would not do: it turns every blank into one that never breaks, so that a
 * paragraph breaks inside its words, and it leaves "https://…" to become a link.
 *
 * @param icons whether the Markdown that it goes into shows icons, so that "$(zap)" would be one
 */
export function plainText(text: string, { icons = false } = {}): Markdown {
  const escaped = new vscode.MarkdownString(undefined, icons);
  const words = plainLine(text, MOST_CARD_TEXT_UNITS)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    escaped.appendMarkdown(index === 0 ? '' : ' ');
    for (const piece of word.split(SIGN)) {
      if (SIGN.test(piece)) {
        escaped.appendMarkdown(`\\${piece}`);
      } else {
        escaped.appendText(piece);
      }
    }
  }
  return escaped.value as Markdown;
}

/**
 * Markdown as it stands in our code, with Markdown in its gaps: compose`**${plainText(name)}**`. The
 * compiler takes no plain string there.
 */
export function compose(strings: TemplateStringsArray, ...gaps: readonly Markdown[]): Markdown {
  return strings.map((fixed, at) => fixed + (gaps[at] ?? '')).join('') as Markdown;
}

/** Pieces of Markdown one behind the other; empty ones are left out. */
export function joined(
  parts: readonly (Markdown | undefined)[],
  separator: '\n\n' | '  \n' | ' · ' | ' ' | ' &nbsp; ' | '\n\n---\n\n',
): Markdown {
  return parts
    .filter((part) => part !== undefined && (part as string) !== '')
    .join(separator) as Markdown;
}

/**
 * A translated sentence with Markdown in its gaps.
 *
 * @param sentence plain, with "{0}" and so on where `gaps` go
 */
export function sentence(sentence: string, ...gaps: readonly Markdown[]): Markdown {
  // Every other piece is the number of a gap.
  return sentence
    .split(/\{(\d+)\}/)
    .map((piece, at) => (at % 2 === 1 ? (gaps[Number(piece)] ?? '') : edged(piece)))
    .join('') as Markdown;
}

/** Plain text that keeps the blanks at its ends. */
function edged(text: string): string {
  const inner = text.trim();
  const before = text.trimStart().length < text.length ? ' ' : '';
  const after = inner !== '' && text.trimEnd().length < text.length ? ' ' : '';
  return `${before}${plainText(inner)}${after}`;
}

/** Markdown without any trust: its links run nothing, and it shows no icons. */
export function untrustedMarkdown(value: Markdown): vscode.MarkdownString {
  return new vscode.MarkdownString(value);
}

/**
 * Markdown that shows icons and whose links may run `commands` and nothing else.
 *
 * @param value text from outside in it has gone through `plainText` with `icons`
 */
export function trustedMarkdown(
  value: Markdown,
  commands: readonly string[],
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands: commands };
  return markdown;
}

/** Markdown in italics; nothing of nothing. */
export function emphasized(text: Markdown): Markdown {
  return (text as string) === '' ? text : compose`_${text}_`;
}

/** An icon, where Markdown shows icons. */
export function icon(name: string): Markdown {
  return `$(${name})` as Markdown;
}

/** A link that runs `command` on nothing. */
export function plainCommandLink(label: Markdown, command: string): Markdown {
  return `[${label}](command:${command})` as Markdown;
}

/**
 * A link that runs `command` on an entry, a document of the library, a passage or a term.
 *
 * @param ref its names and nothing else: all of it is in the link
 * @param title plain text that says what the link does; without one the editor would show the command's address
 * @param place where in a note the command is to insert
 */
export function commandLink(
  label: Markdown,
  command: string,
  ref: EntryRef | Pick<PassageRef, 'source'> | PassageRef | TermRef,
  title: string,
  place?: NotePlace,
): Markdown {
  // encodeURIComponent leaves brackets and quotes, which would end the link's target early.
  const argument = encodeURIComponent(JSON.stringify(place ? [ref, place] : [ref])).replace(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  // The editor draws icons in the HTML that it has made of Markdown: one in an attribute would end it.
  const shown = plainText(inertLine(title)).replaceAll('"', '&quot;');
  return `[${label}](command:${command}?${argument} "${shown}")` as Markdown;
}
