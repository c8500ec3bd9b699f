import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  Scalar,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { BlockStyle, FlowStyle } from './entryText';

/** A file that is to be edited, and how its author lays it out. */
export interface GlossarySource {
  readonly text: string;
  readonly eol: '\n' | '\r\n';
  readonly block: BlockStyle;
  readonly flow: FlowStyle;
  /** What a line within brackets is indented by, where they span lines; `undefined` where they do not. */
  readonly flowIndent: string | undefined;
}

const DEFAULT_INDENT = 2;

/** Reads the layout off a file; what the file does not show is as most files have it. */
export function readSource(text: string, { contents }: Document.Parsed): GlossarySource {
  const json = isMap(contents) && contents.flow === true && isJson(contents);
  return {
    text,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    block: blockStyle(text, contents),
    flow: { json, padding: /[{[] /.test(text) || !/[{[][^\s\]}]/.test(text) },
    flowIndent: json ? /\n([ \t]+)\S/.exec(text)?.[1] : undefined,
  };
}

/** The pair of a map that has this key; `undefined` when none has. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** Whether a node is not there, or states nothing: `terms:`, `terms: null`, `terms: ~`. */
export function isEmptyValue(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** How far a place is from the beginning of its line. A byte order mark takes no room. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Where the line begins that a place is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line after the one begins that a place is in; the text's end when there is none. */
export function nextLineStart(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Where a node begins; `undefined` when it does not come from a text. */
export function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isJson(map: YAMLMap): boolean {
  const [first] = map.items;
  return first === undefined || (isScalar(first.key) && first.key.type === Scalar.QUOTE_DOUBLE);
}

/** Taken from the first list that stands under a key, since files are rarely of two minds. */
function blockStyle(text: string, root: unknown): BlockStyle {
  const indent = isMap(root) && root.flow !== true ? listIndent(text, root) : undefined;
  return indent === undefined
    ? { indent: DEFAULT_INDENT, indentLists: true }
    : { indent: indent || DEFAULT_INDENT, indentLists: indent > 0 };
}

/** How many blanks the first list in a map, or in maps within its lists, is indented under its key. */
function listIndent(text: string, map: YAMLMap): number | undefined {
  for (const { key, value } of map.items) {
    const keyStart = startOf(key);
    const listStart = startOf(value);
    if (isSeq(value) && value.flow !== true && keyStart !== undefined && listStart !== undefined) {
      return columnOf(text, listStart) - columnOf(text, keyStart);
    }
  }
  return undefined;
}
