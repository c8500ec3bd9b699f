import type { EntryRef } from '../../../core/model';
import { escapeMarkdown } from '../../../util/markdownText';

/** A link from one page to another; all pages are one folder deep. */
export function pageLink(label: string, ref: EntryRef): string {
  return `[${escapeMarkdown(label)}](../${ref.kind}/${encodeName(ref.id)}.md)`;
}

/** A link from an entry's page to a place in a note, or in the page of a document of the library. */
export function placeLink(
  label: string,
  place: {
    /** The address of the note, encoded. */
    readonly address?: string;
    /** In place of that: see `sourceUri`. */
    readonly path?: string;
    /** Counted from 1. */
    readonly line: number;
    readonly column: number;
  },
): string {
  const target = place.address ?? pagePath(place.path ?? '');
  return `[${escapeMarkdown(label)}](${target}#L${place.line},${place.column})`;
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
  return placeLink(`${place.title}, ${place.locator}`, place);
}

function pagePath(path: string): string {
  return `..${path.split('/').map(encodeName).join('/')}`;
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
