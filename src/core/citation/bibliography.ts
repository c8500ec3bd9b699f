import { plugins } from '@citation-js/core';
// Teaches the former to read BibLaTeX.
import '@citation-js/plugin-bibtex';
import type { DocumentMetadata } from '../library/document';
import type { EntryBrief } from './authorYear';
import type { BibliographyProblem, BibtexEntry } from './bibtexScanner';
import { isObject } from '../../util/shape';
import { metadataOfCsl } from './cslMetadata';
import { briefOfFields, plain, withFamiliesMarked, withPrintedLetters } from './entryBrief';
import { pathsOfFileField } from './fileField';
import { readBibliography, type ReadBibliographyText } from './readBibliography';

export interface BibliographyEntry {
  readonly citekey: string;
  /** What it says, its citekey included. Read when it is first asked for: it takes half a millisecond. */
  readonly metadata: DocumentMetadata;
  /** The same in short, for lists of many. */
  readonly brief: EntryBrief;
  /** The paths in its `file` field, as they are written there. */
  readonly files: readonly string[];
  /** Where it begins in the text that was read, in UTF-16 units. */
  readonly offset: number;
}

export interface Bibliography {
  /** In the order of the file. */
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
}

/**
 * The fields that become metadata, and those that lead to the entry which they are inherited from.
 * Others, such as abstracts, may be long.
 */
const USED_FIELDS = new Set([
  'author',
  'booktitle',
  'crossref',
  'date',
  'doi',
  'edition',
  'editor',
  'howpublished',
  'institution',
  'issue',
  'journal',
  'journaltitle',
  'langid',
  'language',
  'month',
  'number',
  'organization',
  'pages',
  'publisher',
  'school',
  'subtitle',
  'title',
  'titleaddon',
  'translator',
  'type',
  'url',
  'volume',
  'year',
]);

/**
 * Reads a bibliography: CSL-JSON when `path` ends in `.json`, otherwise BibTeX or BibLaTeX. What
 * cannot be understood is a problem and is left out; the rest is read all the same. Never throws.
 */
export function parseBibliography(text: string, path: string): Bibliography {
  return bibliographyOf(readBibliography(text, path));
}

/** The second step of `parseBibliography`. */
export function bibliographyOf(read: ReadBibliographyText): Bibliography {
  if (read.format === 'csl') {
    return read;
  }
  const { entries, problems } = read;
  const byCitekey = new Map(entries.map((entry) => [entry.citekey, entry]));
  return { entries: entries.map((entry) => new LazyEntry(entry, byCitekey)), problems };
}

class LazyEntry implements BibliographyEntry {
  readonly citekey: string;
  readonly files: readonly string[];
  readonly offset: number;
  private read: DocumentMetadata | undefined;

  constructor(
    private readonly entry: BibtexEntry,
    private readonly byCitekey: ReadonlyMap<string, BibtexEntry>,
  ) {
    this.citekey = entry.citekey;
    this.files = pathsOfFileField(entry.fields.get('file') ?? '');
    this.offset = entry.offset;
  }

  get metadata(): DocumentMetadata {
    return (this.read ??= { ...this.readFields(), citekey: this.citekey });
  }

  get brief(): EntryBrief {
    const { fields } = this.entry;
    return briefOfFields((name) => fields.get(name) ?? this.parent?.fields.get(name));
  }

  /** The entry that it inherits from. */
  private get parent(): BibtexEntry | undefined {
    return this.byCitekey.get(this.entry.fields.get('crossref') ?? '');
  }

  private readFields(): DocumentMetadata {
    const { parent } = this;
    // One step up: the mapping follows the steps by itself, in circles if there are any.
    const context = parent === undefined ? [] : [withoutCrossref(parent)];
    const all = metadataOfBibtex(this.entry, context);
    if (all !== undefined) {
      return all;
    }
    // Some field is no LaTeX that can be read: its text is shown as it is.
    const [own = this.entry, ...above] = [this.entry, ...context].map(withReadableFields);
    const mended = metadataOfBibtex(own, above);
    if (mended !== undefined) {
      return mended;
    }
    const fields = [...own.fields].map((field) =>
      metadataOfBibtex({ ...own, fields: new Map([field]) }, above),
    );
    return Object.assign({}, ...fields) as DocumentMetadata;
  }
}

/** An entry with the text of those values that cannot be read as LaTeX in their places. */
function withReadableFields(entry: BibtexEntry): BibtexEntry {
  const fields = new Map(
    Array.from(entry.fields, ([name, value]) => {
      const alone = { ...entry, fields: new Map([[name, value]]) };
      return metadataOfBibtex(alone, []) === undefined
        ? [name, asLatex(plain(value))]
        : [name, value];
    }),
  );
  return { ...entry, fields };
}

/** A text that reads the same as LaTeX. */
function asLatex(text: string): string {
  return text.replace(/[\\$]/g, (sign) => (sign === '$' ? '\\$' : '\\textbackslash{}'));
}

function withoutCrossref(entry: BibtexEntry): BibtexEntry {
  const fields = new Map(entry.fields);
  fields.delete('crossref');
  return { ...entry, fields };
}

/** `undefined` when some value is not LaTeX that can be read. */
function metadataOfBibtex(
  entry: BibtexEntry,
  context: readonly BibtexEntry[],
): DocumentMetadata | undefined {
  const input = [entry, ...context].map(({ type, citekey, fields }) => ({
    type,
    label: citekey,
    properties: Object.fromEntries(
      [...fields]
        .filter(([name]) => USED_FIELDS.has(name))
        .map(([name, value]) => [
          // BibTeX's name for what BibLaTeX calls otherwise.
          name === 'journal' ? 'journaltitle' : name,
          printed(name, value),
        ]),
    ),
    annotations: {},
  }));
  try {
    // The type is named, or the library would guess it, and fetch what looks like an address.
    const [item] = plugins.input.data(input, '@biblatex/entries+list') as readonly unknown[];
    return isObject(item) ? metadataOfCsl(item) : undefined;
  } catch {
    return undefined;
  }
}

/** A value as the parser reads it right. */
function printed(name: string, value: string): string {
  switch (name) {
    case 'author':
    case 'editor':
    case 'translator':
      return withFamiliesMarked(withPrintedLetters(value));
    case 'crossref':
    case 'doi':
    case 'url':
      return value;
    default:
      return withPrintedLetters(value);
  }
}

/** Of each list of entries that was asked about: its entries by the names of their files. */
const indexes = new WeakMap<
  readonly BibliographyEntry[],
  ReadonlyMap<string, readonly NamedFile[]>
>();

interface NamedFile {
  readonly entry: BibliographyEntry;
  readonly segments: readonly string[];
}

/**
 * The entry that names the file at `path`. Bibliographies often hold paths of another machine, so
 * what counts is how many segments are the same from the end on, the file's name at least; when two
 * entries are as near as each other, none is taken: `undefined`, as when there is none at all.
 * Letter case and the way of writing accents do not count.
 */
export function entryForFile(
  entries: readonly BibliographyEntry[],
  path: string,
): BibliographyEntry | undefined {
  const index = indexes.get(entries) ?? indexFiles(entries);
  indexes.set(entries, index);
  const wanted = segmentsOf(path);
  let most = 0;
  let nearest: BibliographyEntry | undefined;
  for (const { entry, segments } of index.get(wanted[0] ?? '') ?? []) {
    const common = commonLength(wanted, segments);
    if (common > most) {
      most = common;
      nearest = entry;
    } else if (common === most && entry !== nearest) {
      nearest = undefined;
    }
  }
  return nearest;
}

/**
 * The same for a file that lies where no bibliography is near: only an entry that names it by its
 * whole path, or by the end of it with a folder at least.
 */
export function entryNamingFile(
  entries: readonly BibliographyEntry[],
  path: string,
): BibliographyEntry | undefined {
  const wanted = segmentsOf(path);
  const entry = entryForFile(entries, path);
  return entry?.files.some((file) => {
    const segments = segmentsOf(file);
    return segments.length > 1 && commonLength(wanted, segments) === segments.length;
  })
    ? entry
    : undefined;
}

function indexFiles(
  entries: readonly BibliographyEntry[],
): ReadonlyMap<string, readonly NamedFile[]> {
  const byName = new Map<string, NamedFile[]>();
  for (const entry of entries) {
    for (const file of entry.files) {
      const segments = segmentsOf(file);
      const [name = ''] = segments;
      const namesakes = byName.get(name) ?? [];
      namesakes.push({ entry, segments });
      byName.set(name, namesakes);
    }
  }
  return byName;
}

/** The segments of a path, of any system or a `file:` address, the last one first. */
function segmentsOf(path: string): readonly string[] {
  return decoded(path)
    .normalize('NFC')
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((segment) => segment !== '' && segment !== '.')
    .reverse();
}

function decoded(path: string): string {
  if (!/^file:/i.test(path)) {
    return path;
  }
  try {
    return decodeURIComponent(path.slice('file:'.length));
  } catch {
    return path;
  }
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
}
