/** What is told about a term where it stands. */
export interface Explanation {
  readonly name: string;
  /** Empty when its entry gives none. */
  readonly definition: string;
  /** For people: where the definition is from. */
  readonly label: string;
}

/**
 * What a tooltip over a wording says: the definition, after the name where the wording is another
 * one, such as an acronym. Of several, each is a paragraph with its label behind it.
 *
 * @param explanations in the order in which they are shown
 * @returns plain text, of which nothing is escaped; empty when there is nothing that the wording
 *   does not say itself
 */
export function explanationTitle(explanations: readonly Explanation[], wording: string): string {
  const told = explanations
    .map(({ name, definition, label }) => {
      const parts = isIn(wording, name) ? [definition] : [name, definition];
      return { label, text: parts.filter((part) => part !== '').join(': ') };
    })
    .filter(({ text }) => text !== '');
  return told.length === 1
    ? told.map(({ text }) => text).join()
    : told.map(({ label, text }) => `${text} (${label})`).join('\n\n');
}

function isIn(wording: string, name: string): boolean {
  return comparable(wording).includes(comparable(name));
}

/** Words alone count: their case and what stands between them do not. */
function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}
