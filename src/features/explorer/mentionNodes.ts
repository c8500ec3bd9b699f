import type { Localizer } from '../../core/localizer';
import type { FileMentions } from '../../workspace/terms/mentions';
import type { FoundBelow, NodeSpec } from '../../host/tree/treeNode';

/**
 * The files in which a term is used, looked for when the node is opened.
 *
 * @param find the files as they are now
 */
export function mentionsNode(
  l10n: Localizer,
  find: () => Promise<readonly FileMentions[]>,
): NodeSpec {
  return {
    key: 'mentions',
    label: l10n.t('Mentions'),
    spoken: l10n.t('Mentions, in notes and sources'),
    context: [],
    find: async () => foundBelow(l10n, await find()),
  };
}

function foundBelow(l10n: Localizer, files: readonly FileMentions[]): FoundBelow {
  const total = files.reduce((sum, { ranges }) => sum + ranges.length, 0);
  return {
    children: files.length === 0 ? [nothingNode(l10n)] : files.map((file) => fileNode(l10n, file)),
    shown: {
      description: String(total),
      spoken: l10n.t('Mentions, {0} in {1}', total, fileCount(l10n, files.length)),
    },
  };
}

function fileNode(l10n: Localizer, { uri, kind, label, ranges }: FileMentions): NodeSpec {
  const count = ranges.length === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', ranges.length);
  return {
    key: `file:${uri.toString()}`,
    label,
    description: String(ranges.length),
    icon: kind === 'note' ? 'note' : 'library',
    spoken:
      kind === 'note'
        ? l10n.t('{0}, note, {1}', label, count)
        : l10n.t('{0}, source, {1}', label, count),
    opens: { uri, range: ranges[0] },
    context: [],
    tooltip: () => [label, count],
  };
}

function nothingNode(l10n: Localizer): NodeSpec {
  const label = l10n.t('None in your notes and sources');
  return { key: 'none', label, spoken: label, context: [] };
}

function fileCount(l10n: Localizer, count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}
