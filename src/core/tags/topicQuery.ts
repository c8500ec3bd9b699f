/** Something that a query asks for. */
export interface QueryPart {
  /** `wording`: a word or phrase, in both numbers; `partner`: the id of an actor, of a group for one of its members as well. */
  readonly kind: 'wording' | 'partner';
  readonly value: string;
}

/** One of the ways to meet a query. */
export interface QueryAlternative {
  /** All of them must be there; at least one. The first must stand in the text of a passage itself. */
  readonly parts: readonly QueryPart[];
  /** None of these may stand in the text. */
  readonly not: readonly string[];
}

/** A quoted phrase may hold anything but a quotation mark. */
const PART = /(-?)(?:(partner):)?(?:"([^"]+)"|([^\s"|]+))|\|/gu;

/** More parts are ignored. */
const MOST_PARTS = 400;

/**
 * Reads the query of a topic: words, "phrases", `partner:id`, `-word` and `-"phrase"`, with `|`
 * between alternatives. Every text is a query; an alternative that asks for nothing is left out.
 */
export function parseTopicQuery(query: string): readonly QueryAlternative[] {
  const alternatives: { parts: QueryPart[]; not: string[] }[] = [{ parts: [], not: [] }];
  let count = 0;
  for (const [all, minus, key, phrase, word] of query.matchAll(PART)) {
    const alternative = alternatives.at(-1);
    const value = (phrase ?? word ?? '').trim();
    if (all === '|') {
      alternatives.push({ parts: [], not: [] });
    } else if (alternative && value !== '' && count < MOST_PARTS) {
      count += 1;
      if (minus) {
        alternative.not.push(value);
      } else {
        alternative.parts.push({ kind: key === 'partner' ? 'partner' : 'wording', value });
      }
    }
  }
  return alternatives.filter(({ parts }) => parts.length > 0);
}
