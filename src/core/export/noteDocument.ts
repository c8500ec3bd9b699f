import { Note } from '../note/note';
import { CitationWriter, type CitationForm, type FindEntry } from './citationWriter';
import {
  textOfRuns,
  type DocumentBlock,
  type DocumentTree,
  type ExportProblem,
  type ParagraphRole,
} from './documentTree';
import { noteHead, type NoteHead } from './noteHead';
import { NoteParser, type ParsedPiece } from './noteParser';
import type { NamedPicture, SharedState } from './sharedState';
import { REFERENCES_PLACE, TreeBuilder } from './treeBuilder';

/** How a document is made of a note. */
export interface DocumentOptions {
  /** How it cites unless its front matter says otherwise. */
  readonly form: CitationForm;
  /** Its language unless its front matter says otherwise: a tag. */
  readonly language: string;
  readonly findEntry: FindEntry;
  /** The heading of the list of references. */
  readonly referencesTitle: string;
  /** Markdown that becomes a section of its own at the end. */
  readonly annex?: string;
  /** Called between pieces of the work; rejects when nobody waits for it any more. */
  readonly pause?: () => Promise<void>;
}

/** A document that a note has become, and what is another in it than in the note. */
export interface NoteDocument {
  readonly tree: DocumentTree;
  readonly head: NoteHead;
  /** In no order. */
  readonly problems: readonly ExportProblem[];
  readonly pictures: readonly NamedPicture[];
}

/** Makes a document of a note in Markdown. Rejects only where `pause` does. */
export async function noteDocument(note: Note, options: DocumentOptions): Promise<NoteDocument> {
  const head = noteHead(note);
  const form = head.form ?? options.form;
  const annex = options.annex === undefined ? [] : [new Note(options.annex, 'markdown')];
  const uses = [note, ...annex].flatMap(({ citekeyUses }) => citekeyUses);
  const shared: SharedState = {
    citations: new CitationWriter(
      options.findEntry,
      uses.map(({ citekey }) => citekey),
    ),
    form,
    notes: [],
    problems: [],
    pictures: [],
    ids: new Map(),
  };
  if (head.otherStyle !== undefined && uses.length > 0) {
    const span = { start: 0, end: note.frontMatter?.end ?? 0 };
    shared.problems.push({ kind: 'citationStyle', span, subject: head.otherStyle });
  }
  const [body, builder] = await partOf(note, shared, options);
  const titles = titleBlocks(head, builder);
  const [added = []] = await Promise.all(
    annex.map(
      async (one) => (await partOf(one, { ...shared, problems: [], pictures: [] }, options))[0],
    ),
  );
  const entries = form === 'notes' ? [] : shared.citations.references();
  const references = entries.map((entry): DocumentBlock => ({
    kind: 'paragraph',
    role: 'reference',
    runs: builder.runsOf(entry),
  }));
  return {
    head,
    problems: shared.problems,
    pictures: shared.pictures,
    tree: {
      title: textOfRuns(builder.runsOf(head.title)) || firstHeading(body),
      authors: head.authors.map((author) => textOfRuns(builder.runsOf(author))),
      language: head.language ?? options.language,
      blocks: [
        ...titles,
        ...withReferences(body, references, options.referencesTitle),
        ...(added.length === 0 ? [] : [{ kind: 'pageBreak' } as const, ...added]),
      ],
      notes: shared.notes,
    },
  };
}

/** The blocks of one note, with what made them. */
async function partOf(
  note: Note,
  shared: SharedState,
  { pause }: DocumentOptions,
): Promise<readonly [readonly DocumentBlock[], TreeBuilder]> {
  const parser = new NoteParser(note);
  const pieces: ParsedPiece[] = [];
  for (const piece of parser.pieces()) {
    pieces.push(parser.parse(piece));
    await pause?.();
  }
  const builder = new TreeBuilder(parser, shared, pieces);
  const blocks: DocumentBlock[] = [];
  let before: ParsedPiece | undefined;
  for (const piece of pieces) {
    const read = builder.read(piece);
    const joined =
      before && goesOn(before, piece) ? joinedLists(blocks.at(-1), read[0]) : undefined;
    if (joined !== undefined) {
      blocks.splice(-1, 1, joined);
    }
    blocks.push(...read.slice(joined === undefined ? 0 : 1));
    before = piece;
    await pause?.();
  }
  builder.end();
  return [blocks, builder];
}

/** Whether the list at the end of a piece is the same as that at the beginning of the next. */
function goesOn(one: ParsedPiece, next: ParsedPiece): boolean {
  const last = one.blocks.at(-1);
  const [first] = next.blocks;
  return (
    last?.type === 'list' &&
    first?.type === 'list' &&
    last.ordered === first.ordered &&
    one.firstSign(last) === next.firstSign(first)
  );
}

function joinedLists(
  one: DocumentBlock | undefined,
  next: DocumentBlock | undefined,
): DocumentBlock | undefined {
  return one?.kind === 'list' && next?.kind === 'list'
    ? { ...one, items: [...one.items, ...next.items] }
    : undefined;
}

function titleBlocks(head: NoteHead, builder: TreeBuilder): readonly DocumentBlock[] {
  const paragraph = (role: ParagraphRole, text: string): readonly DocumentBlock[] =>
    text === '' ? [] : [{ kind: 'paragraph', role, runs: builder.runsOf(text) }];
  return [
    ...paragraph('title', head.title),
    ...paragraph('subtitle', head.subtitle),
    ...head.authors.flatMap((author) => paragraph('author', author)),
    ...paragraph('date', head.date),
    ...head.abstract.flatMap((text) => paragraph('abstract', text)),
  ];
}

/** What a heading at the end of a note says that is there for the list of references. */
const REFERENCES_HEADING =
  /^(?:references|bibliography|works cited|sources|literatur|bibliographie|bibliografía|références)$/i;

/** The list of references where the note has a place for it, or at its end, below a heading. */
function withReferences(
  blocks: readonly DocumentBlock[],
  references: readonly DocumentBlock[],
  title: string,
): readonly DocumentBlock[] {
  const at = blocks.indexOf(REFERENCES_PLACE);
  const others = blocks.filter((block) => block !== REFERENCES_PLACE);
  if (references.length === 0) {
    return others;
  }
  if (at >= 0) {
    return [...others.slice(0, at), ...references, ...others.slice(at)];
  }
  const last = others.at(-1);
  const isHeaded = last?.kind === 'heading' && REFERENCES_HEADING.test(textOfRuns(last.runs));
  // One by one: a note may have more headings than a call takes arguments.
  const level = others.reduce(
    (least, block) => (block.kind === 'heading' ? Math.min(least, block.level) : least),
    Infinity,
  );
  const heading: DocumentBlock = {
    kind: 'heading',
    level: Number.isFinite(level) ? level : 1,
    runs: [{ kind: 'text', text: title }],
    id: 'references',
  };
  return [...others, ...(isHeaded ? [] : [heading]), ...references];
}

function firstHeading(blocks: readonly DocumentBlock[]): string {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  return heading?.kind === 'heading' ? textOfRuns(heading.runs) : '';
}
