import type { FootnoteDefinition, List, PhrasingContent, RootContent, Table } from 'mdast';
import { withoutEndAttributes } from '../library/formats/markdownAttributes';
import type { Span } from '../model';
import type { CitationGroup, CitedPart } from './citationGroups';
import type { CitationForm, CitationWriter } from './citationWriter';
import {
  textOfRuns,
  type DocumentBlock,
  type ExportProblem,
  type ExportProblemKind,
  type DocumentRun,
  type TextLook,
} from './documentTree';
import {
  behindPunctuation,
  closedNote,
  marksApart,
  spaced,
  capitalisedNote,
} from './footnoteMarks';
import { isHarmless, wordsOfHtml } from './htmlWords';
import { runsOfLine, tidyRuns, type LineContext } from './lineReader';
import {
  captionOf,
  idIn,
  headingId,
  withLead,
  withoutAlertMark,
  withoutAttributes,
} from './writtenForms';
import { parseMarkdownLine, withoutLetters, type NoteParser, type ParsedPiece } from './noteParser';

/** More columns than these are narrower than a word on a page. */
const MOST_COLUMNS = 10;

/** A footnote that a note defines by a label. */
interface Definition {
  readonly node: FootnoteDefinition;
  readonly piece: ParsedPiece;
  isUsed: boolean;
}

/** A picture as a note names it, and where. */
export interface NamedPicture {
  readonly source: string;
  readonly span: Span;
}

/** What the parts of one document share: its footnotes are counted through. */
export interface SharedState {
  readonly citations: CitationWriter;
  readonly form: CitationForm;
  readonly notes: (readonly DocumentBlock[])[];
  readonly problems: ExportProblem[];
  /** The pictures that it names, with those that come up again. */
  readonly pictures: NamedPicture[];
  /** The ids of headings that are taken, each with the number that was last put behind it. */
  readonly ids: Map<string, number>;
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
  /** The marks that citations have got, which go behind the punctuation. */
  private readonly movable = new WeakSet<DocumentRun>();
  private readonly told = new Set<string>();
  private readonly context: LineContext;

  constructor(
    private readonly parser: NoteParser,
    private readonly shared: SharedState,
    pieces: readonly ParsedPiece[],
  ) {
    this.piece = pieces[0] ?? parser.parse({ span: { start: 0, end: 0 }, isPlain: true });
    this.context = {
      split: parser.split,
      held: (number, look) => this.held(number, look),
      footnote: (label, node) => this.footnote(label, this.piece.startOf(node)),
      linkTo: (label) => this.links.get(label.toLowerCase()),
      html: (html, node) => this.inlineHtml(html, this.piece.startOf(node)),
      picture: (source, node) => this.notePicture(source, this.piece.startOf(node)),
      rawText: (node) => this.tell('rawText', this.piece.startOf(node)),
    };
    for (const piece of pieces) {
      this.define(piece, piece.blocks);
    }
  }

  /** The blocks of a piece; a list that was cut in two goes on in the one before. */
  read(piece: ParsedPiece): readonly DocumentBlock[] {
    this.piece = piece;
    if (piece.isPlain) {
      this.tell('tooComplex', piece.startOf({}));
    }
    return this.blocks(piece.blocks);
  }

  /** Tells of footnotes that no mark leads to; after all pieces have been read. */
  end(): void {
    for (const [label, { node, piece, isUsed }] of this.footnotes) {
      if (!isUsed) {
        this.tell('footnoteWithoutMark', piece.startOf(node), `[^${label}]`);
      }
    }
    const { marks } = this.parser.note.footnotes;
    for (const { start, label } of marks) {
      if (!this.footnotes.has(label.toLowerCase())) {
        this.tell('footnoteWithoutText', start, `[^${label}]`);
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
        return this.html(node.value, this.piece.startOf(node));
      default:
        // Definitions of links and footnotes have no text of their own here.
        return [];
    }
  }

  private line(children: readonly PhrasingContent[]): readonly DocumentRun[] {
    return tidyRuns(
      marksApart(behindPunctuation(runsOfLine(children, this.context), this.movable)),
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
      this.tell('gridTable', this.startOf(children));
    }
    if (first?.kind === 'text' && first.text.startsWith('$$')) {
      this.tell('formula', this.startOf(children));
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
      this.tell('wideTable', this.piece.startOf(node), String(columns));
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
      return this.html(text, start);
    }
    if (language.startsWith('{=')) {
      this.tell('rawText', start);
      return [];
    }
    if (/^\{[a-z]/i.test(language)) {
      this.tell('codeCell', start);
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

  private html(written: string, start: number): readonly DocumentBlock[] {
    const html = this.writtenOut(written).replace(/<!--[^]*?(?:-->|$)/g, '');
    if (html.trim() === '') {
      return [];
    }
    const pictures = this.picturesIn(html, start);
    if (!isHarmless(html)) {
      this.tell('html', start);
    }
    return [
      ...pictures.map((run): DocumentBlock => ({ kind: 'paragraph', runs: [run] })),
      ...wordsOfHtml(html, (level, runs) => this.heading(level, runs)),
    ];
  }

  private inlineHtml(html: string, start: number): readonly DocumentRun[] {
    if (!html.startsWith('<!--') && !isHarmless(html)) {
      this.tell('html', start);
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

  private notePicture(source: string, start: number): void {
    this.shared.pictures.push({ source, span: this.lineAt(start) });
  }

  /** What a placeholder stands for. */
  private held(number: number, look: TextLook): readonly DocumentRun[] {
    const item = this.parser.items[number];
    switch (item?.kind) {
      case 'citation':
        return this.citation(item.group, look);
      case 'note':
        return this.newNote(() => [
          { kind: 'paragraph', runs: closedNote(this.fragment(item.inner)) },
        ]);
      case 'shortcode':
        this.tell('shortcode', item.start, this.sourceOf(number));
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
      this.tell('footnoteInFootnote', start, `[^${label}]`);
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

  private citation(group: CitationGroup, look: TextLook): readonly DocumentRun[] {
    const { parts, isCertain } = group;
    const unknown = parts.filter(({ citekey }) => !this.shared.citations.isKnown(citekey));
    if (isCertain) {
      for (const { citekey } of unknown) {
        this.tell('unknownCitekey', group.start, citekey);
      }
    }
    if (unknown.length === parts.length) {
      return [{ kind: 'text', text: this.parser.note.text.slice(group.start, group.end), ...look }];
    }
    return this.shared.form === 'authorDate'
      ? this.inParentheses(group)
      : this.isInNote
        ? this.words(group)
        : this.inNote(group);
  }

  /** A footnote; its author in the text where the sentence names it. */
  private inNote({ parts, isNarrative, ...span }: CitationGroup): readonly DocumentRun[] {
    const [first] = parts;
    const name = isNarrative && first ? this.namesOf(first) : [];
    const marks = this.newNote(() => {
      const said = this.words({ parts, isNarrative, ...span });
      return [{ kind: 'paragraph', runs: closedNote(capitalisedNote(said)) }];
    });
    marks.forEach((mark) => this.movable.add(mark));
    return [...name, ...marks];
  }

  /** Who is named in the sentence: nobody where the author is left out. */
  private namesOf(part: CitedPart): readonly DocumentRun[] {
    return part.isWithoutAuthor ? [] : this.runsOf(this.shared.citations.names(part));
  }

  private words({ parts }: CitationGroup): readonly DocumentRun[] {
    return this.joined(parts, (part) => this.runsOf(this.shared.citations.note(part)));
  }

  private inParentheses({ parts, isNarrative }: CitationGroup): readonly DocumentRun[] {
    const { citations } = this.shared;
    const [first] = parts;
    if (!isNarrative || first === undefined) {
      return [
        { kind: 'text', text: '(' },
        ...this.joined(parts, (part) => this.runsOf(citations.authorDate(part))),
        { kind: 'text', text: ')' },
      ];
    }
    return [
      ...(first.isWithoutAuthor ? [] : [...this.namesOf(first), BLANK]),
      { kind: 'text', text: '(' },
      ...this.joined(parts, (part) => this.runsOf(citations.authorDate(part, part === first))),
      { kind: 'text', text: ')' },
    ];
  }

  private joined(
    parts: readonly CitedPart[],
    read: (part: CitedPart) => readonly DocumentRun[],
  ): readonly DocumentRun[] {
    return parts.flatMap((part, at): readonly DocumentRun[] => [
      ...(at === 0 ? [] : [{ kind: 'text', text: '; ' } as const]),
      ...spaced(this.fragment(part.prefix)),
      ...read(part),
      ...this.fragment(part.suffix),
    ]);
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

  /** From the beginning of the line that a place is in to its end. */
  private lineAt(at: number): Span {
    const { text } = this.parser.note;
    const end = text.indexOf('\n', at);
    return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
  }

  private tell(kind: ExportProblemKind, start: number, subject = ''): void {
    const span = this.lineAt(start);
    // Two tags on a line are one problem.
    const key = `${kind} ${span.start} ${subject}`;
    if (!this.told.has(key)) {
      this.told.add(key);
      this.shared.problems.push({ kind, subject, span });
    }
  }
}

const BLANK: DocumentRun = { kind: 'text', text: ' ' };

/** Where the list of references goes that the note has a place for. */
export const REFERENCES_PLACE: DocumentBlock = { kind: 'paragraph', runs: [] };

/** Whether the last words of a footnote are a citation, which has no stop of its own. */
function endsInCitation({ children }: FootnoteDefinition): boolean {
  const last = children.at(-1);
  const end = last?.type === 'paragraph' ? last.children.at(-1) : undefined;
  return end?.type === 'text' && /⁆\s*$/u.test(end.value);
}
