import type { EntryFields } from '../glossary';
import { escapeMarkdown } from '../../../util/markdownText';
import type { ExportedContext } from './exchange';

/**
 * Writes contexts as a Markdown document to be read: a heading for each context, and below it the
 * entries by their names.
 *
 * @param title of the document
 * @param words that stand before what an entry says besides its definition
 */
export function writeMarkdown(
  title: string,
  contexts: readonly ExportedContext[],
  words: MarkdownWords,
): string {
  const byName = new Intl.Collator('en', { numeric: true });
  const parts = contexts
    .filter(({ entries }) => entries.length > 0)
    .flatMap(({ name, entries }) => [
      ...(name === undefined ? [] : [`## ${escapeMarkdown(name)}`]),
      ...[...entries]
        .sort((a, b) => byName.compare(a.name, b.name))
        .map((entry) => entryText(entry, words)),
    ]);
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join('\n\n')}\n`;
}

/** The words of a glossary in Markdown, in the reader's language. */
export interface MarkdownWords {
  readonly also: string;
  readonly example: string;
  readonly useInstead: string;
  readonly deprecated: string;
  readonly seeAlso: string;
  readonly source: string;
}

function entryText(entry: EntryFields, words: MarkdownWords): string {
  const { name, abbreviation, definition, status, use } = entry;
  const short = abbreviation === undefined ? '' : ` (${escapeMarkdown(abbreviation)})`;
  const meaning = definition === undefined ? '' : `: ${escapeMarkdown(definition)}`;
  const place = [entry.source, entry.locator].filter((part) => part !== undefined).join(', ');
  const facts: readonly (readonly [word: string, value: string])[] = [
    [words.also, entry.aliases.join('; ')],
    [words.useInstead, status === 'deprecated' ? (use ?? '') : ''],
    ...entry.examples.map((example) => [words.example, example] as const),
    [words.seeAlso, entry.related.join('; ')],
    [words.source, place],
    ...entry.meta,
  ];
  return [
    `**${escapeMarkdown(name)}**${short}${meaning}`,
    ...(status === 'deprecated' && use === undefined ? [`- ${words.deprecated}`] : []),
    ...facts
      .filter(([, value]) => value !== '')
      .map(([word, value]) => `- ${escapeMarkdown(word)}: ${escapeMarkdown(value)}`),
  ].join('\n');
}
