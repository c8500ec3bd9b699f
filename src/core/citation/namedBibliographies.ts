import { MOST_NAMED_FILES } from '../budgets';
import { resolvePath, type Place } from '../glossary/place';
import { frontMatterFields } from '../library/formats/frontMatter';

/** UTF-16 units that a command of LaTeX may have in its brackets. */
const BRACKETS = String.raw`(?:\[[^\]]{0,300}\]\s{0,20})?`;

/** Commands of BibTeX and BibLaTeX that name bibliographies. */
const LATEX = new RegExp(
  String.raw`\\(?:add(?:bibresource|globalbib|sectionbib)|bibliography)\*?\s{0,20}${BRACKETS}\{([^{}]{1,2000})\}`,
  'g',
);
/** Org's own citations; asciidoctor-bibtex; sphinxcontrib-bibtex. */
const ORG = /^[ \t]{0,20}#\+bibliography:[ \t]*([^\r\n]{1,500})/gim;
const ASCIIDOC = /^:bibtex-file:[ \t]*([^\r\n]{1,500})/gm;
const RESTRUCTURED_TEXT = /^[ \t]{0,20}\.\. bibliography::[ \t]*([^\r\n]{1,500})/gm;

const IN_TEXT: ReadonlyMap<string, (text: string) => readonly string[]> = new Map([
  ['latex', latexNames],
  ['tex', latexNames],
  ['org', (text) => capturedIn(text, ORG).map(unquoted)],
  ['asciidoc', (text) => capturedIn(text, ASCIIDOC)],
  [
    'restructuredtext',
    (text) => capturedIn(text, RESTRUCTURED_TEXT).flatMap((one) => one.split(/\s+/)),
  ],
]);

/**
 * The bibliographies that a note names, as they are written there, each once: those of its front
 * matter (`bibliography:`, one, a list, or named ones), or else those that its language has commands
 * for. Addresses of the web are left out.
 *
 * @param language a VS Code language id
 */
export function namedBibliographies(text: string, language: string): readonly string[] {
  const ofFrontMatter = frontMatterNames(text);
  const names = ofFrontMatter.length > 0 ? ofFrontMatter : (IN_TEXT.get(language)?.(text) ?? []);
  return [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name !== '' && !/^[a-z][a-z\d+.-]+:\/\//i.test(name))
    .slice(0, MOST_NAMED_FILES);
}

function frontMatterNames(text: string): readonly string[] {
  // Front matter is read as YAML at the top of the notes that need it only.
  if (
    !/(?<![^])\uFEFF?---[^]{0,65536}^["']?bibliography["']?[ \t]*:/imu.test(text.slice(0, 65_600))
  ) {
    return [];
  }
  return namesIn(frontMatterFields(text.replace(/^\uFEFF/, ''))?.fields.get('bibliography'));
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

function latexNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const { 0: command, 1: files = '', index } of text.matchAll(LATEX)) {
    const isList = command.startsWith('\\bibliography');
    if (!isCommentedOut(text, index)) {
      names.push(...(isList ? files.split(',') : [files]));
    }
  }
  return names;
}

/** Whether a `%` before it makes the rest of the line a comment. */
function isCommentedOut(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 1000);
  return /(?<!\\)(?:\\\\)*%/.test(text.slice(start, offset));
}

function capturedIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, captured = '']) => captured.trim());
}

function unquoted(name: string): string {
  return /^"(.*)"$/.exec(name)?.[1] ?? name;
}

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
