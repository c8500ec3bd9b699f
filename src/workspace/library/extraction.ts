import * as vscode from 'vscode';
import { bytesToMove, characterMapReader } from '../../worker/characterMaps';
import { isWorkerResponse, NOT_UNDERSTOOD } from '../../worker/guards';
import type { ExtractionPlatform } from '../../worker/extractionWorker';
import type { ExtractorListener, RunningExtractor } from '../../worker/messages';
import { workerThreads } from '../../worker/node';
import { nodeWays } from '../../worker/nodeWays';
import { pause } from '../../util/pause';

/** The bundle of `src/worker/extractor.ts`, and that of what watches it, relative to the extension. */
const BUNDLE = 'dist/extractor.js';
const WATCH = 'dist/memoryWatch.js';

/** How sources are read where the extension runs: on a desktop, on a server or in a browser. */
export function extractionPlatform(extension: vscode.Uri): ExtractionPlatform {
  const bundle = vscode.Uri.joinPath(extension, BUNDLE);
  const watch = vscode.Uri.joinPath(extension, WATCH);
  const readBeside = async (path: string): Promise<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(bundle, '..', path));
  return {
    ways: workerThreads()
      ? nodeWays({ extractor: bundle.fsPath, watch: watch.fsPath })
      : [
          {
            name: 'a worker',
            start: (_limits, listener) => startWebWorker(bundle, listener),
          },
        ],
    readBeside,
    readHere: async (job, onProgress) => {
      const { makeShard } = await loadExtractor(extension);
      const readCharacterMap = characterMapReader(readBeside);
      return makeShard(job, { onProgress, pause, readCharacterMap });
    },
  };
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

async function startWebWorker(
  bundle: vscode.Uri,
  listener: ExtractorListener,
): Promise<RunningExtractor> {
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
      listener.onResponse(
        isWorkerResponse(data) ? data : { kind: 'failed', reason: NOT_UNDERSTOOD },
      );
    }
  };
  worker.onerror = ({ message }) => {
    if (live) {
      live = false;
      worker.terminate();
      listener.onEnd({ kind: 'crash', detail: message });
    }
  };
  return {
    post: (request) => worker.postMessage(request, [...bytesToMove(request)]),
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
