import type { Span } from '../model';

/** An entry as it is written: fields by their names in lower case, values with their LaTeX in them. */
export interface BibtexEntry {
  /** In lower case, such as `report`. */
  readonly type: string;
  readonly citekey: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Where its "@" stands, in UTF-16 units. */
  readonly offset: number;
}

/** Where the parts of an entry stand. */
export interface EntryPlaces {
  /** From their names to the ends of their values. */
  readonly fields: ReadonlyMap<string, Span>;
  /** Where a field may be put, behind the citekey. */
  readonly start: number;
  /** Whether a comma is there already. */
  readonly hasComma: boolean;
}

/** A stretch of a bibliography that cannot be understood, and is left out. */
export interface BibliographyProblem {
  /** Counted from 1. */
  readonly line: number;
  /** For people, in English. */
  readonly message: string;
}

/** Deeper braces stand in no bibliography; who reads the values may follow them by recursion. */
const MOST_BRACE_LEVELS = 50;

/** What "#" joins may double with every definition; no name or title is as long as this. */
const LONGEST_JOINED = 10_000;

/** So many problems are told one by one; the rest are counted. */
const MOST_PROBLEMS = 100;

/** A file with more is no bibliography, and reading on could take seconds. */
const MOST_FLAWS = 100_000;

const OPENING = /@[ \t]*([a-z]\w*)\s*([{(])/iy;
/**
 * An entry at the beginning of a line. Within a value it means that a brace above is missing: BibTeX
 * itself would go on to the end of the file, and lose all that comes after.
 */
const NEXT_ENTRY = /[ \t]*@[ \t]*[a-z]\w*[ \t]*[{(]/iy;
const SPACE = /\s+/y;
const COMMENT = /%[^\n]*/y;
const CITEKEY = /[^\s,{}()"#%=~\\]*/y;
/** Of a field or a definition, as BibTeX takes them apart: these signs are no part of one. */
const NAME = /[^\s\d"#%'(),={}@][^\s"#%'(),={}]*/y;
const NUMBER = /\d+/y;
const MARK = /[{})"\\\n]/g;

/** What the standard styles define; a name that nobody has defined stands for itself. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Splits a BibTeX or BibLaTeX file into its entries, in time linear in its length. An entry that is
 * not well-formed is one problem and is left out; the others are read all the same. Never throws.
 *
 * Libraries that do this were tried: they give up the whole file at its first flaw
 * (`@citation-js/plugin-bibtex`, `astrocite-bibtex`, `bibtex-parse`), or take minutes for a hundred
 * thousand "@" in a row and 570 kB in the bundle (`@retorquere/bibtex-parser`).
 */
export function scanBibtex(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly BibliographyProblem[];
} {
  const scanner = new Scanner(text);
  const entries: BibtexEntry[] = [];
  const problems: BibliographyProblem[] = [];
  let surplus = 0;
  let line = 1;
  let counted = 0;
  for (
    let item = scanner.next();
    item !== undefined && surplus < MOST_FLAWS;
    item = scanner.next()
  ) {
    if (!(item instanceof Flaw)) {
      entries.push(item);
    } else if (problems.length === MOST_PROBLEMS) {
      surplus += 1;
    } else {
      line += newlinesIn(text, counted, item.offset);
      counted = item.offset;
      problems.push({ line, message: item.message });
    }
  }
  return {
    entries,
    problems: surplus === 0 ? problems : [...problems, { line, message: surplusMessage(surplus) }],
  };
}

/** Where the parts of the entry that begins at an offset stand; `undefined` where none does. */
export function entryPlacesAt(text: string, offset: number): EntryPlaces | undefined {
  const fields = new Map<string, Span>();
  const scanner = new Scanner(text, offset, (name, span) => fields.set(name, span));
  const entry = scanner.next();
  return entry === undefined || entry instanceof Flaw || entry.offset !== offset
    ? undefined
    : {
        fields,
        start: scanner.fieldsStart,
        hasComma: text.charAt(scanner.fieldsStart - 1) === ',',
      };
}

function surplusMessage(surplus: number): string {
  return surplus < MOST_FLAWS
    ? `And ${surplus} more below.`
    : 'And so many more below that the rest is not read: this is hardly a bibliography.';
}

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

class Flaw {
  constructor(
    /** Where the entry begins. */
    readonly offset: number,
    readonly message: string,
  ) {}
}

/** Thrown at every flaw: an error of its own for each of millions would take most of the time. */
const FLAWED = new Error('An entry is not well-formed.');

class Scanner {
  /** Where the fields of the entry that was read last begin. */
  fieldsStart = 0;
  /** Where the entry at hand begins. */
  private start = 0;
  /** Where the value that was read last ends. */
  private valueEnd = 0;
  private lastFlaw: Flaw | undefined;
  private readonly strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]));

  constructor(
    private readonly text: string,
    private at = 0,
    private readonly onField?: (name: string, span: Span) => void,
  ) {}

  /** The next entry, or what is wrong with it; `undefined` at the end. */
  next(): BibtexEntry | Flaw | undefined {
    for (;;) {
      const start = this.text.indexOf('@', this.at);
      if (start === -1) {
        return undefined;
      }
      this.at = start;
      this.start = start;
      const opening = this.match(OPENING);
      if (opening === undefined) {
        // What stands between entries is a comment; it may have addresses in it.
        this.at = start + 1;
        continue;
      }
      const [, type = '', bracket = ''] = opening;
      try {
        const entry = this.readEntry(type.toLowerCase(), bracket === '{' ? '}' : ')');
        if (entry !== undefined) {
          return entry;
        }
      } catch (error) {
        if (error === FLAWED) {
          return this.lastFlaw;
        }
        throw error;
      }
    }
  }

  private readEntry(type: string, closer: string): BibtexEntry | undefined {
    switch (type) {
      case 'comment':
      case 'preamble':
        this.readUntil(closer);
        return undefined;
      case 'string':
        for (const [name, value] of this.readFields(closer)) {
          this.strings.set(name, value);
        }
        return undefined;
    }
    this.skipSpace();
    const citekey = this.match(CITEKEY)?.[0] ?? '';
    this.skipSpace();
    if (citekey === '' || (this.peek() !== ',' && this.peek() !== closer)) {
      throw this.flaw(`An entry of type "${type}" has no citation key.`);
    }
    this.take(',');
    this.fieldsStart = this.at;
    return { type, citekey, fields: this.readFields(closer, citekey), offset: this.start };
  }

  private readFields(closer: string, citekey?: string): ReadonlyMap<string, string> {
    const where = citekey === undefined ? 'A definition' : `The entry "${citekey}"`;
    const fields = new Map<string, string>();
    for (;;) {
      this.skipSpace();
      if (this.take(closer)) {
        return fields;
      }
      const start = this.at;
      const name = this.match(NAME)?.[0].toLowerCase();
      this.skipSpace();
      if (name === undefined || !this.take('=')) {
        throw this.flaw(
          this.peek() === '' || this.peek() === '@'
            ? `${where} is not closed.`
            : `${where} is not a list of fields${name === undefined ? '' : ` at "${name}"`}.`,
        );
      }
      fields.set(name, this.readValue(`${where}, field "${name}",`));
      this.onField?.(name, { start, end: this.valueEnd });
      this.skipSpace();
      if (!this.take(',') && this.peek() !== closer) {
        throw this.flaw(`${where} lacks a comma or its end after the field "${name}".`);
      }
    }
  }

  /** One or more pieces, joined by "#". */
  private readValue(where: string): string {
    this.skipSpace();
    let value = this.readPiece(where);
    this.valueEnd = this.at;
    this.skipSpace();
    while (this.take('#')) {
      this.skipSpace();
      value += this.readPiece(where);
      this.valueEnd = this.at;
      if (value.length > LONGEST_JOINED) {
        throw this.flaw(`${where} joins more than ${LONGEST_JOINED} characters.`);
      }
      this.skipSpace();
    }
    return value;
  }

  private readPiece(where: string): string {
    const start = this.at + 1;
    if (this.take('{')) {
      this.readUntil('}', where);
      return this.text.slice(start, this.at - 1);
    }
    if (this.take('"')) {
      this.readUntil('"', where);
      return this.text.slice(start, this.at - 1);
    }
    const number = this.match(NUMBER)?.[0];
    if (number !== undefined) {
      return number;
    }
    const name = this.match(NAME)?.[0];
    if (name === undefined) {
      throw this.flaw(`${where} has no value.`);
    }
    return this.strings.get(name.toLowerCase()) ?? name;
  }

  /** Goes behind the next `closer` that stands in no braces of its own. */
  private readUntil(closer: string, where = 'A comment'): void {
    let depth = 0;
    for (;;) {
      MARK.lastIndex = this.at;
      const mark = MARK.exec(this.text);
      if (mark === null) {
        this.at = this.text.length;
        throw this.flaw(`${where} is not closed.`);
      }
      this.at = mark.index + 1;
      const [character] = mark;
      if (character === closer && depth === 0) {
        return;
      } else if (character === '\\') {
        this.at += 1;
      } else if (character === '{') {
        depth += 1;
        if (depth > MOST_BRACE_LEVELS) {
          throw this.flaw(`${where} has braces more than ${MOST_BRACE_LEVELS} deep.`);
        }
      } else if (character === '}') {
        depth -= 1;
        if (depth < 0) {
          throw this.flaw(`${where} closes a brace that it has not opened.`);
        }
      } else if (character === '\n' && this.isAt(NEXT_ENTRY)) {
        throw this.flaw(`${where} is not closed before the next entry.`);
      }
    }
  }

  /** @returns what is to be thrown */
  private flaw(message: string): Error {
    this.lastFlaw = new Flaw(this.start, message);
    return FLAWED;
  }

  private skipSpace(): void {
    while (this.match(SPACE) ?? this.match(COMMENT)) {
      // One after the other: there may be any number.
    }
  }

  /** The character at hand; empty at the end. */
  private peek(): string {
    return this.text.charAt(this.at);
  }

  private take(character: string): boolean {
    const isThere = this.peek() === character;
    if (isThere) {
      this.at += 1;
    }
    return isThere;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) {
      return undefined;
    }
    this.at = pattern.lastIndex;
    return found;
  }

  private isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }
}
