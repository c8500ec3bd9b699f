import type { Term, TermKind } from '../../core/model';
import type { KnownTerm } from '../../core/terms/knownTerm';
import type { Localizer } from '../../core/localizer';
import type { FileMentions } from '../../workspace/terms/mentions';
import { groupBy } from '../../util/groupBy';
import { lazy } from '../../util/lazy';
import type { TermGrouping } from './choices';
import { type EntryNodes, unique } from './entryNodes';
import { FEW_ENTRIES } from './views';
import { mentionsNode } from './mentionNodes';
import { ownTermNode } from './ownTermNode';
import type { NodeSpec } from '../../host/tree/treeNode';

/** A kind with more terms has groups by letter: the terms of glossaries are all of one kind. */
const MOST_IN_KIND = 500;

/**
 * The packs are in English, whatever the language of the editor. Made on first use: a collator takes
 * as long as a third of all else that runs at the start.
 */
const byName = lazy(() => new Intl.Collator('en', { numeric: true }));

/** What the view of terms is made of. */
export interface TermsModel {
  /** Every term there is, nearest first. */
  readonly all: readonly KnownTerm[];
  /** Those that the view shows. */
  readonly shown: readonly KnownTerm[];
  /** The files that use a term, as they are now. */
  readonly mentionsOf: (term: string) => Promise<readonly FileMentions[]>;
}

/**
 * Terms, those of packs and of glossaries together, over what is related to each, its mentions, and
 * the excerpts that use it; in groups where there are many: nothing is sorted or made before its group
 * is opened.
 */
export function termsTree(
  nodes: EntryNodes,
  grouping: TermGrouping,
  model: TermsModel,
): readonly NodeSpec[] {
  const { l10n } = nodes;
  if (model.shown.length === 0) {
    return model.all.length === 0 ? [] : [noTermsNode(l10n)];
  }
  const terms = new TermNodes(nodes, model);
  if (grouping === 'letter') {
    return model.shown.length < FEW_ENTRIES
      ? rows(terms, model.shown)
      : letterGroups(nodes, terms, model.shown);
  }
  const groups = groupBy(model.shown, ({ kind }) => [kind]);
  return Object.entries(kindLabels(l10n)).flatMap(([kind, label]) => {
    const members = groups.get(kind as TermKind) ?? [];
    return nodes.group({ key: kind, label, count: members.length }, () =>
      members.length > MOST_IN_KIND ? letterGroups(nodes, terms, members) : rows(terms, members),
    );
  });
}

function letterGroups(
  nodes: EntryNodes,
  terms: TermNodes,
  members: readonly KnownTerm[],
): readonly NodeSpec[] {
  return [...groupBy(members, ({ name }) => [initial(name)])]
    .sort(([one], [other]) => byName().compare(one, other))
    .flatMap(([letter, group]) =>
      nodes.group({ key: letter, label: letter, count: group.length }, () => rows(terms, group)),
    );
}

function rows(terms: TermNodes, members: readonly KnownTerm[]): readonly NodeSpec[] {
  const sorted = [...members].sort((one, other) => byName().compare(one.name, other.name));
  return distinct(sorted.map((term) => terms.node(term)));
}

/** Makes the nodes of terms with what is below them. */
class TermNodes {
  private namesakes: ReadonlyMap<string, KnownTerm> | undefined;

  constructor(
    private readonly nodes: EntryNodes,
    private readonly model: TermsModel,
  ) {}

  node(term: KnownTerm): NodeSpec {
    const { origin } = term;
    return origin.kind === 'pack' ? this.shipped(origin.term) : this.own(term);
  }

  private shipped(term: Term): NodeSpec {
    const { nodes } = this;
    const { catalog } = nodes;
    return nodes.term(term, () => [
      ...this.related(
        unique(term.related ?? [])
          .flatMap((id) => catalog.get('term', id) ?? [])
          .map((other) => nodes.term(other)),
      ),
      this.mentions(term.id),
      ...catalog.excerptsOfTerm(term.id).map((excerpt) => nodes.excerpt(excerpt)),
    ]);
  }

  private own(term: KnownTerm): NodeSpec {
    const { nodes } = this;
    const names = term.origin.kind === 'glossary' ? term.origin.entry.related : [];
    return ownTermNode(term, nodes.l10n, () => [
      ...this.related(
        unique(names.flatMap((name) => this.named(name) ?? [])).map((other) =>
          other.origin.kind === 'pack'
            ? nodes.term(other.origin.term)
            : ownTermNode(other, nodes.l10n),
        ),
      ),
      this.mentions(term.id),
    ]);
  }

  private related(terms: readonly NodeSpec[]): readonly NodeSpec[] {
    const { nodes } = this;
    const label = nodes.l10n.t('Related terms');
    return nodes.group({ key: 'related', label, count: terms.length }, () => terms);
  }

  private mentions(term: string): NodeSpec {
    return mentionsNode(this.nodes.l10n, () => this.model.mentionsOf(term));
  }

  /** The nearest term of a name. */
  private named(name: string): KnownTerm | undefined {
    this.namesakes ??= new Map(
      [...this.model.all].reverse().map((term) => [term.name.toLowerCase(), term]),
    );
    return this.namesakes.get(name.toLowerCase());
  }
}

/** Two sets of a glossary may have the same name and in it the same entry: both are shown. */
function distinct(specs: readonly NodeSpec[]): readonly NodeSpec[] {
  const counts = new Map<string, number>();
  return specs.map((spec) => {
    const count = (counts.get(spec.key) ?? 0) + 1;
    counts.set(spec.key, count);
    return count === 1 ? spec : { ...spec, key: `${spec.key}#${count}` };
  });
}

function noTermsNode(l10n: Localizer): NodeSpec {
  const label = l10n.t('No terms in this glossary');
  return { key: 'none', label, spoken: label, context: [] };
}

/** The letter under which a name is looked up; `#` for names that begin with none. */
function initial(name: string): string {
  const letter = /\p{L}/u.exec(name.normalize('NFD').slice(0, 1))?.[0];
  return letter?.toUpperCase() ?? '#';
}

function kindLabels(l10n: Localizer): Readonly<Record<TermKind, string>> {
  return {
    concept: l10n.t('Concepts'),
    organisation: l10n.t('Organisations'),
    framework: l10n.t('Frameworks'),
    agreement: l10n.t('Agreements'),
    country: l10n.t('Countries'),
    region: l10n.t('Regions'),
    place: l10n.t('Places'),
    person: l10n.t('People'),
    event: l10n.t('Events'),
  };
}
