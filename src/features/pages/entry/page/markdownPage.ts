import { escapeMarkdown } from '../../../../util/markdownText';
import type { PageBlock, LinkTarget, ListItem, Page, Run, Words } from './pageModel';

/** A page as Markdown, in which text from packs and files shows as it is; links are relative. */
export function markdownOf({ title, blocks }: Page): string {
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.map(block)].join('\n\n')}\n`;
}

function block(one: PageBlock): string {
  switch (one.kind) {
    case 'facts':
      return `*${one.facts.map(words).join(' · ')}*`;
    case 'paragraph':
      return words(one.words);
    case 'heading':
      return `${'#'.repeat(one.level + 1)} ${escapeMarkdown(one.text)}`;
    case 'list':
      return [...(one.lead === undefined ? [] : [one.lead]), ...one.items.map(item)].join('\n');
  }
}

function item({ words: line, body }: ListItem): string {
  return `- ${[line, body ?? []]
    .filter(({ length }) => length > 0)
    .map(words)
    .join(': ')}`;
}

function words(runs: Words): string {
  return runs.map(run).join('');
}

function run({ text, target, tone }: Run): string {
  if (target?.kind === 'web') {
    return `<${target.address}>`;
  }
  const shown = escaped(text);
  const label = target ? `[${shown}](${addressOf(target)})` : shown;
  return tone === 'strong' ? `**${label}**` : label;
}

/** Text as text, with the blanks at its ends. */
function escaped(text: string): string {
  const before = text.length - text.trimStart().length;
  const after = text.trimEnd().length;
  return before >= after
    ? text
    : text.slice(0, before) + escapeMarkdown(text.slice(before, after)) + text.slice(after);
}

/** All pages are two folders deep. */
function addressOf(target: Exclude<LinkTarget, { kind: 'web' }>): string {
  if (target.kind === 'entry') {
    return `../${target.page.kind}/${encodeName(target.page.id)}.md`;
  }
  const { address, path, line, column } = target.place;
  const file =
    path === undefined
      ? address.replace(/[()*]/g, encodeSign)
      : `../..${path.split('/').map(encodeName).join('/')}`;
  return `${file}#L${line},${column}`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/[()*]/g, encodeSign);
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
