import { checkNote } from '../core/checks/checkNote';
import { CHECK_RULES, type CheckRule, type Finding, type Fix } from '../core/checks/finding';
import { languageOfPath } from '../core/note/languageIds';
import { Note } from '../core/note/note';
import type { TermSet } from '../core/terms/termSet';
import { findingMessage } from '../core/checks/findingMessage';
import { english } from './english';
import { linePlaces } from './linePlaces';

/** One finding, as `--check --json` prints it. Offsets count UTF-16 units. */
export interface FindingRow {
  readonly rule: CheckRule;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
  /** `null` where only the author can know the remedy. */
  readonly fix: Fix | null;
}

/** What all drafting checks find that are made while one writes; the path's ending tells the language. */
export function findingRows(text: string, path: string, terms: TermSet): readonly FindingRow[] {
  const rules = new Set(CHECK_RULES.filter((rule) => rule !== 'claim-without-source'));
  const options = { rules, commonAcronyms: [] };
  return checkNote(new Note(text, languageOfPath(path)), terms, options).map((finding) =>
    rowOf(text, finding),
  );
}

function rowOf(text: string, finding: Finding): FindingRow {
  const { rule, start, end, fix = null } = finding;
  const message = findingMessage(finding, english);
  return { rule, start, end, text: text.slice(start, end), message, fix };
}

/** A line for each row: its place as `line:column`, both counted from 1, its rule and message. */
export function findingRowsAsText(rows: readonly FindingRow[], text: string): string {
  const places = linePlaces(text, rows);
  return rows.map(({ rule, message }, index) => `${places[index]} ${rule} ${message}`).join('\n');
}
