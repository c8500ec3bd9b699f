import { isNestedTooDeeply } from '../../text/nesting';
import { readYaml } from '../../text/yamlText';
import type { CslName } from '../../model';
import type { DocumentMetadata } from '../document';
import {
  doiOf,
  issuedOf,
  languageOf,
  metadataOf,
  personName,
  personNames,
  shortText,
  urlOf,
} from './metadata';

/** What a Markdown file says about itself, and where its text begins. */
export interface FrontMatter {
  readonly metadata: DocumentMetadata;
  /** An offset in the file. */
  readonly end: number;
}

/** More than anybody writes by hand; what is longer is not read, but is still no text. */
const LONGEST = 65_536;

/** The head of a file between lines of `---` (the last may be `...`), as YAML. */
const YAML_HEAD =
  /(?<![^])---[ \t]*(?:\r\n|\n|\r)([^]*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$(?![^]))/mu;

/**
 * Reads the front matter of a Markdown file in the forms of Pandoc, static site generators and
 * note-taking programs. What cannot be understood is left out, the whole if it is not YAML.
 */
export function readFrontMatter(text: string): FrontMatter {
  const head = frontMatterFields(text);
  if (head === undefined) {
    return { metadata: {}, end: 0 };
  }
  const { fields, end } = head;
  const first = (...names: readonly string[]): unknown =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== null);
  return {
    metadata: metadataOf({
      title: shortText(first('title')),
      author: authorsOf(first('author', 'authors', 'creator')),
      issued: issuedOf(first('date', 'issued', 'published', 'year')),
      citekey: citekeyOf(first('citekey', 'citation-key', 'citation_key', 'id')),
      language: languageOf(first('lang', 'language')),
      publisher: shortText(first('publisher')),
      URL: urlOf(first('url', 'source')),
      DOI: doiOf(first('doi')),
    }),
    end,
  };
}

/**
 * The fields of a text's front matter by their names in small letters, and the offset behind it.
 * There are no fields when they are not YAML; `undefined` when the text has no front matter.
 */
export function frontMatterFields(
  text: string,
): { readonly fields: ReadonlyMap<string, unknown>; readonly end: number } | undefined {
  const head = YAML_HEAD.exec(text);
  // Between two thematic breaks there may as well be text.
  const fields = head && fieldsOf(head[1] ?? '');
  return fields ? { fields, end: head[0].length } : undefined;
}

/** The fields by their names in small letters; empty for YAML with errors, `undefined` for text. */
function fieldsOf(yaml: string): ReadonlyMap<string, unknown> | undefined {
  const looksLikeFields = /^["']?[\w-]+["']?[ \t]*:(?:\s|$)/mu.test(yaml);
  const blank = yaml.trim() === '';
  if (!looksLikeFields && !blank) {
    return undefined;
  }
  if (yaml.length > LONGEST || isNestedTooDeeply(yaml)) {
    return new Map();
  }
  try {
    const { document, flaws } = readYaml(yaml, { uniqueKeys: false });
    if (flaws.length > 0) {
      return new Map();
    }
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
    return new Map(
      isFields ? Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]) : [],
    );
  } catch {
    return new Map();
  }
}

/** A name, names with semicolons between, or a list of names and of objects with their parts. */
function authorsOf(value: unknown): readonly CslName[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .flatMap((author): readonly (CslName | undefined)[] =>
      typeof author === 'object' && author !== null ? [nameOfParts(author)] : personNames(author),
    )
    .filter((name) => name !== undefined);
}

function nameOfParts(parts: object): CslName | undefined {
  const { family, given, name, literal } = parts as Partial<Record<string, unknown>>;
  const familyName = shortText(family);
  const givenName = shortText(given);
  if (familyName !== undefined) {
    return { family: familyName, ...(givenName !== undefined && { given: givenName }) };
  }
  return personName(name ?? literal);
}

function citekeyOf(value: unknown): string | undefined {
  const key = shortText(value)?.replace(/^@/, '');
  return key !== undefined && /^[^\s,;@{}[\]]+$/u.test(key) ? key : undefined;
}
