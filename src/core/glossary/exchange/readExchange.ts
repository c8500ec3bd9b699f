import type { ExchangeFormat, ExchangeReading } from './exchange';
import { readTable } from './table';
import { readTbx } from './tbxReader';

/** Formats that glossaries can be read from. */
export type ImportFormat = Exclude<ExchangeFormat, 'markdown'>;

/** Reads the text of a glossary in another format. */
export function readExchange(text: string, format: ImportFormat): ExchangeReading {
  // Spreadsheets write tables with semicolons, too, where a comma parts decimals.
  return format === 'tbx' ? readTbx(text) : readTable(text, format === 'tsv' ? '\t' : undefined);
}
