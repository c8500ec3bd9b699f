import type { NoteLanguageId } from './languageIds';

/** The ways in which notes cite. */
export const CITATION_STYLES = [
  'footnote',
  'pandoc',
  'latex',
  'asciidoc',
  'restructuredtext',
  'typst',
  'plain',
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What has to be known of a style of citation before anything is written in it. */
export interface StyleTraits {
  /** The language that it writes; undefined for one that writes that of the note. */
  readonly language: NoteLanguageId | undefined;
  /** Whether it cites in footnotes, so that those of the note count. */
  readonly isInFootnotes: boolean;
  /** Whether it names a source by nothing but its key, so that it is worth nothing without an entry. */
  readonly isKeyed: boolean;
}

/** By style. How each is written is told by `core/citation/citeInNote`. */
export const STYLE_TRAITS: Readonly<Record<CitationStyle, StyleTraits>> = {
  footnote: { language: 'markdown', isInFootnotes: true, isKeyed: false },
  pandoc: { language: 'markdown', isInFootnotes: false, isKeyed: true },
  latex: { language: 'latex', isInFootnotes: false, isKeyed: true },
  asciidoc: { language: 'asciidoc', isInFootnotes: true, isKeyed: false },
  restructuredtext: { language: 'restructuredtext', isInFootnotes: true, isKeyed: false },
  typst: { language: 'typst', isInFootnotes: false, isKeyed: true },
  plain: { language: undefined, isInFootnotes: false, isKeyed: false },
};
