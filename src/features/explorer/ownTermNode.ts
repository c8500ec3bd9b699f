import { deprecationText } from '../../core/terms/deprecationText';
import type { KnownTerm } from '../../core/terms/knownTerm';
import type { Localizer } from '../../core/localizer';
import type { NodeSpec } from '../../host/tree/treeNode';
import { joinedParts, termName } from './texts';

const ICONS = { term: 'bookmark', deprecated: 'circle-slash' } as const;

/**
 * A term of a glossary of the user's. It has no page: a click opens its entry.
 *
 * @param children absent when nothing shall be shown below
 */
export function ownTermNode(
  term: KnownTerm,
  l10n: Localizer,
  children?: () => readonly NodeSpec[],
): NodeSpec {
  const { id, name, abbreviation, aliases = [], definition, origin } = term;
  const deprecation = deprecationText(term, l10n);
  const label = origin.kind === 'glossary' ? origin.label : undefined;
  return {
    key: `own:${id}`,
    label: name,
    description: joinedParts(' · ', abbreviation, deprecation, label),
    icon: deprecation === undefined ? ICONS.term : ICONS.deprecated,
    spoken: joinedParts(
      ', ',
      l10n.t('{0}, glossary term', joinedParts(', ', name, abbreviation)),
      deprecation,
      label,
    ),
    term: id,
    opens: { term: id },
    context: ['ownTerm'],
    tooltip: () =>
      [
        termName(term),
        definition,
        deprecation ?? '',
        aliases.length === 0 ? '' : l10n.t('Also: {0}', aliases.join(', ')),
        label === undefined ? '' : l10n.t('From the glossary {0}', label),
      ].filter((paragraph) => paragraph !== ''),
    children,
  };
}
