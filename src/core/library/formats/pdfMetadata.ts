import type { Block, DocumentMetadata } from '../document';
import { doiOf, languageOf, metadataOf, personNames, shortText } from './metadata';

/** What a PDF file says about itself. */
export interface PdfStatements {
  /** The document information dictionary. */
  readonly info: Readonly<Record<string, unknown>>;
  /** A property of its XMP packet by its name in small letters, such as `dc:title`. */
  readonly xmp: (name: string) => unknown;
}

/**
 * Metadata from what a PDF says, XMP before the information dictionary. Its dates tell when the file
 * was made, not when the document was issued, so that they are left out. Without a title of its own
 * it has the heading that opens its first page, where one stands out.
 */
export function pdfMetadata(
  { info, xmp }: PdfStatements,
  blocks: readonly Block[],
): DocumentMetadata {
  const said = (name: string): string | undefined => shortText(firstOf(xmp(name)));
  const authors = personNames(listOf(xmp('dc:creator')));
  const custom = typeof info['Custom'] === 'object' ? info['Custom'] : undefined;
  return metadataOf({
    title:
      realTitle(said('dc:title')) ?? realTitle(shortText(info['Title'])) ?? openingHeading(blocks),
    author: authors.length > 0 ? authors : personNames(info['Author']),
    publisher: said('dc:publisher'),
    language: languageOf(info['Language']) ?? languageOf(firstOf(xmp('dc:language'))),
    DOI:
      doiOf(firstOf(xmp('prism:doi'))) ??
      doiOf(firstOf(xmp('dc:identifier'))) ??
      doiOf(custom && 'doi' in custom ? custom.doi : undefined),
  });
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value[0] as unknown) : value;
}

function listOf(value: unknown): unknown {
  return Array.isArray(value) ? value.join(';') : value;
}

/** A title that a person wrote; programs put names of files and of themselves there. */
function realTitle(title: string | undefined): string | undefined {
  return title === undefined ||
    !/\p{L}{2}/u.test(title) ||
    /\.(?:docx?|rtf|odt|pdf|indd|qxd|tex|dvi|html?|pptx?|xlsx?|pages|wpd)$/iu.test(title) ||
    /^(?:untitled|document\d*|layout \d+|title|slide \d+|powerpoint presentation)$/iu.test(title) ||
    /^(?:microsoft (?:word|powerpoint) - |[a-z]:\\|file:|\/)/iu.test(title)
    ? undefined
    : title;
}

/** The heading of the first rank with which the document opens. */
function openingHeading(blocks: readonly Block[]): string | undefined {
  const [heading] = blocks.slice(0, 4).filter(({ kind }) => kind === 'heading');
  return heading?.level === 1 && heading.page === 1 ? shortText(heading.text) : undefined;
}
