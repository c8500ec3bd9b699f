import type { MarkdownIt, Token } from 'markdown-it';
import type { Occurrence } from '../terms/occurrence';
import { ClosedElements } from './closedElements';
import { explanationTitle, type Explanation } from './explanation';

/** The terms of a document that is rendered, and which of their uses are marked. */
export interface MarkedTerms {
  readonly uses: 'first' | 'all';
  /** The places in a plain text where terms stand that are to be marked: ascending, without overlap. */
  occurrences(text: string): readonly Occurrence[];
  /** Nearest first. */
  explanationsAt(occurrence: Occurrence): readonly Explanation[];
}

/** A class to style the terms by. */
const TERM_CLASS = 'ip4desk-term';

/**
 * Makes `markdownIt` mark terms as `<abbr class="ip4desk-term" title="…">`, all of it escaped. Never
 * in headings, links, quotations, code, math and the text of images.
 *
 * This is done when a document is rendered rather than by a rule of the parser: VS Code keeps parsed
 * documents, terms change meanwhile, and only the environment of the renderer says which document it
 * is. The tokens that are handed in stay as they are.
 *
 * @param termsOf what to mark, by the environment that the renderer is given; `undefined` for nothing
 */
export function markTerms(
  markdownIt: MarkdownIt,
  termsOf: (env: unknown) => MarkedTerms | undefined,
): MarkdownIt {
  const { renderer } = markdownIt;
  const { Token } = markdownIt.core.State.prototype;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => {
    const terms = termsOf(env);
    return render(terms ? new Marker(terms, Token).mark(tokens) : tokens, options, env);
  };
  return markdownIt;
}

/** Elements that mark words within a sentence, and so do not part the words of a term. */
const WITHIN_SENTENCE = new Set(
  'b bdi bdo cite del em font i ins mark q s small span strong sub sup u wbr'.split(' '),
);
/** Parts any two words. */
const BREAK = '\n\n';
const ELEMENT_NAME = /^<\/?([a-z][a-z\d-]*)/i;

/** A place in the text of a block that is to be marked. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** Marks the terms of one document. */
class Marker {
  private readonly seen = new Set<string>();

  constructor(
    private readonly terms: MarkedTerms,
    private readonly TokenOf: typeof Token,
  ) {}

  mark(blocks: readonly Token[]): Token[] {
    const closed = new ClosedElements();
    return blocks.map((block) => {
      if (block.type === 'html_block') {
        closed.passHtml(block.content);
      } else {
        closed.pass(block.tag, block.nesting);
      }
      return block.type === 'inline' && !closed.surround ? this.markBlock(block) : block;
    });
  }

  private markBlock(block: Token): Token {
    const pieces = piecesOf(block.children ?? []);
    const marks = this.marksIn(pieces.map(({ text }) => text).join(''));
    return marks.length === 0
      ? block
      : Object.assign(this.token('inline', '', 0), block, { children: this.wrap(pieces, marks) });
  }

  private marksIn(text: string): readonly Mark[] {
    return this.terms.occurrences(text).flatMap((occurrence) => {
      const { start, end, terms } = occurrence;
      const isFirst = terms.some((term) => !this.seen.has(term));
      terms.forEach((term) => this.seen.add(term));
      if (!isFirst && this.terms.uses === 'first') {
        return [];
      }
      const title = explanationTitle(this.terms.explanationsAt(occurrence), text.slice(start, end));
      return title === '' ? [] : [{ start, end, title }];
    });
  }

  /** Puts the marks around pieces of text; one that runs over other elements is put around each part. */
  private wrap(pieces: readonly Piece[], marks: readonly Mark[]): Token[] {
    const wrapped: Token[] = [];
    let isOpen = false;
    const close = () => {
      if (isOpen) {
        wrapped.push(this.token('term_close', 'abbr', -1));
        isOpen = false;
      }
    };
    let next = 0;
    let at = 0;
    for (const { token, text } of pieces) {
      const end = at + text.length;
      if (token.type !== 'text' || text === BREAK) {
        if (!isLineBreak(token)) {
          close();
        }
        wrapped.push(token);
        at = end;
        continue;
      }
      const start = at;
      while (at < end) {
        const mark = marks[next];
        const isWithin = mark !== undefined && mark.start <= at;
        const stop = Math.min(end, mark === undefined ? end : isWithin ? mark.end : mark.start);
        const content = text.slice(at - start, stop - start);
        if (isWithin && !isOpen && content.trim() !== '') {
          wrapped.push(this.opening(mark.title));
          isOpen = true;
        }
        wrapped.push(Object.assign(this.token('text', '', 0), token, { content }));
        if (stop === mark?.end) {
          close();
          next++;
        }
        at = stop;
      }
    }
    close();
    return wrapped;
  }

  private opening(title: string): Token {
    const token = this.token('term_open', 'abbr', 1);
    // The renderer escapes the values.
    token.attrs = [
      ['class', TERM_CLASS],
      ['title', title],
    ];
    return token;
  }

  private token(type: string, tag: string, nesting: Token['nesting']): Token {
    return new this.TokenOf(type, tag, nesting);
  }
}

/** A token of a block with what the matcher reads in its place. */
interface Piece {
  readonly token: Token;
  readonly text: string;
}

function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  const closed = new ClosedElements();
  return tokens.map((token) => {
    if (token.type === 'html_inline') {
      closed.passHtml(token.content);
    } else {
      closed.pass(token.tag, token.nesting);
    }
    return { token, text: closed.surround ? BREAK : readable(token) };
  });
}

function readable(token: Token): string {
  if (token.type === 'text') {
    return token.content;
  }
  if (isLineBreak(token)) {
    return '\n';
  }
  const element =
    token.type === 'html_inline'
      ? ELEMENT_NAME.exec(token.content)?.[1]?.toLowerCase()
      : token.nesting !== 0 && token.tag;
  return element && WITHIN_SENTENCE.has(element) ? '' : BREAK;
}

function isLineBreak({ type }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak';
}
