import { HEADING_ID } from './headingIds';
import { itemAt } from '../../util/defined';
import type { Locator, Span } from '../model';
import type {
  Block,
  ExtractedDocument,
  DocumentHeading,
  Passage,
  SourceDocument,
} from './document';
import { pageLocator, paragraphLocator, sectionLocator } from './writtenLocators';
import { letterHash } from '../text/normalise';
import { countWords } from '../text/words';
import { cutParagraph, gatherFragments } from './passages';

/**
 * Makes headings and passages of the blocks of a document, the same for all formats. Never throws;
 * the same blocks make the same document.
 */
export function structureDocument(extracted: ExtractedDocument): SourceDocument {
  const { blocks, ...rest } = extracted;
  const placed = placeBlocks(blocks);
  const text = placed.map((block) => block.text).join(BETWEEN_BLOCKS);
  const headings: DocumentHeading[] = [];
  const passages = new PassageList(text, extracted);

  let list: Fragment[] = [];
  let paragraph = 0;
  // The document's own title, set as a heading, opens no section: what follows it is section 0, as
  // in a copy whose title is not set at all.
  const untitled = isTitle(placed[0], extracted.metadata.title) ? 1 : 0;
  const endList = (): void => {
    passages.add(list, headings.length, headings.length - untitled);
    list = [];
  };
  for (const { block, text: blockText, start } of placed) {
    const span = { start, end: start + blockText.length };
    if (block.kind === 'heading') {
      endList();
      headings.push(headingOf(block, blockText, span, headings));
      passages.addHeading(
        { span, block, paragraph: 0 },
        headings.length,
        headings.length - untitled,
      );
      paragraph = 0;
      continue;
    }
    paragraph += 1;
    if (block.kind === 'item') {
      list.push({ span, block, paragraph });
      continue;
    }
    endList();
    const spans = block.kind === 'table' ? rowsOf(blockText, start) : [span];
    passages.add(
      spans.map((part) => ({ span: part, block, paragraph })),
      headings.length,
      headings.length - untitled,
    );
  }
  endList();
  return { ...rest, text, headings, passages: passages.all };
}

/** The text of a passage. */
export function passageText({ text }: SourceDocument, { span }: Passage): string {
  return text.slice(span.start, span.end);
}

/** The headings above a passage, outermost first. */
export function headingsOf(
  { headings }: Pick<SourceDocument, 'headings'>,
  { heading, isHeading }: Passage,
): readonly string[] {
  const path: string[] = [];
  const nearest = isHeading && heading !== undefined ? headings[heading]?.parent : heading;
  for (let at = nearest; at !== undefined; at = headings[at]?.parent) {
    path.unshift(headings[at]?.text ?? '');
  }
  return path;
}

const BETWEEN_BLOCKS = '\n\n';

interface PlacedBlock {
  readonly block: Block;
  readonly text: string;
  /** Where it begins in the document's text. */
  readonly start: number;
}

/** Blocks that have text, which is made to keep the promise of `Block.text`. */
function placeBlocks(blocks: readonly Block[]): readonly PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let start = 0;
  for (const block of blocks) {
    const text = block.kind === 'table' ? tidyTable(block.text) : tidyLine(block.text);
    if (text !== '') {
      placed.push({ block, text, start });
      start += text.length + BETWEEN_BLOCKS.length;
    }
  }
  return placed;
}

function tidyLine(text: string): string {
  // Most are tidy, and a look is quicker than a copy.
  const trimmed = text.trim();
  return /\s\s|[^\S ]/u.test(trimmed) ? trimmed.replace(/\s+/gu, ' ') : trimmed;
}

function tidyTable(text: string): string {
  return text
    .split('\n')
    .map((row) => row.replace(/[^\S\t]+/gu, ' '))
    .filter((row) => row.trim() !== '')
    .join('\n');
}

/** A heading lies in the section of the nearest one before it that is of a higher rank. */
function headingOf(
  block: Block,
  text: string,
  span: Span,
  before: readonly DocumentHeading[],
): DocumentHeading {
  const level = block.level ?? 1;
  let parent = before.length === 0 ? undefined : before.length - 1;
  while (parent !== undefined && itemAt(before, parent).level >= level) {
    parent = itemAt(before, parent).parent;
  }
  return { text, level, span, ...(parent !== undefined && { parent }) };
}

/** From the first word of each row to its last: cells at either end may be empty. */
function rowsOf(table: string, start: number): readonly Span[] {
  let rowStart = start;
  return table.split('\n').map((row) => {
    const span = {
      start: rowStart + row.length - row.trimStart().length,
      end: rowStart + row.trimEnd().length,
    };
    rowStart += row.length + 1;
    return span;
  });
}

/** A paragraph, an item of a list or a row of a table. */
interface Fragment {
  readonly span: Span;
  readonly block: Block;
  /** Which paragraph of its section it is, from 1; the rows of a table are one. */
  readonly paragraph: number;
}

class PassageList {
  readonly all: Passage[] = [];
  /** How many passages have a text, by its hash. */
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly document: ExtractedDocument,
  ) {}

  /**
   * Adds a paragraph, or the fragments of a list or a table.
   * @param headings how many stand before it
   * @param section the number of its section
   */
  add(fragments: readonly Fragment[], headings: number, section: number): void {
    const sizes = fragments.map(({ span }) => countWords(this.slice(span)));
    for (const range of gatherFragments(sizes)) {
      const first = itemAt(fragments, range.start);
      const last = itemAt(fragments, range.end - 1);
      const span = { start: first.span.start, end: last.span.end };
      // Only a fragment by itself can be too long.
      for (const piece of first === last ? this.cut(span) : [span]) {
        const locator = this.locatorOf(first, last, section);
        const id = this.idOf(piece);
        this.all.push({ id, locator, span: piece, ...placeIn(first, last, headings) });
      }
    }
  }

  /**
   * Adds a heading, which is cited by its page or its section, the document's title by neither. Its
   * id is of another kind than those of paragraphs, which stay what they are without it.
   */
  addHeading(heading: Fragment, headings: number, section: number): void {
    const locator = heading.block.page
      ? this.locatorOf(heading, heading, section)
      : sectionLocator(section);
    const id = this.idOf(heading.span, HEADING_ID);
    const place = placeIn(heading, heading, headings);
    this.all.push({ id, locator, span: heading.span, ...place, isHeading: true });
  }

  private cut(span: Span): readonly Span[] {
    return cutParagraph(this.slice(span), this.language).map(({ start, end }) => ({
      start: span.start + start,
      end: span.start + end,
    }));
  }

  private locatorOf(first: Fragment, last: Fragment, section: number): Locator {
    const pages = pagesOf(first, last);
    return pages
      ? pageLocator(pages.page, pages.lastPage, this.document.pageLabels)
      : paragraphLocator(section, first.paragraph, last.paragraph);
  }

  /** The hash of a passage's text, with a number from the second on where several have the same. */
  private idOf(span: Span, kind = ''): string {
    const hash = `${kind}${letterHash(this.slice(span))}`;
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  }

  private slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  private get language(): string | undefined {
    return this.document.metadata.language;
  }
}

/** Where fragments stand, but for where in the text. @param headings how many stand before them */
function placeIn(
  first: Fragment,
  last: Fragment,
  headings: number,
): Pick<Passage, 'heading' | 'page' | 'lastPage' | 'original'> {
  const original = spanFrom(first.block.original, last.block.original);
  return {
    ...(headings > 0 && { heading: headings - 1 }),
    ...pagesOf(first, last),
    ...(original && { original }),
  };
}

/** The pages on which fragments begin and end, where the format has pages. */
function pagesOf(
  first: Fragment,
  last: Fragment,
): { readonly page: number; readonly lastPage: number } | undefined {
  const { page } = first.block;
  return page === undefined
    ? undefined
    : { page, lastPage: last.block.lastPage ?? last.block.page ?? page };
}

function isTitle(first: PlacedBlock | undefined, title: string | undefined): boolean {
  return (
    first?.block.kind === 'heading' &&
    title !== undefined &&
    letterHash(first.text) === letterHash(title)
  );
}

function spanFrom(first: Span | undefined, last: Span | undefined): Span | undefined {
  return first && last && { start: first.start, end: last.end };
}
