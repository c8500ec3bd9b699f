import { PDFLinkService, type PDFPageProxy } from './pdfjs';
import type { Position } from './reader';

/** Addresses that may be asked for. */
const OUTSIDE = /^https?:/i;

/** Actions that do no more than turn pages. */
const TURNS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage', 'GoBack']);

/** Places that are kept to go back to. */
const MOST_PLACES = 50;

/** What PDF.js makes of an annotation, as far as it is looked at here. */
interface Annotation {
  readonly subtype?: string;
  readonly url?: string;
  /** As it is written in the file. */
  readonly unsafeUrl?: string;
  readonly dest?: unknown;
  readonly action?: string;
  readonly overlaidText?: string;
  readonly id: unknown;
  readonly annotationType: unknown;
  readonly annotationFlags: unknown;
  readonly rect: unknown;
  readonly quadPoints: unknown;
  readonly borderStyle: unknown;
  readonly color: unknown;
  readonly rotation: unknown;
}

/** Follows links within a file, and remembers where they were followed from. */
export class Links extends PDFLinkService {
  private readonly places: Position[] = [];

  /**
   * @param place the place at hand
   * @param goTo goes to a place
   * @param leave opens an address, once somebody has agreed
   * @param onMove is told whether there is a place to go back to, when that may have changed
   */
  constructor(
    options: ConstructorParameters<typeof PDFLinkService>[0],
    private readonly place: () => Position,
    private readonly goTo: (place: Position) => void,
    private readonly leave: (url: string) => void,
    private readonly onMove: (canGoBack: boolean) => void,
  ) {
    super(options);
    this.setHistory({
      back: () => this.goBack(),
      pushCurrentPosition: () => this.remember(),
      push: () => undefined,
      pushPage: () => undefined,
    });
  }

  /** Keeps the place at hand, to go back to. */
  remember(): void {
    const place = this.place();
    const last = this.places.at(-1);
    if (place.page !== last?.page || place.top !== last.top) {
      this.places.push(place);
      this.places.splice(0, this.places.length - MOST_PLACES);
    }
    this.onMove(this.places.length > 0);
  }

  goBack(): void {
    const place = this.places.pop();
    if (place !== undefined) {
      this.goTo(place);
    }
    this.onMove(this.places.length > 0);
  }

  /** Another file has none of the places that were kept. */
  forget(): void {
    this.places.length = 0;
    this.onMove(false);
  }

  /**
   * The extension has the editor ask before it opens an address. There is no `href`, since the editor
   * opens those of a workspace that is trusted without a question.
   */
  override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
    link.role = 'link';
    link.tabIndex = 0;
    link.title = url;
    link.onclick = () => this.leave(url);
    link.onkeydown = ({ key }) => {
      if (key === 'Enter') {
        this.leave(url);
      }
    };
  }

  /** What a file calls its places is no address of this page. */
  override getDestinationHash(): string {
    return '#';
  }
}

/**
 * Leaves of a page's annotations the links that lead to a place in the file or to an address on the
 * web, and of these no more than that: no scripts, no forms, no files.
 * @param name of links that have none
 */
export function keepLinks(page: PDFPageProxy, name: string): void {
  const all = page.getAnnotations.bind(page);
  page.getAnnotations = async (options) => {
    const annotations = (await all(options)) as readonly Annotation[];
    return annotations.flatMap((one) => linkOf(one, name));
  };
}

/** The link that an annotation is; empty when it is none that may be followed. */
function linkOf(annotation: Annotation, name: string): readonly object[] {
  const { subtype, url, unsafeUrl, dest, action, overlaidText } = annotation;
  const { id, annotationType, annotationFlags, rect, quadPoints, borderStyle, color, rotation } =
    annotation;
  if (subtype !== 'Link') {
    return [];
  }
  const place = { id, annotationType, annotationFlags, rect, quadPoints, borderStyle, color };
  const link = { ...place, rotation, overlaidText: overlaidText?.trim() || name };
  if (url !== undefined) {
    // As the file has it: a program that is to be launched is no address, whatever its base.
    return OUTSIDE.test(url) && OUTSIDE.test(unsafeUrl ?? url) ? [{ ...link, url }] : [];
  }
  if (action !== undefined) {
    return TURNS.has(action) ? [{ ...link, action }] : [];
  }
  return dest === undefined || dest === null ? [] : [{ ...link, dest }];
}
