import type { PartnerId, Topic, TermId } from '../model';
import type { KnownTerm, TermForms } from '../terms/knownTerm';
import { TermMatcher } from '../terms/termMatcher';
import { actorForms, cueId, type ActorCue } from './actorCues';
import type { TagKnowledge } from './tagger';
import type { TagReason } from './passageTags';
import { parseTopicQuery, type QueryPart } from './topicQuery';

/** Terms or topics that are read between two places where the work may be interrupted. */
const AT_ONCE = 512;

/** One of the ways in which a passage shows a topic. Signs are numbers of things that a passage may have. */
export interface Clue {
  readonly topic: number;
  /** The sign that must stand in the passage itself. */
  readonly first: number;
  /** Those that may stand above it as well. */
  readonly rest: readonly number[];
  readonly not: readonly number[];
  /** From 0 to 1: how special it is. */
  readonly weight: number;
  readonly by: Extract<TagReason['by'], 'name' | 'query'>;
}

/** What an id that the matcher finds means. */
interface CueUse {
  readonly isTerm: boolean;
  /** It is the name of a region or place, within which the name of an actor is not meant. */
  readonly isPlace: boolean;
  readonly actors: readonly ActorCue[];
  /** The actor that is not named within it. */
  readonly hides?: PartnerId;
  readonly sign: number | undefined;
}

/** All wordings that tags come from, with what each means. Immutable. */
export class Cues {
  private constructor(
    readonly matcher: TermMatcher,
    readonly topics: readonly Topic[],
    private readonly uses: ReadonlyMap<string, CueUse>,
    private readonly clues: ReadonlyMap<number, readonly Clue[]>,
    private readonly actorSigns: ReadonlyMap<string, number>,
    private readonly groupSigns: ReadonlyMap<string, number>,
  ) {}

  /** Yields for `runInSlices`. */
  static *inSlices({ catalog, terms }: TagKnowledge): Generator<undefined, Cues> {
    const forms: TermForms[] = [];
    const uses = new Map<string, CueUse>();
    const signs = new Signs(forms, uses);
    for (const [number, term] of terms.entries()) {
      if (number % AT_ONCE === AT_ONCE - 1) {
        yield;
      }
      signs.addTerm(term);
    }
    for (const partner of catalog.all('partner')) {
      for (const { forms: form, cue } of actorForms(partner)) {
        signs.addActor(form, cue);
      }
      for (const wording of partner.not ?? []) {
        signs.addHiding(wording, partner.id);
      }
    }
    const namedPartners = new Map(
      catalog
        .all('partner')
        .flatMap(({ id, name, aliases = [], capitals = [] }) =>
          [name, ...aliases, ...capitals].map((one) => [one.toLowerCase(), id] as const),
        ),
    );
    const topics = catalog.all('topic');
    const clues = new Map<number, Clue[]>();
    yield;
    const sharers = countNames(topics);
    yield;
    for (const [number, topic] of topics.entries()) {
      if (number % AT_ONCE === AT_ONCE - 1) {
        yield;
      }
      for (const one of cluesIn(topic, number, signs, namedPartners, sharers)) {
        const known = clues.get(one.first);
        if (known) {
          known.push(one);
        } else {
          clues.set(one.first, [one]);
        }
      }
    }
    const matcher = yield* TermMatcher.inSlices(forms);
    return new Cues(matcher, topics, uses, clues, signs.ofActors, signs.ofGroups);
  }

  useOf(id: TermId): CueUse | undefined {
    return this.uses.get(id);
  }

  /** What shows a topic when a sign stands in a passage. */
  cluesOf(sign: number): readonly Clue[] {
    return this.clues.get(sign) ?? [];
  }

  /**
   * The signs that stand where an actor is named.
   * @param groups those that it is a member of
   */
  signsOfPartner(id: PartnerId, groups: readonly PartnerId[]): readonly number[] {
    return [
      this.actorSigns.get(id) ?? [],
      ...[id, ...groups].map((one) => this.groupSigns.get(one) ?? []),
    ].flat();
  }
}

/** Numbers what passages may have, and enters what the matcher is to find. */
class Signs {
  private count = 0;
  private readonly ofWordings = new Map<string, number>();
  readonly ofActors = new Map<string, number>();
  readonly ofGroups = new Map<string, number>();

  constructor(
    private readonly forms: TermForms[],
    private readonly uses: Map<string, CueUse>,
  ) {}

  addTerm(term: KnownTerm): void {
    const { id, kind, origin } = term;
    const partner = origin.kind === 'pack' ? origin.term.partner : undefined;
    // A place that stands for an actor is its capital, which the actor lists.
    const isPlace = kind === 'region' || kind === 'place';
    const actors = partner && !isPlace ? [{ partner, by: 'name' as const }] : [];
    this.forms.push(term);
    this.uses.set(id, { isTerm: true, isPlace, actors, sign: undefined });
  }

  addActor(forms: Omit<TermForms, 'id'>, cue: ActorCue): void {
    const id = cueId(this.forms.length);
    this.forms.push({ ...forms, id });
    this.uses.set(id, { isTerm: false, isPlace: false, actors: [cue], sign: undefined });
  }

  addHiding(wording: string, hides: PartnerId): void {
    const id = cueId(this.forms.length);
    this.forms.push({ id, name: wording, kind: 'concept', case: 'ignore' });
    this.uses.set(id, { isTerm: false, isPlace: false, actors: [], hides, sign: undefined });
  }

  /** @param isItself whether a member of a group does not count as the group */
  ofPartner(id: string, isItself: boolean): number {
    return kept(isItself ? this.ofActors : this.ofGroups, id, () => this.count++);
  }

  ofWording(wording: string): number {
    return kept(this.ofWordings, wording, () => {
      const id = cueId(this.forms.length);
      const sign = this.count++;
      this.forms.push({ id, name: wording, kind: 'concept' });
      this.uses.set(id, { isTerm: false, isPlace: false, actors: [], sign });
      return sign;
    });
  }

  /** `undefined` when there is no such term. */
  ofTerm(id: TermId): number | undefined {
    const use = this.uses.get(id);
    if (use && use.sign === undefined) {
      this.uses.set(id, { ...use, sign: this.count++ });
    }
    return this.uses.get(id)?.sign;
  }
}

function* cluesIn(
  { name, aliases = [], terms = [], query }: Topic,
  topic: number,
  signs: Signs,
  namedPartners: ReadonlyMap<string, string>,
  sharers: ReadonlyMap<string, number>,
): Generator<Clue> {
  const ownPartner = namedPartners.get(name.toLowerCase());
  const seen = new Set<number>();
  for (const wording of [name, ...aliases]) {
    const partner = namedPartners.get(wording.toLowerCase());
    const first = partner === undefined ? signs.ofWording(wording) : signs.ofPartner(partner, true);
    if (!seen.has(first)) {
      seen.add(first);
      const special = speciality(wording, wording === name);
      const shared = special / (sharers.get(wording.toLowerCase()) ?? 1);
      const weight = partner === undefined ? shared : partner === ownPartner ? ACTOR : WEAK;
      yield { topic, first, rest: [], not: [], weight, by: 'name' };
    }
  }
  for (const id of terms) {
    const first = signs.ofTerm(id);
    if (first !== undefined) {
      yield { topic, first, rest: [], not: [], weight: 1, by: 'name' };
    }
  }
  const signOf = ({ kind, value }: QueryPart): number =>
    kind === 'partner' ? signs.ofPartner(value, false) : signs.ofWording(value);
  for (const { parts, not } of parseTopicQuery(query ?? '')) {
    const [first, ...rest] = parts.map(signOf);
    if (first !== undefined) {
      const excluded = not.map((wording) => signs.ofWording(wording));
      yield { topic, first, rest, not: excluded, weight: 1, by: 'query' };
    }
  }
}

/** The weight of a mention of the actor that a topic is about. */
const ACTOR = 0.5;
/** That of a wording which many passages have that are about something else. */
const WEAK = 0.3;

/** How much a wording tells by itself, from 0 to 1: several words, a proper one, a common one. */
function speciality(wording: string, isTitle: boolean): number {
  const isProper = /\p{Lu}/u.test(isTitle ? wording.slice(1) : wording);
  return /[\s-]/u.test(wording) ? 1 : isProper ? 0.9 : WEAK;
}

/** How many topics have a name, in lower case. */
function countNames(topics: readonly Topic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, aliases = [] } of topics) {
    for (const one of new Set([name, ...aliases].map((wording) => wording.toLowerCase()))) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  return counts;
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
