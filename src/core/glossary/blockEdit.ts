import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextEdit } from '../model';
import { blockLines, type GlossaryValue } from './entryText';
import { columnOf, lineStart, nextLineStart, startOf, type GlossarySource } from './sourceStyle';

/** The dash before an item and the blank behind it. */
const DASH_WIDTH = 2;

/** Adds items behind the last one of a list in block style. */
export function addBlockItems(
  source: GlossarySource,
  list: YAMLSeq,
  key: Pair,
  values: readonly GlossaryValue[],
): TextEdit | undefined {
  const { text } = source;
  const start = list.srcToken?.offset;
  const keyStart = startOf(key.key);
  const end = endOf(text, list);
  if (start === undefined || keyStart === undefined || end === undefined || text[start] !== '-') {
    return undefined;
  }
  const column = columnOf(text, start);
  const keyColumn = columnOf(text, keyStart);
  const lines = itemLines(source, values, column, {
    width: dashWidth(text, list, column),
    isSpaced: isSpaced(text, list),
  });
  return insertLines(source, behind(text, end, keyColumn), lines);
}

/** Adds a key with a list at the end of a map in block style. */
export function addBlockPair(
  source: GlossarySource,
  map: YAMLMap,
  key: string,
  values: readonly GlossaryValue[],
): TextEdit | undefined {
  const { text } = source;
  const start = startOf(map.items[0]?.key);
  const end = endOf(text, map);
  if (start === undefined || end === undefined) {
    return undefined;
  }
  const column = columnOf(text, start);
  const lines = [`${' '.repeat(column)}${key}:`, ...listLines(source, values, column)];
  return insertLines(source, behind(text, end, column - 1), lines);
}

/** Gives a key in block style a list that has no value yet. */
export function fillBlock(
  source: GlossarySource,
  { key, value }: Pair,
  values: readonly GlossaryValue[],
): TextEdit | undefined {
  const { text } = source;
  const start = startOf(key);
  const empty = isScalar(value) ? value.range : undefined;
  if (start === undefined || !empty) {
    return undefined;
  }
  const column = columnOf(text, start);
  const place = behind(text, nextLineStart(text, empty[1]), column);
  const insertion = insertLines(source, place, listLines(source, values, column));
  // Blanks before an explicit null would be left at the end of the line.
  const from = text.slice(0, empty[0]).replace(/(?<![ \t])[ \t]+$/, '').length;
  const kept = text.slice(empty[1], place);
  return empty[0] === empty[1]
    ? insertion
    : { start: from, end: place, text: kept + insertion.text };
}

/** Adds lines at the end of the text. */
export function appendBlock(source: GlossarySource, value: GlossaryValue): TextEdit {
  return insertLines(source, source.text.length, blockLines(value, source.block, 0));
}

/** A list as a value of a key that begins in `column`. */
function listLines(
  source: GlossarySource,
  values: readonly GlossaryValue[],
  column: number,
): readonly string[] {
  const { indent, indentLists } = source.block;
  return itemLines(source, values, column + (indentLists ? indent : 0), {
    width: DASH_WIDTH,
    isSpaced: false,
  });
}

/** Items of a list with their dashes in `column`. */
function itemLines(
  { block }: GlossarySource,
  values: readonly GlossaryValue[],
  column: number,
  { width, isSpaced }: { readonly width: number; readonly isSpaced: boolean },
): readonly string[] {
  const lines: string[] = [];
  for (const value of values) {
    if (isSpaced) {
      lines.push('');
    }
    blockLines(value, block, column + width).forEach((line, index) => {
      const before = index === 0 ? '-'.padEnd(width) : ' '.repeat(width);
      lines.push(line === '' ? '' : ' '.repeat(column) + before + line);
    });
  }
  return lines;
}

function insertLines(
  { text, eol }: GlossarySource,
  place: number,
  lines: readonly string[],
): TextEdit {
  const isOpen = place > 0 && text[place - 1] !== '\n' && text !== '\ufeff';
  const inserted = lines.join(eol);
  return { start: place, end: place, text: isOpen ? eol + inserted : inserted + eol };
}

/**
 * Where lines go that follow a line's beginning: behind comments that are indented deeper than
 * `column`, the place of what holds the collection, since those belong to it.
 */
function behind(text: string, end: number, column: number): number {
  let place = end;
  for (let line = end; line < text.length; line = nextLineStart(text, line)) {
    const [, blanks = '', first = ''] = /^([ \t]*)(\S?)/.exec(lineAt(text, line)) ?? [];
    if (first === '#' && blanks.length > column) {
      place = nextLineStart(text, line);
    } else if (first !== '') {
      break;
    }
  }
  return place;
}

function lineAt(text: string, start: number): string {
  return text.slice(start, nextLineStart(text, start));
}

/**
 * Where the line after a node in block style begins, blank lines and comments behind it not
 * counted; `undefined` when that cannot be told. A node's own range tells not: it may take in what
 * follows.
 */
function endOf(text: string, node: unknown): number | undefined {
  if (isPair(node)) {
    return endOf(text, node.value ?? node.key);
  }
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    return endOf(text, node.items.at(-1));
  }
  const end = isNode(node) ? node.range?.[1] : undefined;
  if (end === undefined) {
    return undefined;
  }
  // A block of text takes its last line end in, and blank lines that it keeps.
  return text[end - 1] === '\n' ? end : nextLineStart(text, end);
}

/** How far the fields of the last entry are from its dash. */
function dashWidth(text: string, list: YAMLSeq, column: number): number {
  const last = list.items.at(-1);
  const start = isMap(last) && last.flow !== true ? startOf(last.items[0]?.key) : undefined;
  if (start === undefined) {
    return DASH_WIDTH;
  }
  const dash = lineStart(text, start) + column;
  return /^-[ ]+$/.test(text.slice(dash, start)) ? start - dash : DASH_WIDTH;
}

/** Whether blank lines part the entries of a list. */
function isSpaced(text: string, list: YAMLSeq): boolean {
  const start = list.items.length > 1 ? startOf(list.items.at(-1)) : undefined;
  if (start === undefined) {
    return false;
  }
  const before = text.slice(0, lineStart(text, start));
  // Comments above an entry belong to it.
  return /\n[ \t]*\r?\n(?:[ \t]*#.*\n)*$/.test(before);
}
