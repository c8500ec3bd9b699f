import type { EntryFields } from '../glossary';
import type { ExportedContext } from './exchange';
import { escapeXml } from './xmlTree';

const STATUS = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
} as const;

/**
 * Writes contexts as TBX-Basic of ISO 30042:2019 with data categories as attributes; `readTbx` reads
 * the same entries back. What TBX has no category for stands in notes, as "name: value".
 *
 * @param title of the glossary
 * @param language of entries that do not state theirs, a BCP 47 tag
 */
export function writeTbx(
  title: string,
  contexts: readonly ExportedContext[],
  language: string,
): string {
  let number = 0;
  const concepts = contexts.flatMap(({ name, entries }) =>
    entries.map((entry) =>
      conceptLines(entry, `c${++number}`, contexts.length > 1 ? name : undefined, language),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx style="dca" type="TBX-Basic" xml:lang="${escapeXml(language)}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>${escapeXml(title)}</title></titleStmt>`,
    '      <sourceDesc><p>IP4 Desk</p></sourceDesc>',
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...concepts.flat().map((line) => `      ${line}`),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

function conceptLines(
  entry: EntryFields,
  id: string,
  context: string | undefined,
  language: string,
): readonly string[] {
  const { name, abbreviation, aliases } = entry;
  // Where the whole concept is given up, so is each of its names.
  const given = entry.status === 'deprecated' ? STATUS.deprecated : undefined;
  const others = aliases.map((alias) => termLines(alias, given, undefined, []));
  const notes = notesOf(entry);
  return [
    `<conceptEntry id="${id}">`,
    ...(context === undefined
      ? []
      : [`  <descrip type="subjectField">${escapeXml(context)}</descrip>`]),
    ...entry.related.map((other) => `  <ref type="crossReference">${escapeXml(other)}</ref>`),
    ...(entry.source === undefined
      ? []
      : [`  <admin type="source">${escapeXml(entry.source)}</admin>`]),
    `  <langSec xml:lang="${escapeXml(entry.language ?? language)}">`,
    ...(entry.definition === undefined
      ? []
      : [`    <descrip type="definition">${escapeXml(entry.definition)}</descrip>`]),
    ...indented(
      termLines(name, entry.status && STATUS[entry.status], undefined, entry.examples, notes),
    ),
    ...(abbreviation === undefined ? [] : indented(termLines(abbreviation, given, 'acronym', []))),
    ...others.flatMap(indented),
    '  </langSec>',
    '</conceptEntry>',
  ];
}

function termLines(
  term: string,
  status: string | undefined,
  type: string | undefined,
  examples: readonly string[],
  notes: readonly string[] = [],
): readonly string[] {
  return [
    '<termSec>',
    `  <term>${escapeXml(term)}</term>`,
    ...(type === undefined ? [] : [`  <termNote type="termType">${type}</termNote>`]),
    ...(status === undefined
      ? []
      : [`  <termNote type="administrativeStatus">${status}</termNote>`]),
    ...examples.map((example) => `  <descrip type="context">${escapeXml(example)}</descrip>`),
    ...notes.map((note) => `  <note>${escapeXml(note)}</note>`),
    '</termSec>',
  ];
}

function notesOf(entry: EntryFields): readonly string[] {
  const { use, locator, date, meta } = entry;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['use', use],
    ['case', entry.case],
    ...(entry.near ?? []).map((wording) => ['near', wording] as const),
    ...(entry.not ?? []).map((wording) => ['not', wording] as const),
    ['locator', locator],
    ['date', date],
    ['language', entry.language],
    ...meta,
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}
