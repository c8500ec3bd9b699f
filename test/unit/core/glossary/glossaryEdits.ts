import assert from 'node:assert/strict';
import { addEntries, applyEdit } from '../../../../src/core/glossary/edit';
import type { EntryFields } from '../../../../src/core/glossary/glossary';

export function entry(name: string, fields: Partial<EntryFields> = {}): EntryFields {
  return { name, aliases: [], examples: [], related: [], meta: new Map(), ...fields };
}

export const LAMP = entry('Lamp', { definition: 'Gives light.' });

/** What a file is after entries have been added; `undefined` where none can be. */
export function added(text: string, entries: readonly EntryFields[] = [LAMP], context = 0) {
  const edit = addEntries(text, entries, context);
  return edit && applyEdit(text, edit);
}

/** Adds to a file as it is without the lines that begin with "+", which are to come. */
export function checkLines(
  marked: string,
  { entries = [LAMP], context = 0, eol = '\n' } = {},
): void {
  const margin = /^ */m.exec(marked.replace(/^\n/, ''))?.[0].length ?? 0;
  const before: string[] = [];
  const after: string[] = [];
  for (const line of marked.replace(/^\n/, '').trimEnd().split('\n')) {
    const text = line.slice(margin);
    after.push(text);
    if (!line.trimStart().startsWith('+')) {
      before.push(text);
    }
  }
  const file = (all: readonly string[]) => all.map((line) => line + eol).join('');
  assert.equal(added(file(before), entries, context), file(after));
}
