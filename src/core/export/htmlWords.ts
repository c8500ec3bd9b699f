import { htmlBlocks } from '../library/formats/htmlBlocks';
import { wholeContentOf } from '../library/formats/htmlContent';
import { parseHtmlFragment } from '../library/formats/htmlTree';
import type { DocumentBlock, DocumentRun } from './documentTree';

/** Elements that show nothing but their words. */
const HARMLESS = new Set(
  (
    'a abbr b blockquote br center cite code del details div em figcaption figure hr i ins kbd li mark ' +
    'ol p pre q s section small span strike strong sub summary sup u ul var wbr img'
  ).split(' '),
);

/** Whether HTML loses nothing when only its words are kept. */
export function isHarmless(html: string): boolean {
  return [...html.matchAll(/<\/?([a-z][a-z\d]*)/gi)].every(([, name = '']) =>
    HARMLESS.has(name.toLowerCase()),
  );
}

function tableOf(text: string): DocumentBlock {
  const rows = text
    .split('\n')
    .map((row) => row.split('\t').map((cell): DocumentRun[] => [{ kind: 'text', text: cell }]));
  const columns = Math.max(...rows.map((row) => row.length));
  return {
    kind: 'table',
    rows: rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? [])),
    aligns: Array.from({ length: columns }, () => undefined),
  };
}

/**
 * The words of a piece of HTML, in blocks.
 * @param headingOf makes a heading, whose id must be its own
 */
export function wordsOfHtml(
  html: string,
  headingOf: (level: number, runs: readonly DocumentRun[]) => DocumentBlock,
): readonly DocumentBlock[] {
  // Most pieces are a tag around Markdown, which is not worth a parser.
  if (html.replace(/<[^<>]*>/g, '').trim() === '') {
    return [];
  }
  return Array.from(
    htmlBlocks(wholeContentOf(parseHtmlFragment(html))),
    ({ kind, text, level }): DocumentBlock => {
      const runs: readonly DocumentRun[] = [{ kind: 'text', text }];
      return kind === 'heading'
        ? headingOf(level ?? 1, runs)
        : kind === 'table'
          ? tableOf(text)
          : { kind: 'paragraph', runs };
    },
  );
}
