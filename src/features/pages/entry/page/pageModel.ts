import type { PassageRef } from '../../../../core/library/document';
import type { EntryPage } from '../../../../core/packs/entryPage';

/** A place in a note, or in the page of a document of the library. */
export interface PagePlace {
  /** The address of the file or page, encoded. */
  readonly address: string;
  /** Of a document's page, the path that Markdown links to: see `sourceFilePath`. */
  readonly path?: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The passage of the library that is there; absent for other places. */
  readonly passage?: PassageRef;
}

/** What a link of a page opens. */
export type LinkTarget =
  | { readonly kind: 'entry'; readonly page: EntryPage }
  | { readonly kind: 'place'; readonly place: PagePlace }
  | { readonly kind: 'web'; readonly address: string };

/** A stretch of text that looks one way. */
export interface Run {
  /** Of one line. */
  readonly text: string;
  /** The same in a few words, for a text that is read on; absent where it is short. */
  readonly brief?: string;
  readonly target?: LinkTarget;
  /** `strong` is a name that leads a line, `quiet` what a reader may pass over. */
  readonly tone?: 'strong' | 'quiet';
}

/** Runs one behind the other; no runs are nothing to show. */
export type Words = readonly Run[];

/** A line of a list, with what is said of it. */
export interface ListItem {
  readonly words: Words;
  readonly body?: Words;
}

export type PageBlock =
  /** Small facts, one behind the other. */
  | { readonly kind: 'facts'; readonly facts: readonly Words[] }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly isQuiet?: boolean }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'list';
      /** What introduces the items. */
      readonly lead?: string;
      /** Whether items are sentences, not names. */
      readonly isProse: boolean;
      readonly items: readonly ListItem[];
    };

/** The page of an entry, however it is shown. All text in it is plain. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** Text from a pack or a file as one run; nothing of blanks. */
export function textRun(text: string, tone?: Run['tone']): Words {
  const line = singleLine(text);
  return line === '' ? [] : [{ text: line, ...(tone && { tone }) }];
}

/** Text on one line: blanks and control characters in a row become one blank. */
export function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ').trim();
}

/** Words that lead to an entry, to a place in a file or to an address. */
export function link(label: string, target: LinkTarget): Words {
  return textRun(label).map((run) => ({ ...run, target }));
}

/**
 * A message with words in its gaps; nothing when a gap is empty.
 *
 * @param message translated, with "{0}" and so on where `gaps` go
 */
export function phrase(message: string, ...gaps: readonly Words[]): Words {
  if (gaps.some((words) => words.length === 0)) {
    return [];
  }
  // Every other piece is the number of a gap.
  return message
    .split(/\{(\d+)\}/)
    .flatMap((piece, at) => (at % 2 === 1 ? (gaps[Number(piece)] ?? []) : fixed(piece)));
}

/** Words one behind the other with `separator` between; empty ones are left out. */
export function joinedWords(parts: readonly Words[], separator: string): Words {
  return parts
    .filter((words) => words.length > 0)
    .flatMap((words, at) => (at === 0 ? words : [...fixed(separator), ...words]));
}

/** The same words, each run in brackets and quiet that leads nowhere; nothing of nothing. */
export function inBrackets(words: Words): Words {
  return words.length === 0
    ? []
    : [...fixed('('), ...words, ...fixed(')')].map((run) => ({ ...run, tone: 'quiet' }));
}

/** A paragraph; none of nothing. */
export function paragraph(words: Words): readonly PageBlock[] {
  return words.length === 0 ? [] : [{ kind: 'paragraph', words }];
}

/** A paragraph that a reader may pass over; none of nothing. */
export function quietParagraph(words: Words): readonly PageBlock[] {
  return words.length === 0 ? [] : [{ kind: 'paragraph', words, isQuiet: true }];
}

/** The line of small facts below a title; none of nothing. */
export function facts(...all: readonly Words[]): readonly PageBlock[] {
  const filled = all.filter((words) => words.length > 0);
  return filled.length === 0 ? [] : [{ kind: 'facts', facts: filled }];
}

/** A list of names, one a line; none of nothing. */
export function list(lines: readonly Words[]): readonly PageBlock[] {
  return listOf(
    lines.map((words) => ({ words })),
    { isProse: false },
  );
}

/** A list of sentences; none of nothing. */
export function proseList(items: readonly ListItem[], lead?: string): readonly PageBlock[] {
  return listOf(items, { isProse: true, ...(lead !== undefined && { lead }) });
}

function listOf(
  items: readonly ListItem[],
  looks: { readonly isProse: boolean; readonly lead?: string },
): readonly PageBlock[] {
  const filled = items.filter(({ words }) => words.length > 0);
  return filled.length === 0 ? [] : [{ kind: 'list', ...looks, items: filled }];
}

/** Blocks under a heading; none when there is nothing under it. */
export function section(
  text: string,
  content: readonly PageBlock[],
  level: 1 | 2 = 1,
): readonly PageBlock[] {
  return content.length === 0
    ? []
    : [{ kind: 'heading', level, text: singleLine(text) }, ...content];
}

/** Text of ours, of which blanks at the ends count. */
function fixed(text: string): Words {
  return text === '' ? [] : [{ text }];
}
