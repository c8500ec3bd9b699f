/**
 * The languages of notes as the editor knows them: by id, with the endings of their files, in small
 * letters. What else is known of each stands in `languages/`; this much is needed at the start.
 */
const ENDINGS = {
  markdown: ['md', 'markdown', 'mdown', 'mkd'],
  plaintext: ['txt', 'text'],
  latex: ['tex', 'latex', 'ltx'],
  tex: ['sty', 'cls'],
  restructuredtext: ['rst', 'rest'],
  asciidoc: ['adoc', 'asciidoc', 'asc'],
  quarto: ['qmd', 'rmd'],
  org: ['org'],
  typst: ['typ'],
} as const;

export type NoteLanguageId = keyof typeof ENDINGS;

/** Ids of the languages that notes are written in. */
export const NOTE_LANGUAGES = Object.keys(ENDINGS).filter(isNoteLanguage);

/** Endings of files that are written in one of them and hold no prose. */
const WITHOUT_PROSE: readonly string[] = ENDINGS.tex;

/** Endings, in small letters, of files that notes are kept in. */
export const NOTE_ENDINGS: readonly string[] = Object.values(ENDINGS)
  .flat()
  .filter((ending) => !WITHOUT_PROSE.includes(ending));

/** Whether a VS Code language id is that of a language of notes. */
export function isNoteLanguage(id: string): id is NoteLanguageId {
  return Object.hasOwn(ENDINGS, id);
}

/** The language that goes with a file's ending; `plaintext` for those without one here. */
export function languageOfPath(path: string): NoteLanguageId {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return NOTE_LANGUAGES.find((id) => ENDINGS[id].some((known) => known === ending)) ?? 'plaintext';
}
