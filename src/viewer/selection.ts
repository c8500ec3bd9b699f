import type { PdfSelectedPart } from './messages';
import { layerText } from './layerText';

/** What is selected, by page; empty when nothing is. @param labelOf what is printed on a page */
export function selectedParts(
  container: HTMLElement,
  labelOf: (page: number) => string,
): readonly PdfSelectedPart[] {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) {
    return [];
  }
  const range = selection.getRangeAt(0);
  const pages = [...container.querySelectorAll<HTMLElement>('.page')];
  return pages.flatMap((page): readonly PdfSelectedPart[] => {
    const layer = page.querySelector('.textLayer');
    if (layer === null || !range.intersectsNode(layer)) {
      return [];
    }
    const text = layerText(layer, range).text;
    if (text.trim() === '') {
      return [];
    }
    const before = new Range();
    before.setStart(layer, 0);
    if (layer.contains(range.startContainer)) {
      before.setEnd(range.startContainer, range.startOffset);
    }
    const length = layerText(layer).text.length;
    const at = layerText(layer, before).text.length / Math.max(1, length);
    const number = Number(page.dataset['pageNumber']);
    return [{ page: number, label: labelOf(number), text, at: Math.min(1, at) }];
  });
}
