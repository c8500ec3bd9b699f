import { BREAK, type HiddenRanges } from './hiddenRanges';
import { lineEnd, nextLine, trimEnd } from '../text/lines';

/**
 * The offset behind the front matter of a text: YAML between `---` (or up to `...`), TOML between
 * `+++`. 0 when the first line opens none, or nothing closes it.
 */
export function frontMatterEnd(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = text.slice(start, start + 3);
  let end = lineEnd(text, start);
  if ((fence !== '---' && fence !== '+++') || trimEnd(text, start, end) !== start + 3) {
    return 0;
  }
  while (end < text.length) {
    const line = nextLine(text, end);
    end = lineEnd(text, line);
    const content = end - line <= 80 ? text.slice(line, trimEnd(text, line, end)) : '';
    if (content === fence || (content === '...' && fence === '---')) {
      return nextLine(text, end);
    }
  }
  return 0;
}

/** Hides front matter; gives the offset behind it. */
export function hideFrontMatter(text: string, into: HiddenRanges): number {
  const end = frontMatterEnd(text);
  if (end > 0) {
    into.add(0, end, BREAK);
  }
  return end;
}

/**
 * Hides front matter of plain text, where `---` is a rule more often than not: only if a key or a
 * comment comes first.
 */
export function hideFrontMatterOfNote(text: string, into: HiddenRanges): void {
  const first = nextLine(text, lineEnd(text, 0));
  if (/^(?:[\w-]+\s*[:=]|#)/.test(text.slice(first, first + 80))) {
    hideFrontMatter(text, into);
  }
}
