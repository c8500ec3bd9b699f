import {
  Composer,
  Parser,
  type CST,
  type Document,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';
import type { Span } from '../model';

/** What is wrong in a YAML text, as the library tells it. */
export interface YamlFlaw extends Span {
  readonly code: string;
  readonly message: string;
}

/** A YAML text that was read, with what is wrong in it. */
export interface YamlReading {
  /** The first document of the text. */
  readonly document: Document.Parsed;
  /** In the order of the text; of very many the first ones. */
  readonly flaws: readonly YamlFlaw[];
  /** Where each flaw begins, in order, those included that `flaws` leaves out. */
  readonly flawStarts: readonly number[];
}

/**
 * Flaws that are kept with their messages. The library makes an error with a stack trace of each,
 * which takes 10 µs and 1 kB: 4 MB of "]" took half a minute and 4 GB.
 */
const MOST_FLAWS = 10_000;

/** UTF-16 units of what a message quotes from the text. */
const LONGEST_QUOTED = 60;

type ErrorSource =
  | number
  | readonly [number, number, ...number[]]
  | { readonly offset: number; readonly source?: string };

/** The library's own handler of errors, which it keeps to itself. */
interface Handled {
  onError(source: ErrorSource, code: string, message: string, isWarning?: boolean): void;
}

/**
 * Reads a YAML text as `parseDocument` of the library does, without an object for each of any number
 * of flaws. A second document of the text is a flaw with the code `MULTIPLE_DOCS` and is not read.
 */
export function readYaml(
  text: string,
  options: Omit<ParseOptions, 'prettyErrors' | 'lineCounter'> & SchemaOptions,
): YamlReading {
  const log = new FlawLog();
  const composer = new Composer(options);
  // Were the name another one in some version, errors would be as dear as they are to the library.
  (composer as unknown as Handled).onError = (source, code, message, isWarning) => {
    if (isWarning !== true) {
      log.add(spanOfSource(source), code, message);
    }
  };
  let document: Document.Parsed | undefined;
  for (const read of composer.compose(withoutErrors(text, log), true, text.length)) {
    if (document === undefined) {
      document = read;
    } else {
      const [start, end] = read.range;
      log.cutAt(start);
      log.add({ start, end }, 'MULTIPLE_DOCS', 'The text contains several documents');
      break;
    }
  }
  if (document === undefined) {
    throw new Error('The text has no document.');
  }
  for (const { pos, code, message } of document.errors) {
    log.add({ start: pos[0], end: pos[1] }, code, message);
  }
  return { document, ...log.inOrder() };
}

/**
 * The tokens of a text; the errors among them go into the log. What stands behind the last one that
 * the log keeps is hardly YAML and is not read.
 */
function* withoutErrors(text: string, log: FlawLog): Generator<CST.Token, void> {
  let isInDocument = false;
  for (const token of new Parser().parse(text)) {
    if (log.isFull) {
      return;
    }
    isInDocument ||= token.type === 'document';
    if (token.type === 'error') {
      log.add(spanOfSource(token), 'UNEXPECTED_TOKEN', token.message, token.source);
    } else if (token.type === 'doc-end' && !isInDocument) {
      log.add(spanOfSource(token), 'UNEXPECTED_TOKEN', 'Unexpected end of a document');
    } else {
      yield token;
    }
  }
}

function spanOfSource(source: ErrorSource): Span {
  if (typeof source === 'number') {
    return { start: source, end: source + 1 };
  }
  if ('offset' in source) {
    return { start: source.offset, end: source.offset + (source.source?.length ?? 1) };
  }
  return { start: source[0], end: source[1] };
}

class FlawLog {
  private flaws: YamlFlaw[] = [];
  private starts: number[] = [];

  add({ start, end }: Span, code: string, message: string, quoted = ''): void {
    this.starts.push(start);
    if (this.flaws.length < MOST_FLAWS) {
      const short = quoted.length > LONGEST_QUOTED ? `${quoted.slice(0, LONGEST_QUOTED)}…` : quoted;
      const whole = quoted === '' ? message : `${message}: ${JSON.stringify(short)}`;
      this.flaws.push({ start, end, code, message: whole });
    }
  }

  get isFull(): boolean {
    return this.flaws.length === MOST_FLAWS;
  }

  /** Forgets what was found from an offset on. */
  cutAt(offset: number): void {
    this.flaws = this.flaws.filter(({ start }) => start < offset);
    this.starts = this.starts.filter((start) => start < offset);
  }

  inOrder(): Pick<YamlReading, 'flaws' | 'flawStarts'> {
    return {
      flaws: [...this.flaws].sort((one, other) => one.start - other.start),
      flawStarts: [...this.starts].sort((one, other) => one - other),
    };
  }
}
