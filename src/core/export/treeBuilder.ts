import type { FootnoteDefinition, List, PhrasingContent, RootContent, Table } from 'mdast';
import { withoutEndAttributes } from '../library/formats/markdownAttributes';
import type { Span } from '../model';
import { CitationRuns } from './citationRuns';
import { textOfRuns, type DocumentBlock, type DocumentRun, type TextLook } from './documentTree';
import { behindPunctuation, closedNote, marksApart } from './footnoteMarks';
import { HtmlReader } from './htmlReader';
import { runsOfLine, tidyRuns, type LineContext } from './lineReader';
import { parseMarkdownLine, withoutLetters, type NoteParser, type ParsedPiece } from './noteParser';
import { ProblemTeller } from './problemTeller';
import type { SharedState } from './sharedState';
import {
  captionOf,
  headingId,
  idIn,
  withLead,
  withoutAlertMark,
  withoutAttributes,
} from './writtenForms';

/** More columns than these are narrower than a word on a page. */
const MOST_COLUMNS = 10;

/** A footnote that a note defines by a label. */
interface Definition {
  readonly node: FootnoteDefinition;
  readonly piece: ParsedPiece;
  isUsed: boolean;
}

/** Makes blocks of one parsed note, in its order: a citation is short where the source was cited before. */
export class TreeBuilder {
  private readonly footnotes = new Map<string, Definition>();
  private readonly links = new Map<string, string>();
  /** The numbers of footnotes that have been marked, by label. */
  private readonly numbers = new Map<string, number>();
  private piece: ParsedPiece;
  private isInNote = false;
  /** Labels of the footnotes that are being read, so that none goes on within itself. */
  private readonly reading = new Set<string>();
  private readonly problems: ProblemTeller;
  private readonly citations: CitationRuns;
  private readonly html: HtmlReader;
  private readonly context: LineContext;

  constructor(
    private readonly parser: NoteParser,
    private readonly shared: SharedState,
    pieces: readonly ParsedPiece[],
  ) {
    this.piece = pieces[0] ?? parser.parse({ span: { start: 0, end: 0 }, isPlain: true });
    this.problems = new ProblemTeller(parser.note.text, shared.problems);
    this.html = new HtmlReader(shared, this.problems, {
      heading: (level, runs) => this.heading(level, runs),
      writtenOut: (text) => this.writtenOut(text),
    });
    this.citations = new CitationRuns(shared, {
      isInNote: () => this.isInNote,
      runsOf: (markdown) => this.runsOf(markdown),
      fragment: (span) => this.fragment(span),
      newNote: (read) => this.newNote(read),
      written: ({ start, end }) => parser.note.text.slice(start, end),
      tell: (kind, start, subject) => this.problems.tell(kind, start, subject),
    });
    this.context = {
      split: parser.split,
      held: (number, look) => this.held(number, look),
      footnote: (label, node) => this.footnote(label, this.piece.startOf(node)),
      linkTo: (label) => this.links.get(label.toLowerCase()),
      html: (html, node) => this.html.inline(html, this.piece.startOf(node)),
      picture: (source, node) => this.html.notePicture(source, this.piece.startOf(node)),
      rawText: (node) => this.problems.tell('rawText', this.piece.startOf(node)),
    };
    for (const piece of pieces) {
      this.define(piece, piece.blocks);
    }
  }

  /** The blocks of a piece; a list that was cut in two goes on in the one before. */
  read(piece: ParsedPiece): readonly DocumentBlock[] {
    this.piece = piece;
    if (piece.isPlain) {
      this.problems.tell('tooComplex', piece.startOf({}));
    }
    return this.blocks(piece.blocks);
  }

  /** Tells of footnotes that no mark leads to; after all pieces have been read. */
  end(): void {
    for (const [label, { node, piece, isUsed }] of this.footnotes) {
      if (!isUsed) {
        this.problems.tell('footnoteWithoutMark', piece.startOf(node), `[^${label}]`);
      }
    }
    const { marks } = this.parser.note.footnotes;
    for (const { start, label } of marks) {
      if (!this.footnotes.has(label.toLowerCase())) {
        this.problems.tell('footnoteWithoutText', start, `[^${label}]`);
      }
    }
  }

  /** The runs of Markdown that is not in the note, such as a title. */
  runsOf(markdown: string): readonly DocumentRun[] {
    return tidyRuns(this.runsAround(parseMarkdownLine(markdown)));
  }

  private runsAround(children: readonly PhrasingContent[]): readonly DocumentRun[] {
    return runsOfLine(children, this.context).map((run) =>
      run.kind === 'text' ? { ...run, text: withoutLetters(run.text) } : run,
    );
  }

  private define(piece: ParsedPiece, nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition') {
        const label = node.identifier.toLowerCase();
        if (!this.footnotes.has(label)) {
          this.footnotes.set(label, { node, piece, isUsed: false });
        }
      } else if (node.type === 'definition') {
        const label = node.identifier.toLowerCase();
        this.links.set(label, this.links.get(label) ?? node.url);
      } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
        this.define(piece, node.children);
      }
    }
  }

  private blocks(nodes: readonly RootContent[]): readonly DocumentBlock[] {
    return nodes.flatMap((node, at) => this.block(node, nodes[at - 1]));
  }

  private block(node: RootContent, before: RootContent | undefined): readonly DocumentBlock[] {
    switch (node.type) {
      case 'heading':
        return [this.heading(node.depth, this.line(node.children))];
      case 'paragraph':
        return this.paragraph(node.children, before?.type === 'table');
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(node.children).map(withoutAlertMark) }];
      case 'list':
        return [this.list(node)];
      case 'table':
        return this.table(node);
      case 'code':
        return this.code(node.value, node.lang ?? '', this.piece.startOf(node));
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'html':
        return this.html.block(node.value, this.piece.startOf(node));
      default:
        // Definitions of links and footnotes have no text of their own here.
        return [];
    }
  }

  private line(children: readonly PhrasingContent[]): readonly DocumentRun[] {
    return tidyRuns(
      marksApart(behindPunctuation(runsOfLine(children, this.context), this.citations.movable)),
    );
  }

  private heading(level: number, runs: readonly DocumentRun[]): DocumentBlock {
    const last = runs.at(-1);
    const shown = last?.kind === 'text' ? withoutEndAttributes(last.text, true) : undefined;
    const isCut = last?.kind === 'text' && shown !== undefined && shown !== last.text;
    const named = isCut ? idIn(last.text) : undefined;
    const kept = isCut ? tidyRuns([...runs.slice(0, -1), { ...last, text: shown }]) : runs;
    const wanted = named ?? headingId(textOfRuns(kept));
    const { ids } = this.shared;
    let number = ids.get(wanted) ?? 0;
    let id = wanted;
    while (ids.has(id)) {
      number += 1;
      id = `${wanted}-${number}`;
    }
    ids.set(id, 0).set(wanted, number);
    return { kind: 'heading', level, runs: kept, id };
  }

  private paragraph(
    children: readonly PhrasingContent[],
    isBehindTable: boolean,
  ): readonly DocumentBlock[] {
    const read = this.line(children);
    const [first] = read;
    const [only] = children;
    const held =
      children.length === 1 && only?.type === 'text' ? this.onlyItem(only.value) : undefined;
    if (held === 'pageBreak') {
      return [{ kind: 'pageBreak' }];
    }
    if (held === 'references') {
      return [REFERENCES_PLACE];
    }
    const runs = withoutAttributes(read);
    if (runs.length === 0) {
      return [];
    }
    if (first?.kind === 'text' && /^(?:\+[-=:]{3,}){1,100}\+/.test(first.text)) {
      this.problems.tell('gridTable', this.startOf(children));
    }
    if (first?.kind === 'text' && first.text.startsWith('$$')) {
      this.problems.tell('formula', this.startOf(children));
    }
    const caption = isBehindTable && first?.kind === 'text' ? captionOf(runs) : undefined;
    if (caption !== undefined) {
      return [{ kind: 'paragraph', role: 'caption', runs: caption }];
    }
    const [picture, ...others] = runs;
    if (picture?.kind === 'picture' && others.length === 0) {
      const alt = this.withHeld(picture.alt);
      return [
        {
          kind: 'paragraph',
          runs: [{ ...picture, alt: textOfRuns(alt), ...(alt.length > 0 && { hasCaption: true }) }],
        },
        ...(alt.length === 0
          ? []
          : [{ kind: 'paragraph', role: 'caption', runs: alt } satisfies DocumentBlock]),
      ];
    }
    return [{ kind: 'paragraph', runs: runs.map((run) => this.withPlainAlt(run)) }];
  }

  private onlyItem(text: string): string | undefined {
    const [before, number, behind] = this.parser.split(text);
    const isAlone = (before ?? '').trim() === '' && (behind ?? '').trim() === '';
    return isAlone && number !== undefined ? this.parser.items[Number(number)]?.kind : undefined;
  }

  private withHeld(text: string): readonly DocumentRun[] {
    return this.line([{ type: 'text', value: text }]);
  }

  private withPlainAlt(run: DocumentRun): DocumentRun {
    return run.kind === 'picture'
      ? {
          ...run,
          alt: this.parser
            .split(run.alt)
            .filter((_, at) => at % 2 === 0)
            .join(''),
        }
      : run;
  }

  private list(node: List): DocumentBlock {
    const items = node.children.map((item) => {
      const blocks = this.blocks(item.children);
      const box = item.checked === true ? '☒ ' : item.checked === false ? '☐ ' : '';
      return box === '' ? blocks : withLead(blocks, box);
    });
    return {
      kind: 'list',
      items,
      ...(node.ordered === true && { start: node.start ?? 1 }),
    };
  }

  private table(node: Table): readonly DocumentBlock[] {
    const read = node.children.map((row) => row.children.map((cell) => this.line(cell.children)));
    const last = read.at(-1);
    const caption = last?.length === 1 && read.length > 2 ? captionOf(last[0] ?? []) : undefined;
    const rows = caption === undefined ? read : read.slice(0, -1);
    const columns = Math.max(...rows.map((row) => row.length));
    if (columns > MOST_COLUMNS) {
      this.problems.tell('wideTable', this.piece.startOf(node), String(columns));
    }
    const aligns = Array.from({ length: columns }, (_, at) => node.align?.[at] ?? undefined);
    return [
      {
        kind: 'table',
        rows: rows.map((row) =>
          Array.from({ length: columns }, (_, at) =>
            (row[at] ?? []).map((run) => this.withPlainAlt(run)),
          ),
        ),
        aligns,
      },
      ...(caption === undefined
        ? []
        : [{ kind: 'paragraph', role: 'caption', runs: caption } satisfies DocumentBlock]),
    ];
  }

  private code(text: string, language: string, start: number): readonly DocumentBlock[] {
    if (language === '{=html}') {
      return this.html.block(text, start);
    }
    if (language.startsWith('{=')) {
      this.problems.tell('rawText', start);
      return [];
    }
    if (/^\{[a-z]/i.test(language)) {
      this.problems.tell('codeCell', start);
    }
    return text.trim() === ''
      ? []
      : [{ kind: 'code', text: this.writtenOut(text).replace(/\r\n?/g, '\n') }];
  }

  /** Text with what the note has where placeholders stand; of code there are none but in odd places. */
  private writtenOut(text: string): string {
    return this.parser
      .split(text)
      .map((part, at) => (at % 2 === 0 ? part : this.sourceOf(Number(part))))
      .join('');
  }

  private sourceOf(number: number): string {
    const item = this.parser.items[number];
    return item === undefined ? '' : this.parser.note.text.slice(item.start, item.end);
  }

  /** What a placeholder stands for. */
  private held(number: number, look: TextLook): readonly DocumentRun[] {
    const item = this.parser.items[number];
    switch (item?.kind) {
      case 'citation':
        return this.citations.read(item.group, look);
      case 'note':
        return this.newNote(() => [
          { kind: 'paragraph', runs: closedNote(this.fragment(item.inner)) },
        ]);
      case 'shortcode':
        this.problems.tell('shortcode', item.start, this.sourceOf(number));
        return [];
      default:
        return [];
    }
  }

  private footnote(label: string, start: number): readonly DocumentRun[] {
    const key = label.toLowerCase();
    const definition = this.footnotes.get(key);
    const known = this.numbers.get(key);
    if (definition === undefined || this.reading.has(key)) {
      return [{ kind: 'text', text: `[^${label}]` }];
    }
    definition.isUsed = true;
    if (this.isInNote) {
      this.problems.tell('footnoteInFootnote', start, `[^${label}]`);
    } else if (known !== undefined) {
      return [{ kind: 'note', number: known, isAgain: true }];
    } else {
      this.numbers.set(key, this.shared.notes.length + 1);
    }
    this.reading.add(key);
    const runs = this.newNote(() => this.within(definition));
    this.reading.delete(key);
    return runs;
  }

  private within({ node, piece }: Definition): readonly DocumentBlock[] {
    const outer = this.piece;
    this.piece = piece;
    const blocks = this.blocks(node.children);
    this.piece = outer;
    const last = blocks.at(-1);
    return last?.kind === 'paragraph' && endsInCitation(node)
      ? [...blocks.slice(0, -1), { ...last, runs: closedNote(last.runs) }]
      : blocks;
  }

  /** The mark of a new footnote; within another, where there can be none, its words in parentheses. */
  private newNote(read: () => readonly DocumentBlock[]): readonly DocumentRun[] {
    if (this.isInNote) {
      return [
        { kind: 'text', text: ' (' },
        ...read().flatMap((block) => ('runs' in block ? block.runs : [])),
        { kind: 'text', text: ')' },
      ];
    }
    const { notes } = this.shared;
    const number = notes.push([]);
    this.isInNote = true;
    notes[number - 1] = read();
    this.isInNote = false;
    return [{ kind: 'note', number, isAgain: false }];
  }

  /** Words of the note within a citation or a footnote in the text. */
  private fragment(span: Span): readonly DocumentRun[] {
    const { note } = this.parser;
    const text = note.text.slice(span.start, span.end);
    if (!/[^\p{L}\p{N}\s,.:'’“”–—()-]/u.test(text)) {
      return text.trim() === '' ? [] : [{ kind: 'text', text: text.replace(/\s+/g, ' ') }];
    }
    return this.runsAround(this.parser.parseLine(span));
  }

  private startOf(children: readonly PhrasingContent[]): number {
    return this.piece.startOf(children[0] ?? {});
  }
}

/** Where the list of references goes that the note has a place for. */
export const REFERENCES_PLACE: DocumentBlock = { kind: 'paragraph', runs: [] };

/** Whether the last words of a footnote are a citation, which has no stop of its own. */
function endsInCitation({ children }: FootnoteDefinition): boolean {
  const last = children.at(-1);
  const end = last?.type === 'paragraph' ? last.children.at(-1) : undefined;
  return end?.type === 'text' && /⁆\s*$/u.test(end.value);
}
