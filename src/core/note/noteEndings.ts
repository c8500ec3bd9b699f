const LANGUAGE_BY_ENDING = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mkd', 'markdown'],
  ['qmd', 'quarto'],
  ['rmd', 'quarto'],
  ['tex', 'latex'],
  ['latex', 'latex'],
  ['ltx', 'latex'],
  ['sty', 'tex'],
  ['cls', 'tex'],
  ['rst', 'restructuredtext'],
  ['rest', 'restructuredtext'],
  ['adoc', 'asciidoc'],
  ['asciidoc', 'asciidoc'],
  ['asc', 'asciidoc'],
  ['org', 'org'],
]);

/** Endings, in small letters, of files that notes are kept in; those that hold no prose are left out. */
export const NOTE_ENDINGS: readonly string[] = [
  ...[...LANGUAGE_BY_ENDING.keys()].filter((ending) => ending !== 'sty' && ending !== 'cls'),
  'txt',
  'text',
];

/** The VS Code language id that goes with a file's ending; `plaintext` for those without one here. */
export function languageOfPath(path: string): string {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1] ?? '';
  return LANGUAGE_BY_ENDING.get(ending.toLowerCase()) ?? 'plaintext';
}
