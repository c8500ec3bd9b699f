import { decodeText } from '../../core/library/formats/decode';
import type { ExchangeFormat, ExchangeReading } from '../../core/glossary/exchange/exchange';
import { readTable } from '../../core/glossary/exchange/table';
import { readTbx } from '../../core/glossary/exchange/tbxReader';

/** Formats that glossaries can be read from. */
export type ImportFormat = Exclude<ExchangeFormat, 'markdown'>;

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  tbx: 'tbx',
  xml: 'tbx',
};

/** Endings of files that glossaries can be read from. */
export const IMPORT_ENDINGS: readonly string[] = Object.keys(ENDINGS);

/** The format of a file by its ending; `undefined` for one that cannot be read. */
export function importFormatOf(path: string): ImportFormat | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}

/** Reads a file of a glossary in another format. Text may be in UTF-8, UTF-16 or Windows-1252. */
export function readExchangeFile(bytes: Uint8Array, format: ImportFormat): ExchangeReading {
  const { text } = decodeText(bytes);
  // Spreadsheets write tables with semicolons, too, where a comma parts decimals.
  return format === 'tbx' ? readTbx(text) : readTable(text, format === 'tsv' ? '\t' : undefined);
}
