import type { Span } from '../../../model';
import type { CitekeyUse } from '../../citations/citekeyUse';
import { placeAt } from '../../citations/placeAt';
import type { CitekeySyntax } from '../../noteLanguage';

/**
 * Citekeys by Pandoc's rules: what begins with a letter, digit or "_", with single marks within; in
 * braces whatever they hold.
 */
const TOKEN =
  /\\[^]|\n[ \t\r>]*\n|[[\]]|(?<![\p{L}\p{N}_/\\@+%=.^]-?)-?@(?:\{[^{}\s]{1,500}\}|[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*)/gu;

/** What Quarto and pandoc-crossref take for the number of a figure, table, section and the like. */
const CROSS_REFERENCE =
  /^(?:fig|tbl|sec|eq|lst):|^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-/;

interface Key extends Span {
  /** All of it, from "-" or "@" to the brace behind it. */
  readonly whole: Span;
}

interface Bracket {
  readonly start: number;
  /** How many keys were waiting for the end of their citation when it opened. */
  readonly waiting: number;
  /** The bare key right before it. */
  readonly owner: Key | undefined;
  /** Whether it is that of a note, `^[…]`, in which keys stand as in running text. */
  readonly isNote: boolean;
}

/**
 * The citekeys of a Markdown or plain text, as Pandoc reads them: `[see @a, p. 3; -@b]`,
 * `@a [p. 3]`, `@{a}`, and `@a` by itself, which is not certain to be one. In the order in which
 * their citations end.
 * @param isHidden whether a place in the text is code, an address or the like
 */
function pandocUses(text: string, isHidden: (offset: number) => boolean): readonly CitekeyUse[] {
  return new PandocReader(text, isHidden).read();
}

class PandocReader {
  private readonly uses: CitekeyUse[] = [];
  private readonly brackets: Bracket[] = [];
  private waiting: Key[] = [];

  constructor(
    private readonly text: string,
    private readonly isHidden: (offset: number) => boolean,
  ) {}

  read(): readonly CitekeyUse[] {
    for (const { 0: token, index } of this.text.matchAll(TOKEN)) {
      if (token.startsWith('\n')) {
        this.endParagraph();
      } else if (!token.startsWith('\\') && !this.isHidden(index)) {
        this.take(token, index);
      } else if (token === ']' && this.endsLink(index)) {
        this.close(index);
      }
    }
    this.endParagraph();
    return this.uses;
  }

  /** Whether a hidden bracket is where the address of a link begins, whose words are not hidden. */
  private endsLink(at: number): boolean {
    return /[([]/.test(this.text.charAt(at + 1)) && !this.isHidden(at - 1);
  }

  private take(token: string, at: number): void {
    if (token === '[') {
      this.brackets.push({
        start: at,
        waiting: this.waiting.length,
        owner: this.ownerOf(at),
        isNote: this.text.charAt(at - 1) === '^',
      });
    } else if (token === ']') {
      this.close(at);
    } else {
      const sign = at + token.indexOf('@');
      const inBraces = this.text.charAt(sign + 1) === '{' ? 1 : 0;
      const end = at + token.length;
      const key = {
        start: sign + 1 + inBraces,
        end: end - inBraces,
        whole: { start: at, end },
      };
      if (!CROSS_REFERENCE.test(this.text.slice(key.start, key.start + 8))) {
        this.waiting.push(key);
      }
    }
  }

  /** The bare key that a bracket at `at` may belong to, which must be the last one. */
  private ownerOf(at: number): Key | undefined {
    const last = this.waiting.at(-1);
    return last && at - last.whole.end <= 2 && this.text.slice(last.whole.end, at).trim() === ''
      ? last
      : undefined;
  }

  private close(at: number): void {
    const bracket = this.brackets.pop();
    if (bracket === undefined) {
      return;
    }
    const keys = this.waiting.splice(bracket.waiting);
    if (this.holdsNoCitation(bracket, at, keys[0])) {
      keys.forEach((key) => {
        this.addBare(key);
      });
      return;
    }
    const { owner } = bracket;
    const place = owner && placeAt(this.text, bracket.start + 1, keys[0]?.whole.start ?? at);
    const citation = { start: bracket.start, end: at + 1 };
    if (owner && place && this.brackets.at(-1)?.isNote !== false) {
      citation.start = owner.whole.start;
      this.waiting.pop();
      this.add(owner, citation, place, place);
    }
    let previous: Key | undefined;
    keys.forEach((key, index) => {
      const before = previous && this.text.slice(previous.whole.end, key.whole.start);
      // "[@a, as told by @b]": of several in one part, the first is cited.
      if (before !== undefined && !before.includes(';')) {
        this.addBare(key);
        return;
      }
      previous = key;
      this.addOfGroup(key, citation, keys[index + 1]?.whole.start ?? at);
    });
  }

  /** Links and notes hold keys as running text does, and a wiki link may have the name of one. */
  private holdsNoCitation({ start, isNote }: Bracket, close: number, first?: Key): boolean {
    const isLink = this.text.charAt(close + 1) === '(';
    const isWikiLink = this.text.charAt(start - 1) === '[' && first?.whole.start === start + 1;
    return isLink || isNote || isWikiLink;
  }

  /** @param limit where the next key begins, or the citation ends */
  private addOfGroup(key: Key, citation: Span, limit: number): void {
    const { end } = key.whole;
    const behind = { start: end, end };
    const braced = this.text.startsWith('{', end) ? this.text.indexOf('}', end) : -1;
    const place =
      braced >= 0 && braced < limit
        ? { start: end + 1, end: braced }
        : placeAt(this.text, end, limit);
    this.add(key, citation, place, behind);
  }

  private addBare(key: Key): void {
    const { end } = key.whole;
    this.add(key, key.whole, undefined, { start: end, end }, false);
  }

  /** @param empty where a place may be put if there is none */
  private add(
    { start, end }: Key,
    citation: Span,
    place: Span | undefined,
    empty: Span,
    isCertain = true,
  ): void {
    this.uses.push({
      start,
      end,
      citekey: this.text.slice(start, end),
      ...(place && { locator: this.text.slice(place.start, place.end) }),
      locatorSpan: place ?? empty,
      citation,
      isCertain,
    });
  }

  private endParagraph(): void {
    this.waiting.forEach((key) => {
      this.addBare(key);
    });
    this.waiting = [];
    this.brackets.length = 0;
  }
}

/** The keys that Pandoc reads without braces. */
export const BARE_KEY = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*$/u;

export const PANDOC_CITEKEYS: CitekeySyntax = {
  read: pandocUses,
  // "[@a][@b]" looks like a link, and "@{…}" like attributes.
  mayCite: (hidden, before) =>
    hidden.startsWith('][') || (hidden.startsWith('{') && before === '@'),
  opening: /@\{?$/,
  closing: '',
  bare: BARE_KEY,
  addedPlace: (cited, _at, { words }) => (cited.startsWith('[') ? `, ${words}` : ` [${words}]`),
};

/** Marks of footnotes and citations in brackets at the end of a block. */
export const PANDOC_CITATION = /(?<![\s>])[\s>]*(?:\[\^[^\]\s]+\]|\[-?@[^\]]+\])[.,;]?$/;
