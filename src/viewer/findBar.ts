import { element, format, onClick, settings } from './dom';
import type { EventBus } from './pdfjs';

/** Which match is shown, from 1, and how many there are. */
interface Count {
  readonly current: number;
  readonly total: number;
}

/** What PDF.js tells of a search. */
interface Found {
  readonly matchesCount: Count;
  /** 0 found, 1 not found, 2 gone round to the other end, 3 still searching. */
  readonly state: number;
}

const NOT_FOUND = 1;
const SEARCHING = 3;

/** The bar in which words are looked for in a file: all places are marked, and one is shown. */
export class FindBar {
  private readonly bar = element('findBar', HTMLElement);
  private readonly query = element('query', HTMLInputElement);
  private readonly count = element('matches', HTMLElement);
  private readonly options = ['matchCase', 'wholeWords', 'matchDiacritics'].map((id) =>
    element(id, HTMLButtonElement),
  );

  private state = 0;

  /** @param leave gives the focus back to the pages */
  constructor(
    private readonly events: EventBus,
    private readonly leave: () => void,
  ) {
    this.query.addEventListener('input', () => this.search(''));
    this.query.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        this.next(event.shiftKey ? 'previous' : 'next');
      }
    });
    this.bar.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') {
        this.close();
      }
    });
    for (const option of this.options) {
      option.addEventListener('click', () => {
        option.ariaPressed = String(option.ariaPressed !== 'true');
        this.search('');
      });
    }
    onClick('closeFind', () => this.close());
    events.on('updatefindmatchescount', ({ matchesCount }: Found) => this.tell(matchesCount));
    events.on('updatefindcontrolstate', ({ state, matchesCount }: Found) => {
      this.state = state;
      this.tell(matchesCount);
    });
  }

  /** Opens the bar with what is selected, where that is on one line. */
  open(): void {
    const selected = document.getSelection()?.toString() ?? '';
    const isOutside = document.activeElement !== this.query;
    this.bar.hidden = false;
    if (isOutside && selected !== '' && selected.length < 200 && !selected.includes('\n')) {
      this.query.value = selected.trim();
    }
    this.query.focus({ preventScroll: true });
    this.query.select();
    this.search('');
  }

  /** Goes to the next place, or to the one before; opens the bar where nothing has been looked for. */
  next(which: 'next' | 'previous'): void {
    if (this.bar.hidden || this.query.value === '') {
      this.open();
    } else {
      this.search('again', which === 'previous');
    }
  }

  close(): void {
    if (!this.bar.hidden) {
      this.bar.hidden = true;
      this.events.dispatch('findbarclose', { source: this });
      this.leave();
    }
  }

  private search(type: '' | 'again', findPrevious = false): void {
    const [caseSensitive, entireWord, matchDiacritics] = this.options.map(
      ({ ariaPressed }) => ariaPressed === 'true',
    );
    this.events.dispatch('find', {
      source: this,
      type,
      query: this.query.value,
      caseSensitive,
      entireWord,
      matchDiacritics,
      findPrevious,
      highlightAll: true,
    });
  }

  private tell({ current, total }: Count): void {
    const isMissing = this.state === NOT_FOUND && this.query.value !== '';
    this.query.ariaInvalid = String(isMissing);
    if (this.state === SEARCHING && total === 0) {
      return;
    }
    this.count.textContent =
      total > 0
        ? format(settings.matches, String(current), String(total))
        : isMissing
          ? settings.noMatches
          : '';
  }
}
