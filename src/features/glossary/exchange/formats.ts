import type { ImportFormat } from '../../../core/glossary/exchange/readExchange';

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
