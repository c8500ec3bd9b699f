import { itemAt } from '../../util/defined';
import type { YAMLMap } from 'yaml';
import { MOST_PATTERNS, MOST_PROBLEMS } from '../budgets';
import type { Span } from '../model';
import {
  unread,
  type Glossary,
  type GlossaryContext,
  type GlossaryEntry,
  type GlossaryImport,
  type GlossaryProblem,
  type GlossaryProblemKind,
} from './glossary';
import { isNestedTooDeeply } from '../text/nesting';
import { isUsableGlob } from '../paths/pathsRule';
import { TooManyAliases, YamlSource, type YamlField, type YamlValue } from './yamlSource';

/** UTF-16 units. 50,000 terms with long definitions have less. */
const LARGEST_GLOSSARY = 16_000_000;

/** UTF-16 units of a name or a message that a problem quotes. */
const LONGEST_DETAIL = 300;

const ROOT_FIELDS: ReadonlySet<string> = new Set(['$schema', 'contexts', 'imports']);

const CONTEXT_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'domainVisionStatement',
  'meta',
  'paths',
  'terms',
]);

const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'definition',
  'aliases',
  'examples',
  'meta',
  'abbreviation',
  'case',
  'near',
  'not',
  'status',
  'use',
  'related',
  'source',
  'locator',
  'date',
  'language',
]);

/** Fields of the author's own, such as values that the file refers to with aliases. */
const OWN_FIELD = /^x-/;

/**
 * Reads a glossary file, YAML or JSON (which YAML 1.2 contains). What is wrong in one place leaves
 * out that value, or that entry if it is the name, and nothing else. Of a file with several
 * documents the first is read. Never throws.
 *
 * Whether `use` and `related` name terms that there are is not looked at: they may be in any other
 * glossary or pack.
 */
export function parseGlossary(text: string): Glossary {
  if (text.length > LARGEST_GLOSSARY || isNestedTooDeeply(text)) {
    return unread('tooLarge');
  }
  let source: YamlSource;
  try {
    source = new YamlSource(text);
  } catch (error) {
    // What the library did not expect: it returns its errors otherwise.
    return unread('syntax', error instanceof Error ? error.message : String(error));
  }
  return new GlossaryReader(source).read();
}

type Fields = ReadonlyMap<string, YamlField>;

class GlossaryReader {
  private readonly contexts: GlossaryContext[] = [];
  private imports: readonly GlossaryImport[] = [];
  private readonly problems: GlossaryProblem[] = [];
  /** Of the problems behind the last one that is told. */
  private first: GlossaryProblem | undefined;
  private surplus = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly source: YamlSource) {}

  read(): Glossary {
    for (const { kind, message, span } of this.source.errors) {
      if (kind === 'several') {
        this.error('severalDocuments', span);
      } else {
        this.error('syntax', span, message);
      }
    }
    try {
      this.readRoot(this.source.root);
    } catch (error) {
      if (!(error instanceof TooManyAliases)) {
        throw error;
      }
      this.error('tooLarge', error.span);
    }
    this.surplus += this.source.moreErrors;
    const { contexts, imports } = this;
    return { contexts, imports, problems: [...this.problems, ...this.closing()] };
  }

  /** What stands for the problems that are not told one by one. */
  private closing(): readonly GlossaryProblem[] {
    return this.first === undefined
      ? []
      : [{ ...this.first, kind: 'moreProblems', detail: String(this.surplus) }];
  }

  private readRoot(root: YamlValue): void {
    if (root.kind === 'empty') {
      return;
    }
    if (root.kind !== 'map') {
      if (!this.source.hasErrorIn(root.span)) {
        this.error('notGlossary', root.span);
      }
      return;
    }
    const { fields, repeated } = this.source.fieldsOf(root.node);
    if (!fields.has('contexts') && !fields.has('imports')) {
      // A file that cannot be read has its error already.
      if (this.problems.length === 0 && fields.size > 0) {
        this.error('notGlossary', itemAt([...fields.values()], 0).keySpan);
      }
      return;
    }
    this.checkFields(fields, repeated, ROOT_FIELDS);
    this.imports = this.texts(fields.get('imports')).map(({ text: path, span }) => ({
      path,
      span,
    }));
    for (const context of this.list(fields.get('contexts'))) {
      if (context.kind === 'map') {
        this.readContext(context.node);
      } else {
        this.wrongType('contexts', context);
      }
    }
  }

  private readContext(map: YAMLMap): void {
    const { fields, repeated } = this.source.fieldsOf(map);
    this.checkFields(fields, repeated, CONTEXT_FIELDS);
    const name = this.text(fields.get('name'));
    const vision = this.text(fields.get('domainVisionStatement'));
    const meta = this.readMeta(fields.get('meta'));
    const entries: GlossaryEntry[] = [];
    this.contexts.push({
      ...(name !== undefined && { name }),
      ...(vision !== undefined && { vision }),
      ...(meta.size > 0 && { meta }),
      paths: this.readPaths(fields.get('paths')),
      entries,
    });
    const names = new Set<string>();
    for (const item of this.list(fields.get('terms'))) {
      if (item.kind !== 'map') {
        this.wrongType('terms', item);
        continue;
      }
      const entry = this.readEntry(item.node, item.span);
      if (entry === undefined) {
        continue;
      }
      if (names.has(entry.name)) {
        this.warning('duplicate', entry.nameSpan, entry.name);
      }
      names.add(entry.name);
      entries.push(entry);
    }
  }

  /** The globs that count. */
  private readPaths(field: YamlField | undefined): readonly string[] {
    const all = this.texts(field);
    const surplus = all[MOST_PATTERNS];
    if (surplus !== undefined) {
      this.error('tooManyPaths', surplus.span, String(MOST_PATTERNS));
    }
    const usable = all.slice(0, MOST_PATTERNS).filter(({ text, span }) => {
      const isUsable = isUsableGlob(text);
      if (!isUsable) {
        this.error('unusablePath', span);
      }
      return isUsable;
    });
    return usable.map(({ text }) => text);
  }

  private readEntry(map: YAMLMap, span: Span): GlossaryEntry | undefined {
    const { fields, repeated } = this.source.fieldsOf(map);
    this.checkFields(fields, repeated, ENTRY_FIELDS);
    const name = this.readName(fields.get('name'), span);
    if (name === undefined) {
      return undefined;
    }
    const optional = {
      definition: this.text(fields.get('definition')),
      abbreviation: this.text(fields.get('abbreviation')),
      case: this.choice(fields.get('case'), ['exact', 'ignore']),
      status: this.choice(fields.get('status'), ['preferred', 'admitted', 'deprecated']),
      use: this.text(fields.get('use')),
      source: this.text(fields.get('source')),
      locator: this.text(fields.get('locator')),
      date: this.text(fields.get('date')),
      language: this.text(fields.get('language')),
    } as const;
    if (optional.status === 'deprecated' && optional.use === undefined) {
      this.warning('noReplacement', fields.get('status')?.value.span ?? span, name.text);
    }
    return {
      name: name.text,
      ...stated(optional),
      ...this.contextOf(fields),
      aliases: this.texts(fields.get('aliases')).map(({ text }) => text),
      examples: this.texts(fields.get('examples')).map(({ text }) => text),
      meta: this.readMeta(fields.get('meta')),
      related: this.texts(fields.get('related')).map(({ text }) => text),
      span,
      nameSpan: name.span,
    };
  }

  /** Where an entry is meant; without the lists that are empty. */
  private contextOf(fields: ReadonlyMap<string, YamlField>): Pick<GlossaryEntry, 'near' | 'not'> {
    const near = this.texts(fields.get('near')).map(({ text }) => text);
    const not = this.texts(fields.get('not')).map(({ text }) => text);
    return { ...(near.length > 0 && { near }), ...(not.length > 0 && { not }) };
  }

  private readName(
    field: YamlField | undefined,
    entry: Span,
  ): { readonly text: string; readonly span: Span } | undefined {
    if (field === undefined) {
      if (!this.source.hasErrorIn(entry)) {
        this.error('noName', entry);
      }
      return undefined;
    }
    const { value, keySpan } = field;
    if (value.kind === 'empty') {
      this.error('noName', keySpan);
    } else if (value.kind !== 'text') {
      this.wrongType('name', value);
    } else if (!/[\p{L}\p{N}]/u.test(value.text)) {
      this.error('noName', value.span, value.text);
    } else {
      return value;
    }
    return undefined;
  }

  private readMeta(field: YamlField | undefined): ReadonlyMap<string, string> {
    const meta = new Map<string, string>();
    if (field === undefined || field.value.kind === 'empty') {
      return meta;
    }
    if (field.value.kind !== 'map') {
      this.wrongType('meta', field.value);
      return meta;
    }
    const { fields, repeated } = this.source.fieldsOf(field.value.node);
    this.checkRepeated(repeated);
    for (const remark of fields.values()) {
      const text = this.text(remark);
      if (text !== undefined) {
        meta.set(remark.name, text);
      }
    }
    return meta;
  }

  /** `undefined` when the field states nothing, or not a text. */
  private text(field: YamlField | undefined): string | undefined {
    if (field === undefined || field.value.kind === 'empty') {
      return undefined;
    }
    if (field.value.kind === 'text') {
      return field.value.text === '' ? undefined : field.value.text;
    }
    this.wrongType(field.name, field.value);
    return undefined;
  }

  private choice<T extends string>(
    field: YamlField | undefined,
    values: readonly T[],
  ): T | undefined {
    const text = this.text(field);
    const value = values.find((candidate) => candidate === text);
    if (field !== undefined && text !== undefined && value === undefined) {
      this.error('unknownValue', field.value.span, field.name);
    }
    return value;
  }

  private texts(
    field: YamlField | undefined,
  ): readonly { readonly text: string; readonly span: Span }[] {
    return this.list(field).flatMap((item) => {
      if (item.kind === 'text') {
        return item.text === '' ? [] : [item];
      }
      this.wrongType(field?.name ?? '', item);
      return [];
    });
  }

  /** Without items that state nothing. */
  private list(field: YamlField | undefined): readonly YamlValue[] {
    if (field === undefined || field.value.kind === 'empty') {
      return [];
    }
    if (field.value.kind !== 'list') {
      this.wrongType(field.name, field.value);
      return [];
    }
    return this.source.itemsOf(field.value.node).filter(({ kind }) => kind !== 'empty');
  }

  private checkFields(
    fields: Fields,
    repeated: readonly YamlField[],
    known: ReadonlySet<string>,
  ): void {
    this.checkRepeated(repeated);
    for (const { name, keySpan } of fields.values()) {
      if (!known.has(name) && !OWN_FIELD.test(name)) {
        this.warning('unknownField', keySpan, name);
      }
    }
  }

  private checkRepeated(repeated: readonly YamlField[]): void {
    for (const { name, keySpan } of repeated) {
      this.error('repeatedField', keySpan, name);
    }
  }

  private wrongType(field: string, value: YamlValue): void {
    if (value.kind === 'unknownAlias') {
      this.error('unknownAlias', value.span, value.name);
    } else if (!this.source.hasErrorIn(value.span)) {
      // Otherwise the cause is shown there already.
      this.error('wrongType', value.span, field);
    }
  }

  private error(kind: GlossaryProblemKind, span: Span, detail = ''): void {
    this.add(kind, 'error', span, detail);
  }

  private warning(kind: GlossaryProblemKind, span: Span, detail = ''): void {
    this.add(kind, 'warning', span, detail);
  }

  private add(
    kind: GlossaryProblemKind,
    severity: GlossaryProblem['severity'],
    span: Span,
    detail: string,
  ): void {
    // What aliases repeat is wrong once.
    const key = `${kind} ${span.start} ${detail.slice(0, LONGEST_DETAIL)}`;
    if (this.seen.has(key)) {
      return;
    }
    this.seen.add(key);
    if (this.problems.length < MOST_PROBLEMS) {
      const short = detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail;
      this.problems.push({ kind, severity, span: this.source.firstLine(span), detail: short });
    } else {
      this.first ??= { kind, severity, span: this.source.firstLine(span), detail };
      this.surplus++;
    }
  }
}

/** The fields that have a value. */
function stated<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { readonly [Field in keyof T]?: Exclude<T[Field], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Field in keyof T]?: Exclude<T[Field], undefined> };
}
