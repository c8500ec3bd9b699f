import type { Leader, Partner, PartnerId, TermId } from '../model';
import type { TermForms } from '../terms/knownTerm';
import type { TagReason } from './passageTags';

/** What a wording that stands for an actor is to it. */
export interface ActorCue {
  readonly partner: PartnerId;
  readonly by: Exclude<TagReason['by'], 'group' | 'query'>;
  /** Whose name it is. */
  readonly leader?: LeaderCue;
}

interface LeaderCue {
  /** The same for all names of one leader of an actor. */
  readonly key: string;
  readonly from: string;
  readonly until: string | undefined;
  /** A family name that counts only where `key` stands elsewhere in the document, too. */
  readonly isFamily: boolean;
}

/** A wording with what it stands for. */
export interface ActorForm {
  readonly forms: Omit<TermForms, 'id'>;
  readonly cue: ActorCue;
}

/** Every wording that stands for an actor, as the packs list them. Names of their terms are not among them. */
export function actorForms(partner: Partner): readonly ActorForm[] {
  const { id, name, aliases = [], adjectives = [], capitals = [], bodies = [] } = partner;
  const list = (
    by: ActorCue['by'],
    names: readonly string[],
    traits: Partial<TermForms>,
  ): readonly ActorForm[] => {
    const [first, ...rest] = names;
    return first === undefined
      ? []
      : [
          {
            forms: { name: first, aliases: rest, kind: 'concept', ...traits },
            cue: { partner: id, by },
          },
        ];
  };
  return [
    ...list('name', [name, ...aliases], { kind: 'country' }),
    ...list('adjective', adjectives, {}),
    ...list('capital', capitals, { kind: 'place', case: 'exact' }),
    ...list('body', bodies, { case: 'exact' }),
    ...(partner.leaders ?? []).flatMap((leader) => leaderForms(id, leader)),
  ];
}

function leaderForms(
  partner: PartnerId,
  { name, aliases = [], family, office, from, until }: Leader,
): readonly ActorForm[] {
  const form = (first: string, rest: readonly string[], isFamily: boolean): ActorForm => ({
    forms: { name: first, aliases: rest, kind: 'person', case: 'exact' },
    cue: { partner, by: 'leader', leader: { key: `${partner} ${name}`, from, until, isFamily } },
  });
  return family === undefined
    ? [form(name, aliases, false)]
    : [form(name, [...aliases, `${office} ${family}`], false), form(family, [], true)];
}

/** Whether somebody was in office in one of the years of a document. Years unknown: nobody is ruled out. */
export function wasInOffice(
  { from, until }: Pick<LeaderCue, 'from' | 'until'>,
  years: DocumentYears | undefined,
): boolean {
  return (
    years === undefined ||
    (from.slice(0, 4) <= years.last && (until ?? '9999').slice(0, 4) >= years.first)
  );
}

/** The years in which a document was issued, each as `YYYY`. */
export interface DocumentYears {
  readonly first: string;
  readonly last: string;
}

/** Marks ids of ours among those of terms, which have no line breaks. */
export function cueId(number: number): TermId {
  return `\n${number}` as TermId;
}
