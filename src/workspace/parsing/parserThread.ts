import * as vscode from 'vscode';
import { isParserResponse, NOT_UNDERSTOOD } from '../../worker/guards';
import { workerThreads, type WorkerThreads } from '../../worker/node';
import type { ParserRequest, ParserResponse } from '../../worker/parserMessages';

/** The bundle of `src/worker/parser.ts`, relative to the extension. */
const BUNDLE = 'dist/parser.js';

/** A running thread, apart from how the platform calls it. */
export interface ParserThread {
  post(request: ParserRequest): void;
  /** Ends it, whatever it is doing. No message comes afterwards. */
  terminate(): void;
}

export interface ParserListener {
  onResponse(response: ParserResponse): void;
  /** It has ended by itself: out of memory, or an error that nobody caught. */
  onEnd(reason: string): void;
}

/** Starts a thread; rejects where that cannot be done. */
export type StartParser = (listener: ParserListener) => Promise<ParserThread>;

/**
 * What starts the parser's thread, the way the platform does it.
 *
 * @param memoryMB how large its heap may be, where that can be said
 */
export function parserStarter(extension: vscode.Uri, memoryMB: number): StartParser {
  const bundle = vscode.Uri.joinPath(extension, BUNDLE);
  const node = workerThreads();
  return (listener) =>
    node ? startNode(node, bundle, memoryMB, listener) : startWeb(bundle, listener);
}

async function startNode(
  { Worker }: WorkerThreads,
  bundle: vscode.Uri,
  memoryMB: number,
  listener: ParserListener,
): Promise<ParserThread> {
  // A file that is not there would only be told of later.
  await vscode.workspace.fs.stat(bundle);
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
      listener.onResponse(understood(message));
    }
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`the thread ended with ${String(code)}`));
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => {
      live = false;
      void worker.terminate();
    },
  };
}

async function startWeb(bundle: vscode.Uri, listener: ParserListener): Promise<ParserThread> {
  // A worker's script must come from the page's own origin, which the extension's files do not.
  const script = new Uint8Array(await vscode.workspace.fs.readFile(bundle));
  const parts = ['var module = { exports: {} }, exports = module.exports;\n', script];
  const url = URL.createObjectURL(
    new Blob([...parts, '\nmodule.exports.listen();'], { type: 'text/javascript' }),
  );
  const worker = new Worker(url, { name: 'ip4-desk-parser' });
  let live = true;
  worker.onmessage = ({ data }) => {
    if (live) {
      listener.onResponse(understood(data));
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
    post: (request) => worker.postMessage(request),
    terminate: () => {
      live = false;
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function understood(message: unknown): ParserResponse {
  return isParserResponse(message) ? message : { kind: 'failed', reason: NOT_UNDERSTOOD };
}
