import type { PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { itemAt } from '../../util/defined';
import { rank } from '../../util/rank';
import { withoutDivisionFences } from '../library/formats/markdownAttributes';
import { definitionsIn } from '../library/formats/markdownDefinitions';
import { markdownPieces } from '../library/formats/markdownPieces';
import type { Span } from '../model';
import type { Note } from '../note/note';
import { heldItems, type HeldItem } from './heldItems';
import { ReplacedText, type Replacement } from './replacedText';

/** "H~2~O" is what Pandoc sets below the line; GitHub would strike it. */
const SYNTAX = {
  extensions: [gfm({ singleTilde: false })],
  mdastExtensions: [gfmFromMarkdown()],
};

/** Parsed Markdown, whose nodes know where they stand in the note. */
export interface ParsedPiece {
  /** Without what was put before it. */
  readonly blocks: readonly RootContent[];
  /** Where a node begins in the note. */
  startOf(node: Pick<RootContent, 'position'>): number;
  /** The sign with which a node begins: that of a list says which list it is. */
  firstSign(node: Pick<RootContent, 'position'>): string;
  /** Set when it was too complex for the parser, so that it is plain text. */
  readonly isPlain: boolean;
}

/** Behind a letter nothing is a heading, a list or indented, and blanks before one are kept. */
const LETTER = '\ue000';

/** The words of a line of Markdown, none of which is held. */
export function parseMarkdownLine(markdown: string): readonly PhrasingContent[] {
  return lineOf(fromMarkdown(`${LETTER}${markdown}${LETTER}`, SYNTAX).children);
}

/** Text without the letters that stand around a parsed line. */
export function withoutLetters(text: string): string {
  return text.replaceAll(LETTER, '');
}

/** What stands for held items: a number in brackets that nobody types, around a sign that is not in the note. */
const OPEN = '\u2045';
const CLOSE = '\u2046';

/**
 * Parses a note with the parser that reads Markdown everywhere else, piece by piece. Citations,
 * footnotes in the text and the like, which are told by the note itself, are numbers in the result.
 */
export class NoteParser {
  readonly items: readonly HeldItem[];
  private readonly sign: string;
  private readonly definitions: ReturnType<typeof definitionsIn>;

  constructor(readonly note: Note) {
    const { text } = note;
    this.items = heldItems(note);
    let sign = LETTER.charCodeAt(0) + 1;
    while (text.includes(String.fromCharCode(sign))) {
      sign += 1;
    }
    this.sign = String.fromCharCode(sign);
    this.definitions = definitionsIn(text);
  }

  /** Parts a text at the items that are held; the odd parts are their numbers. */
  readonly split = (text: string): readonly string[] => {
    const [first = '', ...others] = text.split(OPEN + this.sign);
    return [
      first,
      ...others.flatMap((part) => {
        const end = part.indexOf(CLOSE);
        return [part.slice(0, end), part.slice(end + 1)];
      }),
    ];
  };

  /** The pieces that a note is parsed in. */
  *pieces(): Generator<{ readonly span: Span; readonly isPlain: boolean }> {
    yield* markdownPieces(this.note.text, this.note.frontMatter?.end ?? 0);
  }

  parse({ span, isPlain }: { readonly span: Span; readonly isPlain: boolean }): ParsedPiece {
    if (!isPlain) {
      try {
        return this.parsed(span, '');
      } catch {
        // The parser gives up on what nobody writes.
      }
    }
    const text = this.note.text.slice(span.start, span.end);
    const blocks = text
      .split(/\n[ \t]*\r?\n/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((value): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
    return { blocks, startOf: () => span.start, firstSign: () => '', isPlain: true };
  }

  /** The words of part of a line, such as those before the key of a citation. */
  parseLine(span: Span): readonly PhrasingContent[] {
    return lineOf(this.parsed(span, LETTER).blocks);
  }

  private parsed(span: Span, lead: string): ParsedPiece {
    const replaced = new ReplacedText(this.note.text, span, this.replacements(span));
    const original = this.note.text.slice(span.start, span.end);
    const missing = this.definitions.missingIn(original);
    // A comment ends the last definition, which indented text would go on with otherwise.
    const before = missing === '' ? '' : `${missing}\n\n<!-- -->\n\n`;
    const text = withDivisionTitles(replaced.text);
    const whole = `${before}${lead}${text}${lead}`.replaceAll('\0', '\u00ad');
    const root: Root = fromMarkdown(whole, SYNTAX);
    const skipped = before.length + lead.length;
    const offsetOf = ({ position }: Pick<RootContent, 'position'>): number =>
      position?.start.offset ?? skipped;
    return {
      blocks: root.children.filter((node) => offsetOf(node) >= before.length),
      startOf: (node) => replaced.original(Math.max(0, offsetOf(node) - skipped)),
      firstSign: (node) =>
        /\S[\d]*\D?/.exec(whole.slice(offsetOf(node)))?.[0].replace(/\d/g, '') ?? '',
      isPlain: false,
    };
  }

  /** The items that lie in a span, but not all of it, and in no other one. */
  private replacements(span: Span): readonly Replacement[] {
    const found: Replacement[] = [];
    let end = span.start;
    const { items, note } = this;
    const countBefore = (offset: number): number =>
      rank(items.length, (index) => itemAt(items, index).start < offset);
    for (let at = countBefore(span.start); at < countBefore(span.end); at += 1) {
      const item = itemAt(items, at);
      if (item.start >= end && item.end <= span.end) {
        const own = note.text.slice(item.start, item.end);
        const sign = `${OPEN}${this.sign}${at}${CLOSE}`;
        const text = item.kind === 'references' ? padded(sign, own) : sign;
        found.push({ start: item.start, end: item.end, text });
        end = item.end;
      }
    }
    return found;
  }
}

function lineOf(blocks: readonly RootContent[]): readonly PhrasingContent[] {
  return blocks.flatMap((block, at) =>
    block.type === 'paragraph'
      ? [...(at === 0 ? [] : [{ type: 'break' } as const]), ...block.children]
      : [],
  );
}

/** With as many lines as it stands for, as a paragraph of its own. */
function padded(text: string, own: string): string {
  return `\n${text}\n${own.replace(/[^\n]/g, '')}`;
}

/** Without the fences of divisions; the title of a callout, which is printed, stands in their place. */
function withDivisionTitles(markdown: string): string {
  const bare = withoutDivisionFences(markdown);
  if (bare === markdown) {
    return bare;
  }
  const lines = markdown.split('\n');
  return bare
    .split('\n')
    .map((line, at) => {
      const written = lines[at] ?? '';
      const title = line === written ? undefined : /\btitle="([^"]+)"/.exec(written)?.[1];
      return title === undefined
        ? line
        : `${line.trimEnd()}**${title}**`.padEnd(written.length, ' ');
    })
    .join('\n');
}
