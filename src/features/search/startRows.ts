import type { Localizer } from '../../core/localizer';
import { FILTER_KEYS, type FilterKey } from '../../core/search/queryParser';
import type { PaletteRow, QueryRow } from './paletteRow';

/** A query that narrows a search to a document of the user's library. */
export interface OwnSample {
  readonly query: string;
  /** Of the document. */
  readonly title: string;
}

/** What is shown before anything is typed: recent searches, samples, and the filters there are. */
export function startRows(
  recent: readonly string[],
  own: readonly OwnSample[],
  l10n: Localizer,
): readonly PaletteRow[] {
  const searches = recent.map((query): QueryRow => ({
    type: 'query',
    query,
    icon: 'history',
    label: query,
    recent: true,
  }));
  return [
    ...under(l10n.t('recent searches'), searches),
    ...under(l10n.t('examples'), samples(own, l10n)),
    ...under(l10n.t('narrow a search'), filters(l10n)),
  ];
}

/** Rows below a heading; nothing where there are none. */
export function under(label: string, rows: readonly PaletteRow[]): readonly PaletteRow[] {
  return rows.length === 0 ? [] : [{ type: 'heading', label }, ...rows];
}

/** Queries that find something in the built-in library. */
export const SAMPLE_QUERIES = {
  words: 'informal partnership',
  phrase: '"hub and spoke"',
  excluded: 'cyber -China',
  filters: 'partner:japan after:2022',
} as const;

function samples(own: readonly OwnSample[], l10n: Localizer): readonly QueryRow[] {
  const { words, phrase, excluded, filters: filtered } = SAMPLE_QUERIES;
  const descriptions = [
    [words, l10n.t('Words in any order and form')],
    [phrase, l10n.t('Exactly these words')],
    [excluded, l10n.t('Without a word')],
    [filtered, l10n.t('About a partner, from a year on')],
    ...own.map(({ query, title }) => [query, l10n.t('In “{0}”', title)] as const),
  ] as const;
  return descriptions.map(([query, description]) => ({
    type: 'query',
    query,
    icon: 'lightbulb',
    label: query.trim(),
    description,
  }));
}

function filters(l10n: Localizer): readonly QueryRow[] {
  const descriptions: Readonly<Record<FilterKey, string>> = {
    topic: l10n.t('Limit to a topic'),
    partner: l10n.t('Limit to a partner or actor'),
    source: l10n.t('Limit to a source'),
    kind: l10n.t('Limit to a kind (excerpt, topic, partner, term, event or passage)'),
    before: l10n.t('Before a date (2022 or 2022-06)'),
    after: l10n.t('From a date on, itself included (2022 or 2022-06)'),
  };
  return FILTER_KEYS.map((key) => ({
    type: 'query',
    query: `${key}:`,
    icon: 'filter',
    label: `${key}:`,
    description: descriptions[key],
  }));
}
