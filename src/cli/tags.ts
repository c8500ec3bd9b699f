import type { PassageTags, TagReason } from '../core/tags/passageTags';
import { Tagger, type TagKnowledge } from '../core/tags/tagger';
import { indexedSource, placeAsText, type ReadSource } from './library';

/** What one paragraph is about, as `--tags --json` prints it; headings stand with the paragraphs under them. */
export interface TagLine {
  /** The path of its document. */
  readonly source: string;
  readonly locator: string;
  readonly text: string;
  /** The ids of the actors that it names, and of the members of groups that it names. */
  readonly partners: readonly string[];
  readonly topics: readonly {
    readonly id: string;
    readonly strength: PassageTags['topics'][number]['strength'];
    /** What has led to it, the strongest first: `“arms control” in the text`. */
    readonly why: string;
  }[];
  readonly terms: readonly string[];
}

/** A line a paragraph, in the order of the documents. */
export function tagRows(
  knowledge: TagKnowledge,
  sources: readonly ReadSource[],
): readonly TagLine[] {
  const tagger = Tagger.of(knowledge);
  return sources.flatMap((read) => {
    const source = indexedSource(read);
    const tags = tagger.tag(source);
    return source.passages.flatMap((passage, at): readonly TagLine[] => {
      if (passage.isHeading) {
        return [];
      }
      const { partners, topics, terms } = tags.at(at);
      return [
        {
          source: read.path,
          locator: passage.locator,
          text: source.textOf(passage),
          partners: partners.map(({ id }) => id),
          topics: topics.map(({ id, strength, why }) => ({ id, strength, why: reasonText(why) })),
          terms,
        },
      ];
    });
  });
}

export function tagRowsAsText(rows: readonly TagLine[]): string {
  return rows
    .map(({ source, locator, partners, topics }) => {
      const lines = [
        placeAsText(source, { locator, page: null }),
        ...(partners.length === 0 ? [] : [`    names ${partners.join(', ')}`]),
        ...topics.map(({ id, strength, why }) => `    ${strength} ${id}: ${why}`),
      ];
      return lines.join('\n');
    })
    .join('\n\n');
}

function reasonText(why: readonly TagReason[]): string {
  return why.map(({ wording, place }) => `“${wording}” in the ${place}`).join(', ');
}
