import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExtractionProblem } from '../core/library/document';
import { formatOfPath } from '../core/library/formatOfPath';
import { DocumentReader } from './documentReader';
import type { ReadSource } from './library';

/** The most bytes that a file may have, and what it unpacks to: as in the extension's settings. */
const MAX_BYTES = 64_000_000;

/** Files and folders that were asked for, as far as they can be read. */
export interface ReadSources {
  /** In the order of the paths asked for; those in a folder sorted. */
  readonly sources: readonly ReadSource[];
  /** A line for people on each that cannot be read, or not for certain, with its path and what to do. */
  readonly problems: readonly string[];
}

/**
 * Reads files, and all files in folders whose names are those of documents.
 * @param paths a file's is kept as it is; those of files in folders begin with the folder's
 */
export async function readSources(paths: readonly string[]): Promise<ReadSources> {
  const problems: string[] = [];
  const report = (path: string, problem: string): void => {
    problems.push(`${path}: ${problem}`);
  };
  const files = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesAt(path, report)) {
      if (!files.has(resolve(file))) {
        files.set(resolve(file), file);
      }
    }
  }
  const sources: ReadSource[] = [];
  const reader = new DocumentReader();
  try {
    // One after the other: reading keeps its process busy, and files may be large.
    for (const path of files.values()) {
      const read = await readSource(path, reader);
      if (typeof read === 'string') {
        report(path, read);
      } else {
        const { encoding, isEncodingUncertain } = read.document;
        if (isEncodingUncertain) {
          report(
            path,
            `Its bytes do not tell its encoding; read as ${encoding}. Save it as UTF-8.`,
          );
        }
        sources.push(read);
      }
    }
  } finally {
    reader.dispose();
  }
  return { sources, problems };
}

type Report = (path: string, problem: string) => void;

/** A file asked for, or the documents in a folder. */
async function filesAt(path: string, report: Report): Promise<readonly string[]> {
  try {
    if ((await stat(path)).isDirectory()) {
      const files = await documentsIn(path, [await realpath(path)], report);
      if (files.length === 0) {
        report(path, `There are no documents in this folder. ${FORMATS}`);
      }
      return files;
    }
  } catch (error) {
    report(path, unreadable(error));
    return [];
  }
  if (formatOfPath(path) === undefined) {
    report(path, `Files of this format cannot be read. ${FORMATS}`);
    return [];
  }
  return [path];
}

const FORMATS = 'What can be read is .txt, .md, .html, .pdf and .docx.';

/** @param above the folder and all above it, without symbolic links */
async function documentsIn(
  folder: string,
  above: readonly string[],
  report: Report,
): Promise<readonly string[]> {
  const names = (await readdir(folder)).sort();
  const files: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      const entry = await stat(path);
      if (entry.isDirectory()) {
        const real = await realpath(path);
        if (above.includes(real)) {
          report(path, 'This link leads back to a folder above it; it is not followed.');
        } else {
          files.push(...(await documentsIn(path, [...above, real], report)));
        }
      } else if (entry.isFile() && formatOfPath(path) !== undefined) {
        files.push(path);
      }
    } catch (error) {
      report(path, unreadable(error));
    }
  }
  return files;
}

/** A document, or why there is none. */
async function readSource(path: string, reader: DocumentReader): Promise<ReadSource | string> {
  try {
    if ((await stat(path)).size > MAX_BYTES) {
      return problemText({ kind: 'tooLarge', limit: MAX_BYTES });
    }
    const bytes = new Uint8Array(await readFile(path));
    const extraction = await reader.read(bytes, path, MAX_BYTES);
    return 'problem' in extraction
      ? problemText(extraction.problem)
      : { path, document: extraction.document };
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file or folder. Check the path.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not read it. Change its permissions.';
    default:
      return `It cannot be read: ${message}`;
  }
}

function problemText(problem: ExtractionProblem): string {
  switch (problem.kind) {
    case 'noText':
      return problem.isEmpty
        ? 'It is empty: it has no bytes.'
        : 'There is no text in it. If its pages are pictures, let a text recognition (OCR) add the text.';
    case 'encrypted':
      return 'It takes a password. Save a copy without one.';
    case 'tooLarge':
      return `It is, or unpacks to, more than ${problem.limit / 1e6} MB. Split it into smaller files.`;
    case 'failed':
      return `It cannot be read: ${problem.reason}`;
  }
}
