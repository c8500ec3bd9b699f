import { parse } from 'papaparse';
import { checkNote } from '../../src/core/checks/checkNote';
import { CHECK_RULES } from '../../src/core/checks/finding';
import { parseBibliography } from '../../src/core/citation/bibliography';
import { namedBibliographies } from '../../src/core/note/citations/namedBibliographies';
import { planImport } from '../../src/core/glossary/exchange/importPlan';
import { readTable, writeTable } from '../../src/core/glossary/exchange/table';
import { readTbx } from '../../src/core/glossary/exchange/tbxReader';
import type { Glossary } from '../../src/core/glossary/glossary';
import { namedGlossaries } from '../../src/core/note/namedGlossaries';
import { parseGlossary } from '../../src/core/glossary/parse';
import { IgnoreRules } from '../../src/core/paths/ignoreRules';
import { decodeText } from '../../src/core/text/readText';
import type { Span } from '../../src/core/model';
import { languageOfPath } from '../../src/core/note/languageIds';
import { TermSet } from '../../src/core/terms/termSet';
import { ownTerms } from '../support/knownTerms';
import type { TextKind } from './kinds';
import { Note } from '../../src/core/note/note';

const TERMS = new TermSet(
  ownTerms('Harbour', [
    { name: 'harbour control room', abbreviation: 'HCR' },
    { name: 'lamp shed', status: 'deprecated', use: 'harbour control room' },
  ]),
);

/** Paths of which an ignore file may say something. */
const PATHS = ['a.txt', 'drafts/b.txt', 'a/x/b1c/d.txt', 'keep.tmp', `${'a'.repeat(200)}.md`];

/**
 * Reads a file as the extension does.
 *
 * @returns what is wrong with what came of it; `undefined` when nothing is
 */
export async function flawOfText(
  kind: TextKind,
  bytes: Uint8Array,
  path: string,
): Promise<string | undefined> {
  const { text } = await decodeText(bytes);
  switch (kind) {
    case 'glossary':
      return flawOfGlossary(text, parseGlossary(text));
    case 'bibtex':
    case 'csl': {
      const { entries } = parseBibliography(text, path);
      return entries.some(({ citekey }) => citekey === '') ? 'an entry without a key' : undefined;
    }
    case 'table':
    case 'tbx':
      return flawOfExchange(kind === 'tbx' ? readTbx(text) : readTable(text));
    case 'ignore': {
      const rules = new IgnoreRules((folder) => Promise.resolve(folder === '' ? text : undefined));
      await Promise.all(PATHS.map((file) => rules.ignores(file)));
      return undefined;
    }
    default:
      return flawOfNote(text, languageOfPath(path));
  }
}

function flawOfGlossary(text: string, { contexts, problems }: Glossary): string | undefined {
  const spans = [
    ...problems.map(({ span }) => span),
    ...contexts.flatMap(({ entries }) => entries.flatMap(({ span, nameSpan }) => [span, nameSpan])),
  ];
  // Nobody reads more, and each costs time and memory on the editor's own thread.
  return problems.length > MOST_PROBLEMS
    ? `${problems.length} problems`
    : strayOf(spans, text, 'a span');
}

/** A hundred, and one that says that there are more. */
const MOST_PROBLEMS = 101;

/** What a spreadsheet would take for a formula, wherever it stands in a cell that is exported. */
const FORMULA = /^[\s\u00a0\ufeff\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function flawOfExchange({ entries }: ReturnType<typeof readTbx>): string | undefined {
  const { added } = planImport(entries, []);
  const table = writeTable([{ entries: added }], '\t');
  const cells = parse<readonly string[]>(table, { delimiter: '\t' }).data.flat();
  const formula = cells.find((cell) => FORMULA.test(cell));
  return formula === undefined ? undefined : `a formula: ${JSON.stringify(formula.slice(0, 40))}`;
}

function flawOfNote(text: string, language: string): string | undefined {
  const options = { rules: new Set(CHECK_RULES), commonAcronyms: [] };
  namedGlossaries(new Note(text, 'markdown'));
  namedBibliographies(new Note(text, language));
  const quotations = new Note(text, language).quotations;
  return (
    strayOf(checkNote(new Note(text, language), TERMS, options), text, 'a finding') ??
    strayOf(new Note(text, language).citekeyUses, text, 'a citation') ??
    strayOf(quotations, text, 'a quotation') ??
    strayOf(new Note(text, language).citations, text, 'a citation with its place')
  );
}

function strayOf(spans: readonly Span[], text: string, what: string): string | undefined {
  const stray = spans.find(({ start, end }) => start < 0 || end < start || end > text.length);
  return stray && `${what} at ${stray.start}–${stray.end} of ${text.length}`;
}
