import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../../src/core/checks/checkNote';
import { checkNote } from '../../../../src/core/checks/checkNote';
import { CHECK_RULES, type CheckRule, type Finding } from '../../../../src/core/checks/finding';
import { editsOfAll, withEdits } from '../../../../src/core/checks/fixes';
import type { GlossaryEntry } from '../../../../src/core/glossary/glossary';
import {
  knownTermOfPack,
  knownTermsOfContext,
  type KnownTerm,
} from '../../../../src/core/terms/knownTerm';
import { TermSet } from '../../../../src/core/terms/termSet';
import { term } from '../note/marked';
import { Note } from '../../../../src/core/note/note';

/** A term of a pack. */
export function shipped(...args: Parameters<typeof term>): KnownTerm {
  return knownTermOfPack(term(...args));
}

/** A term of a glossary of the user's. */
export function own(name: string, more: Partial<GlossaryEntry> = {}): KnownTerm {
  const nowhere = { start: 0, end: 0 };
  const entry: GlossaryEntry = {
    name,
    aliases: [],
    examples: [],
    meta: new Map(),
    related: [],
    span: nowhere,
    nameSpan: nowhere,
    ...more,
  };
  const context = { name: 'Harbour', paths: [], entries: [entry] };
  const [known] = knownTermsOfContext('harbour.glossary.yml', 'Harbour', context);
  if (known === undefined) {
    throw new Error('a context has the entries that it is given');
  }
  return known;
}

export const TERMS = new TermSet([
  own('harbour warden', { aliases: ['port warden'], abbreviation: 'HW' }),
  own('lamp keeper', { status: 'deprecated', use: 'light officer' }),
  own('tide clerk', { status: 'deprecated' }),
  own('coastal watch', { aliases: ['shore watch'], status: 'admitted' }),
  shipped('Istanbul Cooperation Initiative', { abbreviation: 'ICI' }),
  shipped('Indo-Pacific Four', { abbreviation: 'IP4', aliases: ['IP-4', 'AP4'] }),
  shipped('South Korea', { abbreviation: 'ROK', aliases: ['Republic of Korea'], kind: 'country' }),
  shipped('emerging and disruptive technologies', { abbreviation: 'EDT' }),
  shipped('rules-based order', { aliases: ['rule-bound order'] }),
  shipped('maritime security'),
  shipped('defence', { aliases: [] }),
  shipped('NATO ally'),
]);

export function check(
  text: string,
  {
    rules = CHECK_RULES,
    language = 'markdown',
    terms = TERMS,
    commonAcronyms = [],
  }: {
    readonly rules?: readonly CheckRule[];
    readonly language?: string;
    readonly terms?: TermSet;
  } & Partial<Omit<CheckOptions, 'rules'>> = {},
): readonly Finding[] {
  return checkNote(new Note(text, language), terms, { rules: new Set(rules), commonAcronyms });
}

/** A text with all remedies made. */
export function fixed(text: string, findings: readonly Finding[]): string {
  return withEdits(text, editsOfAll(findings));
}

/** A text with what was found between ‹ and ›. */
export function marked(text: string, findings: readonly Finding[]): string {
  return withEdits(
    text,
    findings.map(({ start, end }) => ({ start, end, text: `‹${text.slice(start, end)}›` })),
  );
}

/**
 * Declares one test for each text: what stands between ‹ and › must be found by a rule, nothing else,
 * and its remedies lead to the second text, where there is one.
 */
export function finds(
  rule: CheckRule,
  cases: readonly (string | readonly [marked: string, fixed: string])[],
  language = 'markdown',
): void {
  for (const each of cases) {
    const [expected, after] = typeof each === 'string' ? [each, undefined] : each;
    it(JSON.stringify(expected).slice(1, -1), () => {
      const text = expected.replace(/[‹›]/g, '');
      const findings = check(text, { rules: [rule], language });
      assert.equal(marked(text, findings), expected);
      if (after !== undefined) {
        assert.equal(fixed(text, findings), after);
      }
    });
  }
}
