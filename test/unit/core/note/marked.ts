import assert from 'node:assert/strict';
import type { Term, TermId } from '../../../../src/core/model';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import { Note } from '../../../../src/core/note/note';

/** A term with no more than the matcher looks at; its id is its name. */
export function term(name: string, more: Partial<Term> = {}): Term {
  return {
    id: name as TermId,
    name,
    kind: 'concept',
    definition: '',
    basis: { kind: 'general', citations: [] },
    ...more,
  };
}

/** The text with every occurrence between ‹ and ›. */
export function mark(automaton: TermAutomaton, text: string, language: string): string {
  let marked = '';
  let end = 0;
  for (const occurrence of automaton.occurrences(new Note(text, language))) {
    marked += text.slice(end, occurrence.start);
    marked += `‹${text.slice(occurrence.start, occurrence.end)}›`;
    end = occurrence.end;
  }
  return marked + text.slice(end);
}

/**
 * Declares one test for each text: what stands between ‹ and › must be found, and nothing else,
 * with either kind of line ends.
 */
export function finds(
  terms: readonly (string | Term)[],
  language: string,
  texts: readonly string[],
): void {
  const automaton = new TermAutomaton(
    terms.map((each) => (typeof each === 'string' ? term(each) : each)),
  );
  for (const expected of texts) {
    const text = expected.replace(/[‹›]/g, '');
    it(JSON.stringify(expected).slice(1, -1), () => {
      assert.equal(mark(automaton, text, language), expected);
      const crlf = (string: string) => string.replace(/\r?\n/g, '\r\n');
      assert.equal(mark(automaton, crlf(text), language), crlf(expected));
    });
  }
}
