import type { DocumentMetadata } from '../library/document';
import type { SourceId } from '../model';
import { MARKDOWN_WRITING } from '../note/languages/markdown/markdownWriting';
import type { CitableSource } from '../citation/citable';
import { creatorsOf } from '../citation/people';
import { referenceEntry } from '../citation/writing/bibliographyForm';
import {
  authorAndYear,
  familyNamesOf,
  fullNote,
  shortNote,
  withPlace,
} from '../citation/writing/noteForms';
import { groupBy } from '../../util/groupBy';

/**
 * `notes`: in footnotes, as Chicago has notes. `authorDate`: in parentheses, with a list of
 * references.
 */
export const CITATION_FORMS = ['notes', 'authorDate'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** Gives what is known of a source by its citekey; `undefined` when no bibliography has it. */
export type FindEntry = (citekey: string) => DocumentMetadata | undefined;

/** How a citation names its source. */
export interface NamedPart {
  readonly citekey: string;
  readonly locator: string | undefined;
  readonly isWithoutAuthor: boolean;
}

/**
 * Words the citations of one document, in Markdown and in the order in which they are read: what has
 * been cited before is cited in short.
 */
export class CitationWriter {
  private readonly sources = new Map<string, CitableSource | undefined>();
  private readonly cited = new Set<string>();
  private readonly letters: ReadonlyMap<string, string>;

  /** @param citekeys all that the document cites, so that works of one author and year are told apart */
  constructor(
    private readonly findEntry: FindEntry,
    citekeys: readonly string[],
  ) {
    this.letters = this.lettersOf(new Set(citekeys));
  }

  isKnown(citekey: string): boolean {
    return this.sourceOf(citekey) !== undefined;
  }

  /** The names of the authors in running text; the short title where it has none. */
  names({ citekey }: NamedPart): string {
    const source = this.sourceOf(citekey);
    return source === undefined ? asWritten(citekey) : authorAndYear(source, MARKDOWN_WRITING).who;
  }

  /** As a note has it, without a full stop: in full at first, in short later. */
  note(part: NamedPart): string {
    const source = this.sourceOf(part.citekey);
    const place = placeOf(part.locator);
    if (source === undefined) {
      return withPlace(asWritten(part.citekey), place, MARKDOWN_WRITING);
    }
    const form = this.cited.has(part.citekey) ? shortNote : fullNote;
    this.cited.add(part.citekey);
    const shown = part.isWithoutAuthor ? withoutAuthors(source) : source;
    return form(shown, place, MARKDOWN_WRITING).replace(/\.(?=”?$)/, '');
  }

  /** By author, year and place, without parentheses. @param isNamed whether the sentence names the author */
  authorDate(part: NamedPart, isNamed = part.isWithoutAuthor): string {
    const source = this.sourceOf(part.citekey);
    const place = placeOf(part.locator);
    if (source === undefined) {
      return withPlace(asWritten(part.citekey), place, MARKDOWN_WRITING);
    }
    this.cited.add(part.citekey);
    const { who, year } = authorAndYear(source, MARKDOWN_WRITING);
    const dated = `${year}${this.letterOf(part.citekey)}`;
    return withPlace(isNamed ? dated : `${who} ${dated}`, place, MARKDOWN_WRITING);
  }

  /** The list of references: what has been cited by author and date, each once, sorted. */
  references(): readonly string[] {
    return [...this.cited]
      .flatMap((citekey) => {
        const source = this.sourceOf(citekey);
        return source === undefined ? [] : [{ citekey, source }];
      })
      .sort((one, other) => compare(sortKey(one.source), sortKey(other.source)))
      .map(({ citekey, source }) =>
        referenceEntry(source, this.letterOf(citekey), MARKDOWN_WRITING),
      );
  }

  private letterOf(citekey: string): string {
    return this.letters.get(citekey) ?? '';
  }

  private sourceOf(citekey: string): CitableSource | undefined {
    if (!this.sources.has(citekey)) {
      const metadata = this.findEntry(citekey);
      this.sources.set(
        citekey,
        metadata && {
          type: 'document',
          ...metadata,
          id: citekey as SourceId,
          label: metadata.title ?? citekey,
        },
      );
    }
    return this.sources.get(citekey);
  }

  private lettersOf(citekeys: ReadonlySet<string>): ReadonlyMap<string, string> {
    const known = [...citekeys].flatMap((citekey) => {
      const source = this.sourceOf(citekey);
      return source === undefined
        ? []
        : [{ citekey, source, ...authorAndYear(source, MARKDOWN_WRITING) }];
    });
    const letters = new Map<string, string>();
    for (const alike of groupBy(known, ({ who, year }) => [`${who}\n${year}`]).values()) {
      const sorted = [...alike].sort((one, other) =>
        compare(sortKey(one.source), sortKey(other.source)),
      );
      sorted.forEach(({ citekey, year }, at) => {
        if (alike.length > 1) {
          letters.set(citekey, `${year === 'n.d.' ? '-' : ''}${letterAt(at)}`);
        }
      });
    }
    return letters;
  }
}

function asWritten(citekey: string): string {
  return MARKDOWN_WRITING.text(`@${citekey}`);
}

function withoutAuthors(source: CitableSource): CitableSource {
  const { role } = creatorsOf(source);
  return { ...source, [role]: [] };
}

const NUMBERS = /^(?:\d|[ivxlc]+(?![\p{L}\p{N}]))/iu;
const SEVERAL = /[-–—,&]|\d\s*ff?\b|\band\b/u;

/** A place as notes have it: a number by itself counts pages, and ranges have a dash. */
function placeOf(locator = ''): string {
  const place = locator.trim().replace(/(?<=\d)\s?-{1,2}\s?(?=\d)/g, '–');
  return NUMBERS.test(place) ? `${SEVERAL.test(place) ? 'pp.' : 'p.'} ${place}` : place;
}

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function compare(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < one.length; at += 1) {
    const order = COLLATOR.compare(one[at] ?? '', other[at] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** By its creators, or else its title, then by year and title. */
function sortKey(source: CitableSource): readonly string[] {
  const { title = source.label, issued } = source;
  const bare = title.replace(/^(?:the|an?)\s+/i, '').replace(/^[^\p{L}\p{N}]+/u, '');
  const [first] = creatorsOf(source).names;
  const who = first?.literal ?? [first?.family, first?.given].filter(Boolean).join(' ');
  const year = issued?.['date-parts'][0]?.[0];
  return [
    who || bare,
    familyNamesOf(source, MARKDOWN_WRITING),
    year === undefined ? '9999' : String(year).padStart(4, '0'),
    bare,
    source.id,
  ];
}

/** "a" to "z", then "aa". */
function letterAt(at: number): string {
  const letter = String.fromCharCode(97 + (at % 26));
  return at < 26 ? letter : letterAt(Math.floor(at / 26) - 1) + letter;
}
