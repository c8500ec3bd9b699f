import type { Note } from '../note/note';
import { frontMatterField, fieldValueSpan } from '../note/frontMatterFields';
import type { ExportProblem, ExportProblemKind } from './documentTree';
import { htmlFile } from './htmlDocument';
import { noteDocument, type DocumentOptions } from './noteDocument';
import { readPicture, type Picture } from './pictures';
import type { NamedPicture } from './sharedState';
import { readReferenceDocument, type ReferenceDocument } from './word/referenceDocument';
import { wordFile } from './word/wordDocument';

export const EXPORT_FORMATS = ['word', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** UTF-16 units of a note that is exported: some 300,000 words. */
export const MOST_EXPORTED_UNITS = 2_000_000;
/** Bytes of all pictures of a file together. */
const MOST_PICTURE_BYTES = 200_000_000;

/** The bytes of a file that a note names, or why there are none. */
export type NamedFile = Uint8Array | 'missing' | 'refused';

/** Reads what a note names. */
export interface ExportFiles {
  /** @param path as the note has it, without what percent signs stand for */
  readonly picture: (path: string) => Promise<NamedFile>;
  /**
   * The reference document that the front matter names, or else the one that the settings name;
   * `undefined` when neither does.
   * @param path as the front matter has it
   */
  readonly reference: (path: string | undefined) => Promise<NamedFile | undefined>;
}

/** What an export would write, and what will be another in it than in the note. */
export interface ExportPlan {
  /** In the order of the note. */
  readonly problems: readonly ExportProblem[];
  /** Makes the file. */
  readonly write: () => Promise<Uint8Array>;
}

/** Why nothing can be made of a note at all. */
export type ExportRefusal = 'language' | 'tooLong' | 'empty';

/**
 * Reads a note, and all that it names, to be exported. Nothing is written.
 * @returns why not, where nothing can be made of it
 */
export async function planExport(
  note: Note,
  format: ExportFormat,
  options: DocumentOptions,
  files: ExportFiles,
): Promise<ExportPlan | ExportRefusal> {
  if (note.language.id !== 'markdown' && note.language.id !== 'quarto') {
    return 'language';
  }
  if (note.text.length > MOST_EXPORTED_UNITS) {
    return 'tooLong';
  }
  const { tree, head, problems, pictures } = await noteDocument(note, options);
  if (tree.blocks.length === 0) {
    return 'empty';
  }
  const found = new Map<string, Picture>();
  const ofPictures = await readPictures(pictures, format, files, found, options.pause);
  const [reference, ofReference] =
    format === 'word' ? await readReference(note, head.referenceDocument, files) : [];
  const findPicture = (source: string): Picture | undefined => found.get(source);
  return {
    problems: [...problems, ...ofPictures, ...(ofReference ? [ofReference] : [])].sort(
      (one, other) => one.span.start - other.span.start,
    ),
    write: async () =>
      format === 'word' ? wordFile(tree, findPicture, reference) : htmlFile(tree, findPicture),
  };
}

async function readPictures(
  pictures: readonly NamedPicture[],
  format: ExportFormat,
  files: ExportFiles,
  found: Map<string, Picture>,
  pause: DocumentOptions['pause'],
): Promise<readonly ExportProblem[]> {
  const problems: ExportProblem[] = [];
  const read = new Map<string, ExportProblemKind | undefined>();
  let bytes = 0;
  for (const { source, span } of pictures) {
    if (!read.has(source)) {
      const file = /^[a-z][a-z\d+.-]+:|^\/\//i.test(source)
        ? ('web' as const)
        : await files.picture(decoded(source));
      const picture = file instanceof Uint8Array ? readPicture(file) : undefined;
      bytes += picture?.bytes.length ?? 0;
      const fits = picture !== undefined && isFor(format, picture) && bytes <= MOST_PICTURE_BYTES;
      if (fits) {
        found.set(source, picture);
      }
      read.set(source, fits ? undefined : problemOf(file));
      await pause?.();
    }
    const kind = read.get(source);
    if (kind !== undefined) {
      problems.push({ kind, span, subject: source.slice(0, 200) });
    }
  }
  return problems;
}

function problemOf(file: NamedFile | 'web'): ExportProblemKind {
  switch (file) {
    case 'web':
      return 'webPicture';
    case 'missing':
      return 'missingPicture';
    case 'refused':
      return 'refusedPicture';
    default:
      return 'pictureFormat';
  }
}

/** Word shows vector pictures only in late versions, and not all of them. */
function isFor(format: ExportFormat, { type }: Picture): boolean {
  return format === 'html' || (type !== 'svg' && type !== 'webp');
}

/** A path without percent signs and what stands behind "#" or "?". */
function decoded(source: string): string {
  const [path = ''] = source.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readReference(
  note: Note,
  path: string | undefined,
  files: ExportFiles,
): Promise<readonly [ReferenceDocument | undefined, ExportProblem | undefined]> {
  const file = await files.reference(path);
  const reference = file instanceof Uint8Array ? readReferenceDocument(file) : undefined;
  if (file === undefined || reference !== undefined) {
    return [reference, undefined];
  }
  const named =
    frontMatterField(note.frontMatter, 'reference-doc') === undefined ? 'format' : 'reference-doc';
  const span = (path === undefined ? undefined : fieldValueSpan(note, named, path)) ?? {
    start: 0,
    end: 0,
  };
  const kind =
    file === 'missing'
      ? 'missingReference'
      : file === 'refused'
        ? 'refusedReference'
        : 'referenceFormat';
  return [undefined, { kind, span, subject: path ?? '' }];
}
