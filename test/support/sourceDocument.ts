import type { DocumentHeading, Passage, SourceDocument } from '../../src/core/library/document';

/**
 * A document as an extractor would give it, out of lines: `# `, `## `… begin a heading, any other
 * line is a passage. Passages are called `p1`, `p2`…, and their locators count within the section.
 */
export function sourceDocument(
  lines: readonly string[],
  more: Partial<SourceDocument> = {},
): SourceDocument {
  const headings: DocumentHeading[] = [];
  const passages: Passage[] = [];
  let text = '';
  let paragraph = 0;
  for (const line of lines) {
    const [, marks = '', words = line] = /^(#+) (.*)$/.exec(line) ?? [];
    const start = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${words}`;
    const span = { start, end: text.length };
    if (marks === '') {
      paragraph += 1;
      passages.push({
        id: `p${passages.length + 1}`,
        locator: `${headings.length}.${paragraph}`,
        span,
        ...(headings.length > 0 && { heading: headings.length - 1 }),
      });
    } else {
      const level = marks.length;
      const parent = headings.map((heading) => heading.level < level).lastIndexOf(true);
      headings.push({ text: words, level, span, ...(parent !== -1 && { parent }) });
      paragraph = 0;
    }
  }
  return { format: 'text', metadata: {}, text, headings, passages, ...more };
}
