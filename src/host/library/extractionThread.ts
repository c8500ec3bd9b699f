import * as vscode from 'vscode';
import {
  workerThreads,
  type WorkerRequest,
  type WorkerResponse,
  type WorkerThreads,
} from '../../worker/messages';

/** The bundle of `src/worker/extractor.ts`, relative to the extension. */
const BUNDLE = 'dist/extractor.js';

/** A running worker, apart from how the platform calls it. */
export interface ExtractionThread {
  post(request: WorkerRequest): void;
  /** Whatever it is doing; no message comes afterwards. */
  terminate(): void;
}

export interface ThreadListener {
  onResponse(response: WorkerResponse): void;
  /** It has ended by itself: out of memory, or an error that nobody caught. */
  onEnd(reason: string): void;
}

/**
 * Starts a worker, the way the platform does it. Rejects where that cannot be done.
 * @param memoryMB how large its heap may be, where that can be said
 */
export async function startThread(
  extension: vscode.Uri,
  memoryMB: number,
  listener: ThreadListener,
): Promise<ExtractionThread> {
  const bundle = vscode.Uri.joinPath(extension, BUNDLE);
  const node = workerThreads();
  return node
    ? startNodeThread(node, bundle, memoryMB, listener)
    : startWebWorker(bundle, listener);
}

type Extractor = Pick<typeof import('../../worker/extractor'), 'makeShard'>;

/** What the bundle exports; loads it into this thread. Rejects where that cannot be done. */
export async function loadExtractor(extension: vscode.Uri): Promise<Extractor> {
  const bundle = vscode.Uri.joinPath(extension, BUNDLE);
  if (workerThreads()) {
    return importDefault(bundle.toString());
  }
  const url = objectUrl([
    'const module = { exports: {} }, exports = module.exports;\n',
    await readBundle(bundle),
    '\nexport default module.exports;',
  ]);
  try {
    return await importDefault(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The exports of a CommonJS module, which are the default export of the module that it becomes. */
async function importDefault(url: string): Promise<Extractor> {
  return ((await import(url)) as { readonly default: Extractor }).default;
}

function startNodeThread(
  { Worker }: WorkerThreads,
  bundle: vscode.Uri,
  memoryMB: number,
  listener: ThreadListener,
): ExtractionThread {
  const worker = new Worker(bundle.fsPath, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMB },
  });
  let live = true;
  const end = (reason: string): void => {
    if (live) {
      live = false;
      listener.onEnd(reason);
    }
  };
  worker.on('message', (message) => {
    if (live) {
      listener.onResponse(message as WorkerResponse);
    }
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`the worker ended with ${String(code)}`));
  return {
    post: (request) => worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]),
    terminate: () => {
      live = false;
      void worker.terminate();
    },
  };
}

async function startWebWorker(
  bundle: vscode.Uri,
  listener: ThreadListener,
): Promise<ExtractionThread> {
  // A worker's script must come from the page's own origin, which the extension's files do not.
  const url = objectUrl([
    'var module = { exports: {} }, exports = module.exports;\n',
    await readBundle(bundle),
    '\nmodule.exports.listen();',
  ]);
  const worker = new Worker(url, { name: 'ip4-desk-extractor' });
  let live = true;
  worker.onmessage = ({ data }) => {
    if (live) {
      listener.onResponse(data as WorkerResponse);
    }
  };
  worker.onerror = ({ message }) => {
    if (live) {
      live = false;
      worker.terminate();
      listener.onEnd(message);
    }
  };
  return {
    post: (request) => worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]),
    terminate: () => {
      live = false;
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

async function readBundle(bundle: vscode.Uri): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await vscode.workspace.fs.readFile(bundle));
}

function objectUrl(parts: readonly (string | Uint8Array<ArrayBuffer>)[]): string {
  return URL.createObjectURL(new Blob([...parts], { type: 'text/javascript' }));
}
