import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { OutlineEntry } from './pdfHeadings';
import { blockText } from './plainText';

/** More entries, or deeper ones, are no table of contents. */
const MOST_ENTRIES = 5_000;
const MOST_OUTLINE_LEVELS = 9;

/** The entries of a document's outline that lead to one of its pages, in their order. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const open = [...nodesOf(await pdf.getOutline(), 1)].reverse();
  for (let visited = 0; visited < MOST_ENTRIES; visited++) {
    const node = open.pop();
    if (!node) {
      break;
    }
    const { title, dest, items, level } = node;
    const page = await pageOf(pdf, dest);
    if (page !== undefined) {
      entries.push({ title: blockText(title), page, level });
    }
    if (level < MOST_OUTLINE_LEVELS) {
      open.push(...[...nodesOf(items, level + 1)].reverse());
    }
  }
  return entries;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineNode[];
}

function nodesOf(
  nodes: readonly OutlineNode[] | null,
  level: number,
): readonly (OutlineNode & { readonly level: number })[] {
  return (nodes ?? []).slice(0, MOST_ENTRIES).map((node) => ({ ...node, level }));
}

/** The page, from 1, of a destination: named, or an array that begins with a page or its index. */
async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number | undefined> {
  try {
    const explicit: unknown =
      typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    const page: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
    if (typeof page === 'number') {
      return page + 1;
    }
    return isReference(page) ? (await pdf.getPageIndex(page)) + 1 : undefined;
  } catch {
    return undefined;
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
