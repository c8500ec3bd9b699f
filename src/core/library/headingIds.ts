/** What the ids of headings begin with, and those of paragraphs do not. */
export const HEADING_ID = 'h-';

/** Whether the id of a passage is that of a heading. */
export function isHeadingId(id: string): boolean {
  return id.startsWith(HEADING_ID);
}
