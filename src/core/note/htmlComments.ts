import type { CommentSyntax } from './noteLanguage';

/** Comments of HTML. */
export const HTML_COMMENTS: CommentSyntax = {
  open: '<!-- ',
  close: ' -->',
  beginning: /<!--\s*(?![^])/,
  endsWithLine: false,
  withinParagraph: false,
  behindLine: true,
  indented: true,
  gap: '\n',
};
