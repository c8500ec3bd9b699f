import fc from 'fast-check';
import type { EntryFields } from '../../../../../src/core/glossary/glossary';

/** An entry that states no more than is given. */
export function entry(name: string, stated: Partial<EntryFields> = {}): EntryFields {
  return { name, aliases: [], examples: [], meta: new Map(), related: [], ...stated };
}

// Texts as an author writes them, with signs that mean something to CSV, XML or a spreadsheet.
const SIGNS = [...'abcXYZ019 ;,"\'<>&=+-@|\\:()#éñ日', '\u{1f9ed}'];
const line = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join('').replace(/\s+/gu, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const key = fc.constantFrom('Owner', 'Approved by', 'remark', 'Büro 4');

/** Entries that state any fields that a glossary can hold, one a name. */
export const anyEntries: fc.Arbitrary<readonly EntryFields[]> = fc.uniqueArray(
  fc
    .record(
      {
        name: line,
        abbreviation: line,
        definition: line,
        aliases: fc.uniqueArray(line, { maxLength: 3 }),
        examples: fc.array(line, { maxLength: 2 }),
        near: fc.array(line, { minLength: 1, maxLength: 2 }),
        not: fc.array(line, { minLength: 1, maxLength: 2 }),
        related: fc.array(line, { maxLength: 2 }),
        status: fc.constantFrom('preferred' as const, 'admitted' as const, 'deprecated' as const),
        use: line,
        case: fc.constantFrom('exact' as const, 'ignore' as const),
        source: line,
        locator: line,
        date: fc.constantFrom('2019', '2022-06-29'),
        language: fc.constantFrom('en', 'de-CH'),
        meta: fc.array(fc.tuple(key, line), { maxLength: 2 }).map((pairs) => new Map(pairs)),
      },
      { requiredKeys: ['name'] },
    )
    .map(({ name, ...stated }) => entry(name, stated)),
  { maxLength: 4, selector: ({ name }) => name },
);
