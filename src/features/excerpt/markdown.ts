import type { EntryRef } from '../../core/model';

/**
 * Text from a pack as Markdown that shows exactly that text on one line, wherever in a line it
 * stands. Only what Markdown, HTML or the editor's mathematics would take for markup gets a
 * backslash, since the pages are read as source too: "Indo-Pacific" stays as it is.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~$|]/g, '\\$&')
    .replace(/&(?=\w+;)/g, '\\&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

/** A link from one page to another; all pages are one folder deep. */
export function pageLink(label: string, ref: EntryRef): string {
  return `[${escapeMarkdown(label)}](../${ref.kind}/${encodeName(ref.id)}.md)`;
}

/** A link from an entry's page to a passage of a document, at which it opens the document's page. */
export function passageLink(place: {
  readonly title: string;
  readonly locator: string;
  /** See `sourceUri`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}): string {
  const path = place.path.split('/').map(encodeName).join('/');
  const label = escapeMarkdown(`${place.title}, ${place.locator}`);
  return `[${label}](..${path}#L${place.line},${place.column})`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** A page of blocks, a blank line between them. Here and below, empty and absent parts are left out. */
export function page(...blocks: readonly Part[]): string {
  return `${filled(blocks).join('\n\n')}\n`;
}

/** A headed part of a page; empty when it has no content. */
export function section(heading: string, ...blocks: readonly Part[]): string {
  const content = filled(blocks);
  return content.length === 0 ? '' : [`## ${heading}`, ...content].join('\n\n');
}

/** A list of Markdown, an item a line. */
export function bulletList(items: readonly Part[]): string {
  return filled(items)
    .map((item) => `- ${item}`)
    .join('\n');
}

/** The line of small facts below a title. */
export function facts(...parts: readonly Part[]): string {
  const content = filled(parts);
  return content.length === 0 ? '' : `*${content.join(' · ')}*`;
}

type Part = string | undefined;

function filled(parts: readonly Part[]): readonly string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
