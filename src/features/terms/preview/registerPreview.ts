import type { MarkdownIt } from 'markdown-it';
import { markTerms } from '../../../core/preview/markTerms';
import type { Deps } from '../../../workspace/deps';
import { combined, type Disposable } from '../../../util/dispose';
import { CellTermsSender } from './cellTermsSender';
import { PreviewTerms } from './previewTerms';

/** What the Markdown preview of VS Code takes from an extension. */
export interface PreviewExtension {
  readonly extendMarkdownIt: (markdownIt: MarkdownIt) => MarkdownIt;
}

/** Terms with their definitions in the Markdown preview and in the Markdown cells of notebooks. */
export function registerPreview(deps: Deps): Disposable & PreviewExtension {
  const preview = new PreviewTerms(deps);
  return {
    ...combined(preview, new CellTermsSender(deps)),
    extendMarkdownIt: (markdownIt) => markTerms(markdownIt, (env) => preview.termsOf(env)),
  };
}
