import { isCapitals, numberedLevel, underlineLevel } from '../../../text/textHeadings';
import { hideFrontMatter } from '../../frontMatter';
import type { HiddenRanges } from '../../hiddenRanges';
import { lineEnd, nextLine, skipBlanks, trimEnd } from '../../../text/lines';
import type { ZoneMarks } from '../../zoneMarks';

/** Longer lines are no heading, and are not looked at. */
const LONGEST_HEADING = 120;
const REFERENCES =
  /^(?:references|bibliography|works cited|further reading|endnotes|footnotes):?$/i;

/** Adds all that is not prose in a plain text, which is its front matter. */
export function hidePlainText(text: string, into: HiddenRanges): void {
  hideFrontMatter(text, into, true);
  if (into.zones) {
    markLines(text, into.lastEnd, into.zones);
  }
}

/** Lines behind ">" are quoted, as in mail; lines that look like headings are some. */
function markLines(text: string, from: number, zones: ZoneMarks): void {
  for (let start = from; start < text.length;) {
    const end = lineEnd(text, start);
    const content = skipBlanks(text, start, end);
    const next = nextLine(text, end);
    if (text.charAt(content) === '>') {
      zones.mark('quotation', content, end);
    } else if (content < end && end - content <= LONGEST_HEADING) {
      const line = text.slice(content, trimEnd(text, content, end));
      const below = lineEnd(text, next);
      const underline = below - next > LONGEST_HEADING ? '' : text.slice(next, below).trimEnd();
      const level = levelOf(line, underline);
      if (level !== undefined) {
        zones.heading(content, end, level);
      }
    }
    start = next;
  }
}

function levelOf(line: string, below: string): number | undefined {
  return (
    underlineLevel(line, below) ??
    (below === '' ? numberedLevel(line) : undefined) ??
    /^(#{1,6})\s/.exec(line)?.[1]?.length ??
    (isCapitals(line) || REFERENCES.test(line) ? 1 : undefined)
  );
}
