import { liesIn } from './realPath';

/** What the user has said about places outside the workspace, by their comparable real paths. */
export interface Consents {
  readonly allowed: readonly string[];
  readonly declined: readonly string[];
}

export type Answer = 'allowed' | 'declined';

export const NO_CONSENTS: Consents = { allowed: [], declined: [] };

/** Reads what was stored. What is not as it should be counts as never said. */
export function readConsents(stored: unknown): Consents {
  const { allowed, declined } = (
    typeof stored === 'object' && stored !== null ? stored : {}
  ) as Partial<Record<keyof Consents, unknown>>;
  return { allowed: strings(allowed), declined: strings(declined) };
}

/** The consents after an answer; `undefined` takes back what was said of the place. */
export function withAnswer(
  consents: Consents,
  place: string,
  answer: Answer | undefined,
): Consents {
  const others = (places: readonly string[]) => places.filter((other) => other !== place);
  const { allowed, declined } = consents;
  return {
    allowed: [...others(allowed), ...(answer === 'allowed' ? [place] : [])],
    declined: [...others(declined), ...(answer === 'declined' ? [place] : [])],
  };
}

/**
 * What holds for a path: what was said of the nearest place that it is or lies in. A folder that was
 * declined within one that was allowed stays declined. `undefined` when nothing was said.
 */
export function answerFor({ allowed, declined }: Consents, path: string): Answer | undefined {
  const nearest = (places: readonly string[]) =>
    Math.max(-1, ...places.filter((place) => liesIn(place, path)).map(({ length }) => length));
  const [yes, no] = [nearest(allowed), nearest(declined)];
  return yes < 0 && no < 0 ? undefined : yes > no ? 'allowed' : 'declined';
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : [];
}
