/** What to do with a file whose place is taken. */
export type ConflictAnswer = 'replace' | 'keepBoth' | 'skip';

/** A file on its way into the library. */
export interface PlannedCopy<File> {
  readonly file: File;
  /** Where it goes, below the folder for sources, with slashes. */
  readonly target: string;
  /** Something is there that is to be replaced. */
  readonly overwrite: boolean;
}

interface Incoming {
  /** Where it would go. */
  readonly path: string;
}

/**
 * Where each of `files` goes. Two of them never go to the same place: they come from different
 * folders, and the user wants both.
 *
 * @param isTaken whether something is at a place below the folder for sources
 * @param answers for the places that are taken; whoever has no answer is skipped
 */
export async function planCopies<File extends Incoming>(
  files: readonly File[],
  isTaken: (path: string) => Promise<boolean>,
  answers: ReadonlyMap<File, ConflictAnswer>,
): Promise<readonly PlannedCopy<File>[]> {
  const planned = new Set<string>();
  const copies: PlannedCopy<File>[] = [];
  for (const file of files) {
    const onDisk = await isTaken(file.path);
    const answer = onDisk ? (answers.get(file) ?? 'skip') : 'keepBoth';
    if (answer === 'skip') {
      continue;
    }
    let target = file.path;
    const isFree = async (path: string) =>
      !planned.has(placeOf(path)) &&
      ((answer === 'replace' && path === file.path) || !(await isTaken(path)));
    for (let copy = 2; !(await isFree(target)); copy++) {
      target = numbered(file.path, copy);
    }
    planned.add(placeOf(target));
    copies.push({ file, target, overwrite: onDisk && target === file.path });
  }
  return copies;
}

/** "report.pdf" as "report (2).pdf". */
function numbered(path: string, copy: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? path.length - name.length + dot : path.length;
  return `${path.slice(0, end)} (${copy})${path.slice(end)}`;
}

/** Equal for names that some file systems hold to be the same. */
function placeOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
