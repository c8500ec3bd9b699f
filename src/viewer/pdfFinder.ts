import { bringIntoView } from './intoView';
import { PDFFindController } from './pdfjs';

type Match = Parameters<PDFFindController['scrollMatchIntoView']>[0];

/** Looks for words in a file, and shows the place that is found. */
export class PdfFinder extends PDFFindController {
  constructor(
    options: ConstructorParameters<typeof PDFFindController>[0],
    private readonly container: HTMLElement,
  ) {
    super(options);
  }

  override scrollMatchIntoView(match: Match): void {
    const { element } = match;
    const shown = { scrollIntoView: () => element && bringIntoView(this.container, element) };
    super.scrollMatchIntoView({ ...match, element: (element && shown) as HTMLElement });
  }
}
