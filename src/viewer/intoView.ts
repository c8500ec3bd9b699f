/** How far below the upper edge something is shown that was out of view, of the view's height. */
const UPPER_PART = 0.3;

/**
 * Scrolls the pages, and nothing that the page stands in, until something can be seen. The browser's
 * own way moves the editor's frame as well.
 */
export function bringIntoView(container: HTMLElement, shown: Element | Range): void {
  const box = shown.getBoundingClientRect();
  const view = container.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom - view.height * UPPER_PART) {
    container.scrollTop += box.top - view.top - view.height * UPPER_PART;
  }
  if (box.left < view.left || box.right > view.right) {
    container.scrollLeft += box.left - view.left - (view.width - box.width) / 2;
  }
}
