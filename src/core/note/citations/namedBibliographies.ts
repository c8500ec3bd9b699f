import { MOST_NAMED_FILES } from '../../budgets';
import { frontMatterIn } from '../frontMatter';
import { frontMatterField } from '../frontMatterFields';

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
  const ofFrontMatter = namesIn(frontMatterField(frontMatterIn(text), 'bibliography'));
  const names = ofFrontMatter.length > 0 ? ofFrontMatter : (IN_TEXT.get(language)?.(text) ?? []);
  return [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name !== '' && !/^[a-z][a-z\d+.-]+:\/\//i.test(name))
    .slice(0, MOST_NAMED_FILES);
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
