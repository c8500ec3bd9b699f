import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfReady, PdfRequest, PdfSettings } from './messages';
import { labelOfPage, pageOfInput } from './pageLabels';
import { PdfView, type Position, type Zoom } from './pdfView';

/** What the editor keeps of the view when it is hidden or the window is reloaded. */
interface ViewState extends Position {
  readonly zoom: Zoom;
}

/** The editor, as its pages see it. */
declare function acquireVsCodeApi(): {
  postMessage(message: PdfReady): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
};

const editor = acquireVsCodeApi();
const settings = document.body.dataset as unknown as PdfSettings;
const container = element('pages', HTMLElement);
const message = element('message', HTMLElement);
const toolbar = element('toolbar', HTMLElement);
const pageBox = element('page', HTMLInputElement);
const positionText = element('position', HTMLElement);
const zoomText = element('zoom', HTMLOutputElement);

let view: PdfView | undefined;
let labels: readonly string[] | null = null;
/** Those that the editor has told. */
let told: readonly string[] | null = null;
/** Counts openings, so that one that was overtaken shows nothing. */
let turn = 0;

window.addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  switch (data.kind) {
    case 'open':
      void open(data.bytes, data.page);
      break;
    case 'goTo':
      view?.goTo({ page: data.page });
      break;
    case 'labels':
      told = data.labels;
      labels = told;
      showPosition();
      break;
    case 'unavailable':
      showMessage(data.message);
  }
});
element('zoomIn', HTMLButtonElement).addEventListener('click', () => view?.zoomIn());
element('zoomOut', HTMLButtonElement).addEventListener('click', () => view?.zoomOut());
element('fitWidth', HTMLButtonElement).addEventListener('click', () => setZoom('fit'));
pageBox.addEventListener('focus', () => pageBox.select());
pageBox.addEventListener('blur', () => showPosition());
pageBox.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') {
    const page = view && pageOfInput(pageBox.value, labels, view.count);
    if (page !== undefined) {
      view?.goTo({ page });
    }
    container.focus();
  } else if (key === 'Escape') {
    container.focus();
  }
});
window.addEventListener('keydown', (event) => {
  if (event.target !== pageBox && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (pressed(event.key)) {
      event.preventDefault();
    }
  }
});
editor.postMessage({ kind: 'ready' });

/** Does what a key stands for; `false` when it stands for nothing. */
function pressed(key: string): boolean {
  const screen = container.clientHeight * 0.9;
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => view?.zoomIn(),
    '=': () => view?.zoomIn(),
    '-': () => view?.zoomOut(),
    '0': () => setZoom('fit'),
    PageDown: () => container.scrollBy({ top: screen }),
    PageUp: () => container.scrollBy({ top: -screen }),
    Home: () => view?.goTo({ page: 1 }),
    End: () => view?.goTo({ page: view.count }),
  };
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
  action?.();
  return action !== undefined;
}

/** @param page where to begin; where the reader was last when absent */
async function open(bytes: Uint8Array, page: number | undefined): Promise<void> {
  const mine = ++turn;
  if (bytes.length === 0) {
    showMessage(settings.empty);
    return;
  }
  try {
    GlobalWorkerOptions.workerPort ??= await startWorker();
  } catch {
    // Which says nothing of the file.
    showMessage(settings.unusable);
    return;
  }
  try {
    const file = await load(bytes);
    const first = await file.getPage(1);
    // A file may have broken labels, and is worth showing all the same.
    const printed = await file.getPageLabels().catch(() => null);
    if (mine === turn) {
      labels = told ?? printed;
      show(file, first.getViewport({ scale: 1 }), page);
    }
  } catch (error) {
    if (mine !== turn) {
      return;
    }
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    showMessage(isEncrypted ? settings.encrypted : settings.damaged);
  }
}

function load(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    cMapUrl: `${settings.assets}cmaps/`,
    standardFontDataUrl: `${settings.assets}standard_fonts/`,
    wasmUrl: `${settings.assets}wasm/`,
    // The extension's files are served to this page, and not to its worker.
    useWorkerFetch: false,
    isEvalSupported: false,
  }).promise;
}

/** A page may start no worker from another origin, which the extension's files have: its code is fetched. */
async function startWorker(): Promise<Worker> {
  const response = await fetch(`${settings.assets}worker.js`);
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  const code = new Blob([await response.text()], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  try {
    return new Worker(address);
  } finally {
    // The browser reads the code some time after this.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

function show(
  file: PDFDocumentProxy,
  size: { readonly width: number; readonly height: number },
  page: number | undefined,
): void {
  message.hidden = true;
  toolbar.hidden = false;
  const state = editor.getState();
  view = new PdfView(
    file,
    container,
    size,
    (number) => format(settings.page, labelOfPage(number, labels)),
    () => requestAnimationFrame(() => showPosition()),
    settings.damagedPage,
  );
  if (state !== undefined) {
    view.zoom = state.zoom;
  }
  const place = page === undefined ? state : { page };
  view.goTo(place ?? { page: 1 });
  void view.measure().then(() => showPosition());
  showPosition();
  container.focus();
}

function setZoom(zoom: Zoom): void {
  if (view !== undefined) {
    view.zoom = zoom;
  }
}

function showPosition(): void {
  if (view === undefined) {
    return;
  }
  const { position, zoom, count, scale } = view;
  const label = labelOfPage(position.page, labels);
  const isNumber = label === String(position.page);
  if (document.activeElement !== pageBox) {
    pageBox.value = label;
    pageBox.size = Math.max(3, label.length);
  }
  positionText.textContent = isNumber
    ? format(settings.total, String(count))
    : format(settings.position, String(position.page), String(count));
  zoomText.textContent = `${Math.round(scale * 100)}%`;
  editor.setState({ ...position, zoom });
}

function showMessage(text: string): void {
  message.textContent = text;
  message.hidden = false;
  toolbar.hidden = true;
  container.replaceChildren();
  view = undefined;
}

function format(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${id}`);
  }
  return found;
}
