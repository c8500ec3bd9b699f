import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes,
  html,
  Parser,
  type Token,
} from 'parse5';
import type { Pacer } from './pacer';

export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** A page that would take the parser minutes, or more memory than there is; `message` is for people. */
export class TooComplexError extends Error {}

/**
 * The parser looks through the open elements at most tags, so that the depth at each of them, summed
 * up, measures its work. A page of 20 MB comes to some 50 million, 10,000 elements in each other as
 * well; 20,000 of them reach the limit, which is some seconds of work.
 */
const MOST_WORK = 200_000_000;
/** The longest pages that people publish (the HTML standard in one piece) have half as many. */
const MOST_ELEMENTS = 1_000_000;

/** Characters that are parsed between two looks at the pacer. */
const PIECE = 16_384;

/**
 * Parses a page as browsers do, piece by piece; `pacer` is rested with positions in `text`. The tree
 * can be deep, so that nothing may walk it by recursion. Throws TooComplexError.
 *
 * parse5 itself rather than hast-util-from-html, whose conversion of the tree is recursive.
 */
export async function parseHtml(text: string, pacer: Pacer): Promise<HtmlDocument> {
  const parser = new TextParser();
  for (let at = 0; at < text.length; at += PIECE) {
    parser.tokenizer.write(text.slice(at, at + PIECE), at + PIECE >= text.length);
    if (pacer.isDue(at)) {
      await pacer.rest(at);
    }
  }
  return parser.document;
}

/** Parses a piece of HTML in one go. Throws TooComplexError. */
export function parseHtmlFragment(text: string): HtmlDocument {
  const parser = new TextParser();
  parser.tokenizer.write(text, true);
  return parser.document;
}

const { TAG_ID } = html;

/** The elements that the standard calls formatting ones. */
const FORMATTING: ReadonlySet<number> = new Set([
  TAG_ID.A,
  TAG_ID.B,
  TAG_ID.BIG,
  TAG_ID.CODE,
  TAG_ID.EM,
  TAG_ID.FONT,
  TAG_ID.I,
  TAG_ID.NOBR,
  TAG_ID.S,
  TAG_ID.SMALL,
  TAG_ID.STRIKE,
  TAG_ID.STRONG,
  TAG_ID.TT,
  TAG_ID.U,
]);

/**
 * Reads formatting elements as spans. The text and its order are the same, and the two costly parts
 * of HTML never run: the adoption agency, and opening again in each paragraph what was left open,
 * which makes millions of elements out of a page with some thousand unclosed tags.
 */
class TextParser extends Parser<DefaultTreeAdapterMap> {
  private work = 0;
  private elements = 0;

  constructor() {
    super({ scriptingEnabled: false, sourceCodeLocationInfo: true, treeAdapter });
  }

  override onStartTag(token: Token.TagToken): void {
    this.elements += 1;
    this.spend(token);
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    this.spend(token);
    super.onEndTag(token);
  }

  private spend(token: Token.TagToken): void {
    this.work += this.openElements.stackTop + 1;
    if (this.work > MOST_WORK) {
      throw new TooComplexError('The page has too many elements inside each other.');
    }
    if (this.elements > MOST_ELEMENTS) {
      throw new TooComplexError('The page has too many elements.');
    }
    // In pictures `a` is another element, and a span would end the picture.
    if (FORMATTING.has(token.tagID) && !this.currentNotInHTML) {
      token.tagID = TAG_ID.SPAN;
      token.tagName = 'span';
    }
  }
}

/**
 * The usual tree, in which the parser looks for a neighbour from the end: what tables cast out is put
 * before them one by one, and from the front that takes time in the square of it.
 */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  insertBefore(parent, node, reference) {
    parent.childNodes.splice(indexIn(parent, reference), 0, node);
    node.parentNode = parent;
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.childNodes[indexIn(parent, reference) - 1];
    if (before && defaultTreeAdapter.isTextNode(before)) {
      before.value += text;
    } else {
      treeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
    }
  },
  detachNode(node) {
    node.parentNode?.childNodes.splice(indexIn(node.parentNode, node), 1);
    node.parentNode = null;
  },
  // A page may have any number of `body` tags, and each would be compared with all before it.
  adoptAttributes() {},
};

function indexIn(parent: DefaultTreeAdapterTypes.ParentNode, node: HtmlNode): number {
  return parent.childNodes.lastIndexOf(node);
}
