import type { Span } from '../model';
import type { CitationGroup, CitedPart } from './citationGroups';
import type { DocumentBlock, DocumentRun, ExportProblemKind, TextLook } from './documentTree';
import { capitalisedNote, closedNote, spaced } from './footnoteMarks';
import type { SharedState } from './sharedState';

/** What citations are worded with. */
interface CitationSurroundings {
  /** Whether a footnote is being read. */
  isInNote(): boolean;
  /** The runs of Markdown that is not in the note. */
  runsOf(markdown: string): readonly DocumentRun[];
  /** Words of the note within the citation. */
  fragment(span: Span): readonly DocumentRun[];
  /** The mark of a new footnote. */
  newNote(read: () => readonly DocumentBlock[]): readonly DocumentRun[];
  /** A stretch of the note as it is written. */
  written(span: Span): string;
  tell(kind: ExportProblemKind, start: number, subject?: string): void;
}

/** Words the citations of a note, as footnotes or in parentheses. */
export class CitationRuns {
  /** The marks that citations have got, which go behind the punctuation. */
  readonly movable = new WeakSet<DocumentRun>();

  constructor(
    private readonly shared: Pick<SharedState, 'citations' | 'form'>,
    private readonly around: CitationSurroundings,
  ) {}

  /** A citation, worded as the document wants it. */
  read(group: CitationGroup, look: TextLook): readonly DocumentRun[] {
    const { parts, isCertain } = group;
    const unknown = parts.filter(({ citekey }) => !this.shared.citations.isKnown(citekey));
    if (isCertain) {
      for (const { citekey } of unknown) {
        this.around.tell('unknownCitekey', group.start, citekey);
      }
    }
    if (unknown.length === parts.length) {
      return [{ kind: 'text', text: this.around.written(group), ...look }];
    }
    return this.shared.form === 'authorDate'
      ? this.inParentheses(group)
      : this.around.isInNote()
        ? this.words(group)
        : this.inNote(group);
  }

  /** A footnote; its author in the text where the sentence names it. */
  private inNote({ parts, isNarrative, ...span }: CitationGroup): readonly DocumentRun[] {
    const [first] = parts;
    const name = isNarrative && first ? this.namesOf(first) : [];
    const marks = this.around.newNote(() => {
      const said = this.words({ parts, isNarrative, ...span });
      return [{ kind: 'paragraph', runs: closedNote(capitalisedNote(said)) }];
    });
    marks.forEach((mark) => this.movable.add(mark));
    return [...name, ...marks];
  }

  /** Who is named in the sentence: nobody where the author is left out. */
  private namesOf(part: CitedPart): readonly DocumentRun[] {
    return part.isWithoutAuthor ? [] : this.around.runsOf(this.shared.citations.names(part));
  }

  private words({ parts }: CitationGroup): readonly DocumentRun[] {
    return this.joined(parts, (part) => this.around.runsOf(this.shared.citations.note(part)));
  }

  private inParentheses({ parts, isNarrative }: CitationGroup): readonly DocumentRun[] {
    const { citations } = this.shared;
    const [first] = parts;
    if (!isNarrative || first === undefined) {
      return [
        { kind: 'text', text: '(' },
        ...this.joined(parts, (part) => this.around.runsOf(citations.authorDate(part))),
        { kind: 'text', text: ')' },
      ];
    }
    return [
      ...(first.isWithoutAuthor ? [] : [...this.namesOf(first), BLANK]),
      { kind: 'text', text: '(' },
      ...this.joined(parts, (part) =>
        this.around.runsOf(citations.authorDate(part, part === first)),
      ),
      { kind: 'text', text: ')' },
    ];
  }

  private joined(
    parts: readonly CitedPart[],
    read: (part: CitedPart) => readonly DocumentRun[],
  ): readonly DocumentRun[] {
    return parts.flatMap((part, at): readonly DocumentRun[] => [
      ...(at === 0 ? [] : [{ kind: 'text', text: '; ' } as const]),
      ...spaced(this.around.fragment(part.prefix)),
      ...read(part),
      ...this.around.fragment(part.suffix),
    ]);
  }
}

const BLANK: DocumentRun = { kind: 'text', text: ' ' };
