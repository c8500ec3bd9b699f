import { isObject } from '../../util/shape';

/** The types of CSL 1.0.2, and those that earlier versions had. */
const CSL_TYPES = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic ' +
    'collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic ' +
    'hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet ' +
    'paper-conference patent performance periodical personal_communication post post-weblog ' +
    'regulation report review review-book software song speech standard thesis treaty webpage'
  ).split(' '),
);

/** What an item without a type may have: the variables that tell a document from any other thing. */
const CSL_FIELDS = new Set(
  (
    'id citation-key citekey citation-label categories keyword language journalAbbreviation shortTitle ' +
    'author editor translator container-author collection-editor director composer illustrator ' +
    'accessed container event-date issued original-date submitted abstract annote archive ' +
    'archive_location archive-place authority call-number chapter-number collection-number ' +
    'collection-title container-title container-title-short dimensions DOI edition event event-title ' +
    'event-place first-reference-note-number genre ISBN ISSN issue jurisdiction locator medium note ' +
    'number number-of-pages number-of-volumes original-publisher original-publisher-place ' +
    'original-title page page-first PMCID PMID publisher publisher-place references reviewed-author ' +
    'reviewed-title scale section source status title title-short URL version volume year-suffix ' +
    'custom file attachments'
  ).split(' '),
);

/** Files of editors and other tools, which some program reads as its own settings. */
const TOOLS_OWN =
  /(?:^|\/)(?:keybindings|settings|tasks|launch|extensions|argv|storage|mcp|package|package-lock|npm-shrinkwrap|composer|manifest|devcontainer|bower|lerna|nx|deno|[jt]sconfig(?:\.[^/]*)?)\.json$/i;

/** In a folder whose name begins with a dot, or with such a name of its own. */
const HIDDEN = /(?:^|\/)\.[^/]*(?:\/[^/]*)?$/;

/**
 * Why no entry may be added to a JSON file that can be read: it is not a bibliography in CSL-JSON.
 * `undefined` when it is one, or is empty and has a name under which a bibliography may begin.
 * For people, in English.
 */
export function jsonRefusal(text: string, path: string): string | undefined {
  if (TOOLS_OWN.test(path)) {
    return 'Files of that name are settings of a program, not bibliographies. Name another file.';
  }
  if (text.trim() === '') {
    return HIDDEN.test(path) ? MAY_BE_SETTINGS : undefined;
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // What is wrong, and in which line, tells whoever reads it.
    return undefined;
  }
  const items = isObject(content) && Array.isArray(content.items) ? content.items : content;
  if (!Array.isArray(items)) {
    return undefined;
  }
  if (items.length === 0) {
    return HIDDEN.test(path) ? MAY_BE_SETTINGS : undefined;
  }
  const stranger = (items as unknown[]).findIndex((item) => !isItem(item));
  return stranger < 0
    ? undefined
    : `Item ${stranger + 1} of the list has no "id" and "type" of CSL, so that this may not be a bibliography. Mend the item, or name another file.`;
}

const MAY_BE_SETTINGS =
  'An empty file whose name or folder begins with a dot may belong to a program. Name another file.';

/**
 * Why no entry may be added to a BibTeX file: it has text, and none of it is an entry.
 * `undefined` when it has entries, comments only, or nothing. For people, in English.
 */
export function bibtexRefusal(text: string): string | undefined {
  if (text.includes('\0')) {
    return 'This is not text. Name another file.';
  }
  const hasEntry = /@[ \t]*[a-z]\w*\s*[{(]/i.test(text);
  // What begins with a per cent sign is a comment to everybody.
  const hasText = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .some((line) => /^[^%]/.test(line.trimStart()));
  return hasText && !hasEntry
    ? 'This has text, but no BibTeX entry. Begin its lines with “%” to make them comments, or name another file.'
    : undefined;
}

/** Of CSL-JSON, or of the JSON that Better BibTeX writes. */
function isItem(item: unknown): boolean {
  if (!isObject(item)) {
    return false;
  }
  const id = item['citation-key'] ?? item.citekey ?? item.id ?? item.citationKey;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return false;
  }
  if (typeof item.itemType === 'string') {
    return true;
  }
  return item.type === undefined
    ? Object.keys(item).every((name) => CSL_FIELDS.has(name))
    : typeof item.type === 'string' && CSL_TYPES.has(item.type.toLowerCase());
}
