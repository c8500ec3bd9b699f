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
