import type { Localizer } from '../../../core/localizer';
import { subjectKey, type Subject } from '../../../core/tags/subjects';
import type { NodeSpec } from '../../../host/tree/treeNode';
import type { OwnCount } from '../../../workspace/own/ownPassages';
import type { OwnNodes } from './ownNodes';

/** What trees say of the user's own documents. */
export type OwnRows = Pick<OwnNodes, 'count' | 'below'>;

export const NO_COUNT: OwnCount = { passages: 0, fresh: 0 };

/** For trees that say nothing of them. */
export const NO_ROWS: OwnRows = { count: () => NO_COUNT, below: () => [] };

/** "12", "34" and "3 new": excerpts, own passages, and those that are new; what is 0 of the latter is left out. */
export function numbersText(
  excerpts: number,
  { passages, fresh }: OwnCount,
  l10n: Localizer,
): readonly (string | undefined)[] {
  const own = passages === 0 ? undefined : String(passages);
  return [String(excerpts), own, freshText(fresh, l10n)];
}

/** The latter two as they are said. */
export function spokenNumbers(
  { passages, fresh }: OwnCount,
  l10n: Localizer,
): readonly (string | undefined)[] {
  const own = passages === 0 ? undefined : passageCount(passages, l10n);
  return [own, freshText(fresh, l10n)];
}

/** What is new in the node of a subject. */
export function newsOf(subject: Subject, { fresh }: OwnCount): Pick<NodeSpec, 'news'> {
  return { news: fresh > 0 ? subjectKey(subject) : undefined };
}

/** "34 passages of your sources". */
export function passageCount(count: number, l10n: Localizer): string {
  return count === 1
    ? l10n.t('1 passage of your sources')
    : l10n.t('{0} passages of your sources', count);
}

/** "3 new"; `undefined` when nothing is. */
export function freshText(fresh: number, l10n: Localizer): string | undefined {
  return fresh === 0 ? undefined : l10n.t('{0} new', fresh);
}
