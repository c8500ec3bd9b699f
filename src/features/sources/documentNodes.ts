import type { Passage, SourceDocument } from '../../core/library/document';
import { filePageText } from '../../core/library/filePageText';
import { pageLocator } from '../../core/library/writtenLocators';
import { paragraphsIn } from '../../core/library/paragraphsIn';
import { passageText } from '../../core/library/structure';
import type { LibrarySource } from '../../workspace/library/library';
import { passageNode } from '../../workspace/library/passageNode';
import type { Localizer } from '../../core/localizer';
import { countPassages } from './sourceState';
import type { NodeSpec } from '../../host/tree/treeNode';
import { itemAt } from '../../util/defined';

type Source = Pick<LibrarySource, 'id' | 'title' | 'citation'>;

/**
 * What the tree shows of a document: its headings over their passages; without headings, its pages
 * over theirs; without pages too, its passages.
 */
export function documentNodes(
  source: Source,
  document: SourceDocument,
  l10n: Localizer,
): readonly NodeSpec[] {
  const nodes = new DocumentNodes(source, document, l10n);
  const paragraphs = paragraphsIn(document);
  if (paragraphs.some(({ heading }) => heading !== undefined)) {
    return nodes.sections(paragraphs);
  }
  const pages = new Set(paragraphs.map(({ page }) => page));
  return pages.size > 1 ? nodes.pages(paragraphs) : nodes.passages(paragraphs);
}

class DocumentNodes {
  private readonly lineStarts: readonly number[];

  constructor(
    private readonly source: Source,
    private readonly document: SourceDocument,
    private readonly l10n: Localizer,
  ) {
    this.lineStarts = [0, ...Array.from(document.text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  /**
   * The top of the outline. A single heading there costs a click: one that says the title again is
   * left out, and any other is open.
   */
  sections(paragraphs: readonly Passage[]): readonly NodeSpec[] {
    const contents = contentsOf(this.document.headings, paragraphs);
    const [only, ...others] = contents.filter((content) => content.kind === 'section');
    if (only === undefined || others.length > 0) {
      return this.outline(contents);
    }
    const heading = this.document.headings[only.heading]?.text ?? '';
    return repeats(heading, this.source.title)
      ? this.outline(contents.flatMap((content) => (content === only ? only.contents : [content])))
      : this.outline(contents).map((spec) => (spec.children ? { ...spec, isOpen: true } : spec));
  }

  pages(paragraphs: readonly Passage[]): readonly NodeSpec[] {
    const { document, l10n } = this;
    const byPage = new Map<number, Passage[]>();
    for (const passage of paragraphs) {
      const page = passage.page ?? 0;
      byPage.set(page, [...(byPage.get(page) ?? []), passage]);
    }
    return [...byPage].map(([page, passages]) => {
      const label = document.pageLabels?.[page - 1]?.trim() || String(page);
      const count = countPassages(passages.length, l10n);
      const locator = pageLocator(page, page, document.pageLabels);
      const ofFile = filePageText({ locator, page }, l10n);
      return {
        key: `page:${page}`,
        label: l10n.t('p. {0}', label),
        description: [String(passages.length), ofFile].filter(Boolean).join(' · '),
        icon: 'file',
        spoken: [l10n.t('page {0}, {1}', label, count), ofFile].filter(Boolean).join(', '),
        context: ['page'],
        source: this.source.id,
        opensAt: this.positionAt(passages[0]?.span.start ?? 0),
        children: () => this.passages(passages),
      };
    });
  }

  passages(passages: readonly Passage[]): readonly NodeSpec[] {
    return passages.map((passage) => this.passage(passage));
  }

  private outline(contents: readonly Content[]): readonly NodeSpec[] {
    return contents.map((content) =>
      content.kind === 'passage' ? this.passage(content.passage) : this.section(content),
    );
  }

  private section(section: Section): NodeSpec {
    const { heading, contents } = section;
    const { text: label, span } = itemAt(this.document.headings, heading);
    const count = countIn(section);
    return {
      key: `heading:${heading}`,
      label,
      description: String(count),
      // Without one, the editor would pull the icons of passages beside it to the left of those above.
      icon: 'list-tree',
      spoken: this.l10n.t('{0}, heading, {1}', label, countPassages(count, this.l10n)),
      context: ['heading'],
      source: this.source.id,
      opensAt: this.positionAt(span.start),
      children: () => this.outline(contents),
    };
  }

  private passage(passage: Passage): NodeSpec {
    const text = passageText(this.document, passage);
    return {
      ...passageNode(this.source, passage, text, this.l10n),
      opensAt: this.positionAt(passage.span.start),
    };
  }

  private positionAt(offset: number): { line: number; character: number } {
    const line = countUpTo(this.lineStarts, offset) - 1;
    return { line, character: offset - (this.lineStarts[line] ?? 0) };
  }
}

type Content = { readonly kind: 'passage'; readonly passage: Passage } | Section;

interface Section {
  readonly kind: 'section';
  /** An index into the document's headings. */
  readonly heading: number;
  /** In the order of the text. */
  readonly contents: Content[];
}

/** The paragraphs in a section and below. */
function countIn(content: Content): number {
  return content.kind === 'passage'
    ? 1
    : content.contents.reduce((sum, one) => sum + countIn(one), 0);
}

/** A document as an outline, in the order of the text. Headings without a paragraph below are left out. */
function contentsOf(
  headings: SourceDocument['headings'],
  paragraphs: readonly Passage[],
): readonly Content[] {
  const top: Content[] = [];
  const sections = new Map<number, Section>();
  const contentsUnder = (heading: number | undefined): Content[] => {
    if (heading === undefined) {
      return top;
    }
    const known = sections.get(heading);
    if (known !== undefined) {
      return known.contents;
    }
    const section: Section = { kind: 'section', heading, contents: [] };
    sections.set(heading, section);
    contentsUnder(headings[heading]?.parent).push(section);
    return section.contents;
  };
  for (const passage of paragraphs) {
    contentsUnder(passage.heading).push({ kind: 'passage', passage });
  }
  return top;
}

/** How many of `numbers`, which ascend, are not greater than `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Whether a heading says the title again: in other letters, without the name of the site that the title
 * ends with, or with a subtitle that the title lacks. One word is too little for the latter two.
 */
function repeats(heading: string, title: string): boolean {
  const [a, b] = [wordsOf(heading), wordsOf(title)];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return (
    shorter.every((word, at) => word === longer[at]) &&
    (shorter.length === longer.length || shorter.length > 1)
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
