import type { Span } from '../../core/model';
import { fieldValueSpan } from '../../core/note/frontMatterFields';
import { namedGlossaries } from '../../core/note/namedGlossaries';
import type { NoteText } from '../notes/noteDocuments';
import { noteOf } from '../notes/noteOf';

/** The glossaries that the front matter of a note names. */
export function glossariesNamedIn(note: NoteText): readonly string[] {
  return namedGlossaries(noteOf(note));
}

/** Where the front matter of a note names a glossary; undefined when it is escaped there. */
export function spanOfGlossaryName(note: NoteText, name: string): Span | undefined {
  return fieldValueSpan(noteOf(note), 'glossaries', name);
}
