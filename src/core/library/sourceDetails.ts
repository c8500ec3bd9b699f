import { isObject } from '../../util/shape';
import { isNestedTooDeeply } from '../text/nesting';
import type { CslName } from '../model';
import type { DocumentMetadata } from './document';
import { issuedOf, metadataOf, personName, shortText, urlOf } from './formats/metadata';

/**
 * What people say of a source is kept in a file beside it, `report.pdf.ip4desk.json`:
 *
 *     {
 *       "path": "sources/report.pdf",
 *       "hash": "1k2j3h4g5f",
 *       "details": {
 *         "title": "…",
 *         "author": [
 *           {"family":"…","given":"…"}
 *         ],
 *         "issued": "2024-07-11",
 *         "publisher": "…",
 *         "URL": "https://…"
 *       }
 *     }
 *
 * `hash`, of the bytes, leads to the source when it has been moved away from the file; `path`, from
 * the workspace folder on, tells people which source was meant. Fields that this version does not
 * know are kept as they are. Each field and each item of a list has a line of its own, so that two
 * people's changes can be merged.
 */

/** The end of the names of such files. */
export const DETAILS_ENDING = '.ip4desk.json';

/** The folder, within one of the workspace, for what is said of sources whose own folder is read-only. */
export const DETAILS_FOLDER = '.ip4desk';

/** Fields that people can say of a source, in the order in which they are shown. */
export const DETAIL_FIELDS = ['title', 'author', 'issued', 'publisher', 'URL'] as const;

export type DetailField = (typeof DETAIL_FIELDS)[number];

/** Fields that say which source is meant. */
const NAMING: ReadonlySet<string> = new Set(['path', 'hash']);

/** What people say of a source: of a field that is absent nothing, of one that is `null` that there is none. */
export type SourceDetails = {
  readonly [Field in DetailField]?: NonNullable<DocumentMetadata[Field]> | null;
};

/** Such a file as it was read. */
export interface SourceFile {
  /** See `contentHash`. */
  readonly hash?: string;
  readonly details: SourceDetails;
  /** All that the file says, known or not. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The hash of a source's bytes, as `hashBytes` gives it, as these files write it. */
export function contentHash(hash: number): string {
  return hash.toString(36);
}

/**
 * Reads such a file. A field that makes no sense says nothing; `undefined` when the file is no JSON
 * object at all.
 */
export function parseSourceFile(text: string): SourceFile | undefined {
  const raw = parsed(text);
  if (!isObject(raw)) {
    return undefined;
  }
  const { hash } = raw;
  const details = objectOf(raw['details']);
  return {
    ...(typeof hash === 'string' && { hash }),
    details: {
      ...metadataOf({
        title: shortText(details['title']),
        author: namesOf(details['author']),
        issued: issuedOf(details['issued']),
        publisher: shortText(details['publisher']),
        URL: urlOf(details['URL']),
      }),
      ...Object.fromEntries(
        DETAIL_FIELDS.filter((field) => details[field] === null).map((field) => [field, null]),
      ),
    },
    raw,
  };
}

/** What counts of what is said of a source: what a bibliography says, then people, then the document. */
export function countingMetadata(
  document: DocumentMetadata,
  details: SourceDetails,
  bibliography: DocumentMetadata,
): DocumentMetadata {
  return metadataOf({ ...document, ...withoutNulls(details), ...bibliography });
}

function withoutNulls(details: SourceDetails): Parameters<typeof metadataOf>[0] {
  return Object.fromEntries(
    Object.entries(details).map(([field, value]) => [field, value ?? undefined]),
  );
}

/**
 * The text of such a file.
 *
 * @param before what the file says now, of which unknown fields are kept
 * @param details all that people say; a field that is absent is taken out
 */
export function writeSourceFile(
  before: SourceFile | undefined,
  source: { readonly path: string; readonly hash: string | undefined },
  details: SourceDetails,
): string {
  const { details: rawDetails, ...others } = before?.raw ?? {};
  const unknown = Object.entries(objectOf(rawDetails)).filter(
    ([field]) => !DETAIL_FIELDS.some((known) => known === field),
  );
  const known = DETAIL_FIELDS.flatMap((field): [string, unknown][] => {
    const value =
      field === 'issued' && details.issued ? issuedText(details.issued) : details[field];
    return value === undefined ? [] : [[field, value]];
  });
  const { hash = before?.hash, path } = source;
  return `${lines({
    ...others,
    path,
    ...(hash !== undefined && { hash }),
    details: Object.fromEntries([...known, ...unknown]),
  })}\n`;
}

/** Whether a file says nothing that would be missed: neither details nor fields of another version. */
export function saysNothing({ raw }: SourceFile): boolean {
  const isFull = ([field, value]: [string, unknown]): boolean =>
    field === 'details' ? Object.keys(objectOf(value)).length > 0 : !NAMING.has(field);
  return !Object.entries(raw).some(isFull);
}

/** A date as `2024`, `2024-07` or `2024-07-11`. */
export function issuedText(issued: NonNullable<DocumentMetadata['issued']>): string {
  const [parts = []] = issued['date-parts'];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** Names as people type them: `Mallow, Ann; Harbour Board`. */
export function authorsText(names: readonly CslName[]): string {
  return names
    .map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '))
    .join('; ');
}

function namesOf(value: unknown): readonly CslName[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value
    .map((item: unknown): CslName | undefined => {
      const { family, given, literal } = objectOf(item);
      const name = shortText(family);
      const first = shortText(given);
      return name === undefined
        ? personName(isObject(item) ? literal : item)
        : { family: name, ...(first !== undefined && { given: first }) };
    })
    .filter((name) => name !== undefined);
}

function parsed(text: string): unknown {
  if (isNestedTooDeeply(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/**
 * JSON in which objects and lists have each field and item on a line, and what lies deeper lies on
 * that line.
 */
function lines(value: unknown, depth = 0): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => JSON.stringify(item));
    return block(items, ['[', ']'], depth);
  }
  return !isObject(value) || depth > 1
    ? JSON.stringify(value)
    : block(
        Object.entries(value).map(
          ([field, inner]) => `${JSON.stringify(field)}: ${lines(inner, depth + 1)}`,
        ),
        ['{', '}'],
        depth,
      );
}

function block(items: readonly string[], [open, close]: [string, string], depth: number): string {
  const indent = '  '.repeat(depth);
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}
