import { isList, isObject } from '../../util/shape';
import { frontMatterFields } from '../note/frontMatterFields';
import type { Note } from '../note/note';
import { CITATION_FORMS, type CitationForm } from './citationWriter';

/** What the front matter of a note says of the document that is made of it. Texts are Markdown. */
export interface NoteHead {
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  readonly date: string;
  /** In paragraphs. */
  readonly abstract: readonly string[];
  /** A language tag; absent when none is given. */
  readonly language?: string;
  /** How it cites; absent when nothing is said, or only a style that is not known here. */
  readonly form?: CitationForm;
  /** A style of CSL that is not known here, as it is written. */
  readonly otherStyle?: string;
  /** The path of the Word file that gives the styles, as it is written; absent when none is named. */
  readonly referenceDocument?: string;
}

/** Reads front matter by the names that Pandoc and Quarto have. */
export function noteHead({ frontMatter }: Pick<Note, 'frontMatter'>): NoteHead {
  const fields = frontMatterFields(frontMatter);
  const text = (name: string): string => textOf(fields.get(name));
  const language = text('lang').replaceAll('_', '-');
  const style = text('csl');
  const named = CITATION_FORMS.find((form) => sameLetters(form, text('citations')));
  const form = named ?? formOfStyle(style);
  const reference = text('reference-doc') || textOf(inFormat(fields.get('format')));
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    authors: namesIn(fields.get('author') ?? fields.get('authors')),
    date: text('date'),
    abstract: text('abstract')
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim() !== ''),
    ...(/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(language) && { language }),
    ...(form !== undefined && { form }),
    ...(form === undefined && style !== '' && { otherStyle: style }),
    ...(reference !== '' && { referenceDocument: reference }),
  };
}

/** Chicago's styles by the names that their files have. */
function formOfStyle(style: string): CitationForm | undefined {
  const name = style.toLowerCase();
  if (!name.includes('chicago')) {
    return undefined;
  }
  return name.includes('author-date') ? 'authorDate' : /note/.test(name) ? 'notes' : undefined;
}

function sameLetters(one: string, other: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  return bare(one) === bare(other);
}

/** Quarto's `format: docx: reference-doc:`. */
function inFormat(format: unknown): unknown {
  const docx = isObject(format) ? format.docx : undefined;
  return isObject(docx) ? docx['reference-doc'] : undefined;
}

function namesIn(value: unknown): readonly string[] {
  if (isList(value)) {
    return value.flatMap(namesIn);
  }
  if (!isObject(value)) {
    return [textOf(value)].filter((name) => name !== '');
  }
  const { name, given, family, literal } = value;
  return isObject(name)
    ? namesIn(name)
    : [textOf(name ?? literal) || [given, family].map(textOf).filter(Boolean).join(' ')].filter(
        (one) => one !== '',
      );
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : '';
}
