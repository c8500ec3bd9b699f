import { element } from './dom';
import type { Outline } from './outline';
import type { Thumbnails } from './thumbnails';

type Tab = 'outline' | 'thumbnails';

/** The outline and the small pictures of the pages, one at a time, beside the pages. */
export class Sidebar {
  private readonly bar = element('sidebar', HTMLElement);
  private readonly toggleButton = element('toggleSidebar', HTMLButtonElement);
  private readonly tabs: Readonly<Record<Tab, HTMLButtonElement>> = {
    outline: element('outlineTab', HTMLButtonElement),
    thumbnails: element('thumbnailsTab', HTMLButtonElement),
  };
  private readonly panels: Readonly<Record<Tab, HTMLElement>> = {
    outline: element('outlinePanel', HTMLElement),
    thumbnails: element('thumbnailsPanel', HTMLElement),
  };

  constructor(
    private readonly outline: Outline,
    private readonly thumbnails: Thumbnails,
    private readonly leave: () => void,
  ) {
    for (const tab of ['outline', 'thumbnails'] as const) {
      const other = tab === 'outline' ? 'thumbnails' : 'outline';
      this.tabs[tab].addEventListener('click', () => this.choose(tab));
      this.tabs[tab].addEventListener('keydown', ({ key }) => {
        if (key === 'ArrowLeft' || key === 'ArrowRight') {
          this.choose(other);
          this.tabs[other].focus();
        }
      });
    }
    this.bar.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') {
        this.leave();
      }
    });
  }

  /** Opens it with the focus in it, or closes it. */
  toggle(): void {
    this.bar.hidden = !this.bar.hidden;
    this.toggleButton.ariaPressed = String(!this.bar.hidden);
    if (this.bar.hidden) {
      this.leave();
    } else if (this.panels.outline.hidden) {
      this.thumbnails.focus();
    } else {
      this.outline.focus();
    }
  }

  private choose(chosen: Tab): void {
    for (const tab of ['outline', 'thumbnails'] as const) {
      const isChosen = tab === chosen;
      this.tabs[tab].ariaSelected = String(isChosen);
      this.tabs[tab].tabIndex = isChosen ? 0 : -1;
      this.panels[tab].hidden = !isChosen;
    }
  }
}
