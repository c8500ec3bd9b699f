import type { Topic } from '../../core/model';
import type { EntryNodes } from './entryNodes';
import type { NodeSpec } from '../../host/tree/treeNode';

/** Topics, over their subtopics, what the user's own documents say, and excerpts. */
export function topicsTree(nodes: EntryNodes): readonly NodeSpec[] {
  return nodes.catalog.rootTopics.map((topic) => topicNode(nodes, topic));
}

function topicNode(nodes: EntryNodes, topic: Topic): NodeSpec {
  const { catalog } = nodes;
  return nodes.topic(topic, () => [
    ...catalog.subtopics(topic.id).map((subtopic) => topicNode(nodes, subtopic)),
    ...nodes.fromOwnSources({ kind: 'topic', id: topic.id }),
    ...catalog.excerptsOfTopic(topic.id).map((excerpt) => nodes.excerpt(excerpt)),
  ]);
}
