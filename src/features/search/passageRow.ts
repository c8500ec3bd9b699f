import { filePageText } from '../../core/library/filePageText';
import type { Localizer } from '../../core/localizer';
import type { Source } from '../../core/model';
import type { PassageHit } from '../../core/search/searcher';
import { SOURCE_ICONS } from '../../host/entryIcons';
import type { LibrarySource } from '../../workspace/library/library';
import type { PassageRow } from './paletteRow';
import { cutEnd, oneLine } from './lines';
import { FIRST_LINE, hitSnippet, matchedWords } from './snippet';

/** What a row says of a document. */
export type ShownSource = Pick<LibrarySource, 'format' | 'citation' | 'path'>;

/** UTF-16 units that the editor shows of the second line at a zoom of 200 %. */
const DETAIL_WIDTH = 52;
/** A title is cut so that the page stays within that width, but not to less than this. */
const LEAST_TITLE = 16;
/** So many units of a title tell in a message what is meant. */
const NAME_WIDTH = 60;

/** @param source `undefined` when it is gone */
export function passageRow(
  hit: PassageHit,
  source: ShownSource | undefined,
  l10n: Localizer,
): PassageRow {
  const author = oneLine((source && authorAndYear(source.citation)) ?? '');
  const place = [hit.locator, filePageText(hit, l10n) ?? ''].map(oneLine).filter(Boolean);
  const taken = [author, ...place].filter(Boolean).join(SEPARATOR).length + SEPARATOR.length;
  const title = oneLine(hit.title);
  const heading = oneLine(hit.headings.at(-1) ?? '');
  return {
    type: 'passage',
    hit,
    icon: SOURCE_ICONS[source?.format ?? 'text'],
    label: hitSnippet(hit, FIRST_LINE) || title,
    detail: [
      author,
      cutEnd(title, Math.max(LEAST_TITLE, DETAIL_WIDTH - taken)),
      ...place,
      matchedWords(hit) || (heading === title ? '' : heading),
    ]
      .filter(Boolean)
      .join(SEPARATOR),
    name: cutEnd(title, NAME_WIDTH),
  };
}

const SEPARATOR = ' · ';

/** "Rivera et al. 2024"; empty when neither is known. */
function authorAndYear({ author = [], issued }: Source): string {
  const [first, ...others] = author;
  const name = first?.family ?? first?.literal ?? '';
  const year = issued?.['date-parts'][0]?.[0];
  return [others.length > 0 ? `${name} et al.` : name, year].filter(Boolean).join(' ');
}
