/** Something wrong in a pack's files. What it is about is left out; everything else is loaded. */
export interface PackProblem {
  /** The file's path as the file store knows it, such as `data/nato-ip4/terms.json`. */
  readonly file: string;
  /** JSON path of the place, such as `$.terms[3].definition`; `$` for the file as a whole. */
  readonly path: string;
  /** What is wrong and what is left out because of it. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** So many problems of one file are told one by one; the rest are counted. */
export const MAX_PROBLEMS_PER_FILE = 100;

/** Gathers problems in the order in which they are found, no more of one file than anybody reads. */
export class ProblemList {
  private readonly found: PackProblem[] = [];
  private readonly countByFile = new Map<string, number>();

  add(problem: PackProblem): void {
    const count = (this.countByFile.get(problem.file) ?? 0) + 1;
    this.countByFile.set(problem.file, count);
    if (count <= MAX_PROBLEMS_PER_FILE) {
      this.found.push(problem);
    }
  }

  /** The problems, and for each file with too many one more that says how many were not kept. */
  toArray(): readonly PackProblem[] {
    const surplus: PackProblem[] = [];
    for (const [file, count] of this.countByFile) {
      if (count > MAX_PROBLEMS_PER_FILE) {
        surplus.push({
          file,
          path: '$',
          message: `And ${count - MAX_PROBLEMS_PER_FILE} more problems in this file.`,
          remedy: 'Mend the ones above first.',
        });
      }
    }
    return [...this.found, ...surplus];
  }
}
