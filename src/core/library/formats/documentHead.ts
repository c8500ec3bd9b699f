import { frontMatterIn } from '../../note/frontMatter';
import { frontMatterFields } from '../../note/frontMatterFields';
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
export interface DocumentHead {
  readonly metadata: DocumentMetadata;
  /** An offset in the file. */
  readonly end: number;
}

/**
 * Reads the front matter of a Markdown file in the forms of Pandoc, static site generators and
 * note-taking programs. What cannot be understood is left out.
 */
export function readDocumentHead(text: string): DocumentHead {
  const frontMatter = frontMatterIn(text);
  const fields = frontMatterFields(frontMatter);
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
    end: frontMatter?.end ?? 0,
  };
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
