import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The word by which the entries of `addHostileEntries` are found. */
export const HOSTILE_ENTRY = 'Quillon';

/**
 * Adds one entry of each kind to a pack, whose texts are hostile wherever a pack may have any.
 *
 * @param folder of the pack
 * @param line up to 100 letters, for names and headings
 * @param text up to 2,000 letters
 * @returns what puts the pack back as it was
 */
export async function addHostileEntries(
  folder: string,
  line: string,
  text: string,
): Promise<() => Promise<void>> {
  const name = (kind: string): string => `${HOSTILE_ENTRY} ${kind} ${line}`;
  const place = { source: 'hostile-source', locator: '[1](command:x)' };
  const basis = { kind: 'source', citations: [place] };
  const date = { text: line, start: '2024', precision: 'year' };
  const refs = { topics: ['hostile-topic'], partners: ['hostile-partner'] };
  const entries: Readonly<Record<string, object>> = {
    topics: { id: 'hostile-topic', name: name('topic'), summary: text, qualifier: line },
    partners: {
      ...{ id: 'hostile-partner', kind: 'actor', name: name('partner'), profile: text, basis },
      agreements: [{ title: line, state: 'signed', date, note: text, ...place }],
    },
    terms: { id: 'hostile-term', name: name('term'), kind: 'concept', definition: text, basis },
    sources: {
      ...{ id: 'hostile-source', type: 'report', title: line, label: line, note: text },
      ...{ publisher: line, author: [{ literal: line }] },
    },
    excerpts: {
      ...{ id: 'hostile-excerpt', heading: name('excerpt'), text, ...place, ...refs },
      ...{ terms: ['hostile-term'], dates: [date] },
    },
    events: {
      ...{ id: 'hostile-event', title: name('event'), text, date, ...refs, ...place },
      excerpts: ['hostile-excerpt'],
    },
  };
  const before = new Map<string, string>();
  for (const [kind, entry] of Object.entries(entries)) {
    const file = join(folder, `${kind}.json`);
    const json = await readFile(file, 'utf8');
    before.set(file, json);
    // At the end, where there is the last entry's brace.
    const end = json.lastIndexOf(']');
    await writeFile(file, `${json.slice(0, end).trimEnd()},${JSON.stringify(entry)}]}\n`);
  }
  return async () => {
    for (const [file, json] of before) {
      await writeFile(file, json);
    }
  };
}
