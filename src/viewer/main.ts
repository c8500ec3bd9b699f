import { element, format, onClick, settings } from './dom';
import { FindBar } from './findBar';
import type { PdfAction, PdfMessage, PdfPlace, PdfRequest } from './messages';
import { openFile, startWorker } from './openFile';
import { Outline } from './outline';
import { labelOfPage, pageOfInput } from './pageLabels';
import type { PDFDocumentProxy } from './pdfjs';
import { HostRanges } from './ranges';
import { Reader, type Position } from './reader';
import { selectedParts } from './selection';
import { Sidebar } from './sidebar';
import { Thumbnails } from './thumbnails';

/** What the editor keeps of the page when it is hidden or the window is reloaded. */
interface ViewState extends Position {
  /** `fit` in states of earlier versions, whose numbers are no texts. */
  readonly zoom?: string | number;
}

/** The editor, as its pages see it. */
declare function acquireVsCodeApi(): {
  postMessage(message: PdfMessage): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
};

const editor = acquireVsCodeApi();
const container = element('pages', HTMLDivElement);
const message = element('message', HTMLElement);
const main = element('main', HTMLElement);
const toolbar = element('toolbar', HTMLElement);
const pageBox = element('page', HTMLInputElement);
const positionText = element('position', HTMLElement);
const zoomText = element('zoom', HTMLOutputElement);
const status = element('status', HTMLElement);
const darkButton = element('dark', HTMLButtonElement);

const reader = new Reader(
  container,
  () => requestAnimationFrame(showPosition),
  (url) => editor.postMessage({ kind: 'leave', url }),
  (canGoBack) => editor.postMessage({ kind: 'canGoBack', canGoBack }),
  (page, isMarked) => {
    const text = isMarked ? settings.marked : settings.unmarked;
    status.textContent = format(text, labelOfPage(page, labels));
  },
);
const focusPages = () => container.focus({ preventScroll: true });
const findBar = new FindBar(reader.events, focusPages);
const outline = new Outline(element('outline', HTMLElement), (destination) => {
  void reader.links.goToDestination(destination as string);
});
const thumbnails = new Thumbnails(element('thumbnails', HTMLElement), (page) =>
  reader.jumpTo({ page }),
);
const sidebar = new Sidebar(outline, thumbnails, focusPages);

let ranges: HostRanges | undefined;
let labels: readonly string[] | null = null;
/** Those that the editor has told. */
let told: readonly string[] | null = null;
/** Where to go once the file is there. */
let wanted: PdfPlace | undefined;
/** Counts openings, so that one that was overtaken shows nothing. */
let turn = 0;

const actions: Readonly<Record<PdfAction, () => void>> = {
  find: () => findBar.open(),
  findNext: () => findBar.next('next'),
  findPrevious: () => findBar.next('previous'),
  nextPage: () => reader.turn(1),
  previousPage: () => reader.turn(-1),
  goToPage: () => pageBox.focus({ preventScroll: true }),
  goBack: () => reader.links.goBack(),
  zoomIn: () => reader.zoomIn(),
  zoomOut: () => reader.zoomOut(),
  fitWidth: () => (reader.zoom = 'page-width'),
  fitPage: () => (reader.zoom = 'page-fit'),
  toggleSidebar: () => sidebar.toggle(),
};

window.addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  switch (data.kind) {
    case 'open':
      wanted = data.place;
      void open(data.length);
      break;
    case 'bytes':
      ranges?.give(data.begin, data.bytes);
      break;
    case 'goTo':
      if (reader.count === 0) {
        wanted = data.place;
      } else {
        reader.jumpTo(data.place);
      }
      break;
    case 'labels':
      told = data.labels;
      setLabels(told);
      break;
    case 'dark':
      showDark(data.isDark);
      break;
    case 'copy':
      // Refused where the page has lost the focus: what the editor has put there stays.
      void navigator.clipboard.writeText(data.text).catch(() => undefined);
      break;
    case 'act':
      if (reader.count > 0) {
        actions[data.action]();
      }
      break;
    case 'select':
      tellSelection(data.question);
      break;
    case 'unavailable':
      showMessage(data.message);
  }
});
for (const [id, action] of Object.entries(actions)) {
  // Going to a page is a box instead.
  if (id !== 'goToPage') {
    onClick(id, action);
  }
}
onClick('dark', () => {
  const isDark = darkButton.ariaPressed !== 'true';
  showDark(isDark);
  editor.postMessage({ kind: 'dark', isDark });
});
pageBox.addEventListener('focus', () => pageBox.select());
pageBox.addEventListener('blur', () => showPosition());
pageBox.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') {
    const page = pageOfInput(pageBox.value, labels, reader.count);
    if (page !== undefined) {
      reader.jumpTo({ page });
    }
    focusPages();
  } else if (key === 'Escape') {
    focusPages();
  }
});
window.addEventListener('keydown', pressed);
editor.postMessage({ kind: 'ready' });

/** Keys without others are the page's own; those with others are commands of the editor. */
function pressed(event: KeyboardEvent): void {
  const { key, target } = event;
  if ((event.ctrlKey || event.metaKey) && ['+', '-', '=', '0'].includes(key)) {
    // Or else a browser zooms the window.
    event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.shiftKey && key.toLowerCase() === 'c') {
    // A browser takes it for its own copying, and the editor never hears of it.
    event.preventDefault();
    editor.postMessage({ kind: 'copyPressed' });
    return;
  }
  if (target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const keys: Readonly<Record<string, () => void>> = {
    '+': actions.zoomIn,
    '=': actions.zoomIn,
    '-': actions.zoomOut,
    '0': actions.fitWidth,
    Home: () => reader.jumpTo({ page: 1 }),
    End: () => reader.jumpTo({ page: reader.count }),
    Escape: () => reader.clearMarks(),
  };
  const action = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (action !== undefined && reader.count > 0) {
    event.preventDefault();
    action();
  }
}

async function open(length: number): Promise<void> {
  const mine = ++turn;
  if (length === 0) {
    showMessage(settings.empty);
    return;
  }
  try {
    await startWorker(settings.assets);
  } catch {
    // Which says nothing of the file.
    showMessage(settings.unusable);
    return;
  }
  try {
    ranges = new HostRanges(length, (begin, end) =>
      editor.postMessage({ kind: 'read', begin, end }),
    );
    const file = await openFile(ranges, settings.assets);
    const first = await file.getPage(1);
    // A file may have broken labels, and is worth showing all the same.
    const printed = await file.getPageLabels().catch(() => null);
    if (mine === turn) {
      await show(file, told ?? printed, first.getViewport({ scale: 1 }));
    }
  } catch (error) {
    if (mine === turn) {
      const isEncrypted = error instanceof Error && error.name === 'PasswordException';
      showMessage(isEncrypted ? settings.encrypted : settings.damaged);
    }
  }
}

async function show(
  file: PDFDocumentProxy,
  printed: readonly string[] | null,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  message.hidden = true;
  main.hidden = false;
  toolbar.hidden = false;
  const { zoom, ...position } = editor.getState() ?? { page: 1 };
  await reader.show(
    file,
    position,
    zoom === undefined || zoom === 'fit' ? 'page-width' : String(zoom),
  );
  labels = printed;
  thumbnails.show(file, size, labels);
  setLabels(labels);
  void outline.show(file);
  if (wanted !== undefined) {
    reader.jumpTo(wanted);
    wanted = undefined;
  }
  showPosition();
  focusPages();
}

function setLabels(printed: readonly string[] | null): void {
  labels = printed;
  reader.pageLabels = labels;
  showPosition();
}

function tellSelection(question: number): void {
  const labelOf = (page: number) => labelOfPage(page, labels);
  const parts = selectedParts(container, labelOf);
  const selection = { parts, page: reader.page, label: labelOf(reader.page) };
  editor.postMessage({ kind: 'selection', question, selection });
}

function showDark(isDark: boolean): void {
  darkButton.ariaPressed = String(isDark);
  container.classList.toggle('dark', isDark);
}

function showPosition(): void {
  const { count, page } = reader;
  if (count === 0) {
    return;
  }
  const label = labelOfPage(page, labels);
  if (document.activeElement !== pageBox) {
    pageBox.value = label;
    pageBox.size = Math.min(12, Math.max(3, label.length));
  }
  positionText.textContent =
    label === String(page)
      ? format(settings.total, String(count))
      : format(settings.position, String(page), String(count));
  zoomText.textContent = `${Math.round(reader.scale * 100)}%`;
  thumbnails.mark(page);
  editor.setState({ ...reader.position, zoom: reader.zoom });
}

function showMessage(text: string): void {
  reader.close();
  message.textContent = text;
  message.hidden = false;
  toolbar.hidden = true;
  main.hidden = true;
}
