import { settings } from './dom';
import { PdfFinder } from './pdfFinder';
import { keepLinks, Links } from './links';
import type { PdfPlace } from './messages';
import { labelOfPage } from './pageLabels';
import { PassageMarks } from './passageMarks';
import {
  AnnotationMode,
  EventBus,
  PDFViewer,
  type PDFDocumentProxy,
  type PDFPageView,
} from './pdfjs';

/** The most pixels of one page's picture; what is larger is drawn less sharply. */
const MAX_PIXELS = 16_000_000;
/** `annotationEditorMode` that has none. */
const NO_EDITING = -1;
/** Milliseconds of rest until pages are drawn at another zoom; they are stretched before. */
const DRAWING_DELAY = 200;

/** What PDF.js has for texts of its own in other languages; those that are shown come from us. */
const NO_TEXTS = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
};

/** Where a reader is. */
export interface Position {
  /** Counted from 1. */
  readonly page: number;
  /** The upper left corner of the view on the page, in points from the page's lower left corner. */
  readonly left?: number;
  readonly top?: number;
}

/** `page-width`, `page-fit`, or a number as text: 1 is 100 per cent. */
export type Zoom = string;

/** What PDF.js tells of the place that is shown. */
interface Location {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
}

/** The pages of a file, one below the other. PDF.js draws those near what can be seen. */
export class Reader {
  readonly events = new EventBus();
  readonly links: Links;
  private readonly viewer: PDFViewer;
  private readonly marks: PassageMarks;
  private location: Location | undefined;
  private file: PDFDocumentProxy | undefined;
  private labels: readonly string[] | null = null;

  /**
   * @param container scrolls
   * @param onMove is called when somebody has moved or zoomed
   * @param leave opens an address, once somebody has agreed
   * @param onCanGoBack is told whether there is a place to go back to
   */
  constructor(
    private readonly container: HTMLDivElement,
    private readonly onMove: () => void,
    leave: (url: string) => void,
    onCanGoBack: (canGoBack: boolean) => void,
    onMarked: (page: number, isMarked: boolean) => void,
  ) {
    const eventBus = this.events;
    this.links = new Links(
      { eventBus, ignoreDestinationZoom: true },
      () => this.position,
      (place) => this.goTo(place),
      leave,
      onCanGoBack,
    );
    this.viewer = new PDFViewer({
      container,
      eventBus,
      linkService: this.links,
      findController: new PdfFinder({ linkService: this.links, eventBus }, container),
      l10n: NO_TEXTS as never,
      annotationMode: AnnotationMode.ENABLE,
      annotationEditorMode: NO_EDITING,
      enableAutoLinking: false,
      maxCanvasPixels: MAX_PIXELS,
    });
    this.links.setViewer(this.viewer);
    this.marks = new PassageMarks(this.events, container, onMarked);
    this.events.on('updateviewarea', ({ location }: { readonly location: Location }) => {
      this.location = location;
      this.onMove();
    });
    this.events.on('scalechanging', () => this.onMove());
    this.events.on('pagerendered', (event: { pageNumber: number; error?: unknown }) => {
      if (event.error) {
        this.tellDamaged(event.pageNumber);
      }
    });
    new ResizeObserver(() => this.resize()).observe(container);
    container.addEventListener('wheel', (event) => this.zoomByWheel(event), { passive: false });
  }

  /**
   * Shows a file. Resolves when its first page has its place; rejects when that page is damaged.
   * @param position where to begin
   */
  async show(file: PDFDocumentProxy, position: Position, zoom: Zoom): Promise<void> {
    this.close();
    this.file = file;
    const getPage = file.getPage.bind(file);
    file.getPage = async (number) => {
      const page = await getPage(number);
      if (!Object.hasOwn(page, 'getAnnotations')) {
        keepLinks(page, settings.link);
      }
      return page;
    };
    // What stands before it takes its place when it is reached; where one begins has to be right.
    const number = Math.min(file.numPages, Math.max(1, position.page));
    const page = await file.getPage(number).catch(() => undefined);
    await new Promise<void>((resolve, reject) => {
      this.events.on('pagesinit', () => resolve(), { once: true });
      this.viewer.setDocument(file);
      this.links.setDocument(file);
      (this.viewer.pagesPromise as Promise<unknown> | null)?.catch(reject);
    });
    if (page !== undefined) {
      this.pageView(number).setPdfPage(page);
    }
    this.viewer.currentScaleValue = zoom;
    this.goTo({ ...position, page: number });
    this.nameParts();
  }

  /** Shows nothing any more. */
  close(): void {
    this.marks.clear();
    this.links.forget();
    this.location = undefined;
    this.viewer.setDocument(null as never);
    this.links.setDocument(null);
    void this.file?.loadingTask.destroy();
    this.file = undefined;
  }

  /** How many pages there are; 0 while nothing is shown. */
  get count(): number {
    return this.file === undefined ? 0 : this.viewer.pagesCount;
  }

  get position(): Position {
    const { pageNumber, left, top } = this.location ?? { pageNumber: 1 };
    return { page: pageNumber, ...(left !== undefined && top !== undefined && { left, top }) };
  }

  /** The page that is being read, counted from 1. */
  get page(): number {
    return this.viewer.currentPageNumber;
  }

  get zoom(): Zoom {
    return this.viewer.currentScaleValue ?? 'page-width';
  }

  set zoom(zoom: Zoom) {
    this.viewer.currentScaleValue = zoom;
  }

  /** 1 is 100 per cent. */
  get scale(): number {
    return this.viewer.currentScale;
  }

  /** What is printed on the pages; `null` where that is not known. */
  set pageLabels(labels: readonly string[] | null) {
    this.labels = labels;
    this.nameParts();
  }

  zoomIn(): void {
    this.viewer.increaseScale({ drawingDelay: DRAWING_DELAY });
  }

  zoomOut(): void {
    this.viewer.decreaseScale({ drawingDelay: DRAWING_DELAY });
  }

  /** Puts a place at the top of the view; the top of a page when it says no more. */
  goTo({ page, left, top }: Position): void {
    const name = { name: 'XYZ' };
    this.viewer.scrollPageIntoView({
      pageNumber: Math.min(this.count, Math.max(1, page)),
      ...(top !== undefined && { destArray: [null, name, left ?? 0, top, null] as never }),
      allowNegativeOffset: true,
    });
  }

  /** Goes to a place that is to be gone back from, and marks its passage. */
  jumpTo({ page, passage }: PdfPlace): void {
    this.links.remember();
    this.goTo({ page });
    if (passage === undefined) {
      this.marks.clear();
    } else {
      this.marks.mark(page, passage);
    }
  }

  turn(step: 1 | -1): void {
    if (step === 1) {
      this.viewer.nextPage();
    } else {
      this.viewer.previousPage();
    }
  }

  /** @returns whether there was a mark to be taken away */
  clearMarks(): boolean {
    return this.marks.clear();
  }

  /** @param page counted from 1 */
  private pageView(page: number): PDFPageView {
    return this.viewer.getPageView(page - 1) as PDFPageView;
  }

  private resize(): void {
    if (this.count > 0 && Number.isNaN(Number(this.zoom))) {
      this.viewer.currentScaleValue = this.zoom;
    }
    this.viewer.update();
  }

  private zoomByWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) {
      return;
    }
    // Or else a browser zooms the window.
    event.preventDefault();
    const turned = Math.max(-60, Math.min(60, event.deltaY));
    this.viewer.updateScale({
      scaleFactor: Math.exp(-turned / 300),
      drawingDelay: DRAWING_DELAY,
      origin: [event.clientX, event.clientY],
    });
  }

  /** Says what the pages are, to those who hear them. */
  private nameParts(): void {
    for (let page = 1; page <= this.count; page += 1) {
      const name = settings.page.replace('{0}', labelOfPage(page, this.labels));
      this.pageView(page).div.ariaLabel = name;
    }
  }

  private tellDamaged(page: number): void {
    const told = document.createElement('p');
    told.className = 'damaged';
    told.textContent = settings.damagedPage;
    this.container.querySelector(`.page[data-page-number="${page}"]`)?.append(told);
  }
}
