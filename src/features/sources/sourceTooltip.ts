import { formatCitation } from '../../core/citation/plainCitation';
import type { SourceDocument } from '../../core/library/document';
import { fileNameOf } from '../../core/library/title';
import type { Localizer } from '../../core/localizer';
import type { LibrarySource } from '../../workspace/library/library';
import { describeState, nameFormat, remedyFor } from './sourceState';

/**
 * What the tooltip of a source says, paragraph by paragraph.
 * @param document as it was read; `undefined` while there is none
 */
export function sourceTooltip(
  source: LibrarySource,
  document: SourceDocument | undefined,
  l10n: Localizer,
): readonly string[] {
  const { title, citation, path, format } = source;
  const isNamedByFile = title === fileNameOf(path);
  const facts = [
    nameFormat(format, l10n),
    source.chosenEncoding === undefined
      ? document?.encoding
      : l10n.t('{0} as chosen', source.chosenEncoding),
    describeState(source, l10n),
  ];
  const about = [
    isNamedByFile ? undefined : title,
    // Without these a citation is the title once more.
    citation.author || citation.publisher || citation.issued ? formatCitation(citation) : undefined,
    path,
    source.alsoAt && l10n.t('Also at: {0}', source.alsoAt.map((file) => file.path).join(', ')),
    facts.filter((fact) => fact !== undefined).join(', '),
  ];
  const remedy = remedyFor(source, l10n);
  return [
    about.filter((line) => line !== undefined).join('\n'),
    ...(remedy === undefined ? [] : [remedy]),
    ...(source.isEncodingUncertain
      ? [
          l10n.t(
            'The bytes of this file do not tell its encoding for certain. If its words look wrong, choose Reindex with Encoding….',
          ),
        ]
      : []),
  ];
}
