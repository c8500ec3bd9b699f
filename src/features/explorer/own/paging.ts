import type { NodeSpec } from '../../../host/tree/treeNode';
import type { Localizer } from '../../../core/localizer';

/** So many rows of a long list are shown at first, and more at each step. */
const PAGE = 50;

/** How far long lists have been opened; as long as the window is. */
export class Paging {
  private readonly limits = new Map<string, number>();

  /** How many rows of a list are shown. */
  limitOf(key: string): number {
    return this.limits.get(key) ?? PAGE;
  }

  /** Shows the next page of a list from now on. */
  showMore(key: string): void {
    this.limits.set(key, this.limitOf(key) + PAGE);
  }

  /**
   * The rows of a list that are shown, and one that shows more.
   * @param key tells lists apart
   */
  rows<T>(
    key: string,
    items: readonly T[],
    make: (item: T) => NodeSpec,
    l10n: Localizer,
  ): readonly NodeSpec[] {
    const limit = this.limitOf(key);
    const rows = items.slice(0, limit).map(make);
    if (items.length <= limit) {
      return rows;
    }
    const shown = l10n.t('{0} of {1}', limit, items.length);
    const label = l10n.t('Show More');
    const more: NodeSpec = {
      key: 'more',
      label,
      description: shown,
      icon: 'ellipsis',
      spoken: l10n.t('{0}, {1} shown', label, shown),
      context: [],
      more: key,
    };
    return [...rows, more];
  }
}
