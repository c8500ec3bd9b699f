import type { SourceId } from '../model';
import type { BibliographyEntry } from './bibliography';
import { formatCitation } from './plainCitation';

/** An entry of a bibliography as a reference in plain text; by its key when it has no title. */
export function formatEntry({ citekey, metadata }: BibliographyEntry): string {
  const id = citekey as SourceId;
  return formatCitation({ type: 'document', ...metadata, id, label: citekey });
}
