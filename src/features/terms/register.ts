import type { Deps } from '../../workspace/deps';
import { combined, type Disposable } from '../../util/dispose';
import { registerCompletion } from './completion/registerCompletion';
import { registerDecorations } from './decorations/registerDecorations';
import { registerHover } from './hover/registerHover';
import { registerNavigation } from './navigation/registerNavigation';
import { registerPreview, type PreviewExtension } from './preview/registerPreview';

/** Terms in notes: explained, suggested, underlined, followed, and marked in previews and notebooks. */
export function registerTerms(deps: Deps): Disposable & PreviewExtension {
  const preview = registerPreview(deps);
  return {
    ...combined(
      registerHover(deps),
      registerCompletion(deps),
      registerNavigation(deps),
      registerDecorations(deps),
      preview,
    ),
    extendMarkdownIt: preview.extendMarkdownIt,
  };
}
