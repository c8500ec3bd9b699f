import { asOfDay, dayText } from '../../core/packs/asOf';
import { laterFactsOf, type Catalog } from '../../core/packs/catalog';
import type { Partner } from '../../core/model';
import type {
  EntryHit,
  FilterCompletion,
  Hit,
  MoreHits,
  SearchResponse,
} from '../../core/search/searcher';
import { type KnownTerm, knownTermOfPack } from '../../core/terms/knownTerm';
import { ENTRY_ICONS } from '../../host/entryIcons';
import type { Localizer } from '../../core/localizer';
import { passageRow, type ShownSource } from './passageRow';
import type { EntryRow, PaletteRow, PassageRow, QueryRow, TermRow } from './paletteRow';
import { oneLine } from './lines';
import { FIRST_LINE, hitSnippet, matchedWords, snippet } from './snippet';
import { type OwnSample, startRows, under } from './startRows';

/** So many completions stand above the results; without results all are shown. */
const COMPLETIONS_ABOVE_RESULTS = 5;
/** So many partners of an excerpt are named. */
const PARTNERS_SHOWN = 2;

/** What rows say of the documents of the user's library. */
export interface ShownSources {
  /** `undefined` when it is gone. */
  get(id: string): ShownSource | undefined;
  /** What narrows a query to a document. */
  filterFor(source: ShownSource): string;
}

const SEPARATOR = ' · ';

const NO_SOURCES: ShownSources = { get: () => undefined, filterFor: () => '' };

/** Makes the rows of the search palette. Texts are as the pack has them: escaping is for whoever shows them. */
export class PaletteRows {
  /**
   * @param termsOnly leaves out of each row that it is a term
   */
  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
    private readonly termsOnly = false,
    private readonly sources: ShownSources = NO_SOURCES,
  ) {}

  /**
   * What is shown for `query`: completions of the filter being typed, then hits, or why there are none.
   *
   * @param named the terms that the query names, glossaries' among them: they stand before the other hits
   * @param nothing what is shown where there are neither hits nor completions
   */
  results(
    query: string,
    response: SearchResponse,
    completions: readonly FilterCompletion[],
    named: readonly KnownTerm[] = [],
    nothing?: PaletteRow,
  ): readonly PaletteRow[] {
    const hits = this.hits(query, response, named);
    const offered = completions
      .filter((completion) => completion.query.trim() !== query.trim())
      .slice(0, hits.length > 0 ? COMPLETIONS_ABOVE_RESULTS : undefined)
      .map((completion) => this.completion(completion));
    if (offered.length > 0) {
      return [...under(this.l10n.t('filters'), offered), ...under(this.l10n.t('results'), hits)];
    }
    if (hits.length > 0) {
      return hits;
    }
    return nothing === undefined ? this.nothing(query, response.nearest) : [nothing];
  }

  /** What is shown before anything is typed. */
  start(recent: readonly string[], own: readonly OwnSample[] = []): readonly PaletteRow[] {
    return startRows(recent, own, this.l10n);
  }

  /**
   * Every shipped term and those of glossaries that are given, by name.
   *
   * @param own terms of glossaries
   */
  terms(own: readonly KnownTerm[] = []): readonly PaletteRow[] {
    return [...own, ...this.catalog.all('term').map(knownTermOfPack)]
      .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
      .map((term) => this.term(term));
  }

  private hits(
    query: string,
    { hits, more = [] }: SearchResponse,
    named: readonly KnownTerm[],
  ): readonly PaletteRow[] {
    const found = new Map(hits.map((hit) => [hit.id, hit]));
    const ids = new Set<string>(named.map(({ id }) => id));
    const lastOf = new Map(
      hits.map((hit, at) => [hit.kind === 'passage' ? hit.source : undefined, at]),
    );
    return [
      ...named.map((term) => {
        const hit = found.get(term.id);
        return hit ? this.hit(hit) : this.term(term);
      }),
      ...hits.flatMap((hit, at) => {
        if (ids.has(hit.id)) {
          return [];
        }
        const rest =
          hit.kind === 'passage' ? more.find(({ source }) => source === hit.source) : undefined;
        return rest && lastOf.get(rest.source) === at
          ? [this.hit(hit), ...this.more(query, hit.title, rest)]
          : [this.hit(hit)];
      }),
    ];
  }

  /** Leads to all that is found in one document. */
  private more(
    query: string,
    title: string,
    { source: id, count, isLeast }: MoreHits,
  ): readonly QueryRow[] {
    const source = this.sources.get(id);
    if (source === undefined) {
      return [];
    }
    return [
      {
        type: 'query',
        query: `${this.sources.filterFor(source).trim()} ${query.trimStart()}`,
        icon: 'list-filter',
        label: isLeast
          ? this.l10n.t('{0}+ more in this source', count)
          : this.l10n.t('{0} more in this source', count),
        description: oneLine(title),
      },
    ];
  }

  private term(term: KnownTerm): EntryRow | TermRow {
    const { id, name, abbreviation = '', definition, origin } = term;
    if (origin.kind === 'pack') {
      const highlights = { title: [], text: [] };
      return this.entry({ kind: 'term', id, title: name, text: definition, highlights });
    }
    return {
      type: 'term',
      term,
      origin,
      icon: 'bookmark',
      label: oneLine(name),
      description: [abbreviation, origin.label].map(oneLine).filter(Boolean).join(' · '),
      detail: snippet(definition, []),
    };
  }

  private hit(hit: Hit): EntryRow | PassageRow {
    return hit.kind === 'passage'
      ? passageRow(hit, this.sources.get(hit.source), this.l10n)
      : this.entry(hit);
  }

  private entry(hit: Omit<EntryHit, 'score'>): EntryRow {
    const title = oneLine(hit.title);
    const facts = [...this.facts(hit), ...this.age(hit)].map(oneLine);
    const row = {
      type: 'entry',
      ref: { kind: hit.kind, id: hit.id },
      icon: ENTRY_ICONS[hit.kind],
    } as const;
    return hit.sentence === undefined
      ? { ...row, label: title, description: facts.join(SEPARATOR), detail: hitSnippet(hit) }
      : {
          ...row,
          label: hitSnippet(hit, FIRST_LINE),
          description: '',
          detail: [title, ...facts, matchedWords(hit)].filter(Boolean).join(SEPARATOR),
        };
  }

  /** What kind of entry a hit is, and what tells it from others of its kind. */
  private facts({
    kind,
    id,
    locator,
  }: Pick<EntryHit, 'kind' | 'id' | 'locator'>): readonly string[] {
    switch (kind) {
      case 'excerpt':
        return [
          this.l10n.t('Excerpt'),
          locator ?? [],
          this.partnerNames(this.catalog.get('excerpt', id)?.partners ?? []),
        ].flat();
      case 'topic': {
        const topic = this.catalog.get('topic', id);
        const parent = topic?.parent && this.catalog.get('topic', topic.parent);
        return [this.l10n.t('Topic'), topic?.qualifier ?? [], (parent && parent.name) ?? []].flat();
      }
      case 'partner':
        return [this.partnerKind(this.catalog.get('partner', id))];
      case 'term':
        return [
          this.termsOnly ? [] : this.l10n.t('Term'),
          this.catalog.get('term', id)?.abbreviation ?? [],
        ].flat();
      case 'event':
        return [this.l10n.t('Event'), this.catalog.get('event', id)?.date.text ?? []].flat();
      case 'source':
        return [this.l10n.t('Source'), this.catalog.source(id)?.publisher ?? []].flat();
    }
  }

  /** Of when an entry is that has been overtaken, and by what. */
  private age({ kind, id }: Pick<EntryHit, 'kind' | 'id'>): readonly string[] {
    const entry = this.catalog.get(kind, id);
    const last = entry && laterFactsOf(entry).at(-1);
    const day = entry && asOfDay(this.catalog, entry);
    return last === undefined
      ? []
      : [
          day === undefined ? [] : this.l10n.t('as of {0}', dayText(day)),
          this.l10n.t('since then: {0}', last.text),
        ].flat();
  }

  /** The four partners and groups among those that an excerpt is about, since nearly all are about NATO too; else the others. */
  private partnerNames(ids: readonly string[]): readonly string[] {
    const all = ids.map((id) => this.catalog.get('partner', id)).filter((one) => one !== undefined);
    const partners = all.filter(({ kind, members }) => kind === 'partner' || members);
    const names = (partners.length > 0 ? partners : all).map(({ name }) => name);
    const shown = names.slice(0, PARTNERS_SHOWN).join(', ');
    const more = names.length - PARTNERS_SHOWN;
    return names.length === 0
      ? []
      : [more > 0 ? this.l10n.t('{0} and {1} more', shown, more) : shown];
  }

  private partnerKind(partner: Partner | undefined): string {
    if (partner?.members) {
      return this.l10n.t('Group of partners');
    }
    switch (partner?.kind) {
      case undefined:
      case 'partner':
        return this.l10n.t('Partner');
      case 'actor':
        return this.l10n.t('Actor');
      case 'framework':
        return this.l10n.t('Partnership framework');
    }
  }

  private completion({ label, query }: FilterCompletion): QueryRow {
    return {
      type: 'query',
      query,
      icon: 'filter',
      label: oneLine(label),
      description: oneLine(query),
    };
  }

  private nothing(query: string, nearest: readonly string[]): readonly PaletteRow[] {
    const asked = oneLine(query);
    const [first] = nearest;
    if (first === undefined) {
      return [
        {
          type: 'note',
          icon: 'info',
          label: this.l10n.t('No results for “{0}”', asked),
          detail: this.l10n.t('Try fewer words, another spelling, or no filter.'),
        },
      ];
    }
    return [
      {
        type: 'query',
        query: first,
        icon: 'info',
        label: this.l10n.t('No results for “{0}”. Did you mean:', asked),
      },
      ...nearest.map((name): QueryRow => ({
        type: 'query',
        query: name,
        icon: 'search',
        label: oneLine(name),
      })),
    ];
  }
}
