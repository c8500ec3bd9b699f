import assert from 'node:assert/strict';
import { terms as listed } from '../../../../data/nato-ip4/terms.json';
import type { Term } from '../../../../src/core/model';
import { plainProse } from '../../../../src/core/note/prose';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { TermSet } from '../../../../src/core/terms/termSet';
import sentences from './meant.json';

/** Sentences by term: those in which it is meant, and those in which its wording means something else. */
const SENTENCES: Readonly<
  Record<string, { readonly fires: readonly string[]; readonly silent: readonly string[] }>
> = sentences;

const terms = listed as unknown as readonly Term[];

function finderIn(set: TermSet): (id: string, sentence: string) => boolean {
  return (id, sentence) =>
    set.occurrencesIn(plainProse(sentence)).some((found) => found.terms.some((one) => one === id));
}

function withoutContext(term: Term): Term {
  const { id, name, kind, definition, abbreviation, aliases, case: spelling, basis } = term;
  return {
    ...{ id, name, kind, definition, basis },
    ...(abbreviation !== undefined && { abbreviation }),
    ...(aliases && { aliases }),
    ...(spelling && { case: spelling }),
  };
}

/** East Asian words go on over them. */
function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

function formsIn({ name, abbreviation, aliases = [] }: Term): readonly string[] {
  return [name, ...aliases, ...(abbreviation === undefined ? [] : [abbreviation])];
}

describe('the terms of the shipped pack', () => {
  const isFound = finderIn(new TermSet(terms.map(knownTermOfPack)));
  const isFoundAnywhere = finderIn(new TermSet(terms.map(withoutContext).map(knownTermOfPack)));
  const formsOf = new Map(terms.map((term) => [String(term.id), formsIn(term)]));
  /** Whether a form of a term stands in words, as far as a context or a rule for words may decide. */
  const isWritten = (id: string, words: string) =>
    isFoundAnywhere(id, words) ||
    (formsOf.get(id) ?? []).some((form) => withoutBlanks(words).includes(withoutBlanks(form)));

  for (const [id, { fires, silent }] of Object.entries(SENTENCES)) {
    it(`have ${id} where it is meant, and nowhere else`, () => {
      assert.deepEqual(
        fires.filter((sentence) => !isFound(id, sentence)),
        [],
        'meant',
      );
      assert.deepEqual(
        silent.filter((sentence) => isFound(id, sentence)),
        [],
        'not meant',
      );
    });
  }

  it('have sentences of both kinds where a context decides', () => {
    const decided = terms.filter(({ near, not }) => near !== undefined || not !== undefined);
    assert.ok(decided.length > 50);
    const without = decided.filter(({ id }) => {
      const { fires = [], silent = [] } = SENTENCES[id] ?? {};
      return fires.length < 2 || silent.length < 2;
    });
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
  });

  it('name nothing as other things that holds no form of them', () => {
    const idle = terms.flatMap(({ id, not = [] }) =>
      not.filter((words) => !isWritten(id, words)).map((words) => `${id}: ${words}`),
    );
    assert.deepEqual(idle, []);
  });

  it('are written in the sentences in which they are not meant', () => {
    const idle = Object.entries(SENTENCES).flatMap(([id, { silent }]) =>
      silent.filter((sentence) => !isWritten(id, sentence)).map((sentence) => `${id}: ${sentence}`),
    );
    assert.deepEqual(idle, []);
  });
});
