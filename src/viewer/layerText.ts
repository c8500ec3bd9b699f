/** A node of text, and where in all of the text it begins. */
export interface LayerNode {
  readonly node: Text;
  readonly start: number;
}

/**
 * The text of a text layer, or of the part of it that a range holds, with a line break at the end of
 * each line.
 */
export function layerText(
  layer: Element,
  range?: Range,
): { readonly text: string; readonly nodes: readonly LayerNode[] } {
  const nodes: LayerNode[] = [];
  let text = '';
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (range?.intersectsNode(node) === false) {
      continue;
    }
    if (node instanceof Text) {
      const from = node === range?.startContainer ? range.startOffset : 0;
      const to = node === range?.endContainer ? range.endOffset : node.data.length;
      nodes.push({ node, start: text.length - from });
      text += node.data.slice(from, to);
    } else if (node.nodeName === 'BR') {
      text += '\n';
    }
  }
  return { text, nodes };
}
