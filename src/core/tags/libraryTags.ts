import type { LibraryTags } from '../search/libraryTags';
import { keyOf, type SourceTags } from './sourceTags';
import type { ReadableTagIndex } from './tagIndex';

/** The tags of a library as filters of a search ask for them, always as they are at that moment. */
export function tagsForSearch(index: Pick<ReadableTagIndex, 'of'>): LibraryTags {
  /** Filters are asked at each key, and the tags of a source never change. */
  const known = new WeakMap<SourceTags, Map<string, readonly number[]>>();
  return {
    passagesWith(kind, ids, source) {
      const tags = index.of(source);
      if (tags === undefined) {
        return undefined;
      }
      const found = known.get(tags) ?? new Map<string, readonly number[]>();
      known.set(tags, found);
      return ids.flatMap((id) => {
        const key = keyOf(kind, id);
        const passages = found.get(key) ?? passagesWith(tags, kind, id);
        found.set(key, passages);
        return passages;
      });
    },
  };
}

function passagesWith(tags: SourceTags, kind: 'topic' | 'partner', id: string): readonly number[] {
  return tags
    .passagesOf(kind, id)
    .filter(({ strength }) => kind === 'partner' || strength === 'about')
    .map(({ passage }) => passage);
}
