import { withoutEndAttributes } from '../library/formats/markdownAttributes';
import type { DocumentBlock, DocumentRun } from './documentTree';
import { tidyRuns } from './lineReader';

/* What Pandoc, Quarto and GitHub write into lines of Markdown beside their words. */

/** The id in the attributes at the end of a heading. */
export function idIn(text: string): string | undefined {
  const attributes = text.slice(text.lastIndexOf('{')).split(/[\s{}]/);
  return attributes.find((one) => one.startsWith('#'))?.slice(1);
}

/** The caption of a table, without what marks it; `undefined` where a paragraph is none. */
export function captionOf(runs: readonly DocumentRun[]): readonly DocumentRun[] | undefined {
  const [first, ...others] = withoutAttributes(runs);
  const [lead] = first?.kind === 'text' ? (/^(?:Table)?:\s+/.exec(first.text) ?? []) : [];
  return lead === undefined || first?.kind !== 'text'
    ? undefined
    : [{ ...first, text: first.text.slice(lead.length) }, ...others];
}

/** A paragraph without what names it at its end, as in `{#fig-map}`. */
export function withoutAttributes(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  const last = runs.at(-1);
  if (last?.kind !== 'text') {
    return runs;
  }
  const text = withoutEndAttributes(last.text, false);
  return text === last.text ? runs : tidyRuns([...runs.slice(0, -1), { ...last, text }]);
}

/** "[!NOTE]", by which GitHub marks a callout, as a word. */
export function withoutAlertMark(block: DocumentBlock, at: number): DocumentBlock {
  const [first, ...others] = at === 0 && block.kind === 'paragraph' ? block.runs : [];
  const [mark, name] = first?.kind === 'text' ? (/^\[!(\w+)\]\s*/.exec(first.text) ?? []) : [];
  if (mark === undefined || name === undefined || first?.kind !== 'text') {
    return block;
  }
  const word = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
  const text = first.text.slice(mark.length);
  return {
    kind: 'paragraph',
    runs: [
      { kind: 'text', text: word, isBold: true },
      ...(text === '' && others.length === 0 ? [] : [{ kind: 'break' } as const]),
      ...(text === '' ? [] : [{ ...first, text }]),
      ...others,
    ],
  };
}

/** The blocks of an item with a sign before their words. */
export function withLead(blocks: readonly DocumentBlock[], lead: string): readonly DocumentBlock[] {
  const [first, ...others] = blocks;
  return first?.kind === 'paragraph'
    ? [{ ...first, runs: tidyRuns([{ kind: 'text', text: lead }, ...first.runs]) }, ...others]
    : [{ kind: 'paragraph', runs: [{ kind: 'text', text: lead.trim() }] }, ...blocks];
}

/** As Pandoc and GitHub name headings in links. */
export function headingId(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return slug === '' ? 'section' : slug;
}
