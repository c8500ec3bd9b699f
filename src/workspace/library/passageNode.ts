import { formatCitation } from '../../core/citation/plainCitation';
import type { Passage } from '../../core/library/document';
import { filePageText } from '../../core/library/filePageText';
import type { Localizer } from '../../core/localizer';
import type { NodeSpec } from '../../host/tree/treeNode';
import type { LibrarySource } from './library';

/**
 * So much of a passage stands in its label, in UTF-16 units: what a sidebar of the usual width has
 * room for with the locator behind it.
 */
const LABEL_LENGTH = 28;

/** What trees show of a passage, the same wherever it stands. It can be cited, copied and dragged. */
export function passageNode(
  source: Pick<LibrarySource, 'id' | 'citation'>,
  passage: Passage,
  text: string,
  l10n: Localizer,
): NodeSpec {
  const label = beginningOf(text);
  return {
    key: `passage:${passage.id}`,
    label,
    description: passage.locator,
    icon: 'note',
    spoken: l10n.t('{0}, passage, at {1}', label, passage.locator),
    context: ['passage', 'original'],
    source: source.id,
    passage: passage.id,
    tooltip: () => {
      const ofFile = filePageText(passage, l10n);
      const citation = formatCitation(source.citation, passage.locator);
      return [text, citation, ...(ofFile === undefined ? [] : [ofFile])];
    },
  };
}

/** The first words of a text, on one line. */
function beginningOf(text: string): string {
  const line = text
    .slice(0, 4 * LABEL_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LABEL_LENGTH) {
    return line;
  }
  const space = line.lastIndexOf(' ', LABEL_LENGTH);
  const beginning = line.slice(0, space > LABEL_LENGTH / 2 ? space : LABEL_LENGTH);
  // Half a character, or a mark that a word is to follow, is no end.
  return `${beginning.replace(/(?:[\uD800-\uDBFF]|[,;:–—-])$/, '')}…`;
}
