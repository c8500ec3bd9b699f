import type { Term } from '../../core/model';

/** A term with its abbreviation. */
export function termName({ name, abbreviation }: Pick<Term, 'name' | 'abbreviation'>): string {
  return abbreviation === undefined ? name : `${name} (${abbreviation})`;
}

/** The parts that are there, with `separator` between. */
export function joinedParts(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(separator);
}
