import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import type { Deps } from '../../workspace/deps';
import { sourceFilter } from '../../workspace/library/sourceFilter';
import { PER_SOURCE, type FoundRows, type PaletteContents } from './paletteContents';
import { PaletteRows } from './paletteRows';
import { QueryPassages } from './queryPassages';
import type { RecentSearches } from './recentSearches';
import type { OwnSample } from './startRows';
import { TermNames } from './termNames';

/** Rows that the editor lays out at each key; nobody reads further than that. */
const HIT_LIMIT = 50;
/** So many documents of the user's library are among the samples. */
const OWN_SAMPLES = 2;

/** What a query finds in packs and library; before anything is typed, what can be looked for. */
export class SearchContents implements PaletteContents {
  readonly remembersQueries = true;

  /** @param termsOnly finds terms only, and lists all of them before anything is typed */
  constructor(
    private readonly deps: Pick<Deps, 'desk' | 'library' | 'searcher' | 'terms'>,
    private readonly recent: Pick<RecentSearches, 'all'>,
    private readonly termsOnly: boolean,
  ) {}

  async prepare(query: string, caret: number): Promise<() => FoundRows> {
    const { termsOnly } = this;
    const [catalog, searcher, names] = await Promise.all([
      this.deps.desk.catalog(),
      this.deps.searcher(),
      this.termNames(query),
    ]);
    return () => {
      const rows = rowsOver(catalog, this.deps.library, termsOnly);
      if (query.trim() === '') {
        const start = termsOnly
          ? rows.terms(names?.listed)
          : rows.start(this.recent.all, this.ownSamples());
        return { rows: start };
      }
      const response = searcher.search(query, {
        limit: HIT_LIMIT,
        ...(termsOnly ? { kinds: ['term'] } : { perSource: PER_SOURCE }),
      });
      const completions = searcher.completeFilter(query, caret);
      return {
        rows: rows.results(query, response, completions, names?.find(query, HIT_LIMIT)),
        passages: new QueryPassages(response, HIT_LIMIT, () =>
          searcher.search(query, { limit: HIT_LIMIT }),
        ),
      };
    };
  }

  /** Of use where terms are looked for. */
  private async termNames(query: string): Promise<TermNames | undefined> {
    if (!this.termsOnly) {
      return undefined;
    }
    const names = TermNames.of(await this.deps.terms.all());
    if (query.trim() !== '') {
      await names?.prepare();
    }
    return names;
  }

  /** Queries that narrow a search to documents of the user's library. */
  private ownSamples(): readonly OwnSample[] {
    const { sources } = this.deps.library;
    return sources
      .filter(({ state }) => state.kind === 'ready')
      .slice(0, OWN_SAMPLES)
      .map((source) => ({ query: sourceFilter(source, sources), title: source.title }));
  }
}

/** The rows of a palette, with what they say of the documents of the library. */
export function rowsOver(
  catalog: Catalog,
  library: Deps['library'],
  termsOnly = false,
): PaletteRows {
  return new PaletteRows(catalog, vscode.l10n, termsOnly, {
    get: (id) => library.get(id),
    filterFor: (source) => sourceFilter(source, library.sources),
  });
}
