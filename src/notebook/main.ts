import type { Prose } from '../core/note/prose';
import type { MarkdownIt } from 'markdown-it';
import type { ActivationFunction, OutputItem, RendererApi } from 'vscode-notebook-renderer';
import previewStyle from '../../media/preview.css';
import { occurrencesToMark } from '../core/preview/occurrencesToMark';
import { markTerms, type MarkedTerms } from '../core/preview/markTerms';
import type { Occurrence } from '../core/terms/occurrence';
import { TermMatcher } from '../core/terms/termMatcher';
import type { CellsReady, CellTerms } from './messages';

/** The renderer of VS Code that this one extends, as far as it is used. */
interface MarkdownRenderer extends RendererApi {
  extendMarkdownIt(extend: (markdownIt: MarkdownIt) => void): void;
}

/** Marks terms in the rendered Markdown of a notebook, cell by cell. */
export const activate: ActivationFunction = async (context) => {
  const renderer = await context.getRenderer('vscode.markdown-it-renderer');
  if (!isMarkdownRenderer(renderer)) {
    return undefined;
  }
  addStyle();
  let terms: MarkedTerms | undefined;
  const rendered = new Map<string, OutputItem>();
  renderer.extendMarkdownIt((markdownIt) => {
    markTerms(markdownIt, (env) => {
      const { outputItem } = env as { readonly outputItem?: OutputItem };
      if (outputItem) {
        rendered.set(outputItem.id, outputItem);
      }
      return terms;
    });
  });
  // The terms come later than the first cells, which nothing is to wait for.
  context.onDidReceiveMessage?.((message: CellTerms) => {
    terms = markedTerms(message);
    for (const [id, item] of rendered) {
      const element = document.getElementById(id);
      if (element) {
        renderAgain(renderer, item, element);
      } else {
        rendered.delete(id);
      }
    }
  });
  context.postMessage?.({ kind: 'ready' } satisfies CellsReady);
  return undefined;
};

function isMarkdownRenderer(renderer: RendererApi | undefined): renderer is MarkdownRenderer {
  return typeof renderer?.['extendMarkdownIt'] === 'function';
}

/** Templates of this class are copied into each cell, whose style is shut off from the page's. */
function addStyle(): void {
  const style = document.createElement('style');
  style.textContent = previewStyle;
  const template = document.createElement('template');
  template.classList.add('markdown-style');
  template.content.append(style);
  document.head.append(template);
}

function markedTerms({ uses, kinds, terms }: CellTerms): MarkedTerms | undefined {
  if (uses === 'off') {
    return undefined;
  }
  const matcher = TermMatcher.of(terms);
  const byId = new Map<string, CellTerms['terms'][number]>(terms.map((term) => [term.id, term]));
  const occurrencesIn = (text: Prose) => matcher.occurrences(text);
  const termsAt = (occurrence: Occurrence) => occurrence.terms.flatMap((id) => byId.get(id) ?? []);
  return {
    uses,
    occurrences: (text) => occurrencesToMark(text, { occurrencesIn, termsAt }, kinds),
    explanationsAt: termsAt,
  };
}

/** Blocks of code are kept as they are: the editor has coloured them after they were rendered. */
function renderAgain(renderer: RendererApi, item: OutputItem, element: HTMLElement): void {
  const coloured = codeBlocksIn(element);
  void renderer.renderOutputItem(item, element, new AbortController().signal);
  codeBlocksIn(element).forEach((block, index) => {
    const before = coloured[index];
    if (before?.textContent === block.textContent) {
      block.replaceWith(before);
    }
  });
}

function codeBlocksIn(element: HTMLElement): readonly Element[] {
  return [...(element.shadowRoot?.querySelectorAll('.vscode-code-block') ?? [])];
}
