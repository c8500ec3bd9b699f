import type { PassageRef } from '../../core/library/document';
import type { RecognisedPlace } from '../../core/library/recognise';
import type { Citation, SourceId } from '../../core/model';

/** A document with the places of known sources that it holds. */
export interface RecognisedDocument {
  readonly id: SourceId;
  readonly places: readonly RecognisedPlace[];
}

/**
 * The passage of the user's own copy that each place is, by `placeKey`. A report that quotes a
 * source holds some of its places, too: the copy is the document that holds most of them, the first
 * of such where there are several. A place that it lacks is in the next best.
 */
export function ownCopies(
  documents: readonly RecognisedDocument[],
): ReadonlyMap<string, PassageRef> {
  const most = new Map<string, number>();
  const copies = new Map<string, PassageRef>();
  for (const { id, places } of documents) {
    const counts = new Map<SourceId, number>();
    places.forEach(({ source }) => counts.set(source, (counts.get(source) ?? 0) + 1));
    for (const place of places) {
      const key = citationKey(place);
      const count = counts.get(place.source) ?? 0;
      if (count > (most.get(key) ?? 0)) {
        most.set(key, count);
        copies.set(key, { source: id, passage: place.passage });
      }
    }
  }
  return copies;
}

export function citationKey({ source, locator }: Citation): string {
  return `${source} ${locator}`;
}
