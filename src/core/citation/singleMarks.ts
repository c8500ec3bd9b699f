/** Words as they stand within quotation marks: double marks become single ones. */
export function withSingleMarks(words: string): string {
  return words.replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'");
}
