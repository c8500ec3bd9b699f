import { type CST, isNode, isPair, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span, TextEdit } from '../model';
import { flowText, type GlossaryValue } from './entryText';
import { lineStart, type GlossarySource } from './sourceStyle';

/** Adds items behind the last one of a list in brackets. */
export function addFlowItems(
  source: GlossarySource,
  list: YAMLSeq,
  values: readonly GlossaryValue[],
): TextEdit | undefined {
  return addWithin(source, list, (layout, indent) =>
    values.map((value) => write(layout, value, indent)),
  );
}

/** Adds a key with a value at the end of a map in braces. */
export function addFlowPair(
  source: GlossarySource,
  map: YAMLMap,
  key: string,
  value: GlossaryValue,
): TextEdit | undefined {
  const name = source.flow.json ? JSON.stringify(key) : key;
  return addWithin(source, map, (layout, indent) => [`${name}: ${write(layout, value, indent)}`]);
}

/** Gives a key within braces a value in place of none. */
export function fillFlow(
  source: GlossarySource,
  { value: empty, srcToken }: Pair,
  value: GlossaryValue,
): TextEdit | undefined {
  const range = isScalar(empty) ? empty.range : undefined;
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  if (!range || colon === undefined) {
    return undefined;
  }
  const added = write(source, value, indentAt(source.text, colon.offset));
  if (range[0] === range[1]) {
    const place = colon.offset + colon.source.length;
    return { start: place, end: place, text: ` ${added}` };
  }
  return { start: range[0], end: range[1], text: added };
}

/**
 * A value whose first line is indented by `indent`. Within YAML it takes one line, within JSON as
 * many as the file gives to such values.
 */
function write(
  { flow, flowIndent, eol }: GlossarySource,
  value: GlossaryValue,
  indent: string,
): string {
  return flow.json && flowIndent !== undefined
    ? JSON.stringify(value, undefined, flowIndent).replaceAll('\n', eol + indent)
    : flowText(value, flow);
}

/** @param write what is to be added, laid out for a line that is indented by so much */
function addWithin(
  source: GlossarySource,
  collection: YAMLMap | YAMLSeq,
  write: (source: GlossarySource, indent: string) => readonly string[],
): TextEdit | undefined {
  const { text, eol } = source;
  const token = collection.srcToken;
  const [bracket] = token?.type === 'flow-collection' ? token.end : [];
  if (token?.type !== 'flow-collection' || bracket === undefined) {
    return undefined;
  }
  const last = spanOf(collection.items.at(-1));
  if (last === undefined) {
    const inside = { start: token.start.offset + 1, end: bracket.offset };
    return addToEmpty(source, inside, (indent) => write(source, indent));
  }
  const before = text.slice(lineStart(text, last.start), last.start);
  const hasOwnLine = before.trim() === '';
  const separator = hasOwnLine ? eol + before : ' ';
  const isOneLine =
    !text.slice(last.start, last.end).includes('\n') && !isPair(collection.items[0]);
  const added = write(
    isOneLine ? { ...source, flowIndent: undefined } : source,
    hasOwnLine ? before : indentAt(text, last.start),
  ).join(`,${separator}`);
  const comma = trailingComma(token.items.at(-1));
  const place = comma ?? last.end;
  // A comment behind the last one stays with it.
  const rest = text.slice(place, bracket.offset);
  const comment = hasOwnLine ? (/^[ \t]*#[^\r\n]*/.exec(rest)?.[0] ?? '') : '';
  const end = place + comment.length;
  return comma === undefined
    ? { start: place, end, text: `,${comment}${separator}${added}` }
    : { start: end, end, text: `${separator}${added},` };
}

/** @param inside what is between the brackets: blanks and comments */
function addToEmpty(
  { text, eol, block, flow, flowIndent }: GlossarySource,
  inside: Span,
  write: (indent: string) => readonly string[],
): TextEdit {
  const indent = indentAt(text, inside.start);
  if (text.slice(inside.start, inside.end).trim() !== '') {
    // Comments end with a line, so that the bracket stands in one of its own.
    const outer = indentAt(text, inside.end);
    const deeper = flowIndent ?? ' '.repeat(block.indent);
    const added = write(outer + deeper).join(', ');
    return { start: inside.end, end: inside.end, text: `${deeper}${added}${eol}${outer}` };
  }
  if (!flow.json || flowIndent === undefined) {
    const padding = flow.padding ? ' ' : '';
    return { ...inside, text: padding + write(indent).join(', ') + padding };
  }
  const line = eol + indent + flowIndent;
  const added = write(indent + flowIndent).join(`,${line}`);
  return { ...inside, text: `${line}${added}${eol}${indent}` };
}

/** Where an item of a list or a map stands; `undefined` when it does not come from a text. */
function spanOf(item: unknown): Span | undefined {
  const [first, last] = isPair(item) ? [item.key, item.value ?? item.key] : [item, item];
  const start = isNode(first) ? first.range?.[0] : undefined;
  const end = isNode(last) ? last.range?.[1] : undefined;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Behind the comma that follows the last item; `undefined` when none does. */
function trailingComma(item: CST.CollectionItem | undefined): number | undefined {
  const isItem = item?.key !== undefined || item?.value !== undefined;
  const comma = isItem ? undefined : item?.start.find(({ type }) => type === 'comma');
  return comma && comma.offset + comma.source.length;
}

/** The blanks at the beginning of the line that a place is in. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}
