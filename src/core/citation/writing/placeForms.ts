import type { CitationStyle } from '../../note/citationStyles';
import { escapeLatex } from '../../note/languages/latex/latexWriting';
import type { NoteWriting } from '../../note/writing';
import { headingOfPlace } from '../../text/headingPlaces';

/** A place in a source as citations of a style write it. @param place as `printedPlace` has it */
export function placeInStyle(place: string, style: CitationStyle, writing: NoteWriting): string {
  switch (style) {
    case 'latex':
      return latexPlace(place, writing);
    case 'pandoc':
      return writing.text(place).replaceAll(';', '\\;');
    default:
      return writing.text(place);
  }
}

/** Pages are bare numbers, to which biblatex adds what its language calls them. */
function latexPlace(place: string, writing: NoteWriting): string {
  const heading = headingOfPlace(place);
  if (heading !== undefined) {
    return withoutBareBrackets(`under ${writing.quoted(heading)}`);
  }
  const [, pages] = /^pp?\. (.*)$/.exec(place) ?? [];
  return withoutBareBrackets(
    escapeLatex(pages ?? place.replace(/^(paras?\.) /, '$1\u00a0'))
      .replaceAll('–', '--')
      .replaceAll('\u00a0', '~'),
  );
}

/** A bracket would end the argument that the place stands in. */
function withoutBareBrackets(latex: string): string {
  return /[[\]]/.test(latex) ? `{${latex}}` : latex;
}
