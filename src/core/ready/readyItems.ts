import { groupBy } from '../../util/groupBy';
import { itemAt } from '../../util/defined';
import type { IncompleteEntry } from '../citation/entryParts';
import { similarCitekeys } from '../citation/similarCitekeys';
import { unknownCitekeys } from '../citation/unknownCitekeys';
import type { Finding } from '../checks/finding';
import type { Localizer } from '../localizer';
import type { Note } from '../note/note';
import { findingOf } from '../quotes/findings';
import { markedSpan } from '../quotes/markedSpan';
import { quoteMessage, type QuoteNames } from '../quotes/messages';
import { hasRemark, negationsOf, type QuoteCheck } from '../quotes/quoteCheck';
import { KIND_OF_RULE, READY_KINDS, type ReadyItem, type ReadyKind } from './readyItem';

/** The bibliographies of a note, as far as they tell what is left. */
export interface ReadyBibliographies {
  /** The citekeys of all of them. */
  readonly citekeys: ReadonlySet<string>;
  /** The names of those that the note should have and that cannot be read. */
  readonly missing: readonly string[];
  /** The entries that lack something, with what their bibliography is known by. */
  readonly incomplete: readonly (IncompleteEntry & { readonly file: string })[];
}

/** What is known of a note before it is sent. */
export interface ReadyParts {
  /** Whether there is any source that quotations could be compared with. */
  readonly hasSources: boolean;
  /** What was found of its quotations. */
  readonly checks: readonly QuoteCheck[];
  readonly findings: readonly Finding[];
  /** Absent where citekeys are not to be looked up. */
  readonly bibliographies?: ReadyBibliographies;
}

/** Keys that an unknown one may be meant for. */
const MOST_SIMILAR = 3;

/** What is left to do before a note is sent, worst first and then in the order of the note. */
export function readyItems(
  note: Note,
  { checks, hasSources, findings, bibliographies }: ReadyParts,
  names: QuoteNames,
  l10n: Localizer,
): readonly ReadyItem[] {
  const items: readonly ReadyItem[] = [
    ...quotationItems(note, hasSources ? checks : checks.map(withoutSources), names, l10n),
    ...(bibliographies === undefined ? [] : citekeyItems(note, bibliographies)),
    ...findings.map((finding): ReadyItem => {
      const { start, end, rule } = finding;
      return { kind: KIND_OF_RULE[rule], about: 'finding', start, end, finding };
    }),
  ];
  const rank = (kind: ReadyKind): number => READY_KINDS.indexOf(kind);
  return [...items].sort(
    (one, other) =>
      rank(one.kind) - rank(other.kind) || one.start - other.start || one.end - other.end,
  );
}

/** What cannot be checked for one reason is one thing to do, however many quotations it keeps. */
function quotationItems(
  note: Note,
  checks: readonly QuoteCheck[],
  names: QuoteNames,
  l10n: Localizer,
): readonly ReadyItem[] {
  const groups = groupBy(checks, (check) => [
    check.verdict === 'cannot check' && check.reason !== 'too long'
      ? quoteMessage(withoutPlace(check), names, l10n)
      : `at ${check.quotation.outer.start}`,
  ]);
  return [...groups.values()].flatMap((group): readonly ReadyItem[] => {
    const first = itemAt(group, 0);
    const kind = kindOf(first);
    if (kind === undefined) {
      return [];
    }
    const check = group.length === 1 ? first : withoutPlace(first);
    const { start, end } = markedSpan(note, check);
    return [{ kind, about: 'quotation', start, end, check, count: group.length }];
  });
}

/** Without a library it does not matter what a quotation cites. */
function withoutSources(check: QuoteCheck): QuoteCheck {
  return check.verdict === 'cannot check'
    ? { ...withoutPlace(check), reason: 'no sources' }
    : check;
}

function withoutPlace(check: QuoteCheck): QuoteCheck {
  const { place, ...others } = check;
  return place === undefined ? check : others;
}

/** `undefined` for a quotation that is in order. */
function kindOf(check: QuoteCheck): ReadyKind | undefined {
  switch (findingOf(check)) {
    case 'altered':
      return 'altered quotation';
    case 'wrong place':
      return 'misplaced quotation';
    case 'not found':
      return 'unfound quotation';
    case 'ambiguous':
    case 'uncited':
      return 'uncited quotation';
    case 'recased':
      return 'recased quotation';
    case 'cannot check':
      return 'unverifiable quotation';
    case 'remarked':
      return negationsOf(check).length > 0
        ? 'remarked quotation'
        : hasRemark(check, 'uncited')
          ? 'uncited quotation'
          : 'misplaced quotation';
    case 'verbatim':
      return undefined;
  }
}

function citekeyItems(note: Note, bibliographies: ReadyBibliographies): readonly ReadyItem[] {
  const { citekeys, missing, incomplete } = bibliographies;
  const unknown = unknownCitekeys(note, (citekey) => citekeys.has(citekey));
  const [first] = unknown;
  if (first !== undefined && (citekeys.size === 0 || missing.length > 0)) {
    // What a bibliography has that cannot be read, nobody knows.
    const { start, end } = first;
    const count = unknown.length;
    return [
      { kind: 'unknown citekey', about: 'bibliography', start, end, missing, count },
      ...entryItems(note, incomplete),
    ];
  }
  return [
    ...unknown.map(({ start, end, citekey }): ReadyItem => {
      const similar = similarCitekeys(citekey, citekeys, MOST_SIMILAR);
      return { kind: 'unknown citekey', about: 'citekey', start, end, citekey, similar };
    }),
    ...entryItems(note, incomplete),
  ];
}

/** Each incomplete entry once, where the note first cites it. */
function entryItems(
  { citekeyUses }: Note,
  incomplete: ReadyBibliographies['incomplete'],
): readonly ReadyItem[] {
  const byKey = new Map(incomplete.map((entry) => [entry.citekey, entry]));
  return citekeyUses.flatMap(({ citekey, start, end }): readonly ReadyItem[] => {
    const entry = byKey.get(citekey);
    byKey.delete(citekey);
    return entry === undefined
      ? []
      : [{ kind: 'incomplete entry', about: 'entry', start, end, entry }];
  });
}
