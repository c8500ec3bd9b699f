import { getDocument, type PDFDocumentProxy, PDFWorker } from './pdfjs';
import { PIECE_BYTES, type HostRanges } from './ranges';

/** One for all files: the file that is closed must not end it. */
let worker: PDFWorker | undefined;

/** Opens a file, of which no more is read than what is shown of it. `startWorker` comes before. */
export function openFile(range: HostRanges, assets: string): Promise<PDFDocumentProxy> {
  return getDocument({
    ...(worker && { worker }),
    range,
    rangeChunkSize: PIECE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    // The extension's files are served to this page, and not to its worker.
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
  }).promise;
}

/**
 * Starts the worker of PDF.js, once. A page may start no worker from another origin, which the
 * extension's files have: its code is fetched.
 */
export async function startWorker(assets: string): Promise<void> {
  if (worker !== undefined) {
    return;
  }
  const response = await fetch(`${assets}worker.js`);
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  const code = new Blob([await response.text()], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  try {
    worker = PDFWorker.create({ port: new Worker(address) });
  } finally {
    // The browser reads the code some time after this.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
