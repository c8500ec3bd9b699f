import type { Span } from '../model';
import type { CitationForm, CitationWriter } from './citationWriter';
import type { DocumentBlock, ExportProblem } from './documentTree';

/** A picture as a note names it, and where. */
export interface NamedPicture {
  readonly source: string;
  readonly span: Span;
}

/** What the parts of one document share: its footnotes are counted through. */
export interface SharedState {
  readonly citations: CitationWriter;
  readonly form: CitationForm;
  readonly notes: (readonly DocumentBlock[])[];
  readonly problems: ExportProblem[];
  /** The pictures that it names, with those that come up again. */
  readonly pictures: NamedPicture[];
  /** The ids of headings that are taken, each with the number that was last put behind it. */
  readonly ids: Map<string, number>;
}
