import { rank } from '../../util/rank';
import { itemAt } from '../../util/defined';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Scalar,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../model';
import { readYaml, type YamlFlaw } from '../text/yamlText';

/** What cannot be read as it stands, with the parser's message. */
export interface YamlError {
  /** `several` for a second document in the file, which is not read. */
  readonly kind: 'syntax' | 'several';
  readonly message: string;
  readonly span: Span;
}

/** A field of a map: its key, and what is written there. */
export interface YamlField {
  readonly name: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}

/** What a node is, with aliases followed. */
export type YamlValue =
  /** Nothing is stated: `aliases:`, `null`, `~`. */
  | { readonly kind: 'empty'; readonly span: Span }
  /** Trimmed. Numbers, dates and the like are the text that they are written as. */
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'list'; readonly node: YAMLSeq; readonly span: Span }
  | { readonly kind: 'map'; readonly node: YAMLMap; readonly span: Span }
  /** An alias of something that is not there. */
  | { readonly kind: 'unknownAlias'; readonly name: string; readonly span: Span }
  /** The parser has complained about this value. */
  | { readonly kind: 'broken'; readonly span: Span };

/** Thrown within the parser, and caught there, when aliases blow a file up. */
export class TooManyAliases extends Error {
  constructor(readonly span: Span) {
    super('Too many aliases');
  }
}

/**
 * Values that may be read by way of aliases. Far more than an author repeats, and little enough to
 * be read in no time: a list of lists of aliases stands for billions of values in a few lines.
 */
const MOST_ALIASED_VALUES = 100_000;

/** Merges in merges. */
const DEEPEST_MERGE = 8;

const MERGE_KEY = '<<';

/** Quotation marks that were never closed, for each of which the text is read once more. */
const MOST_REPAIRS = 3;

/** UTF-16 units of what is read more than once: some tenths of a second. */
const LARGEST_REPAIRED = 1_000_000;

const NULLS: ReadonlySet<unknown> = new Set(['', '~', 'null', 'Null', 'NULL', null]);

/**
 * A YAML 1.2 or JSON text, read by and by: nothing is expanded that nobody asks for. Everything has
 * its place in the text.
 */
export class YamlSource {
  readonly root: YamlValue;
  /** In the order of the text, one in each line; of very many the first ones. */
  readonly errors: readonly YamlError[];
  /** How many errors there are besides. */
  readonly moreErrors: number;
  private readonly document: Document.Parsed;
  /** Of all errors, in order. */
  private readonly errorStarts: readonly number[];
  private anchors: ReadonlyMap<string, readonly Node[]> | undefined;
  private aliasedValues = 0;

  constructor(private readonly text: string) {
    const { document, flaws, flawStarts } = readDocument(text);
    this.document = document;
    this.errorStarts = flawStarts;
    this.moreErrors = flawStarts.length - flaws.length;
    this.errors = telling(flaws, text).map(({ code, message, start, end }) => ({
      kind: code === 'MULTIPLE_DOCS' ? 'several' : 'syntax',
      message,
      // The library puts what is missing at the end behind the end.
      span: { start: Math.min(start, text.length), end: Math.min(end, text.length) },
    }));
    this.root = this.valueOf(document.contents, { start: 0, end: 0 });
  }

  /**
   * The fields of a map in the order of the text, those of merged maps behind them.
   *
   * @returns also the keys that the map has had already; the first one counts
   */
  fieldsOf(map: YAMLMap): {
    readonly fields: ReadonlyMap<string, YamlField>;
    readonly repeated: readonly YamlField[];
  } {
    const fields = new Map<string, YamlField>();
    const repeated: YamlField[] = [];
    this.collect(map, fields, repeated, 0);
    return { fields, repeated };
  }

  /** The values of a list. */
  itemsOf(list: YAMLSeq): readonly YamlValue[] {
    const { start } = spanOf(list);
    return list.items.map((item) => this.valueOf(item, { start, end: start }));
  }

  /** The part of a span that is in its first line. */
  firstLine({ start, end }: Span): Span {
    const length = this.text.slice(start, end).search(/[\r\n]/);
    return { start, end: length === -1 ? end : start + length };
  }

  private collect(
    map: YAMLMap,
    fields: Map<string, YamlField>,
    repeated: YamlField[],
    depth: number,
  ): void {
    const own = new Set<string>();
    const merges: YamlField[] = [];
    for (const pair of map.items) {
      const field = this.fieldOf(pair);
      if (field === undefined) {
        continue;
      }
      if (field.name === MERGE_KEY) {
        merges.push(field);
      } else if (own.has(field.name)) {
        repeated.push(field);
      } else {
        own.add(field.name);
        if (!fields.has(field.name)) {
          fields.set(field.name, field);
        }
      }
    }
    for (const { value } of depth < DEEPEST_MERGE ? merges : []) {
      const sources = value.kind === 'list' ? this.itemsOf(value.node) : [value];
      for (const source of sources) {
        if (source.kind === 'map') {
          this.countAliased(source.node.items.length, value.span);
          this.collect(source.node, fields, [], depth + 1);
        }
      }
    }
  }

  /** `undefined` for a key that is a list or a map, or that the parser has made up. */
  private fieldOf({ key, value }: Pair): YamlField | undefined {
    if (!isNode(key)) {
      return undefined;
    }
    const keyValue = this.valueOf(key, spanOf(key));
    if (keyValue.kind !== 'text') {
      return undefined;
    }
    const { text: name, span } = keyValue;
    return { name, keySpan: span, value: this.valueOf(value, { start: span.end, end: span.end }) };
  }

  /** @param place where a value would stand that is not there */
  private valueOf(node: unknown, place: Span): YamlValue {
    if (isAlias(node)) {
      return this.aliased(node);
    }
    if (isScalar(node)) {
      return this.scalar(node);
    }
    if (isSeq(node)) {
      return { kind: 'list', node, span: spanOf(node) };
    }
    if (isMap(node)) {
      return { kind: 'map', node, span: spanOf(node) };
    }
    return { kind: 'empty', span: place };
  }

  private scalar(scalar: Scalar): YamlValue {
    const { value, type } = scalar;
    const span = spanOf(scalar);
    if (this.hasErrorIn(span)) {
      return { kind: 'broken', span };
    }
    return (type === Scalar.PLAIN || type === undefined) && NULLS.has(value)
      ? { kind: 'empty', span }
      : { kind: 'text', text: String(value).trim(), span };
  }

  private aliased(alias: Alias): YamlValue {
    const span = spanOf(alias);
    this.anchors ??= this.findAnchors();
    // The last one before the alias counts.
    const anchored = this.anchors.get(alias.source) ?? [];
    const target = anchored[countBefore(anchored, span.start, (node) => spanOf(node).start) - 1];
    if (target === undefined) {
      return { kind: 'unknownAlias', name: alias.source, span };
    }
    this.countAliased(isSeq(target) || isMap(target) ? target.items.length + 1 : 1, span);
    return this.valueOf(target, span);
  }

  private countAliased(values: number, span: Span): void {
    this.aliasedValues += values;
    if (this.aliasedValues > MOST_ALIASED_VALUES) {
      throw new TooManyAliases(span);
    }
  }

  private findAnchors(): ReadonlyMap<string, readonly Node[]> {
    const anchors = new Map<string, Node[]>();
    visit(this.document, {
      Value: (_key, node) => {
        if (node.anchor !== undefined) {
          const known = anchors.get(node.anchor);
          if (known) {
            known.push(node);
          } else {
            anchors.set(node.anchor, [node]);
          }
        }
      },
    });
    return anchors;
  }

  /** Whether an error is at a place in a span or at its end. */
  hasErrorIn({ start, end }: Span): boolean {
    const next = this.errorStarts[countBefore(this.errorStarts, start, (place) => place)];
    return next !== undefined && next <= end && start < end;
  }
}

/** How many of `items`, which are in order, are at a place before `place`. */
function countBefore<T>(items: readonly T[], place: number, placeOf: (item: T) => number): number {
  return rank(items.length, (index) => placeOf(itemAt(items, index)) < place);
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

interface Reading {
  readonly document: Document.Parsed;
  /** In the order of the text. */
  readonly flaws: readonly YamlFlaw[];
  /** Where these and, where there are very many, all others begin. */
  readonly flawStarts: readonly number[];
}

/**
 * Reads a text. One quotation mark that is not closed, as while its author types, takes in all that
 * follows: it is then read as if it were not there, so that the rest keeps its meaning.
 */
function readDocument(text: string): Reading {
  let reading = parseText(text);
  let repaired = text;
  const repairs: YamlFlaw[] = [];
  while (repairs.length < MOST_REPAIRS && text.length <= LARGEST_REPAIRED) {
    const repair = findOpenQuote(reading, repaired);
    if (repair === undefined) {
      break;
    }
    const { quote, flaw } = repair;
    repaired = `${repaired.slice(0, quote)} ${repaired.slice(quote + 1)}`;
    const again = parseText(repaired);
    // Otherwise the quotation mark was not to blame.
    if (again.flawStarts.length >= reading.flawStarts.length) {
      break;
    }
    repairs.push({ ...flaw, start: quote, end: quote + 1 });
    reading = again;
  }
  return {
    document: reading.document,
    flaws: [...reading.flaws, ...repairs].sort((one, other) => one.start - other.start),
    flawStarts: [...reading.flawStarts, ...repairs.map(({ start }) => start)].sort(
      (one, other) => one - other,
    ),
  };
}

function parseText(text: string): Reading {
  // Without a schema all scalars are texts as they are written: `007` and `1.0` keep their zeros.
  // Keys are compared elsewhere: the library compares each with each of its map.
  return readYaml(text, { schema: 'failsafe', uniqueKeys: false });
}

/** A quoted text of several lines with an error in it or at its end. */
function findOpenQuote(
  { document, flaws }: Reading,
  text: string,
): { readonly quote: number; readonly flaw: YamlFlaw } | undefined {
  let found: { readonly quote: number; readonly flaw: YamlFlaw } | undefined;
  if (flaws.length === 0) {
    return undefined;
  }
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if ((type !== Scalar.QUOTE_DOUBLE && type !== Scalar.QUOTE_SINGLE) || !range) {
        return undefined;
      }
      const [start, end] = range;
      const quoted = text.slice(start, end);
      const flaw = flaws[countBefore(flaws, start, (one) => one.start)];
      if (flaw === undefined || flaw.start > end + 1 || !quoted.includes('\n')) {
        return undefined;
      }
      const quote = start + quoted.search(/["']/);
      found = { quote, flaw };
      return visit.BREAK;
    },
  });
  return found;
}

/** Of flaws that follow from one another, the one that tells what to mend. */
function telling(flaws: readonly YamlFlaw[], text: string): readonly YamlFlaw[] {
  // A tab makes a heap of others, all over the lines around it.
  const tabs = flaws.filter(({ code }) => code === 'TAB_AS_INDENT');
  let line = -1;
  return (tabs.length > 0 ? tabs : flaws).filter(({ start }) => {
    const isInNewLine = line === -1 || text.slice(line, start).includes('\n');
    line = start;
    return isInNewLine;
  });
}
