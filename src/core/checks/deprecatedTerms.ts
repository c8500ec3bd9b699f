import { plainProse } from '../note/prose';
import type { KnownTerm } from '../terms/knownTerm';
import type { Occurrence } from '../terms/occurrence';
import type { TermSet } from '../terms/termSet';
import type { Finding, Fix } from './finding';
import type { NoteReading } from './noteReading';
import { formOf, pluralOf, writtenAs } from './rewording';
import { splitPossessive } from './wording';

/** Every use of a term that the nearest glossary says is not to be used any more. */
export function deprecatedTerms(reading: NoteReading): readonly Finding[] {
  const { text, terms, occurrences } = reading;
  return occurrences
    .filter((occurrence) => reading.isChecked(occurrence))
    .flatMap((occurrence): readonly Finding[] => {
      const [term] = terms.termsAt(occurrence);
      if (term?.status !== 'deprecated' || isWithin(text, occurrence, term.use)) {
        return [];
      }
      const { start, end } = occurrence;
      const use = replacementOf(term, terms);
      const wording = text.slice(start, end).replace(/\s+/g, ' ');
      const fix = use === undefined ? undefined : fixOf(reading, occurrence, term, use);
      return [
        {
          rule: 'deprecated-term',
          start,
          end,
          args: [wording, term.use ?? ''],
          ...(fix && { fix }),
        },
      ];
    });
}

function fixOf(reading: NoteReading, occurrence: Occurrence, term: KnownTerm, use: string): Fix {
  const [wording] = splitPossessive(reading.text.slice(occurrence.start, occurrence.end));
  const match = formOf(wording, term);
  const isPlural = match?.inOtherNumber === true && pluralOf(match.form) !== match.form;
  return writtenAs(reading.text, occurrence, isPlural ? pluralOf(use) : use);
}

/** What to write: the end of a chain of deprecated terms; `undefined` if it leads round in a ring. */
function replacementOf(term: KnownTerm, terms: TermSet): string | undefined {
  const seen = new Set<string>([term.id]);
  for (let use = term.use; use !== undefined;) {
    const next = namedBy(use, terms);
    if (next?.status !== 'deprecated') {
      return use;
    }
    if (seen.has(next.id)) {
      return undefined;
    }
    seen.add(next.id);
    use = next.use;
  }
  return undefined;
}

function namedBy(name: string, terms: TermSet): KnownTerm | undefined {
  const [occurrence] = terms.automaton.occurrences(plainProse(name));
  return occurrence?.start === 0 && occurrence.end === name.length
    ? terms.termsAt(occurrence)[0]
    : undefined;
}

/** Whether the wording stands within the name that is to be used, which no matcher knows. */
function isWithin(text: string, { start, end }: Occurrence, use = ''): boolean {
  const name = use.toLowerCase();
  const wording = text.slice(start, end).toLowerCase();
  for (let at = name.indexOf(wording); at >= 0; at = name.indexOf(wording, at + 1)) {
    if (text.slice(start - at, start - at + name.length).toLowerCase() === name) {
      return true;
    }
  }
  return false;
}
