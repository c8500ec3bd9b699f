import { filePageText } from '../../core/library/filePageText';
import type { Catalog } from '../../core/packs/catalog';
import type { EntryRef, Partner, Source } from '../../core/model';
import { FILTER_KEYS, type FilterKey } from '../../core/search/queryParser';
import type {
  EntryHit,
  FilterCompletion,
  Hit,
  PassageHit,
  SearchResponse,
} from '../../core/search/searcher';
import { type KnownTerm, knownTermOfPack } from '../../core/terms/knownTerm';
import { ENTRY_ICONS, SOURCE_ICONS } from '../../host/entryIcons';
import type { LibrarySource } from '../../workspace/library/library';
import type { GlossaryOrigin } from '../../workspace/openGlossaryEntry';
import type { Localizer } from '../../core/localizer';
import { cutEnd, oneLine, snippet } from './snippet';

/** An entry to open. */
export interface EntryRow {
  readonly type: 'entry';
  readonly ref: EntryRef;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A passage of one of the user's documents to open. */
export interface PassageRow {
  readonly type: 'passage';
  readonly hit: PassageHit;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A term of one of the user's glossaries, whose entry is to be opened. */
export interface TermRow {
  readonly type: 'term';
  readonly term: KnownTerm;
  readonly origin: GlossaryOrigin;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** Words to put into the input box. */
export interface QueryRow {
  readonly type: 'query';
  readonly query: string;
  readonly icon: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** A remembered search, which can be forgotten. */
  readonly recent?: true;
}

/** Something to read that leads nowhere. */
export interface NoteRow {
  readonly type: 'note';
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}

/** A line above the rows that follow it. */
export interface HeadingRow {
  readonly type: 'heading';
  readonly label: string;
}

export type PaletteRow = EntryRow | PassageRow | TermRow | QueryRow | NoteRow | HeadingRow;

/** What a row says of a document. */
export type ShownSource = Pick<LibrarySource, 'format' | 'citation'>;

/** So many completions stand above the results; without results all are shown. */
const COMPLETIONS_ABOVE_RESULTS = 5;
/** So many characters of a document's title leave room for the place in it. */
const TITLE_WIDTH = 60;
/** So many partners of an excerpt are named. */
const PARTNERS_SHOWN = 2;

/** Makes the rows of the search palette. Texts are as the pack has them: escaping is for whoever shows them. */
export class PaletteRows {
  /**
   * @param termsOnly leaves out of each row that it is a term
   * @param sourceOf a document of the user's library; `undefined` when it is gone
   */
  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
    private readonly termsOnly = false,
    private readonly sourceOf: (id: string) => ShownSource | undefined = () => undefined,
  ) {}

  /**
   * What is shown for `query`: completions of the filter being typed, then hits, or why there are none.
   *
   * @param named the terms that the query names, glossaries' among them: they stand before the other hits
   */
  results(
    query: string,
    response: SearchResponse,
    completions: readonly FilterCompletion[],
    named: readonly KnownTerm[] = [],
  ): readonly PaletteRow[] {
    const hits = this.hits(response, named);
    const offered = completions
      .filter((completion) => completion.query.trim() !== query.trim())
      .slice(0, hits.length > 0 ? COMPLETIONS_ABOVE_RESULTS : undefined)
      .map((completion) => this.completion(completion));
    if (offered.length > 0) {
      return [
        ...this.under(this.l10n.t('filters'), offered),
        ...this.under(this.l10n.t('results'), hits),
      ];
    }
    return hits.length > 0 ? hits : this.nothing(query, response.nearest);
  }

  /** What is shown before anything is typed: recent searches, and the filters there are. */
  start(recent: readonly string[]): readonly PaletteRow[] {
    const searches = recent.map((query): QueryRow => ({
      type: 'query',
      query,
      icon: 'history',
      label: query,
      recent: true,
    }));
    return [
      ...this.under(this.l10n.t('recent searches'), searches),
      ...this.under(this.l10n.t('narrow a search'), this.filters()),
    ];
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
    { hits }: SearchResponse,
    named: readonly KnownTerm[],
  ): readonly (EntryRow | PassageRow | TermRow)[] {
    const found = new Map(hits.map((hit) => [hit.id, hit]));
    const ids = new Set<string>(named.map(({ id }) => id));
    return [
      ...named.map((term) => {
        const hit = found.get(term.id);
        return hit ? this.hit(hit) : this.term(term);
      }),
      ...hits.filter(({ id }) => !ids.has(id)).map((hit) => this.hit(hit)),
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
    return hit.kind === 'passage' ? this.passage(hit) : this.entry(hit);
  }

  /** A passage is known by its place and the heading right above it, or else by who wrote it. */
  private passage(hit: PassageHit): PassageRow {
    const source = this.sourceOf(hit.source);
    const about = hit.headings.at(-1) ?? (source && authorAndYear(source.citation));
    return {
      type: 'passage',
      hit,
      icon: SOURCE_ICONS[source?.format ?? 'text'],
      label: cutEnd(oneLine(hit.title), TITLE_WIDTH),
      description: [hit.locator, filePageText(hit, this.l10n) ?? '', about ?? '']
        .map(oneLine)
        .filter(Boolean)
        .join(' · '),
      detail: snippet(hit.text, hit.highlights.text),
    };
  }

  private entry(hit: Omit<EntryHit, 'score'>): EntryRow {
    return {
      type: 'entry',
      ref: { kind: hit.kind, id: hit.id },
      icon: ENTRY_ICONS[hit.kind],
      label: oneLine(hit.title),
      description: this.facts(hit).map(oneLine).join(' · '),
      detail: snippet(hit.text, hit.highlights.text),
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
        return [this.partnerKind(this.catalog.get('partner', id)?.kind ?? 'partner')];
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

  /** The four partners among those that an excerpt is about, since nearly all are about NATO too; else the others. */
  private partnerNames(ids: readonly string[]): readonly string[] {
    const all = ids.map((id) => this.catalog.get('partner', id)).filter((one) => one !== undefined);
    const partners = all.filter(({ kind }) => kind === 'partner');
    const names = (partners.length > 0 ? partners : all).map(({ name }) => name);
    const shown = names.slice(0, PARTNERS_SHOWN).join(', ');
    const more = names.length - PARTNERS_SHOWN;
    return names.length === 0
      ? []
      : [more > 0 ? this.l10n.t('{0} and {1} more', shown, more) : shown];
  }

  private partnerKind(kind: Partner['kind']): string {
    switch (kind) {
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

  private filters(): readonly QueryRow[] {
    const descriptions: Readonly<Record<FilterKey, string>> = {
      topic: this.l10n.t('Limit to a topic'),
      partner: this.l10n.t('Limit to a partner or actor'),
      source: this.l10n.t('Limit to a source'),
      kind: this.l10n.t('Limit to a kind (excerpt, topic, partner, term, event or passage)'),
      before: this.l10n.t('Before a date (2022 or 2022-06)'),
      after: this.l10n.t('From a date on, itself included (2022 or 2022-06)'),
    };
    return FILTER_KEYS.map((key) => ({
      type: 'query',
      query: `${key}:`,
      icon: 'filter',
      label: `${key}:`,
      description: descriptions[key],
    }));
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

  private under(label: string, rows: readonly PaletteRow[]): readonly PaletteRow[] {
    return rows.length === 0 ? [] : [{ type: 'heading', label }, ...rows];
  }
}

/** "Rivera et al. 2024"; empty when neither is known. */
function authorAndYear({ author = [], issued }: Source): string {
  const [first, ...others] = author;
  const name = first?.family ?? first?.literal ?? '';
  const year = issued?.['date-parts'][0]?.[0];
  return [others.length > 0 ? `${name} et al.` : name, year].filter(Boolean).join(' ');
}
