import type { Scanner } from '../scanner';
import { DATA_SCANNERS } from './data';
import { DOCUMENT_SCANNERS } from './documents';
import { EXPORT_SCANNERS } from './exports';
import { NOTE_SCANNERS } from './notes';
import { WORD_SCANNERS } from './words';

/** Every scanner over text from outside. */
export const SCANNERS: readonly Scanner[] = [
  ...NOTE_SCANNERS,
  ...DOCUMENT_SCANNERS,
  ...DATA_SCANNERS,
  ...WORD_SCANNERS,
  ...EXPORT_SCANNERS,
];
