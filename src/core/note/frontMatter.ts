import { trimEnd } from '../text/lines';

/** The front matter of a note or document, as it stands there. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml';
  /** What stands between the fences, with line breaks of one kind. */
  readonly source: string;
  /** The offset behind the line of the closing fence. */
  readonly end: number;
}

/** UTF-16 units of a line that may be a fence, the blanks behind it included. */
const LONGEST_FENCE = 80;

const FIELD = {
  yaml: /^["']?[\w-]+["']?[ \t]*:(?:\s|$)/mu,
  toml: /^(?:["']?[\w.-]+["']?[ \t]*=|\[)/mu,
} as const;
/** What the first line says where `---` is a rule more often than not. */
const FIRST_FIELD = /^(?:["']?[\w-]+["']?\s*[:=]|#)/;

/**
 * The front matter of a text: YAML between `---` and `---` or `...`, TOML between `+++`, behind a
 * byte order mark or none. Returns undefined when the first line opens none, nothing closes it, or
 * what stands between are no fields: between two rules there may as well be text.
 *
 * @param isPlain whether the text has no markup: then its first line must be a field or a comment
 */
export function frontMatterIn(text: string, isPlain = false): FrontMatter | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') {
    return undefined;
  }
  const format = fence === '---' ? 'yaml' : 'toml';
  const lines = new Lines(text);
  const [first, content] = lines.next(start);
  if (first !== fence) {
    return undefined;
  }
  for (let line = content; line < text.length;) {
    const [words, next] = lines.next(line);
    if (words === fence || (words === '...' && fence === '---')) {
      const source = text.slice(content, line).replace(/\r\n?/g, '\n');
      return holdsFields(source, format, isPlain) ? { format, source, end: next } : undefined;
    }
    line = next;
  }
  return undefined;
}

function holdsFields(source: string, format: FrontMatter['format'], isPlain: boolean): boolean {
  if (isPlain) {
    return FIRST_FIELD.test(source.slice(0, LONGEST_FENCE));
  }
  return FIELD[format].test(source) || source.trim() === '' || holdsCommentsOnly(source);
}

function holdsCommentsOnly(source: string): boolean {
  return !/^[ \t]*[^#\s]/m.test(source);
}

/** Reads lines that end with CR, LF or both. */
class Lines {
  private readonly breaks = /\r\n|\n|\r/g;

  constructor(private readonly text: string) {}

  /** The words of the line at an offset, of a long one none, and the offset of the next line. */
  next(start: number): readonly [words: string, next: number] {
    const { text, breaks } = this;
    breaks.lastIndex = start;
    const found = breaks.exec(text);
    const end = found?.index ?? text.length;
    const words = end - start > LONGEST_FENCE ? '' : text.slice(start, trimEnd(text, start, end));
    return [words, found === null ? end : breaks.lastIndex];
  }
}
