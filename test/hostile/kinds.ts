import type { DocumentFormat } from '../../src/core/library/document';

/** What the extension reads besides documents. */
export type TextKind =
  | 'glossary'
  | 'bibtex'
  | 'csl'
  | 'table'
  | 'tbx'
  | 'ignore'
  | 'note-markdown'
  | 'note-text'
  | 'note-latex'
  | 'note-rst'
  | 'note-asciidoc'
  | 'note-quarto'
  | 'note-org'
  | 'note-typst';

/** A kind of files that is spoilt and read. */
export type FuzzKind = DocumentFormat | TextKind;

/** The endings by which files of a kind are known. */
export const KINDS: Readonly<Record<FuzzKind, string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  pdf: 'pdf',
  word: 'docx',
  glossary: 'glossary.yml',
  bibtex: 'bib',
  csl: 'json',
  table: 'csv',
  tbx: 'tbx',
  ignore: 'gitignore',
  'note-markdown': 'md',
  'note-text': 'txt',
  'note-latex': 'tex',
  'note-rst': 'rst',
  'note-asciidoc': 'adoc',
  'note-quarto': 'qmd',
  'note-org': 'org',
  'note-typst': 'typ',
};

export function isDocument(kind: FuzzKind): kind is DocumentFormat {
  return ['text', 'markdown', 'html', 'pdf', 'word'].includes(kind);
}
