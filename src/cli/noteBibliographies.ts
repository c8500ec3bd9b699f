import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BibliographyEntry } from '../core/citation/bibliography';
import { bibliographiesAmong } from '../core/note/citations/bibliographyPlaces';
import { namedBibliographies } from '../core/note/citations/namedBibliographies';
import type { Note } from '../core/note/note';
import { readBibliographyFile } from './quotes';

/** A bibliography of a note. */
export interface FileBibliography {
  readonly path: string;
  readonly text: string;
  readonly entries: readonly BibliographyEntry[];
}

export interface FoundBibliographies {
  readonly held: readonly FileBibliography[];
  /** Those that the note names and that cannot be read. */
  readonly missing: readonly string[];
  /** A line for people on each entry that cannot be read. */
  readonly problems: readonly string[];
}

/**
 * Reads the bibliographies of a note as the editor finds them: those that it names, or else those in
 * its folder.
 * @param given the one that the command line names, in place of these
 */
export async function bibliographiesOf(
  file: string,
  note: Note,
  given: string | undefined,
  readText: (path: string) => Promise<string>,
): Promise<FoundBibliographies> {
  const folder = dirname(file);
  const named = namedBibliographies(note);
  const paths =
    given !== undefined
      ? [given]
      : named.length > 0
        ? named.map((name) => resolve(folder, /\.\w+$/.test(name) ? name : `${name}.bib`))
        : bibliographiesAmong(await readdir(folder)).map((name) => join(folder, name));
  const held: FileBibliography[] = [];
  const missing: string[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    try {
      const text = await readText(path);
      const read = readBibliographyFile(text, path);
      held.push({ path, text, entries: read.entries });
      problems.push(...read.problems);
    } catch {
      missing.push(path);
    }
  }
  return { held, missing, problems };
}
