import { asOfDay, dayText } from '../../../../core/packs/asOf';
import { laterFactsOf, statementsOf, type Catalog } from '../../../../core/packs/catalog';
import { pageOfEntry } from '../../../../core/packs/entryPage';
import { authorYear, briefOfMetadata } from '../../../../core/citation/authorYear';
import { citedPlace } from '../../../../core/citation/citedPlace';
import { citedSources } from '../../../../core/citation/citePlaces';
import { formatCitation } from '../../../../core/citation/plainCitation';
import { basisText } from '../../../../core/citation/provenance';
import type { Localizer } from '../../../../core/localizer';
import type {
  Citation,
  EntryKind,
  EntryTypes,
  Partner,
  Since,
  Source,
  Term,
  Topic,
} from '../../../../core/model';
import {
  type PageBlock,
  inBrackets,
  joinedWords,
  link,
  singleLine,
  phrase,
  textRun,
  proseList,
  quietParagraph,
  section,
  type Words,
} from './pageModel';

/** Writes what pages say of where an entry is from, and of when. */
export class ProvenanceParts {
  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
  ) {}

  /** Where an excerpt or an event is from. */
  source(place: Citation): readonly PageBlock[] {
    return quietParagraph(phrase(this.l10n.t('Source: {0}'), this.places([place])));
  }

  /** What a definition, a profile or a summary rests on. */
  basis({ basis }: Term | Partner | Topic): readonly PageBlock[] {
    const { l10n } = this;
    if (basis === undefined) {
      return [];
    }
    const places = this.places(basis.citations);
    if (basis.kind === 'source') {
      return quietParagraph(phrase(l10n.t('From: {0}'), places));
    }
    return quietParagraph(
      places.length === 0
        ? textRun(basisText(basis, this.catalog, l10n))
        : phrase(l10n.t('Background (not from the source); see {0}'), places),
    );
  }

  /** Of when an entry is, and what has overtaken it. */
  age(entry: EntryTypes[EntryKind]): readonly PageBlock[] {
    const { l10n } = this;
    // The day of a digest stands in its source's line.
    const isDated = !('locator' in entry) || entry.asOf !== undefined || entry.since !== undefined;
    const day = isDated ? asOfDay(this.catalog, entry) : undefined;
    const asOf: readonly PageBlock[] =
      day === undefined
        ? []
        : [{ kind: 'facts', facts: [textRun(l10n.t('As of {0}', dayText(day)))] }];
    const later = laterFactsOf(entry).map((fact) => ({ words: this.laterFact(fact) }));
    return [...asOf, ...proseList(later, l10n.t('Since then:'))];
  }

  laterFact({ text, date, source, locator = '' }: Since): Words {
    return joinedWords(
      [textRun(`${date.text}: ${text}`), inBrackets(this.briefPlaces([{ source, locator }]))],
      ' ',
    );
  }

  /** What sources say besides, each with its places. */
  statements(entry: Term | Partner | Topic): readonly PageBlock[] {
    return section(
      this.l10n.t('In the source'),
      proseList(
        statementsOf(entry).map(({ text, citations }) => ({
          words: joinedWords([textRun(text), inBrackets(this.briefPlaces(citations))], ' '),
        })),
      ),
    );
  }

  /** The same places behind a sentence, where text that is read on names sources in few words. */
  briefPlaces(citations: readonly Citation[]): Words {
    return this.places(citations).map((run) => {
      const source = run.target?.kind === 'entry' && this.catalog.source(run.target.page.id);
      return source ? { ...run, brief: briefName(source) } : run;
    });
  }

  /** Places, those in one source together, each source a link to its page. */
  private places(citations: readonly Citation[]): Words {
    return joinedWords(
      citedSources(this.catalog, citations).map(({ source, locators: [first, ...others] }) =>
        joinedWords(
          [
            link(formatCitation(source), { kind: 'entry', page: pageOfEntry('source', source) }),
            ...(first === undefined ? [] : [citedPlace([first]), ...others]).map((place) =>
              textRun(place),
            ),
          ],
          ', ',
        ),
      ),
      '; ',
    );
  }
}

/** "Author 2024"; of a source without an author what its pack calls it. */
function briefName(source: Source): string {
  return singleLine(source.author ? authorYear(briefOfMetadata(source)) : source.label);
}
