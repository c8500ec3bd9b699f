import type { Span } from '../../model';
import { markupOf } from '../languages';
import { HiddenRanges } from '../hiddenRanges';
import { NO_PROSE, NO_PROSE_COMMANDS } from '../languages/latex/latexCommands';
import { SpanSet } from '../../text/spanSet';
import { addressesIn } from '../webAddresses';
import type { CitekeyUse } from './citekeyUse';
import { latexUses } from './latex';
import { asciiDocUses, orgUses, restructuredTextUses } from './macros';
import { pandocUses } from './pandoc';

/** How citations are found in a markup language. */
interface CitingMarkup {
  readonly read: (text: string, isHidden: (offset: number) => boolean) => readonly CitekeyUse[];
  /** Whether a range that is no prose may hold a citation all the same: as a rule, when it is one. */
  readonly mayCite: (hidden: string, before: string) => boolean;
}

const PANDOC: CitingMarkup = {
  read: pandocUses,
  // "[@a][@b]" looks like a link, and "@{…}" like attributes.
  mayCite: (hidden, before) =>
    hidden.startsWith('][') || (hidden.startsWith('{') && before === '@'),
};
const LATEX: CitingMarkup = { read: latexUses, mayCite: mayCiteInLatex };

const CITING_MARKUP = new Map<string, CitingMarkup>([
  ['latex', LATEX],
  ['tex', LATEX],
  ['org', { read: orgUses, mayCite: (hidden) => hidden.startsWith('[cite') }],
  ['asciidoc', { read: asciiDocUses, mayCite: () => false }],
  [
    'restructuredtext',
    { read: restructuredTextUses, mayCite: (hidden) => /^:(?:foot)?cite/.test(hidden) },
  ],
]);

/** As much of a hidden range as says what it is. */
const HEAD = 40;
const CODE_COMMANDS = new Set([...NO_PROSE_COMMANDS, 'verb', 'lstinline', 'mintinline', 'end']);

/**
 * The citekeys that a note cites, in the order of the note, by the markup of its language; that of
 * Pandoc in Markdown, Quarto and plain text. What stands in code, comments, front matter and
 * addresses is no citation. Linear in the length of the text, whatever it holds.
 * @param language a VS Code language id; unknown ones are plain text
 */
export function citekeyUses(text: string, language: string): readonly CitekeyUse[] {
  const { read, mayCite } = CITING_MARKUP.get(language) ?? PANDOC;
  const hidden = new HiddenRanges();
  markupOf(language).hide(text, hidden);
  const closed: Span[] = [];
  for (let index = 0; index < hidden.count; index++) {
    const [start, end] = [hidden.start(index), hidden.end(index)];
    if (!mayCite(text.slice(start, Math.min(end, start + HEAD)), text.charAt(start - 1))) {
      closed.push({ start, end });
    }
  }
  const spans = new SpanSet([...closed, ...addressesIn(text)]);
  const uses = read(text, (offset) => spans.touches({ start: offset, end: offset + 1 }));
  return [...uses].sort((a, b) => a.start - b.start);
}

/** Commands are hidden with their arguments, some of which print what they hold. */
function mayCiteInLatex(hidden: string): boolean {
  const [, command = '', environment] = /^\\([a-zA-Z]+)\*?(?:\{([a-zA-Z]+))?/.exec(hidden) ?? [];
  return command === 'begin'
    ? !NO_PROSE.has(environment ?? '')
    : /cite/i.test(command) || (command !== '' && !CODE_COMMANDS.has(command));
}
