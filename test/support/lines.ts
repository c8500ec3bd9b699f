/** The lines of a template: the margin of its first line is taken off, and the blank lines around it. */
export function lines(text: string): string {
  const all = text.replace(/^\n/, '').trimEnd().split('\n');
  const margin = /^ */.exec(all[0] ?? '')?.[0].length ?? 0;
  return `${all.map((line) => line.slice(margin)).join('\n')}\n`;
}
