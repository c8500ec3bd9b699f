import type { Span } from '../model';
import type { ExportProblem, ExportProblemKind } from './documentTree';

/** Tells what will be another in the file, each once a line. */
export class ProblemTeller {
  private readonly told = new Set<string>();

  /** @param text of the note */
  constructor(
    private readonly text: string,
    private readonly problems: ExportProblem[],
  ) {}

  tell(kind: ExportProblemKind, start: number, subject = ''): void {
    const span = this.lineAt(start);
    // Two tags on a line are one problem.
    const key = `${kind} ${span.start} ${subject}`;
    if (!this.told.has(key)) {
      this.told.add(key);
      this.problems.push({ kind, subject, span });
    }
  }

  /** From the beginning of the line that a place is in to its end. */
  lineAt(at: number): Span {
    const { text } = this;
    const end = text.indexOf('\n', at);
    return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
  }
}
