import { resolvePath, type Place } from '../../paths/place';

/**
 * The file that a name in a note or a setting means: relative to a folder, or absolute, with the
 * ending `.bib` where it has none, as LaTeX allows.
 */
export function bibliographyPlace(folder: Place, name: string): Place {
  const path = /\.[a-z]\w{0,9}$/i.test(name) ? name : `${name}.bib`;
  // An address has a slash before the drive of Windows.
  return resolvePath(folder, /^[a-z]:[\\/]/i.test(path) ? `/${path}` : path);
}

/** Whether a file is of a kind that can be read: BibTeX, BibLaTeX or CSL-JSON. */
export function isBibliographyPath(path: string): boolean {
  return /\.(?:bib|bibtex|json)$/i.test(path);
}

/**
 * Of the names in a folder, the bibliographies that hold for the notes in it without being named,
 * the one for new entries first: all BibTeX files, `references.bib` before the others; where there
 * is none, files that are CSL-JSON by their names. Other JSON may be anything.
 */
export function bibliographiesAmong(names: readonly string[]): readonly string[] {
  const matching = (pattern: RegExp): readonly string[] =>
    names
      .filter((name) => pattern.test(name))
      .sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
  const bibtex = matching(/\.bib$/i);
  return bibtex.length > 0 ? bibtex : matching(/^references\.json$|\.csl\.json$/i);
}

function rankOf(name: string): number {
  return /^references\.(?:bib|json)$/i.test(name) ? 0 : 1;
}
