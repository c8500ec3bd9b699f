import type { Span, TermId } from '../model';
import type { Occurrence } from '../terms/occurrence';
import { wasInOffice, type ActorCue, type DocumentYears } from './actorCues';
import { capitalActs } from './capitals';
import type { Cues } from './cues';

/** A text with what the matcher has found in it, ascending in their starts, those within others included. */
export interface FoundText {
  readonly text: string;
  readonly found: readonly Occurrence[];
}

/** A place where a text names an actor. */
export interface ActorHit extends Span {
  readonly cue: ActorCue;
}

/** What is known of a document before its passages are looked at one by one. */
export interface DocumentContext {
  /** Absent when it is not known when it was issued. */
  readonly years: DocumentYears | undefined;
  /** Leaders whose name stands in it in full, or with the office. */
  readonly leaders: ReadonlySet<string>;
}

/** The leaders that a text names in full. */
export function leadersIn({ found }: FoundText, cues: Cues): readonly string[] {
  return found.flatMap(({ terms }) =>
    terms.flatMap((id) =>
      (cues.useOf(id)?.actors ?? []).flatMap(({ leader }) =>
        leader && !leader.isFamily ? [leader.key] : [],
      ),
    ),
  );
}

/** The terms of a text in their order, each once: where terms overlap the longest from the leftmost word on. */
export function termsIn({ found }: FoundText, cues: Cues): readonly TermId[] {
  const terms = new Set<TermId>();
  let end = 0;
  for (const occurrence of found) {
    const own = occurrence.terms.filter((id) => cues.useOf(id)?.isTerm);
    // Of those that begin at the same word the longest comes first.
    if (own.length > 0 && occurrence.start >= end) {
      own.forEach((id) => terms.add(id));
      end = occurrence.end;
    }
  }
  return [...terms];
}

/**
 * Where a text names actors. An actor is not named within the longer name of another one, or of a
 * region or place: "China" in "South China Sea".
 */
export function actorHits(
  text: FoundText,
  cues: Cues,
  context: DocumentContext,
): readonly ActorHit[] {
  const hits: ActorHit[] = [];
  /** Stretches that may hold others: still open at the place that is looked at. */
  let open: Cover[] = [];
  let capital: { readonly end: number; readonly acts: boolean } | undefined;
  for (const { start, end, terms } of text.found) {
    open = open.filter((cover) => cover.end > start);
    const uses = terms.flatMap((id) => cues.useOf(id) ?? []);
    const all = uses.flatMap(({ actors }) => actors).filter((cue) => isMeant(cue, context));
    // An actor and a term of it may have the same name.
    const meant = all.filter(
      ({ partner }, at) => all.findIndex((one) => one.partner === partner) === at,
    );
    for (const cue of meant) {
      const cover = open.find(
        (one) => one.end - one.start > end - start && one.end >= end && one.hides(cue),
      );
      if (cue.by === 'capital') {
        capital = {
          end,
          acts: cover === undefined && capitalActs(text.text, { start, end }, capital),
        };
        if (!capital.acts) {
          continue;
        }
      }
      if (cover === undefined) {
        hits.push({ start, end, cue });
      }
    }
    const isPlace = uses.some((use) => use.isPlace);
    const isTerm = uses.some((use) => use.isTerm);
    const owners = new Set(meant.map(({ partner }) => partner));
    const hidden = uses.map(({ hides }) => hides);
    if (isTerm || owners.size > 0 || hidden.some(Boolean)) {
      open.push({
        start,
        end,
        hides: ({ partner, by }) =>
          isPlace ||
          (by === 'capital' && isTerm) ||
          (owners.size > 0 && !owners.has(partner)) ||
          hidden.includes(partner),
      });
    }
  }
  return hits;
}

interface Cover extends Span {
  /** Whether an actor is not named within it. */
  readonly hides: (cue: ActorCue) => boolean;
}

function isMeant({ leader }: ActorCue, { years, leaders }: DocumentContext): boolean {
  return (
    leader === undefined ||
    (wasInOffice(leader, years) && (!leader.isFamily || leaders.has(leader.key)))
  );
}
