import { isHeadingId } from '../../core/library/headingIds';
import type { PassageRef } from '../../core/library/document';
import type { Library, LibrarySource, UnreadableFolder } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';
import { arrangeByFolder } from './folders';
import type { SourceProblem } from './acknowledgements';
import { type DocumentDetails, SourceNodes } from './sourceNodes';
import { compareNames } from './sourceOrder';
import { type NodeSpec, type TreeNode, updateNodes } from '../../host/tree/treeNode';
import type { TreeChange } from '../../host/tree/treeProvider';

/** In a library of more sources, folders begin closed: open, they would be one list without end. */
const MOST_OPEN_SOURCES = 60;

/** The tree of sources: folders, documents, headings or pages, passages. */
export class SourcesTree {
  private readonly nodes: SourceNodes;
  private sources: ReadonlyMap<string, LibrarySource> = new Map();
  private current: readonly TreeNode[] = [];
  /** Which sources stand where; changes less often than the sources do. */
  private layout = '';

  /** @param isAcknowledged whether the user knows of a problem and does not want to be reminded of it */
  constructor(
    library: Pick<Library, 'document'>,
    l10n: Localizer,
    private readonly isAcknowledged: (problem: SourceProblem) => boolean,
    details: DocumentDetails,
  ) {
    this.nodes = new SourceNodes(library, l10n, isAcknowledged, details);
  }

  get roots(): readonly TreeNode[] {
    return this.current;
  }

  /**
   * Brings the tree up to `sources`, which are in the order in which they are to be shown, as are the
   * folders that could not be searched for more of them.
   */
  update(
    sources: readonly LibrarySource[],
    unreadable: readonly UnreadableFolder[] = [],
  ): TreeChange {
    this.sources = new Map(sources.map((source) => [source.id, source]));
    const arrangement = arrangeByFolder(sources);
    const { others } = arrangement;
    const folders = [...arrangement.folders].sort((a, b) => compareNames(a.path, b.path));
    const layout = JSON.stringify([
      folders.map(({ path, things }) => [path, things.map(({ id }) => id)]),
      others.map(({ id }) => id),
      unreadable.map((folder) => [folder, this.isAcknowledged(folder)]),
    ]);
    if (layout === this.layout) {
      return this.updateSources();
    }
    this.layout = layout;
    const isOpen = sources.length <= MOST_OPEN_SOURCES;
    this.current = updateNodes(this.current, [
      ...unreadable.map((folder) => this.nodes.unreadable(folder)),
      ...folders.map((folder) => ({
        ...this.nodes.folder(folder, () => folder.things.flatMap(({ id }) => this.specsOf(id))),
        isOpen,
      })),
      ...others.map((source) => this.nodes.source(source)),
    ]);
    return 'everything';
  }

  /**
   * The node of a passage or, when `passage` is absent or a heading, of a
   * document; `undefined` when there is none.
   */
  async find({
    source,
    passage,
  }: Pick<PassageRef, 'source'> & Partial<PassageRef>): Promise<TreeNode | undefined> {
    const children = await Promise.all(
      this.current.map(async (node) => (node.source === undefined ? node.load() : [node])),
    );
    const found = children.flat().find((node) => node.source === source);
    if (passage === undefined || found === undefined) {
      return found;
    }
    return (await findPassage(found, passage)) ?? (isHeadingId(passage) ? found : undefined);
  }

  private updateSources(): readonly TreeNode[] {
    return this.current
      .flatMap((node) => (node.source === undefined ? node.knownChildren : [node]))
      .filter((node) => {
        const before = node.spec;
        this.specsOf(node.source).forEach((spec) => node.show(spec));
        return node.spec !== before;
      });
  }

  /** None for a source that is not there any more: the editor may still ask for a folder that has gone. */
  private specsOf(id: string | undefined): readonly NodeSpec[] {
    const source = id === undefined ? undefined : this.sources.get(id);
    return source === undefined ? [] : [this.nodes.source(source)];
  }
}

async function findPassage(node: TreeNode, passage: string): Promise<TreeNode | undefined> {
  if (node.passage === passage) {
    return node;
  }
  for (const child of await node.load()) {
    const found = await findPassage(child, passage);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
