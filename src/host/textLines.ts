import { itemAt } from '../util/defined';
import * as vscode from 'vscode';
import type { Span } from '../core/model';

/** The lines of a text that no editor may have open, to tell offsets as the editor does. */
export class TextLines {
  /** Where they begin, ascending, from 0 on. */
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [
      0,
      ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length),
    ];
  }

  range({ start, end }: Span): vscode.Range {
    return new vscode.Range(this.position(start), this.position(end));
  }

  position(offset: number): vscode.Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (itemAt(this.starts, middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new vscode.Position(low, offset - itemAt(this.starts, low));
  }
}
