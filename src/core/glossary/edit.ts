import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { TextEdit } from '../model';
import { addBlockItems, addBlockPair, appendBlock, fillBlock } from './blockEdit';
import { blockLines, type BlockStyle, entryValue, type GlossaryValue } from './entryText';
import { addFlowItems, addFlowPair, fillFlow } from './flowEdit';
import type { EntryFields, Glossary, GlossaryContext, GlossaryImport } from './glossary';
import { isNestedTooDeeply } from '../text/nesting';
import { parseGlossary } from './parse';
import { type GlossarySource, isEmptyValue, pairOf, readSource } from './sourceStyle';

const NEW_FILE: BlockStyle = { indent: 2, indentLists: true };

/** On top of a new file. */
const ABOUT = `# IP4 Desk glossary. Applies to notes in this folder and its subfolders.
`;

/** An entry in comments, laid out for `NEW_FILE`. */
const EXAMPLE = `      # - name: North Atlantic Council
      #   abbreviation: NAC
      #   definition: The principal political decision-making body of NATO.
      #   aliases:
      #     - the Council
`;

/**
 * The one change to a YAML or JSON glossary that adds entries behind the last one of a context.
 * Whatever else is in the file stays as it is, to the byte; the new text is laid out as the file is.
 * All that is ever replaced is an explicit `null` and blanks between empty brackets; a comment that
 * stands behind the last entry within brackets is written again behind the comma that it then needs.
 *
 * @param context the number of the context in `parseGlossary(text).contexts`; 0 makes one in a file
 *   that has none
 * @returns `undefined` when the file has no such context, or is so broken that no place can be
 *   found in it: a parser would not read the entries back as they are, and everything else as before.
 */
export function addEntries(
  text: string,
  entries: readonly EntryFields[],
  context = 0,
): TextEdit | undefined {
  if (entries.length === 0 || isNestedTooDeeply(text)) {
    return undefined;
  }
  const before = parseGlossary(text);
  if (before.problems.some(({ kind }) => kind === 'tooLarge')) {
    return undefined;
  }
  const edit = findEdit(text, entries.map(entryValue), context);
  const after = edit && parseGlossary(applyEdit(text, edit));
  return after && addsOnly(before, after, entries, context) ? edit : undefined;
}

/** Applies an edit to the text that it was computed for. */
export function applyEdit(text: string, { start, end, text: inserted }: TextEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/**
 * A new YAML file with these entries. When there are none, it ends with an example of one in
 * comments, which are indented as the first entry is to be.
 */
export function glossaryText(name: string | undefined, entries: readonly EntryFields[]): string {
  const named = name === undefined || name.trim() === '' ? {} : { name: name.trim() };
  if (entries.length > 0) {
    const contexts = [{ ...named, terms: entries.map(entryValue) }];
    return `${ABOUT}${blockLines({ contexts }, NEW_FILE, 0).join('\n')}\n`;
  }
  const fields = [...('name' in named ? blockLines(named, NEW_FILE, 4) : []), 'terms:'];
  return `${ABOUT}contexts:\n  - ${fields.join('\n    ')}\n${EXAMPLE}`;
}

function findEdit(
  text: string,
  entries: readonly GlossaryValue[],
  context: number,
): TextEdit | undefined {
  const document = parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const source = readSource(text, document);
  const root = document.contents;
  const wrapped = [{ terms: entries }];
  const isNew = context === 0;
  if (isEmptyValue(root)) {
    return isNew ? appendBlock(source, { contexts: wrapped }) : undefined;
  }
  if (!isMap(root)) {
    return undefined;
  }
  const contexts = pairOf(root, 'contexts');
  const maps = isSeq(contexts?.value) ? contexts.value.items.filter((item) => isMap(item)) : [];
  const target = maps[context];
  if (target === undefined) {
    return isNew && maps.length === 0 ? addToList(source, root, 'contexts', wrapped) : undefined;
  }
  return addToList(source, target, 'terms', entries);
}

/** Adds values to the list that a map has under a key, or is to have there. */
function addToList(
  source: GlossarySource,
  map: YAMLMap,
  key: string,
  values: readonly GlossaryValue[],
): TextEdit | undefined {
  const isFlow = map.flow === true;
  const pair = pairOf(map, key);
  if (pair === undefined) {
    return isFlow ? addFlowPair(source, map, key, values) : addBlockPair(source, map, key, values);
  }
  if (isEmptyValue(pair.value)) {
    return isFlow ? fillFlow(source, pair, values) : fillBlock(source, pair, values);
  }
  if (!isSeq(pair.value)) {
    return undefined;
  }
  return pair.value.flow === true
    ? addFlowItems(source, pair.value, values)
    : addBlockItems(source, pair.value, pair, values);
}

/** Whether all that has come to a glossary are the entries, as a reader of the file sees it. */
function addsOnly(
  before: Glossary,
  after: Glossary,
  entries: readonly EntryFields[],
  context: number,
): boolean {
  const contexts = before.contexts.length > 0 ? before.contexts : [{ paths: [], entries: [] }];
  const expected = contexts.map((each, number) =>
    number === context ? { ...each, entries: [...each.entries, ...entries] } : each,
  );
  return (
    said({ ...before, contexts: expected }) === said(after) &&
    syntaxErrors(before) === syntaxErrors(after)
  );
}

/** What a glossary says, wherever in the file it says it. */
function said({
  contexts,
  imports,
}: {
  readonly contexts: readonly (Omit<GlossaryContext, 'entries'> & {
    readonly entries: readonly EntryFields[];
  })[];
  readonly imports: readonly GlossaryImport[];
}): string {
  return JSON.stringify([
    imports.map(({ path }) => path),
    contexts.map(({ entries, name, vision, meta = new Map(), paths }) => [
      name,
      vision,
      [...meta],
      paths,
      entries.map(entryValue),
    ]),
  ]);
}

function syntaxErrors({ problems }: Glossary): number {
  return problems.filter(({ kind }) => kind === 'syntax').length;
}
