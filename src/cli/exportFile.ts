import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathBelow } from '../core/paths/place';
import type { BibliographyEntry } from '../core/citation/bibliography';
import { planExport, type ExportFormat, type NamedFile } from '../core/export/exportNote';
import { exportProblemMessage, exportRefusalMessage } from '../core/export/problemMessage';
import { languageOfPath } from '../core/note/languageIds';
import { Note } from '../core/note/note';
import { english } from './english';
import { linePlaces } from './linePlaces';

/** A file that a note becomes, and what `--export` prints. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** What is another in the file than in the note, as `line:column message`. */
  readonly problems: readonly string[];
}

/** The format of a file by its ending; `undefined` for one that cannot be written. */
export function exportFormatOf(path: string): ExportFormat | undefined {
  return /\.docx$/i.test(path) ? 'word' : /\.html?$/i.test(path) ? 'html' : undefined;
}

/**
 * Makes a Word or HTML file of a note. Pictures and the reference document are read from the folder
 * of the note and from those below.
 * @throws Error when nothing can be made of it
 */
export async function exportFile(
  path: string,
  text: string,
  format: ExportFormat,
  entries: readonly BibliographyEntry[],
): Promise<ExportedFile> {
  const byCitekey = new Map(entries.map((entry) => [entry.citekey, entry] as const).reverse());
  const read = (name: string): Promise<NamedFile> => readBeside(path, name);
  const plan = await planExport(
    new Note(text, languageOfPath(path)),
    format,
    {
      form: 'notes',
      language: 'en-GB',
      findEntry: (citekey) => byCitekey.get(citekey)?.metadata,
      referencesTitle: 'References',
    },
    {
      picture: read,
      reference: (name) => (name === undefined ? Promise.resolve(undefined) : read(name)),
    },
  );
  if (typeof plan === 'string') {
    throw new Error(exportRefusalMessage(plan, english));
  }
  const places = linePlaces(
    text,
    plan.problems.map(({ span }) => span),
  );
  return {
    bytes: await plan.write(),
    problems: plan.problems.map(
      (problem, at) => `${places[at] ?? ''} ${exportProblemMessage(problem, english)}`,
    ),
  };
}

async function readBeside(note: string, name: string): Promise<NamedFile> {
  try {
    const folder = await realpath(dirname(note));
    const file = await realpath(join(folder, name));
    return pathBelow(folder, file) === undefined ? 'refused' : new Uint8Array(await readFile(file));
  } catch {
    return 'missing';
  }
}
