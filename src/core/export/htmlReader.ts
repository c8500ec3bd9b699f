import type { DocumentBlock, DocumentRun } from './documentTree';
import { isHarmless, wordsOfHtml } from './htmlWords';
import type { ProblemTeller } from './problemTeller';
import type { SharedState } from './sharedState';

/** What HTML is read with. */
interface HtmlSurroundings {
  heading(level: number, runs: readonly DocumentRun[]): DocumentBlock;
  /** Text with what the note has where placeholders stand. */
  writtenOut(text: string): string;
}

/** Reads HTML in a note: its words and pictures, without its looks. */
export class HtmlReader {
  constructor(
    private readonly shared: Pick<SharedState, 'pictures'>,
    private readonly problems: ProblemTeller,
    private readonly around: HtmlSurroundings,
  ) {}

  /** A block of HTML, as it is written. */
  block(written: string, start: number): readonly DocumentBlock[] {
    const html = this.around.writtenOut(written).replace(/<!--[^]*?(?:-->|$)/g, '');
    if (html.trim() === '') {
      return [];
    }
    const pictures = this.picturesIn(html, start);
    if (!isHarmless(html)) {
      this.problems.tell('html', start);
    }
    return [
      ...pictures.map((run): DocumentBlock => ({ kind: 'paragraph', runs: [run] })),
      ...wordsOfHtml(html, (level, runs) => this.around.heading(level, runs)),
    ];
  }

  /** A tag within a line: a picture, or nothing. */
  inline(html: string, start: number): readonly DocumentRun[] {
    if (!html.startsWith('<!--') && !isHarmless(html)) {
      this.problems.tell('html', start);
    }
    return this.picturesIn(html, start);
  }

  private picturesIn(html: string, start: number): readonly DocumentRun[] {
    return [...html.matchAll(/<img\b([^<>]*)>/gi)].flatMap(
      ([, attributes = '']): readonly DocumentRun[] => {
        const source = /(?<![\w-])src\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1];
        const alt = /(?<![\w-])alt\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] ?? '';
        if (source === undefined) {
          return [];
        }
        this.notePicture(source, start);
        return [{ kind: 'picture', source, alt }];
      },
    );
  }

  /** Remembers a picture that the note names. */
  notePicture(source: string, start: number): void {
    this.shared.pictures.push({ source, span: this.problems.lineAt(start) });
  }
}
