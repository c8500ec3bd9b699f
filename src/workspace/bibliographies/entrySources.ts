import type { BibliographyEntry } from '../../core/citation/bibliography';
import type { Library, LibrarySource } from '../library/library';
import { filesOf } from '../library/sourceFiles';
import type { NoteBibliography } from './noteBibliographies';

/** What is made of a list of sources, once. */
interface Sources {
  readonly byCitekey: ReadonlyMap<string, LibrarySource>;
  readonly byTitle: ReadonlyMap<string, LibrarySource>;
  /** By the entries that name their files. */
  readonly byEntry: WeakMap<NoteBibliography, ReadonlyMap<BibliographyEntry, LibrarySource>>;
}

/** Finds the documents of the library that the entries of bibliographies are about. */
export class EntrySources {
  private readonly made = new WeakMap<readonly LibrarySource[], Sources>();

  constructor(private readonly library: Pick<Library, 'sources'>) {}

  /**
   * The document that an entry is about: the one that has its citekey, or else whose file the entry
   * names, or else whose title is the same. `undefined` when the library has none, as far as is known
   * by now.
   */
  async of(
    entry: BibliographyEntry,
    bibliography: NoteBibliography,
  ): Promise<LibrarySource | undefined> {
    const { sources } = this.library;
    const made = this.made.get(sources) ?? indexed(sources);
    this.made.set(sources, made);
    return (
      made.byCitekey.get(entry.citekey) ??
      (entry.files.length > 0
        ? (await byEntry(made, sources, bibliography)).get(entry)
        : undefined) ??
      made.byTitle.get(titleKey(entry.brief.title))
    );
  }
}

function indexed(sources: readonly LibrarySource[]): Sources {
  const byCitekey = new Map<string, LibrarySource>();
  const byTitle = new Map<string, LibrarySource>();
  // Of those that are alike the first counts.
  for (const source of [...sources].reverse()) {
    const { citekey, title } = source.citation;
    if (citekey !== undefined) {
      byCitekey.set(citekey, source);
    }
    const key = titleKey(title ?? '');
    if (key !== '') {
      byTitle.set(key, source);
    }
  }
  return { byCitekey, byTitle, byEntry: new WeakMap() };
}

async function byEntry(
  { byEntry: made }: Sources,
  sources: readonly LibrarySource[],
  bibliography: NoteBibliography,
): Promise<ReadonlyMap<BibliographyEntry, LibrarySource>> {
  // Its libraries are large, and loaded already where there is an entry.
  const { entryForFile } = await import('../../core/citation/bibliography');
  const known =
    made.get(bibliography) ??
    new Map(
      sources.flatMap((source) =>
        filesOf(source).flatMap(({ uri }) => {
          const entry = entryForFile(bibliography.entries, uri.path);
          return entry === undefined ? [] : [[entry, source] as const];
        }),
      ),
    );
  made.set(bibliography, known);
  return known;
}

/** The letters and digits of a title, without accents and case; empty for one of a single word, which says little. */
function titleKey(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words !== null && words.length > 1 ? words.join(' ') : '';
}
