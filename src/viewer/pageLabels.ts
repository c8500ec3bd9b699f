/**
 * The page that somebody who types into the page box means: the one whose printed label it is, or
 * else the one whose number it is.
 *
 * @param labels printed labels in the order of the pages; `null` when there are none
 * @returns the page counted from 1; `undefined` when there is no such page
 */
export function pageOfInput(
  typed: string,
  labels: readonly string[] | null,
  count: number,
): number | undefined {
  const wanted = typed.trim();
  if (wanted === '') {
    return undefined;
  }
  const exact = labels?.indexOf(wanted) ?? -1;
  const labelled =
    exact === -1
      ? (labels?.findIndex((label) => label.toLowerCase() === wanted.toLowerCase()) ?? -1)
      : exact;
  if (labelled !== -1) {
    return labelled + 1;
  }
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  return number >= 1 && number <= count ? number : undefined;
}

/** What is printed on a page; its number where nothing is. */
export function labelOfPage(page: number, labels: readonly string[] | null): string {
  return labels?.[page - 1] || String(page);
}
