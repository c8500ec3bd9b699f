/** The labels that a file defines, of links (`[label]: …`) and footnotes (`[^label]: …`). */
export function definitionsIn(text: string): { missingIn(piece: string): string } {
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(/^ {0,3}\[([^[\]\\\n\r]{1,100})\]:/gmu)) {
    labels.add(label.toLowerCase());
  }
  return {
    /** Empty definitions of what a piece refers to and does not define itself. */
    missingIn: (piece) => {
      const found = new Set<string>();
      for (const [, label = ''] of piece.matchAll(/\[([^[\]\\\n\r]{1,100})\](?!:)/gu)) {
        if (labels.has(label.toLowerCase())) {
          found.add(label.toLowerCase());
        }
      }
      for (const [, label = ''] of piece.matchAll(/^ {0,3}\[([^[\]\\\n\r]{1,100})\]:/gmu)) {
        found.delete(label.toLowerCase());
      }
      return [...found].map((label) => `[${label}]: x`).join('\n\n');
    },
  };
}
