import { alignLetters, mapLetters } from '../core/text/letterAlignment';
import { bringIntoView } from './intoView';
import type { EventBus } from './pdfjs';
import { layerText } from './layerText';

/** What the style sheet calls it. */
const NAME = 'passage';

/**
 * Marks a passage in the text of the pages on which it stands: over their letters, since a text layer
 * has other blanks, line breaks and hyphens than the passage. The marks are ranges, not elements.
 */
export class PassageMarks {
  private readonly highlight = new Highlight();
  private readonly ranges = new Map<number, readonly Range[]>();
  private passage: string | undefined;
  private page = 0;
  /** Whether the view is still to be brought to it. */
  private isAwaited = false;

  /** @param onMarked told once of each passage: on which page, and whether it was found there */
  constructor(
    events: EventBus,
    private readonly container: HTMLElement,
    private readonly onMarked: (page: number, isMarked: boolean) => void,
  ) {
    CSS.highlights.set(NAME, this.highlight);
    const look = ({ pageNumber }: { readonly pageNumber: number }) => this.look(pageNumber);
    events.on('textlayerrendered', look);
    // A search writes the text of a page anew, after this event.
    events.on('updatetextlayermatches', ({ pageIndex }: { readonly pageIndex: number }) => {
      const pages = pageIndex === -1 ? [this.page, this.page + 1] : [pageIndex + 1];
      queueMicrotask(() => pages.forEach((page) => this.look(page)));
    });
  }

  /** @param page on which it begins, counted from 1 */
  mark(page: number, passage: string): void {
    this.clear();
    this.page = page;
    this.passage = passage;
    this.isAwaited = true;
    this.look(page);
    this.look(page + 1);
  }

  /** @returns whether there was anything marked */
  clear(): boolean {
    const wasMarked = this.highlight.size > 0;
    this.passage = undefined;
    this.isAwaited = false;
    this.ranges.clear();
    this.highlight.clear();
    return wasMarked;
  }

  /** Marks what there is of the passage on a page, when its text is there. */
  private look(page: number): void {
    const layer = this.container.querySelector(`.page[data-page-number="${page}"] .textLayer`);
    if (this.passage === undefined || layer === null || layer.childElementCount === 0) {
      return;
    }
    if (page !== this.page && page !== this.page + 1) {
      return;
    }
    this.ranges.get(page)?.forEach((range) => this.highlight.delete(range));
    const { text, nodes } = layerText(layer);
    const spans = alignLetters(mapLetters(text), mapLetters(this.passage));
    const ranges = spans.flatMap((span) =>
      nodes.flatMap(({ node, start }) => {
        const [from, to] = [span.start - start, span.end - start];
        if (to <= 0 || from >= node.data.length) {
          return [];
        }
        const range = new Range();
        range.setStart(node, Math.max(0, from));
        range.setEnd(node, Math.min(node.data.length, to));
        return [range];
      }),
    );
    ranges.forEach((range) => this.highlight.add(range));
    this.ranges.set(page, ranges);
    if (page === this.page && this.isAwaited) {
      this.isAwaited = false;
      if (ranges[0] !== undefined) {
        bringIntoView(this.container, ranges[0]);
      }
      this.onMarked(page, ranges.length > 0);
    }
  }
}
