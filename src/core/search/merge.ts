/** A result before it is ranked among those of the other kind. */
interface Scored {
  readonly score: number;
  /** Whether it is about a partner that a filter asks for only as a member of a group. */
  readonly isAsGroup?: boolean;
}

/** Something that is no excerpt: a place to jump to. */
export type PlaceOf<T extends Scored> = T & {
  /** How nearly the query is its name, from 0 to 1. */
  readonly closeness: number;
};

/** From this closeness on, the query is taken for a name that lacks a letter or an ending. */
const NEARLY_THE_NAME = 0.8;

/** Among so many first hits, places stand back for excerpts. */
const FIRST_HITS = 5;

/** How many of the first hits may be places, when the query is a name and when it is not. */
const PLACES_OF_NAME = 2;
const PLACES_OTHERWISE = 1;

/** A place ranks a little below an excerpt that matches as well, and higher the nearer its name is. */
const PLACE_SHARE = 0.9;
const NAME_SHARE = 0.6;

/**
 * Puts excerpts and places into one order. A place that the query names heads the list; else
 * excerpts lead, and few of the first hits are places as long as there are excerpts. What is about a
 * partner only as a member of a group comes after all else, in an order of the same kind.
 * @param excerpts best first
 * @param places in an order that decides between equal ones
 * @returns best first, with scores that never rise
 */
export function mergeResults<T extends Scored>(
  excerpts: readonly T[],
  places: readonly PlaceOf<T>[],
): readonly T[] {
  const ofKind = (isAsGroup: boolean) =>
    mergeAlike(
      excerpts.filter((excerpt) => (excerpt.isAsGroup ?? false) === isAsGroup),
      places.filter((place) => (place.isAsGroup ?? false) === isAsGroup),
    );
  return descending([...ofKind(false), ...ofKind(true)]);
}

function mergeAlike<T extends Scored>(
  excerpts: readonly T[],
  places: readonly PlaceOf<T>[],
): readonly T[] {
  const heads = places
    .filter(({ closeness }) => closeness >= NEARLY_THE_NAME)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, PLACES_OF_NAME);
  const others = places.filter((place) => !heads.includes(place)).map(ranked);
  others.sort((a, b) => b.score - a.score);
  const mayLead = heads.length > 0 ? PLACES_OF_NAME : PLACES_OTHERWISE;
  const merged: T[] = heads.map((place) => ({ ...place, score: 1 + place.closeness }));
  let nextExcerpt = 0;
  let nextPlace = 0;
  while (nextExcerpt < excerpts.length || nextPlace < others.length) {
    const excerpt = excerpts[nextExcerpt];
    const place = others[nextPlace];
    const placeMay =
      merged.length >= FIRST_HITS || (merged.length > 0 && heads.length + nextPlace < mayLead);
    if (place && (!excerpt || (placeMay && place.score > excerpt.score))) {
      merged.push(place);
      nextPlace += 1;
    } else if (excerpt) {
      merged.push(excerpt);
      nextExcerpt += 1;
    }
  }
  return merged;
}

function ranked<T extends Scored>(place: PlaceOf<T>): T {
  return {
    ...place,
    score: PLACE_SHARE * place.score + NAME_SHARE * Math.sqrt(place.closeness),
  };
}

/** Lowers the scores of those that others were put behind. */
function descending<T extends Scored>(merged: readonly T[]): readonly T[] {
  let least = Number.POSITIVE_INFINITY;
  return merged.map((result) => {
    least = Math.min(least, result.score);
    return { ...result, score: least };
  });
}
