import type { Excerpt, Topic } from '../model';
import type { Catalog } from './catalog';

/** Excerpts that have a first-level topic in common. */
export interface TopicGroup {
  /** Absent for excerpts without a topic. */
  readonly topic?: Topic;
  readonly excerpts: readonly Excerpt[];
}

/**
 * Sorts excerpts into the first-level topics of the topic that each names first, so that every
 * excerpt stands in one group. Groups come in the order of the topics, excerpts without one last.
 */
export function excerptsByRootTopic(
  catalog: Catalog,
  excerpts: readonly Excerpt[],
): readonly TopicGroup[] {
  const rootOf = (excerpt: Excerpt): string | undefined => {
    const topic = catalog.get('topic', excerpt.topics[0] ?? '');
    return topic?.parent ?? topic?.id;
  };
  const groups = catalog.rootTopics.map((topic) => ({
    topic,
    excerpts: excerpts.filter((excerpt) => rootOf(excerpt) === topic.id),
  }));
  const others = { excerpts: excerpts.filter((excerpt) => rootOf(excerpt) === undefined) };
  return [...groups, others].filter((group) => group.excerpts.length > 0);
}

/** A topic and those below it, by their ids; packs may be so broken that topics lie below each other. */
export function topicsUnder(catalog: Catalog, topicId: string): readonly string[] {
  const ids = new Set([topicId]);
  // Grows while it is gone through.
  for (const id of ids) {
    catalog.subtopics(id).forEach((topic) => ids.add(topic.id));
  }
  return [...ids];
}
