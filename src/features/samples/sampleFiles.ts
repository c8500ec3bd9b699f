/**
 * The files of the sample notes, relative to their folder. Named one by one, since in a browser the
 * folder of an extension cannot be listed.
 */
export const SAMPLE_FILES = [
  'README.md',
  'brief.md',
  'call-notes.txt',
  'house.glossary.yml',
  'quotations.md',
  'references.bib',
  'sources/reading-sources.md',
] as const;

/** The sample note that is opened first. */
export const FIRST_SAMPLE = 'brief.md';
