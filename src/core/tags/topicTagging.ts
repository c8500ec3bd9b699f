import { countUpTo } from '../../util/rank';
import type { PartnerId, Span, TopicId } from '../model';
import type { Cues, Clue } from './cues';
import type { ActorHit, FoundText } from './passageCues';
import type { TagReason, TopicTag } from './passageTags';
import { MOST_REASONS } from './partnerTagging';

/** Where each sign stands in a text. */
export type SignPlaces = ReadonlyMap<number, readonly Span[]>;

/** What stands above a passage: the signs of each heading, outermost first, and of the title. */
export interface Above {
  readonly title: SignText;
  readonly headings: readonly SignText[];
}

/** A text with its signs. */
export interface SignText {
  readonly text: string;
  readonly signs: SignPlaces;
}

/** How much a sign adds that stands above the passage. */
const IN_HEADING = 0.7;
const IN_OUTER_HEADING = 0.35;
const IN_TITLE = 0.35;
/** How much each further place of the same wording adds. */
const AGAIN = 0.5;
/** The places of a wording that count: a passage of a page's length has no more. */
const MOST_PLACES = 4;
/** How much of the weight is there wherever a sign stands; the rest grows with the share of the sentences. */
const LEAST_SHARE = 0.45;
/** How much the first sentence adds, which mostly says what a passage is about. */
const FIRST_SENTENCE = 0.25;
/** From this on a passage is about a topic. */
const ABOUT = 0.6;
/** What weighs less is no more than a common word by itself. */
const LEAST = 0.2;

/** The signs of a text: wordings and terms that queries ask for, and the actors that it names. */
export function signsIn(
  { found }: FoundText,
  hits: readonly ActorHit[],
  groupsOf: (partner: PartnerId) => readonly PartnerId[],
  cues: Cues,
): SignPlaces {
  const signs = new Map<number, Span[]>();
  const add = (sign: number, span: Span): void => {
    const known = signs.get(sign);
    if (known) {
      known.push(span);
    } else {
      signs.set(sign, [span]);
    }
  };
  for (const occurrence of found) {
    for (const id of occurrence.terms) {
      const sign = cues.useOf(id)?.sign;
      if (sign !== undefined) {
        add(sign, occurrence);
      }
    }
  }
  for (const hit of hits) {
    const { partner } = hit.cue;
    cues.signsOfPartner(partner, groupsOf(partner)).forEach((sign) => add(sign, hit));
  }
  return signs;
}

/** What has been found of one topic in a passage. */
interface Finding {
  /** By its first sign: what stands for the topic, and where in the text. */
  readonly signs: Map<number, OwnSign>;
  above: number;
  readonly reasonsAbove: TagReason[];
}

/** The topics of a passage: those that it is about first, heaviest first. */
export function topicTags(passage: SignText, above: Above, cues: Cues): readonly TopicTag[] {
  const findings = new Map<number, Finding>();
  const stands = (sign: number): boolean => passage.signs.has(sign);
  const standsAbove = (sign: number): boolean =>
    above.title.signs.has(sign) || above.headings.some(({ signs }) => signs.has(sign));
  for (const [sign, places] of passage.signs) {
    for (const clue of cues.cluesOf(sign)) {
      const { topic, rest, not } = clue;
      if (rest.every((one) => stands(one) || standsAbove(one)) && !not.some(stands)) {
        const finding = findingOf(findings, topic);
        const known = finding.signs.get(sign);
        if (known === undefined || known.clue.weight < clue.weight) {
          finding.signs.set(sign, { clue, places });
        }
      }
    }
  }
  const innermost = above.headings.length - 1;
  above.headings.forEach((heading, at) =>
    lookAbove(heading, at === innermost ? IN_HEADING : IN_OUTER_HEADING, 'heading'),
  );
  lookAbove(above.title, IN_TITLE, 'title');
  if (findings.size === 0) {
    return [];
  }
  const sentences = sentenceStarts(passage.text);
  const tags: TopicTag[] = [];
  for (const [topic, finding] of findings) {
    const signs = ownSigns(finding);
    const score = textScore(signs, sentences);
    const total = score + finding.above;
    const id = cues.topics[topic]?.id;
    if (id !== undefined && score > 0 && total >= LEAST) {
      tags.push({
        id,
        strength: total >= ABOUT ? 'about' : 'mentions',
        weight: 1 - Math.exp(-total),
        why: reasonsOf(passage.text, signs, finding.reasonsAbove),
      });
    }
  }
  return tags.sort(
    (one, other) =>
      Number(other.strength === 'about') - Number(one.strength === 'about') ||
      other.weight - one.weight ||
      compareIds(one.id, other.id),
  );

  function lookAbove({ text, signs }: SignText, share: number, place: TagReason['place']): void {
    for (const [sign, [span]] of signs) {
      for (const { topic, rest, not, weight, by } of cues.cluesOf(sign)) {
        const finding = findings.get(topic);
        const all = (one: number): boolean => stands(one) || standsAbove(one);
        if (
          finding &&
          span &&
          rest.every(all) &&
          !not.some(stands) &&
          finding.above < weight * share
        ) {
          finding.above = weight * share;
          finding.reasonsAbove.push({ by, wording: text.slice(span.start, span.end), place });
        }
      }
    }
  }
}

function findingOf(findings: Map<number, Finding>, topic: number): Finding {
  const known = findings.get(topic);
  if (known) {
    return known;
  }
  const made: Finding = { signs: new Map(), above: 0, reasonsAbove: [] };
  findings.set(topic, made);
  return made;
}

/** A sign of a topic where it does not stand within another one of it. */
interface OwnSign {
  readonly clue: Clue;
  readonly places: readonly Span[];
}

/** The signs of a finding, the heaviest first; "summit" in "Madrid summit" is no sign of its own. */
function ownSigns({ signs }: Finding): readonly OwnSign[] {
  const taken: Span[] = [];
  const isTaken = ({ start, end }: Span): boolean =>
    taken.some((one) => one.start <= start && one.end >= end);
  return [...signs.values()]
    .sort((one, other) => other.clue.weight - one.clue.weight || lengthOf(other) - lengthOf(one))
    .flatMap(({ clue, places }) => {
      const own = places.filter((place) => !isTaken(place)).slice(0, MOST_PLACES);
      taken.push(...own);
      return own.length === 0 ? [] : [{ clue, places: own }];
    });
}

function lengthOf({ places: [place] }: OwnSign): number {
  return place === undefined ? 0 : place.end - place.start;
}

/** How much the text itself speaks for a topic: what stands there, how often, and in how much of the passage. */
function textScore(signs: readonly OwnSign[], sentences: readonly number[]): number {
  let weight = 0;
  const hit = new Set<number>();
  for (const { clue, places } of signs) {
    const again = AGAIN * clue.weight * (places.length - 1);
    weight += clue.weight * (1 + again);
    places.forEach(({ start }) => hit.add(sentenceAt(sentences, start)));
  }
  const share = hit.size / sentences.length;
  return weight * (LEAST_SHARE + (1 - LEAST_SHARE) * share) * (hit.has(0) ? 1 + FIRST_SENTENCE : 1);
}

/** The strongest reason in the text, one above it, and others of the text, each wording once. */
function reasonsOf(
  text: string,
  signs: readonly OwnSign[],
  above: readonly TagReason[],
): readonly TagReason[] {
  const inText = signs.flatMap(({ clue: { by }, places: [place] }): TagReason[] =>
    place ? [{ by, wording: text.slice(place.start, place.end), place: 'text' }] : [],
  );
  const [strongest, ...others] = inText;
  const all = [...(strongest ? [strongest] : []), ...above.slice(-1), ...others];
  const byWording = new Map(all.map((reason) => [`${reason.place} ${reason.wording}`, reason]));
  return [...byWording.values()].slice(0, MOST_REASONS);
}

const SENTENCE_END = /[.!?。][”"’')\]]*\s+(?=[“"‘'(]?\p{Lu})/gu;

/** Where the sentences of a text begin, roughly: their number counts, not their borders. */
function sentenceStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(SENTENCE_END), ({ index, 0: end }) => index + end.length)];
}

function sentenceAt(starts: readonly number[], offset: number): number {
  return countUpTo(starts, offset) - 1;
}

function compareIds(one: TopicId, other: TopicId): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
