import { Document, Scalar, visit } from 'yaml';
import type { EntryFields } from './glossary';

/** A value as it stands in a glossary file: texts, lists of them, and maps. */
export type GlossaryValue =
  string | readonly GlossaryValue[] | { readonly [key: string]: GlossaryValue };

/** How the lines of a YAML file are laid out. */
export interface BlockStyle {
  /** Blanks of one level. */
  readonly indent: number;
  /** Whether a list is indented under its key. */
  readonly indentLists: boolean;
}

/** How brackets and braces are laid out. */
export interface FlowStyle {
  /** Whether every text is in double quotes, as JSON has it. */
  readonly json: boolean;
  /** Whether a blank parts brackets from what is in them. */
  readonly padding: boolean;
}

/** So long may a line become before its text is folded. */
const LINE_WIDTH = 100;

/** Deeply indented texts get this much all the same. */
const MIN_WIDTH = 40;

/** An entry as it stands in a file: without what it does not state, names and texts first. */
export function entryValue(entry: EntryFields): GlossaryValue {
  const { name, abbreviation, definition, aliases, examples, case: casing, status, use } = entry;
  const { near, not, related, source, locator, date, language, meta } = entry;
  const value: Record<string, GlossaryValue> = {};
  const fields: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ['name', name],
    ['abbreviation', abbreviation],
    ['definition', definition],
    ['aliases', aliases],
    ['examples', examples],
    ['case', casing],
    ['near', near],
    ['not', not],
    ['status', status],
    ['use', use],
    ['related', related],
    ['source', source],
    ['locator', locator],
    ['date', date],
    ['language', language],
  ];
  for (const [key, field] of fields) {
    if (field !== undefined && field.length > 0) {
      value[key] = typeof field === 'string' ? tidy(field) : field.map(tidy);
    }
  }
  if (meta.size > 0) {
    // Unlike an assignment this takes any name, `__proto__` included.
    value['meta'] = Object.fromEntries([...meta].map(([key, text]) => [key, tidy(text)]));
  }
  return value;
}

/**
 * A value in block style, as lines without indentation of their own.
 *
 * @param column where the lines will begin: how long they may become depends on it
 */
export function blockLines(
  value: GlossaryValue,
  { indent, indentLists }: BlockStyle,
  column: number,
): readonly string[] {
  const lineWidth = Math.max(MIN_WIDTH, LINE_WIDTH - column);
  const document = new Document(value, { compat: 'yaml-1.1' });
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') {
        const type = blockType(node.value, lineWidth);
        if (type !== undefined) {
          node.type = type;
        }
      }
    },
  });
  const text = document.toString({
    indent,
    indentSeq: indentLists,
    lineWidth,
    // Line ends within quotes are escaped: blanks around real ones do not all come back.
    doubleQuotedMinMultiLineLength: Infinity,
  });
  return text.replace(/\n$/, '').split('\n');
}

/** A value in flow style, on one line. */
export function flowText(value: GlossaryValue, { json, padding }: FlowStyle): string {
  const document = new Document(value, { compat: 'yaml-1.1' });
  visit(document, {
    Scalar(_key, node) {
      if (json || (typeof node.value === 'string' && node.value.includes('\n'))) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document
    .toString({
      collectionStyle: 'flow',
      flowCollectionPadding: padding,
      doubleQuotedAsJSON: true,
      lineWidth: 0,
    })
    .trimEnd();
}

/**
 * What is written as a block of its own: several lines, or one that is too long. Lines of blanks
 * are lost in a block, and folding does not keep lines that begin with blanks.
 */
function blockType(text: string, width: number): Scalar.Type | undefined {
  const lines = text.split('\n');
  if (lines.some((line) => line !== '' && line.trim() === '')) {
    return Scalar.QUOTE_DOUBLE;
  }
  const isLong = (line: string) => line.length > width - MIN_WIDTH / 2 && line.includes(' ');
  if (lines.some(isLong) && !lines.some((line) => /^\s/.test(line))) {
    return Scalar.BLOCK_FOLDED;
  }
  return lines.length > 1 ? Scalar.BLOCK_LITERAL : undefined;
}

/** A text without what no reader of the file would see: blanks around it, another system's line ends. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
