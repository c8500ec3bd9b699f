import * as vscode from 'vscode';
import { bytesToMove, characterMapReader } from '../../worker/characterMaps';
import { isWorkerResponse, NOT_UNDERSTOOD } from '../../worker/guards';
import type { ExtractionPlatform } from '../../worker/extractionWorker';
import type { ExtractorListener, RunningExtractor } from '../../worker/messages';
import { workerThreads } from '../../worker/node';
import { nodeWays } from '../../worker/nodeWays';
import { extractorBundle, loadExtractor, objectUrl, readBundle } from '../../host/extractorBundle';
import { pause } from '../../util/pause';

/** The bundle of what watches the extractor, relative to the extension. */
const WATCH = 'dist/memoryWatch.js';

/** How sources are read where the extension runs: on a desktop, on a server or in a browser. */
export function extractionPlatform(extension: vscode.Uri): ExtractionPlatform {
  const bundle = extractorBundle(extension);
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
