import type { TermId } from '../model';
import type { TermForms } from './knownTerm';

const MARKED_LETTER =
  /^\s*(?:([^\p{L}\p{N}\p{M}\s]+)\s*)?([A-Za-z\d])\s*(?:([^\p{L}\p{N}\p{M}\s]+)\s*)?$/u;

/** UTF-16 units. */
const MOST_MARKED_LETTERS_UNITS = 20;

interface MarkedLetter {
  readonly term: TermId;
  readonly form: string;
  /** How far before the letter the form begins. */
  readonly lead: number;
  readonly ignoresCase: boolean;
}

/** The form without blanks around it, if it is one letter or digit with marks: "C++", "§ 4". */
export function markedLetterOf(form: string): string | undefined {
  // Nearly all names are longer than these, and not looked at.
  const [, before = '', letter, behind = ''] =
    (form.length <= MOST_MARKED_LETTERS_UNITS && MARKED_LETTER.exec(form)) || [];
  return letter !== undefined && before + behind !== '' ? form.trim() : undefined;
}

/**
 * Forms of one letter or digit with marks. Of all other forms the marks around do not count; without
 * its own, "C++" would be found at every C, and a pattern such as "(a+)+$" at every "a". They are
 * found as they are written, marks and all.
 */
export class MarkedLetters {
  private readonly byWord = new Map<number, MarkedLetter[]>();

  /** @param classOf the class of a letter as a word */
  constructor(private readonly classOf: (word: string) => number) {}

  /** Enters those forms of a term that are such letters. */
  add({ id, name, abbreviation, aliases, case: casing }: TermForms): void {
    const ignoresCase = casing === 'ignore';
    this.addForm(name, id, ignoresCase);
    if (abbreviation !== undefined) {
      this.addForm(abbreviation, id, ignoresCase);
    }
    aliases?.forEach((alias) => this.addForm(alias, id, ignoresCase));
  }

  private addForm(written: string, term: TermId, ignoresCase: boolean): void {
    const form = markedLetterOf(written);
    if (form === undefined) {
      return;
    }
    const lead = form.search(/[A-Za-z\d]/);
    const wordClass = this.classOf(form.charAt(lead).toLowerCase());
    const known = this.byWord.get(wordClass) ?? [];
    known.push({ term, form, lead, ignoresCase });
    this.byWord.set(wordClass, known);
  }

  /** The terms that stand at the letter at `at`, a word of that class; in order, each once. */
  termsAt(text: string, at: number, wordClass: number): readonly TermId[] {
    const found = (this.byWord.get(wordClass) ?? []).filter(({ form, lead, ignoresCase }) => {
      const start = at - lead;
      const there = start < 0 ? '' : text.slice(start, start + form.length);
      return there === form || (ignoresCase && there.toLowerCase() === form.toLowerCase());
    });
    return [...new Set(found.map(({ term }) => term))];
  }
}
