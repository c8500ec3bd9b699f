/** What the first group of an expression takes, without blanks around it, at each of its places. */
export function capturedIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, captured = '']) => captured.trim());
}
