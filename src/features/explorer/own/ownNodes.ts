import { subjectKey, type Subject } from '../../../core/tags/subjects';
import type { Catalog } from '../../../core/packs/catalog';
import type { Localizer } from '../../../core/localizer';
import { SOURCE_ICONS } from '../../../host/entryIcons';
import { Commands } from '../../../host/ids';
import type { NodeSpec } from '../../../host/tree/treeNode';
import {
  ALL_DOCUMENTS,
  documentByline,
  isOpen,
  passes,
  type DocumentFilter,
} from '../../../workspace/own/ownDocuments';
import type { LibrarySource } from '../../../workspace/library/library';
import type {
  OwnCount,
  OwnDocument,
  ListedPassage,
  OwnPassages,
} from '../../../workspace/own/ownPassages';
import { passageNode } from '../../../workspace/library/passageNode';
import type { TimelineOrder } from '../choices';
import { freshText, passageCount } from './ownNumbers';
import { ownTimeline } from './ownTimeline';
import { Paging } from './paging';

/** What is asked of the user's own documents. */
export type OwnSource = Pick<
  OwnPassages,
  'countOf' | 'documentsOf' | 'passagesOf' | 'hasNoSources' | 'sources'
>;

/** Documents with passages that belong together, and how to get at these. */
export interface OwnList {
  /** Tells lists apart; the same in every session. What is new in it is new by this name. */
  readonly key: string;
  readonly count: OwnCount;
  documents(): readonly OwnDocument[];
  /** Best first. */
  passages(document: OwnDocument): readonly ListedPassage[];
}

/** Makes what trees show of the user's own documents: "From your sources" over documents over passages. */
export class OwnNodes {
  constructor(
    private readonly own: OwnSource,
    private readonly l10n: Localizer,
    private readonly paging = new Paging(),
    private readonly filter: DocumentFilter = ALL_DOCUMENTS,
  ) {}

  /** How many passages belong to a subject. */
  count(catalog: Catalog, subject: Subject): OwnCount {
    return this.own.countOf(catalog, subject);
  }

  /** What the user's documents say of a subject: a row, or none where they say nothing. */
  below(catalog: Catalog, subject: Subject): readonly NodeSpec[] {
    return this.own.hasNoSources
      ? [this.howToAdd()]
      : this.group({
          key: subjectKey(subject),
          count: this.own.countOf(catalog, subject),
          documents: () => this.own.documentsOf(catalog, subject),
          passages: ({ source }) => this.own.passagesOf(catalog, subject, source.id),
        });
  }

  /** The documents by date. */
  timeline(order: TimelineOrder): readonly NodeSpec[] {
    return ownTimeline(this.own.sources, order, this.paging, this.l10n);
  }

  /** The row over a list of documents; none where there are none. */
  group(list: OwnList): readonly NodeSpec[] {
    const { l10n } = this;
    const { passages, fresh } = list.count;
    if (passages === 0) {
      return [];
    }
    const label = l10n.t('From your sources');
    const news = freshText(fresh, l10n);
    const filtered = isOpen(this.filter) ? undefined : l10n.t('filtered');
    return [
      {
        key: 'own',
        label,
        description: [String(passages), filtered, news].filter(Boolean).join(' · '),
        icon: 'library',
        spoken: [label, passageCount(passages, l10n), filtered, news].filter(Boolean).join(', '),
        context: ['own', ...(fresh > 0 ? ['news'] : [])],
        news: list.key,
        children: () => this.documents(list),
      },
    ];
  }

  private documents(list: OwnList): readonly NodeSpec[] {
    const { l10n, filter } = this;
    const documents = list.documents().filter(({ source }) => passes(source, filter));
    if (documents.length === 0) {
      const label = l10n.t('None that the filter lets pass');
      return [{ key: 'none', label, spoken: label, context: [] }];
    }
    return this.paging.rows(list.key, documents, (one) => this.document(list, one), l10n);
  }

  private document(list: OwnList, document: OwnDocument): NodeSpec {
    const { l10n, paging } = this;
    const { source, count, isNew } = document;
    const byline = documentByline(source);
    const fresh = isNew ? l10n.t('new') : undefined;
    return {
      key: `document:${source.id}`,
      // Who wrote when comes first, since the end of a row is often cut off.
      ...documentLabel(source, byline, [String(count), fresh]),
      icon: SOURCE_ICONS[source.format],
      spoken: [l10n.t('{0}, source', source.title), byline, passageCount(count, l10n), fresh]
        .filter(Boolean)
        .join(', '),
      context: ['ownDocument', 'original'],
      source: source.id,
      tooltip: () => [source.title, byline, source.path].filter((line) => line !== ''),
      children: () =>
        paging.rows(
          `${list.key}/${source.id}`,
          list.passages(document),
          ({ passage, text }) => passageNode(source, passage, text, l10n),
          l10n,
        ),
    };
  }

  private howToAdd(): NodeSpec {
    const label = this.l10n.t('From your sources');
    const description = this.l10n.t('add sources to see them here');
    return {
      key: 'own',
      label,
      description,
      icon: 'library',
      spoken: `${label}, ${description}`,
      context: [],
      opens: { command: Commands.addSources, arguments: [] },
    };
  }
}

/** "Author 2024" beside what else is told of a document and its title, or the title first where neither is known. */
function documentLabel(
  { title }: Pick<LibrarySource, 'title'>,
  byline: string,
  facts: readonly (string | undefined)[],
): Pick<NodeSpec, 'label' | 'description'> {
  const all = byline === '' ? facts : [...facts, title];
  return { label: byline || title, description: all.filter(Boolean).join(' · ') };
}
