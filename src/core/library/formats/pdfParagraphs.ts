import { itemAt, defined } from '../../../util/defined';
import type { Block, BlockKind } from '../document';
import { joinLines, WordCounts } from './joinLines';
import { isContentsEntry, withoutLeader } from './pdfContents';
import { partFootnotes, withoutMark } from './pdfFootnotes';
import {
  headingsByLook,
  outlineHeadings,
  type HeadingLines,
  type OutlineEntry,
} from './pdfHeadings';
import { hasBullet, mayBeItem, withoutBullet } from './pdfListItems';

import { withSoftEnds } from './pdfSoftBreaks';
import { gridAt, tableAt, type PdfTable } from './pdfTables';
import { typographyOf, type FlowLine, type Typography } from './pdfTypography';
import { tableText } from './plainText';

/** A block in the making. */
interface Group {
  kind: BlockKind;
  level?: number;
  readonly lines: FlowLine[];
  /** Of a table. */
  readonly rows?: PdfTable['rows'];
}

/** Blocks that are made in some milliseconds. */
const PAUSE_EVERY = 50;

/**
 * The blocks of a document out of the lines of its pages, which are in reading order. Paragraphs that
 * go on in the next column or on the next page are one; notes at the foot of a page follow the
 * paragraph that goes on below them. `pause` is awaited between pieces of work of some milliseconds.
 */
export async function blocksOf(
  pages: readonly (readonly FlowLine[])[],
  outline: readonly OutlineEntry[],
  pause: () => Promise<void>,
): Promise<readonly Block[]> {
  const all = pages.flat();
  const typography = typographyOf(all);
  const marked = headingsOfOutline(all, outline);
  const groups: Group[] = [];
  const counts = new WordCounts();
  let isNoteOpen = false;
  for (const lines of pages) {
    await pause();
    counts.add(lines);
    const { text, notes } = partFootnotes(lines, typography, isNoteOpen);
    groups.push(...groupLines(text, typography, marked));
    groups.push(...notes.map((note): Group => ({ kind: 'footnote', lines: [...note] })));
    isNoteOpen = notes.length > 0 && !endsSentence(defined(defined(notes.at(-1)).at(-1)).text);
  }
  if (marked.size === 0) {
    markHeadings(groups, typography);
  } else {
    markTitle(groups, typography);
  }
  const joined = joinOverPages(groups, typography);
  setItemLevels(joined);
  const blocks: Block[] = [];
  for (const [at, group] of joined.entries()) {
    if (at % PAUSE_EVERY === 0) {
      await pause();
    }
    const block = blockOf(group, counts);
    if (block.text !== '') {
      blocks.push(block);
    }
  }
  return blocks;
}

/**
 * By the line that they begin with. An outline of which few entries stand in the text (one that
 * lists the parts of a collection, or page by page) is not used.
 */
function headingsOfOutline(
  lines: readonly FlowLine[],
  outline: readonly OutlineEntry[],
): ReadonlyMap<FlowLine, HeadingLines> {
  const found = outlineHeadings(lines, outline);
  return new Map(
    found.length * 2 >= outline.length ? found.map((heading) => [heading.first, heading]) : [],
  );
}

function groupLines(
  lines: readonly FlowLine[],
  typography: Typography,
  headings: ReadonlyMap<FlowLine, HeadingLines>,
): readonly Group[] {
  const groups: Group[] = [];
  let at = 0;
  let isOpen = false;
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const grid = gridAt(lines, at);
    const heading = grid ? undefined : headings.get(line);
    const table = grid ?? (heading ? undefined : tableAt(lines, at));
    const group = groups.at(-1);
    if (heading) {
      groups.push({
        kind: 'heading',
        level: heading.level,
        lines: lines.slice(at, at + heading.lines),
      });
      isOpen = false;
      at += heading.lines;
    } else if (table) {
      groups.push({ kind: 'table', rows: table.rows, lines: lines.slice(at, at + table.lines) });
      isOpen = false;
      at += table.lines;
    } else {
      if (group && isOpen && !isBreak(group, line, typography)) {
        group.lines.push(line);
      } else {
        groups.push({ kind: kindOf(line), lines: [line] });
      }
      isOpen = true;
      at += 1;
    }
  }
  for (const group of groups) {
    if (group.kind === 'paragraph' && isCaption(group)) {
      group.kind = 'caption';
    } else if (group.kind === 'paragraph' && isContentsEntry(defined(group.lines.at(-1)).text)) {
      // A list of contents, which is cited as one rather than line by line.
      group.kind = 'item';
    }
  }
  return groups;
}

function kindOf({ text }: FlowLine): BlockKind {
  return hasBullet(text) || mayBeItem(text) ? 'item' : 'paragraph';
}

/** Whether a line begins a new block after the lines of `group`. */
function isBreak({ kind, lines }: Group, line: FlowLine, typography: Typography): boolean {
  const before = defined(lines.at(-1));
  const { size } = line;
  const step = line.baseline - before.baseline;
  if (
    line.column !== before.column ||
    step <= 0 ||
    step > 1.3 * typography.stepOf(Math.max(size, before.size), line.page) ||
    Math.abs(size - before.size) > 0.1 * Math.max(size, before.size) ||
    hasBullet(line.text) ||
    isContentsEntry(before.text)
  ) {
    return true;
  }
  const isShort = endsShort(before, line);
  if (mayBeItem(line.text) && (kind === 'item' || isShort || /[:;.]$/u.test(before.text))) {
    return true;
  }
  if (isShort && (endsSentence(before.text) || before.font !== line.font)) {
    return true;
  }
  return kind === 'item'
    ? line.left < itemAt(lines, 0).left - 0.5 * size
    : isIndentBreak(lines, line, typography);
}

/** Whether the place where a line begins tells that a paragraph does. */
function isIndentBreak(
  lines: readonly FlowLine[],
  line: FlowLine,
  { edgeOf, hasIndents }: Typography,
): boolean {
  const before = defined(lines.at(-1));
  const indent = (line.left - edgeOf(line.column)) / line.size;
  const change = (line.left - before.left) / line.size;
  const isIndented = indent > 0.8 && indent < 6;
  if (change > 0.8) {
    // Where first lines hang out, most lines begin further in, and that is the edge.
    return isIndented;
  }
  if (change < -0.8) {
    // Out to a first line that hangs, or back from a quotation that is set in; but the second line
    // of a paragraph stands further out than its first.
    return lines.length > 1;
  }
  // Paragraphs of one line each.
  return isIndented && hasIndents && lines.length === 1 && endsSentence(before.text);
}

/** Whether a line ends although the first word of the next had found room on it. */
function endsShort(line: FlowLine, next: FlowLine): boolean {
  const room = line.column.right - line.right;
  const word = next.text.split(' ', 1)[0] ?? '';
  const needed = ((next.right - next.left) * word.length) / Math.max(1, next.text.length);
  const width = line.column.right - line.column.left;
  return room > 1.15 * needed + 0.5 * line.size + 0.05 * width;
}

function endsSentence(text: string): boolean {
  return /[.!?:;…]["'”’»)\]]*$/u.test(text);
}

/** "Figure 3: …", "Table A.1. …". */
function isCaption({ lines }: Group): boolean {
  return /^(?:figure|fig\.|table|box|chart|map|graph|exhibit|photo|plate)\s+(?:\d+|[A-Z]|[IVX]+)(?:[.-]\d+)*\s*[.:–—|]\s*\S/iu.test(
    itemAt(lines, 0).text,
  );
}

function markHeadings(groups: readonly Group[], typography: Typography): void {
  const candidates = groups.filter(
    ({ kind, lines }) =>
      kind === 'paragraph' || (kind === 'item' && !hasBullet(itemAt(lines, 0).text)),
  );
  const levels = headingsByLook(
    candidates.map(({ lines }) => lines),
    typography,
  );
  for (const group of candidates) {
    const level = levels.get(group.lines);
    if (level !== undefined) {
      group.kind = 'heading';
      group.level = level;
    }
  }
}

/** Outlines seldom have the title: the largest type that the document opens with. */
function markTitle(groups: readonly Group[], { bodySize }: Typography): void {
  const first = groups.findIndex(
    ({ kind, lines }) => kind === 'heading' || itemAt(lines, 0).page > 1,
  );
  const opening = groups.slice(0, first).filter(({ lines }) => lines.length <= 4);
  const size = Math.max(...opening.map(({ lines }) => itemAt(lines, 0).size));
  const title = opening.find(({ lines }) => itemAt(lines, 0).size === size);
  if (title?.kind === 'paragraph' && size >= 1.3 * bodySize) {
    title.kind = 'heading';
    title.level = 1;
  }
}

/** What may stand between two parts of a paragraph, as it takes the head or the foot of a page. */
const BETWEEN: ReadonlySet<BlockKind> = new Set(['caption', 'table', 'footnote']);
const MOST_BETWEEN = 30;

function joinOverPages(groups: readonly Group[], typography: Typography): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    let at = joined.length - 1;
    while (at > joined.length - MOST_BETWEEN && isBetween(joined[at])) {
      at--;
    }
    const open = joined[at];
    if (open && goesOn(open, group, typography)) {
      open.lines.push(...group.lines);
    } else {
      joined.push(group);
    }
  }
  return joined;
}

function isBetween(group: Group | undefined): boolean {
  return group !== undefined && (BETWEEN.has(group.kind) || isAside(group));
}

function isAside({ lines }: Group): boolean {
  return itemAt(lines, 0).isAside === true;
}

function goesOn(open: Group, group: Group, typography: Typography): boolean {
  const last = defined(open.lines.at(-1));
  const first = itemAt(group.lines, 0);
  if (
    (open.kind !== 'paragraph' && open.kind !== 'item') ||
    group.kind !== 'paragraph' ||
    isAside(group) ||
    first.column === last.column ||
    Math.abs(first.size - last.size) > 0.1 * last.size ||
    isContentsEntry(last.text)
  ) {
    return false;
  }
  const room = last.column.right - last.right;
  const width = last.column.right - last.column.left;
  if (!endsSentence(last.text)) {
    return /^[\p{Ll}]/u.test(first.text) || last.endsSoft || room < 0.15 * width;
  }
  // A sentence ends with the page, on a full line: only an indent that is missing tells.
  const isIndented = first.left - typography.edgeOf(first.column) > 0.8 * first.size;
  return open.kind === 'paragraph' && typography.hasIndents && !isIndented && room < 0.02 * width;
}

/** Items lie deeper, the further in they are set than others of their list. */
function setItemLevels(groups: readonly Group[]): void {
  let edges: number[] = [];
  for (const group of groups) {
    if (group.kind !== 'item') {
      edges = [];
      continue;
    }
    const { left, size } = itemAt(group.lines, 0);
    edges = edges.filter((edge) => edge < left - 0.5 * size);
    edges.push(left);
    group.level = edges.length;
  }
}

function blockOf(group: Group, counts: WordCounts): Block {
  const { kind, level, lines, rows } = group;
  const page = itemAt(lines, 0).page;
  const isWord = (word: string): boolean => counts.count(word) > 0;
  const text = rows
    ? tableText(rows.map((cells) => cells.map((cell) => joinLines(cell, counts))))
    : withoutLeader(joinLines(withSoftEnds(lines, isWord), counts));
  return {
    kind,
    text: kind === 'item' ? withoutBullet(text) : kind === 'footnote' ? withoutMark(text) : text,
    ...(level !== undefined && { level }),
    page,
    lastPage: defined(lines.at(-1)).page,
  };
}
