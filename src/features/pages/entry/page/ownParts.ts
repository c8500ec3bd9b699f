import type { Localizer } from '../../../../core/localizer';
import type { Locator } from '../../../../core/model';
import {
  inBrackets,
  joinedWords,
  link,
  type LinkTarget,
  list,
  type PageBlock,
  type PagePlace,
  quietParagraph,
  section,
  textRun,
} from './pageModel';

/** A passage of the user's own documents. */
export interface PagePassage {
  readonly text: string;
  readonly locator: Locator;
  readonly place: PagePlace;
}

/** A document with the passages that a page lists of it, best first. */
export interface PageDocument {
  readonly title: string;
  /** "Author 2024"; empty when neither is known. */
  readonly byline: string;
  /** How many passages there are, listed or not. */
  readonly count: number;
  readonly passages: readonly PagePassage[];
}

/** What the user's own documents say of a topic or a partner. */
export interface PageOwn {
  /** Newest first. */
  readonly documents: readonly PageDocument[];
  /** How many there are, listed or not. */
  readonly total: number;
}

/** UTF-16 units of a passage that a line shows: two lines of a page. */
const LINE_LENGTH = 160;

/** What the user's own documents say, a line for each passage, whose locator leads to its place. */
export function ownParts({ documents, total }: PageOwn, l10n: Localizer): readonly PageBlock[] {
  const shown = documents.flatMap(({ title, byline, count, passages }) =>
    section(
      [byline, title].filter((part) => part !== '').join(': '),
      [
        ...list(
          passages.map(({ text, locator, place }) => {
            const target: LinkTarget = { kind: 'place', place };
            const words = beginningOf(text);
            // A page of sentences that are all links would be hard to read.
            return locator === ''
              ? link(words, target)
              : joinedWords([textRun(words), inBrackets(link(locator, target))], ' ');
          }),
        ),
        ...(count > passages.length
          ? quietParagraph(textRun(l10n.t('{0} of {1} passages', passages.length, count)))
          : []),
      ],
      2,
    ),
  );
  const more =
    total > documents.length
      ? quietParagraph(
          textRun(
            l10n.t(
              'The latest {0} of {1} documents; all are in the sidebar.',
              documents.length,
              total,
            ),
          ),
        )
      : [];
  return section(l10n.t('From your sources'), [...shown, ...more]);
}

/** The first words of a text. */
function beginningOf(text: string): string {
  if (text.length <= LINE_LENGTH) {
    return text;
  }
  const blank = text.lastIndexOf(' ', LINE_LENGTH);
  return `${text.slice(0, blank > 0 ? blank : LINE_LENGTH).trimEnd()}…`;
}
