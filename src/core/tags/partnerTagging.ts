import type { PartnerId } from '../model';
import type { PartnerTag, TagReason } from './passageTags';
import type { ActorHit } from './passageCues';

/** Reasons that are kept of a tag. */
export const MOST_REASONS = 3;

/** The share of all namings from which on a passage is about an actor. */
const ABOUT_SHARE = 0.34;
/** The same where the actor is named more than once. */
const ABOUT_SHARE_TWICE = 0.2;

/**
 * The actors that a passage names, heaviest first. What names a group names each of its members, too,
 * "as a group".
 *
 * @param inHeadings the actors that the headings above name
 */
export function partnerTags(
  text: string,
  hits: readonly ActorHit[],
  membersOf: (partner: PartnerId) => readonly PartnerId[],
  inHeadings: ReadonlySet<PartnerId>,
): readonly PartnerTag[] {
  const byPartner = new Map<PartnerId, ActorHit[]>();
  for (const hit of hits) {
    const known = byPartner.get(hit.cue.partner);
    if (known) {
      known.push(hit);
    } else {
      byPartner.set(hit.cue.partner, [hit]);
    }
  }
  const tags = new Map<PartnerId, PartnerTag>();
  for (const [id, own] of byPartner) {
    const share = own.length / hits.length;
    const isAbout =
      share >= ABOUT_SHARE || (own.length > 1 && share >= ABOUT_SHARE_TWICE) || inHeadings.has(id);
    const weight = (share + own.length / (own.length + 2)) / 2;
    const strength = isAbout ? 'about' : 'mentions';
    tags.set(id, { id, isAsGroup: false, strength, weight, why: reasonsOf(text, own) });
  }
  for (const group of [...tags.values()]) {
    for (const id of membersOf(group.id)) {
      if (!tags.has(id)) {
        const why = group.why.map((reason) => ({ ...reason, by: 'group' as const }));
        tags.set(id, { ...group, id, isAsGroup: true, why });
      }
    }
  }
  return [...tags.values()].sort(
    (one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1),
  );
}

function reasonsOf(text: string, hits: readonly ActorHit[]): readonly TagReason[] {
  const reasons = new Map<string, TagReason>();
  for (const { start, end, cue } of hits) {
    const wording = text.slice(start, end);
    const key = `${cue.by} ${wording}`;
    if (!reasons.has(key) && reasons.size < MOST_REASONS) {
      reasons.set(key, { by: cue.by, wording, place: 'text' });
    }
  }
  return [...reasons.values()];
}
