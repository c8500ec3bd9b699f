import { asOfDay, dayText } from '../../../core/packs/asOf';
import { laterFactsOf, statementsOf, type Catalog } from '../../../core/packs/catalog';
import { citedPlace } from '../../../core/citation/citedPlace';
import { citedSources } from '../../../core/citation/citePlaces';
import { formatCitation } from '../../../core/citation/plainCitation';
import { basisText } from '../../../core/citation/provenance';
import type { Localizer } from '../../../core/localizer';
import type {
  Citation,
  EntryKind,
  EntryTypes,
  Partner,
  Since,
  Term,
  Topic,
} from '../../../core/model';
import { escapeMarkdown } from '../../../util/markdownText';
import { bulletList, pageLink, section } from './markdown';

/** Writes what pages say of where an entry is from, and of when. */
export class ProvenanceParts {
  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
  ) {}

  /** Where an excerpt, an event or an agreement is from. */
  source(place: Citation): string {
    return this.l10n.t('Source: {0}', this.places([place]));
  }

  /** What a definition, a profile or a summary rests on. */
  basis({ basis }: Term | Partner | Topic): string | undefined {
    const { l10n } = this;
    if (basis === undefined) {
      return undefined;
    }
    const places = this.places(basis.citations);
    if (basis.kind === 'source') {
      return l10n.t('From: {0}', places);
    }
    return places === ''
      ? basisText(basis, this.catalog, l10n)
      : l10n.t('Background (not from the source); see {0}', places);
  }

  /** Of when an entry is, and what has overtaken it. */
  age(entry: EntryTypes[EntryKind]): string | undefined {
    const { l10n } = this;
    // The day of a digest stands in its source's line.
    const isDated = !('locator' in entry) || entry.asOf !== undefined || entry.since !== undefined;
    const day = isDated ? asOfDay(this.catalog, entry) : undefined;
    const later = laterFactsOf(entry).map((fact) => `- ${this.laterFact(fact)}`);
    const asOf = day && `*${l10n.t('As of {0}', dayText(day))}*`;
    return later.length === 0
      ? asOf
      : [asOf, [l10n.t('Since then:'), ...later].join('\n')].filter(Boolean).join('\n\n');
  }

  laterFact({ text, date, source, locator = '' }: Since): string {
    return `${escapeMarkdown(date.text)}: ${escapeMarkdown(text)} (${this.places([{ source, locator }])})`;
  }

  /** What sources say besides, each with its places. */
  statements(entry: Term | Partner | Topic): string {
    return section(
      this.l10n.t('In the source'),
      bulletList(
        statementsOf(entry).map(
          ({ text, citations }) => `${escapeMarkdown(text)} (${this.places(citations)})`,
        ),
      ),
    );
  }

  /** Places, those in one source together, each source a link to its page. */
  private places(citations: readonly Citation[]): string {
    return citedSources(this.catalog, citations)
      .map(({ source, locators }) => {
        const link = pageLink(formatCitation(source), { kind: 'source', id: source.id });
        const [first, ...others] = locators;
        return [link, first && citedPlace([first]), ...others]
          .filter((part) => part !== undefined)
          .map((part, at) => (at === 0 ? part : escapeMarkdown(part)))
          .join(', ');
      })
      .join('; ');
  }
}
