import { lazy } from '../../util/lazy';
import type { Span } from '../model';
import type { Heading } from './referenceLists';
import type { CitekeyUse } from './citations/citekeyUse';
import { citekeyUsesIn } from './citations/citekeyUses';
import { citationsIn, type ReadCitation } from './citations/citationsIn';
import { footnotesIn, NO_FOOTNOTES, type Footnotes } from './footnotes';
import { frontMatterIn, type FrontMatter } from './frontMatter';
import type { GapTable } from './gap';
import { BREAK, HiddenRanges } from './hiddenRanges';
import { noteLanguage } from './languages/registry';
import { CollectedMarkup, type Printed, type ToldQuotation } from './markup';
import type { NoteLanguage } from './noteLanguage';
import type { Prose } from './prose';
import type { Quotation } from './quotations/quotation';
import { quotationsInMarks } from './quotations/quotationMarks';
import { quotationsIn } from './quotations/quotationsIn';
import { NoteReader, type ReadableText } from './readableText';
import { addressesIn } from './webAddresses';
import { zonesOf, type Zones } from './zones';

/** What the scanner of a language makes of a text. */
interface Scan {
  readonly hidden: HiddenRanges;
  readonly markup: CollectedMarkup;
}

/**
 * One version of a note: its text, and what it is made of. Each part is worked out when it is first
 * asked for, and once; the text is scanned once for all of them. Immutable. Offsets are UTF-16.
 */
export class Note implements Prose {
  readonly language: NoteLanguage;

  /** @param language a VS Code language id, of which unknown ones are plain text, or a language itself */
  constructor(
    readonly text: string,
    language: string | NoteLanguage,
  ) {
    this.language = typeof language === 'string' ? noteLanguage(language) : language;
  }

  /** Undefined when it has none. */
  get frontMatter(): FrontMatter | undefined {
    return this.madeFrontMatter();
  }

  /** What is no prose: code, commands, addresses of links, front matter, comments. */
  get hidden(): HiddenRanges {
    return this.madeScan().hidden;
  }

  get gaps(): GapTable {
    return this.language.gaps;
  }

  get hasBackslashPaths(): boolean {
    return this.language.hasBackslashPaths;
  }

  /** The addresses that stand in the text as they are, in order. */
  get addresses(): readonly Span[] {
    return this.madeAddresses();
  }

  get zones(): Zones {
    return this.madeZones();
  }

  /** What markup prints that is hidden, by where it begins. */
  get printed(): ReadonlyMap<number, Printed> {
    return this.madeScan().markup.printed;
  }

  /** In order. */
  get headings(): readonly Heading[] {
    return this.madeScan().markup.headings;
  }

  get footnotes(): Footnotes {
    return this.madeFootnotes();
  }

  /** The citekeys that it cites, in order. */
  get citekeyUses(): readonly CitekeyUse[] {
    return this.madeCitekeyUses();
  }

  /** Its citations, with the places in sources that they name, in order; one in a footnote stands at its mark. */
  get citations(): readonly ReadCitation[] {
    return this.madeCitations();
  }

  /** All that markup and marks tell of quotations, of any length and within each other, in any order. */
  get toldQuotations(): readonly ToldQuotation[] {
    return this.madeToldQuotations();
  }

  /** Its quotations of five words or more, in order, without those in footnotes. */
  get quotations(): readonly Quotation[] {
    return this.madeQuotations();
  }

  /** A stretch of it as it is read, without markup. Linear in the stretch. */
  read(span: Span): ReadableText {
    return this.madeReader().read(span);
  }

  private readonly madeFrontMatter = lazy(() =>
    frontMatterIn(this.text, this.language.id === 'plaintext'),
  );
  private readonly madeScan = lazy(() => this.scan());
  private readonly madeAddresses = lazy(() => addressesIn(this.text));
  private readonly madeZones = lazy(() => {
    const { hidden, markup } = this.madeScan();
    return zonesOf(this.text, hidden, markup, this.madeToldQuotations, this.madeAddresses);
  });
  private readonly madeFootnotes = lazy((): Footnotes => {
    const { footnotes } = this.language;
    const { hidden, markup } = this.madeScan();
    return footnotes === undefined
      ? NO_FOOTNOTES
      : footnotesIn(this.text, footnotes, hidden, markup);
  });
  private readonly madeCitekeyUses = lazy(() => citekeyUsesIn(this));
  private readonly madeCitations = lazy(() => citationsIn(this));
  private readonly madeToldQuotations = lazy((): readonly ToldQuotation[] => {
    const { hidden, markup } = this.madeScan();
    const { hasBacktickMarks } = this.language.quotations;
    return [...markup.quotations, ...quotationsInMarks(this.text, hidden, hasBacktickMarks)];
  });
  private readonly madeQuotations = lazy(() => quotationsIn(this));
  private readonly madeReader = lazy(() => new NoteReader(this));

  private scan(): Scan {
    const markup = new CollectedMarkup(this.text);
    const hidden = new HiddenRanges(markup);
    const start = this.frontMatter?.end ?? 0;
    if (start > 0) {
      hidden.add(0, start, BREAK);
    }
    this.language.scan(this.text, start, hidden);
    return { hidden, markup };
  }
}
