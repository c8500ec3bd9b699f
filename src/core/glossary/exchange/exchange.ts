import { MOST_PROBLEMS } from '../../budgets';
import type { EntryFields } from '../glossary';

/** The formats that glossaries are exchanged in. */
export type ExchangeFormat = 'csv' | 'tsv' | 'tbx' | 'markdown';

/** A glossary's context with its entries, to be written in another format. */
export interface ExportedContext {
  /** Absent where the glossary gives none. */
  readonly name?: string;
  readonly entries: readonly EntryFields[];
}

/** What a file of another format holds. */
export interface ExchangeReading {
  readonly entries: readonly ReadEntry[];
  /** What was refused or not understood, in the order of the file. */
  readonly remarks: readonly ReadingRemark[];
}

export interface ReadEntry {
  readonly fields: EntryFields;
  /** The context or subject field that the file puts it into; absent where it names none. */
  readonly context?: string;
  /** The number of its row or concept, counted from 1 as an editor or a spreadsheet counts them. */
  readonly place: number;
}

export interface ReadingRemark {
  readonly kind:
    /** The file cannot be read at all; `detail` is the reason. */
    | 'unreadable'
    /** An entry without a name was left out. */
    | 'noName'
    /** A column or category that a glossary has no field for was left out; `detail` is its name. */
    | 'unknownField'
    /** A value that its field does not allow was left out; `detail` is the value. */
    | 'badValue'
    /** The first row names no column: the first column was taken for names, the second for definitions. */
    | 'noHeader'
    /** A row with more cells than there are columns; what is too much was left out. */
    | 'tooManyCells'
    /** More entries without a name; `detail` is how many. */
    | 'moreRefused'
    /** More remarks of other kinds; `detail` is how many. */
    | 'moreRemarks';
  /** The number of the row or concept; absent where it is about the file. */
  readonly place?: number;
  readonly detail: string;
}

/** UTF-16 units of what a remark quotes. */
const LONGEST_DETAIL = 300;

/** Gathers remarks: of refused entries and of what else was left out so many each, and the rest in number. */
export class Remarks {
  private readonly refused: ReadingRemark[] = [];
  private readonly others: ReadingRemark[] = [];
  private moreRefused = 0;
  private moreOthers = 0;

  push(remark: ReadingRemark): void {
    const isRefused = remark.kind === 'noName';
    const list = isRefused ? this.refused : this.others;
    if (list.length < MOST_PROBLEMS) {
      const { detail } = remark;
      const isLong = detail.length > LONGEST_DETAIL;
      list.push(isLong ? { ...remark, detail: `${detail.slice(0, LONGEST_DETAIL)}…` } : remark);
    } else if (isRefused) {
      this.moreRefused++;
    } else {
      this.moreOthers++;
    }
  }

  /** In the order of the file, with the numbers of the rest behind them. */
  get all(): readonly ReadingRemark[] {
    const more = (kind: ReadingRemark['kind'], count: number): readonly ReadingRemark[] =>
      count === 0 ? [] : [{ kind, detail: String(count) }];
    return [
      ...[...this.refused, ...this.others].sort(
        (one, other) => (one.place ?? 0) - (other.place ?? 0),
      ),
      ...more('moreRefused', this.moreRefused),
      ...more('moreRemarks', this.moreOthers),
    ];
  }
}

/** An entry under construction. */
export type EntryDraft = { -readonly [K in keyof EntryFields]?: EntryFields[K] | undefined };

/** An entry of what is known of it; `undefined` without a name that holds a letter or digit. */
export function entryOfDraft(draft: EntryDraft): EntryFields | undefined {
  const { name = '' } = draft;
  if (!/[\p{L}\p{N}]/u.test(name)) {
    return undefined;
  }
  const stated = Object.entries(draft).filter(([, value]) => value !== undefined && value !== '');
  return {
    aliases: [],
    examples: [],
    meta: new Map(),
    related: [],
    ...(Object.fromEntries(stated) as Partial<EntryFields>),
    name,
  };
}

/** A text on one line, without blanks around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
