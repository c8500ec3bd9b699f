import {
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The most pixels of one page's picture; what is larger is drawn less sharply. */
const MAX_PIXELS = 16_000_000;

/** A page's place in the view. Empty of the page's size until it comes near, then drawn. */
export class PageView {
  readonly element = document.createElement('div');
  private page: PDFPageProxy | undefined;
  private scale = 1;
  /** The scale at which it is drawn, or is being drawn. */
  private drawn: number | undefined;
  private cancel: (() => void) | undefined;

  /**
   * @param number counted from 1
   * @param size in points, a guess until the page has been read
   */
  constructor(
    private readonly file: PDFDocumentProxy,
    private readonly number: number,
    label: string,
    private size: { readonly width: number; readonly height: number },
  ) {
    this.element.className = 'page';
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', label);
  }

  /** In points. */
  get width(): number {
    return this.size.width;
  }

  /** Whether it is drawn, or is being drawn, at its scale. */
  get isDrawn(): boolean {
    return this.drawn === this.scale;
  }

  /** Pixels of the screen a point. What is drawn is stretched until it is drawn anew. */
  setScale(scale: number): void {
    this.scale = scale;
    const { style } = this.element;
    style.width = `${Math.floor(this.size.width * scale)}px`;
    style.height = `${Math.floor(this.size.height * scale)}px`;
    style.setProperty('--total-scale-factor', String(scale));
  }

  /** Reads how large the page is. Rejects when it is damaged. */
  async measure(): Promise<void> {
    this.page ??= await this.file.getPage(this.number);
    const { width, height } = this.page.getViewport({ scale: 1 });
    if (width !== this.size.width || height !== this.size.height) {
      this.size = { width, height };
      this.setScale(this.scale);
    }
  }

  /** Draws the page at its scale, once. Resolves when it is drawn, or when that was called off. */
  async draw(): Promise<void> {
    if (this.isDrawn) {
      return;
    }
    this.cancel?.();
    const scale = (this.drawn = this.scale);
    await this.measure();
    const { page } = this;
    if (page === undefined || this.drawn !== scale) {
      return;
    }
    const viewport = page.getViewport({ scale });
    const sharpness = Math.min(
      window.devicePixelRatio || 1,
      Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width * sharpness);
    canvas.height = Math.floor(viewport.height * sharpness);
    const text = document.createElement('div');
    text.className = 'textLayer';
    const picture = page.render({
      canvas,
      viewport,
      transform: [sharpness, 0, 0, sharpness, 0, 0],
    });
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: text,
      viewport,
    });
    this.cancel = () => {
      picture.cancel();
      layer.cancel();
    };
    try {
      await picture.promise;
      if (this.drawn === scale) {
        this.element.replaceChildren(canvas, text);
      }
      await layer.render();
    } catch (error) {
      // What was called off ends with an error, too.
      if (this.drawn === scale) {
        this.drawn = undefined;
        throw error;
      }
    }
  }

  /** Gives back what a drawn page takes, once it is far away. */
  release(): void {
    if (this.drawn !== undefined) {
      this.drawn = undefined;
      this.cancel?.();
      this.cancel = undefined;
      this.element.replaceChildren();
      this.page?.cleanup();
    }
  }
}
