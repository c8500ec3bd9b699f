import { settings } from './dom';
import type { PDFDocumentProxy } from './pdfjs';

type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
type Item = Items[number];

/** Rows of an outline; what is beyond is left out. */
const MOST_ROWS = 5_000;

/** A row: its element, and how deep it lies. */
interface Row {
  readonly element: HTMLElement;
  /** From 1 at the top. */
  readonly level: number;
}

/** The outline of a file: a tree with one tab stop, as trees of the editor are. */
export class Outline {
  private rows: readonly Row[] = [];

  /** @param follow goes to a destination */
  constructor(
    private readonly tree: HTMLElement,
    private readonly follow: (destination: string | readonly unknown[]) => void,
  ) {
    tree.addEventListener('keydown', (event) => this.pressed(event));
  }

  async show(file: PDFDocumentProxy): Promise<void> {
    // A file may have a broken outline, and is worth showing all the same.
    const items = await file.getOutline().catch(() => null);
    this.rows = rowsOf(items ?? [], 1, MOST_ROWS, (item, row, event) => {
      if (isOnArrow(row.element, event)) {
        this.expand(row, row.element.ariaExpanded === 'false');
      } else {
        this.open(item);
      }
    });
    this.tree.replaceChildren(...this.rows.map(({ element }) => element));
    this.tree.role = this.rows.length > 0 ? 'tree' : 'note';
    if (this.rows.length === 0) {
      this.tree.textContent = settings.noOutline;
    }
    this.rows[0]?.element.setAttribute('tabindex', '0');
    this.fold();
  }

  focus(): void {
    this.tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private open({ dest }: Item): void {
    // Addresses on the web are not followed from here.
    if (dest !== null) {
      this.follow(dest);
    }
  }

  private pressed(event: KeyboardEvent): void {
    const shown = this.rows.filter(({ element }) => !element.hidden);
    const at = shown.findIndex(({ element }) => element === document.activeElement);
    const row = shown[at];
    if (row === undefined) {
      return;
    }
    const to: Readonly<Record<string, () => Row | undefined>> = {
      ArrowDown: () => shown[at + 1],
      ArrowUp: () => shown[at - 1],
      Home: () => shown[0],
      End: () => shown.at(-1),
      ArrowRight: () => (this.expand(row, true) ? row : shown[at + 1]),
      ArrowLeft: () => (this.expand(row, false) ? row : parentOf(shown, at)),
      Enter: () => (row.element.click(), row),
      ' ': () => (row.element.click(), row),
    };
    const next = Object.hasOwn(to, event.key) ? to[event.key]?.() : undefined;
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      row.element.tabIndex = -1;
      next.element.tabIndex = 0;
      next.element.focus();
    }
  }

  /** @returns whether the row has changed */
  private expand({ element }: Row, isExpanded: boolean): boolean {
    if (element.ariaExpanded === null || element.ariaExpanded === String(isExpanded)) {
      return false;
    }
    element.ariaExpanded = String(isExpanded);
    this.fold();
    return true;
  }

  /** Hides what is below a row that is closed. */
  private fold(): void {
    let closed = Infinity;
    for (const { element, level } of this.rows) {
      element.hidden = level > closed;
      if (level <= closed) {
        closed = element.ariaExpanded === 'false' ? level : Infinity;
      }
    }
  }
}

/** Whether a click was on the arrow before a row; keys click as well, and nowhere. */
function isOnArrow(row: HTMLElement, { detail, offsetX }: MouseEvent): boolean {
  const { paddingLeft } = getComputedStyle(row);
  return detail > 0 && row.ariaExpanded !== null && offsetX < Number.parseFloat(paddingLeft);
}

function parentOf(rows: readonly Row[], at: number): Row | undefined {
  const level = rows[at]?.level ?? 0;
  return rows
    .slice(0, at)
    .reverse()
    .find((row) => row.level < level);
}

function rowsOf(
  items: readonly Item[],
  level: number,
  room: number,
  onClick: (item: Item, row: Row, event: MouseEvent) => void,
): readonly Row[] {
  const rows: Row[] = [];
  for (const item of items) {
    if (rows.length >= room) {
      break;
    }
    const below = item.items as readonly Item[];
    const element = document.createElement('div');
    element.setAttribute('role', 'treeitem');
    element.ariaLevel = String(level);
    element.tabIndex = -1;
    element.textContent = item.title.trim() || '–';
    element.title = element.textContent;
    element.style.setProperty('--level', String(level));
    if (below.length > 0) {
      // The upper two levels are open at first.
      element.ariaExpanded = String(level === 1);
    }
    const row = { element, level };
    element.addEventListener('click', (event) => onClick(item, row, event));
    rows.push(row, ...rowsOf(below, level + 1, room - rows.length - 1, onClick));
  }
  return rows;
}
