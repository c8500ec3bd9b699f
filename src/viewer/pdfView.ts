import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PageView } from './pageView';

/** Pixels of the screen a point, at 100 per cent. */
const CSS_PIXELS = 96 / 72;
/** Beside a page, in pixels, on both sides together. */
const MARGIN = 32;
const ZOOM_STEP = 1.2;
const [MIN_ZOOM, MAX_ZOOM] = [0.1, 8];

/** 1 is 100 per cent; `fit` makes the first page as wide as the view. */
export type Zoom = number | 'fit';

/** Where a reader is. */
export interface Position {
  /** Counted from 1. */
  readonly page: number;
  /** How much of the page is above the top of the view, from 0 to 1. */
  readonly offset: number;
}

/** All pages of a file, one below the other; only those near what can be seen are drawn. */
export class PdfView {
  private readonly pages: readonly PageView[];
  private readonly pageOf: ReadonlyMap<Element, PageView>;
  private readonly near = new Set<PageView>();
  private readonly watcher: IntersectionObserver;
  private drawing = false;
  private currentZoom: Zoom = 'fit';

  /**
   * @param container scrolls
   * @param size of the first page, in points
   * @param onMove is called when the reader has moved or zoomed
   * @param damaged what a page says that cannot be drawn
   */
  constructor(
    private readonly file: PDFDocumentProxy,
    private readonly container: HTMLElement,
    size: { readonly width: number; readonly height: number },
    labelOf: (page: number) => string,
    private readonly onMove: () => void,
    private readonly damaged: string,
  ) {
    this.pages = Array.from(
      { length: file.numPages },
      (_, index) => new PageView(file, index + 1, labelOf(index + 1), size),
    );
    this.pageOf = new Map(this.pages.map((page) => [page.element, page]));
    container.replaceChildren(...this.pages.map(({ element }) => element));
    this.watcher = new IntersectionObserver((entries) => this.seen(entries), {
      root: container,
      rootMargin: '100% 0px',
    });
    this.pages.forEach(({ element }) => this.watcher.observe(element));
    container.addEventListener('scroll', () => this.onMove(), { passive: true });
    new ResizeObserver(() => {
      if (this.currentZoom === 'fit') {
        this.zoom = 'fit';
      }
    }).observe(container);
    this.applyScale();
  }

  get count(): number {
    return this.file.numPages;
  }

  get zoom(): Zoom {
    return this.currentZoom;
  }

  /** Stays at the reader's place. */
  set zoom(zoom: Zoom) {
    const { position } = this;
    this.currentZoom = zoom === 'fit' ? zoom : Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
    this.applyScale();
    this.goTo(position);
    this.drawNear();
    this.onMove();
  }

  /** 1 is 100 per cent. */
  get scale(): number {
    if (this.currentZoom !== 'fit') {
      return this.currentZoom;
    }
    const width = (this.pages[0]?.width ?? 1) * CSS_PIXELS;
    const room = Math.max(100, this.container.clientWidth - MARGIN);
    return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, room / width));
  }

  zoomIn(): void {
    this.zoom = this.scale * ZOOM_STEP;
  }

  zoomOut(): void {
    this.zoom = this.scale / ZOOM_STEP;
  }

  /** The page at the upper third of the view counts as the one that is read. */
  get position(): Position {
    const { scrollTop, clientHeight } = this.container;
    const index = this.lastStarted(scrollTop + clientHeight / 3);
    const element = this.pages[index]?.element;
    const offset = element ? (scrollTop - element.offsetTop) / element.offsetHeight : 0;
    return { page: index + 1, offset: Math.min(1, Math.max(0, offset)) };
  }

  /** Puts a place at the top of the view; without an offset, the top of a page with its edge. */
  goTo({ page, offset = 0 }: { readonly page: number; readonly offset?: number }): void {
    const element = this.pages[Math.min(this.count, Math.max(1, page)) - 1]?.element;
    if (element !== undefined) {
      this.container.scrollTop =
        element.offsetTop + (offset > 0 ? offset * element.offsetHeight : -MARGIN / 4);
    }
  }

  /**
   * Reads how large all pages are, those at the reader's place first, so that places do not move
   * later. The browser keeps what can be seen where it is while sizes above it change.
   */
  async measure(): Promise<void> {
    const { page } = this.position;
    for (const view of [...this.pages.slice(page - 1), ...this.pages.slice(0, page - 1)]) {
      // A damaged page has no size of its own, and says so when it is drawn.
      await view.measure().catch(() => undefined);
    }
  }

  private applyScale(): void {
    const { scale } = this;
    this.pages.forEach((page) => page.setScale(scale * CSS_PIXELS));
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const page = this.pageOf.get(target);
      if (page && isIntersecting) {
        this.near.add(page);
      } else if (page) {
        this.near.delete(page);
        page.release();
      }
    }
    this.drawNear();
  }

  /** Draws what is near, one page after the other, what is read now first. */
  private drawNear(): void {
    if (!this.drawing) {
      this.drawing = true;
      void this.drawAll().finally(() => (this.drawing = false));
    }
  }

  private async drawAll(): Promise<void> {
    const failed = new Set<PageView>();
    for (let page = this.nextToDraw(failed); page; page = this.nextToDraw(failed)) {
      try {
        await page.draw();
      } catch {
        failed.add(page);
        page.element.textContent = this.damaged;
      }
    }
  }

  private nextToDraw(failed: ReadonlySet<PageView>): PageView | undefined {
    const current = this.position.page - 1;
    const distance = (page: PageView) => Math.abs(this.pages.indexOf(page) - current);
    return [...this.near]
      .filter((page) => !page.isDrawn && !failed.has(page))
      .sort((a, b) => distance(a) - distance(b))[0];
  }

  /** The index of the last page that begins at or above a height, in pixels. */
  private lastStarted(height: number): number {
    let low = 0;
    let high = this.pages.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.pages[middle]?.element.offsetTop ?? Infinity) <= height) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
