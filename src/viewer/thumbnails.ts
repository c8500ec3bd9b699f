import { format, settings } from './dom';
import { labelOfPage } from './pageLabels';
import type { PDFDocumentProxy } from './pdfjs';

/** Pixels of the screen. */
const WIDTH = 112;

/** Small pictures of the pages, drawn while they can be seen. */
export class Thumbnails {
  private file: PDFDocumentProxy | undefined;
  private readonly watcher: IntersectionObserver;
  private current = 1;
  /** One is drawn after the other. */
  private drawing: Promise<void> = Promise.resolve();
  private readonly seen = new Set<Element>();

  /** @param goTo goes to a page, counted from 1 */
  constructor(
    private readonly list: HTMLElement,
    private readonly goTo: (page: number) => void,
  ) {
    this.watcher = new IntersectionObserver((entries) => this.look(entries), { root: list });
    list.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** @param size of the first page, in points, from which the others may differ */
  show(
    file: PDFDocumentProxy,
    size: { readonly width: number; readonly height: number },
    labels: readonly string[] | null,
  ): void {
    this.watcher.disconnect();
    this.seen.clear();
    this.file = file;
    this.list.style.setProperty('--ratio', `${size.width} / ${size.height}`);
    const buttons = Array.from({ length: file.numPages }, (_, index) => {
      const button = document.createElement('button');
      const label = labelOfPage(index + 1, labels);
      button.type = 'button';
      button.tabIndex = index === 0 ? 0 : -1;
      button.ariaLabel = format(settings.page, label);
      button.dataset['page'] = String(index + 1);
      const picture = document.createElement('span');
      picture.className = 'picture';
      const name = document.createElement('span');
      name.textContent = label;
      button.append(picture, name);
      button.addEventListener('click', () => this.goTo(index + 1));
      return button;
    });
    this.list.replaceChildren(...buttons);
    buttons.forEach((button) => this.watcher.observe(button));
  }

  /** Says which page is being read. */
  mark(page: number): void {
    const before = this.list.children[this.current - 1];
    before?.removeAttribute('aria-current');
    before?.setAttribute('tabindex', '-1');
    this.current = page;
    const button = this.list.children[page - 1] as HTMLElement | undefined;
    button?.setAttribute('aria-current', 'page');
    button?.setAttribute('tabindex', '0');
    if (button !== undefined && !this.list.contains(document.activeElement)) {
      // Not by the browser, which would scroll what the page stands in as well.
      const { offsetTop, offsetHeight } = button;
      const { scrollTop, clientHeight } = this.list;
      if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight) {
        this.list.scrollTop = offsetTop;
      }
    }
  }

  focus(): void {
    this.list.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const buttons = [...this.list.children] as HTMLElement[];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', buttons.length - 1],
    ]);
    const next = buttons[to.get(event.key) ?? -1];
    if (at !== -1 && next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      next.focus();
    }
  }

  private look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.seen.add(target);
        this.drawing = this.drawing.then(() => this.draw(target));
      } else {
        this.seen.delete(target);
        target.querySelector('canvas')?.remove();
      }
    }
  }

  /** Draws a page that can still be seen. Never rejects. */
  private async draw(button: Element): Promise<void> {
    const { file } = this;
    const picture = button.querySelector<HTMLElement>('.picture');
    if (!this.seen.has(button) || picture === null || picture.childElementCount > 0) {
      return;
    }
    try {
      const page = await file?.getPage(Number((button as HTMLElement).dataset['page']));
      if (page === undefined || file !== this.file) {
        return;
      }
      const sharpness = Math.min(2, window.devicePixelRatio || 1);
      const { width } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (WIDTH * sharpness) / width });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport }).promise;
      if (this.seen.has(button)) {
        picture.replaceChildren(canvas);
      }
    } catch {
      // The page itself says that it is damaged.
    }
  }
}
