import { parse as parseToml, TomlDate } from 'smol-toml';
import { isNestedTooDeeply } from '../text/nesting';
import { readYaml } from '../text/yamlText';
import type { Span } from '../model';
import type { FrontMatter } from './frontMatter';
import type { Note } from './note';

/** The fields of front matter by their names in small letters. */
export type FrontMatterFields = ReadonlyMap<string, unknown>;

/** UTF-16 units of front matter that is read. Nobody writes more by hand. */
const LONGEST_READ = 65_536;

const read = new WeakMap<FrontMatter, FrontMatterFields>();

/**
 * The fields of front matter, read once. Empty when there is no front matter, when it has errors,
 * and when it is longer or deeper than anybody writes it.
 */
export function frontMatterFields(frontMatter: FrontMatter | undefined): FrontMatterFields {
  if (frontMatter === undefined) {
    return new Map();
  }
  const known = read.get(frontMatter) ?? fieldsIn(frontMatter);
  read.set(frontMatter, known);
  return known;
}

/**
 * One field of front matter; undefined when it has none of that name. Front matter that does not
 * mention the name is not read.
 *
 * @param name in small letters
 */
export function frontMatterField(frontMatter: FrontMatter | undefined, name: string): unknown {
  return frontMatter?.source.toLowerCase().includes(name) === true
    ? frontMatterFields(frontMatter).get(name)
    : undefined;
}

/**
 * Where a text that is a value of a field of front matter stands, as it is written there. Returns
 * undefined when it stands in another form.
 *
 * @param field in small letters
 */
export function fieldValueSpan(
  { text, frontMatter }: Pick<Note, 'text' | 'frontMatter'>,
  field: string,
  value: string,
): Span | undefined {
  const end = frontMatter?.end ?? 0;
  const head = text.slice(0, end).toLowerCase();
  const from = ['\n', '\n"', "\n'"]
    .map((before) => head.indexOf(before + field))
    .find((at) => at >= 0);
  const start = from === undefined ? -1 : text.indexOf(value, from + field.length + 1);
  return start < 0 || start >= end ? undefined : { start, end: start + value.length };
}

function fieldsIn({ format, source }: FrontMatter): FrontMatterFields {
  if (source.length > LONGEST_READ || isNestedTooDeeply(source)) {
    return new Map();
  }
  try {
    const value = format === 'yaml' ? yamlValue(source) : plainValue(parseToml(source));
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
    return new Map(
      isFields ? Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]) : [],
    );
  } catch {
    return new Map();
  }
}

function yamlValue(source: string): unknown {
  const { document, flaws } = readYaml(source, { uniqueKeys: false });
  return flaws.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 });
}

/** A value of TOML as one of YAML would be: dates as they are written, in ISO form. */
function plainValue(value: unknown): unknown {
  if (value instanceof TomlDate) {
    return value.toISOString();
  }
  if (Array.isArray(value)) {
    return value.map(plainValue);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]))
    : value;
}
