import { isNoteLanguage, type NoteLanguageId } from '../languageIds';
import type { NoteLanguage } from '../noteLanguage';
import { ASCIIDOC } from './asciidoc/asciidocLanguage';
import { LATEX, TEX } from './latex/latexLanguage';
import { MARKDOWN, QUARTO } from './markdown/markdownLanguage';
import { ORG } from './org/orgLanguage';
import { PLAIN_TEXT } from './plainText/plainTextLanguage';
import { RESTRUCTURED_TEXT } from './restructuredText/restructuredTextLanguage';
import { TYPST } from './typst/typstLanguage';

const LANGUAGES: Readonly<Record<NoteLanguageId, NoteLanguage>> = {
  markdown: MARKDOWN,
  plaintext: PLAIN_TEXT,
  latex: LATEX,
  tex: TEX,
  restructuredtext: RESTRUCTURED_TEXT,
  asciidoc: ASCIIDOC,
  quarto: QUARTO,
  org: ORG,
  typst: TYPST,
};

/** What is known of a VS Code language id; unknown ones are plain text. */
export function noteLanguage(id: string): NoteLanguage {
  return isNoteLanguage(id) ? LANGUAGES[id] : PLAIN_TEXT;
}
