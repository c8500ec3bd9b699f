/**
 * Node, as far as it is used by code that runs in a browser as well. `getBuiltinModule` is Node's own
 * door for such code; this file is the only one that goes through it.
 */

/** Node's `process`. */
export interface NodeProcess {
  readonly getBuiltinModule?: (id: string) => unknown;
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly execPath: string;
  readonly platform: string;
  readonly pid: number;
  /** Of the process that has started this one; another one once that is gone, but on Windows. */
  readonly ppid: number;
  readonly memoryUsage: { rss(): number };
  /** Throws when there is no such process, or it is not ours to signal. Signal 0 only asks. */
  kill(pid: number, signal: 'SIGKILL' | 0): void;
  exit(code?: number): never;
  /** To the process that has forked this one; absent where none has. */
  send?(message: unknown, done: (error: Error | null) => void): void;
  on(event: 'unhandledRejection' | 'disconnect', listener: () => void): void;
  on(event: 'uncaughtException', listener: (error: unknown) => void): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Node's `worker_threads`. */
export interface WorkerThreads {
  /** In a thread, the way to whoever started it; `null` on the main thread. */
  readonly parentPort: NodePort | null;
  /** What whoever started this thread has given it. */
  readonly workerData: unknown;
  readonly Worker: new (file: string, options: ThreadOptions) => NodeThread;
}

export interface ThreadOptions {
  readonly resourceLimits: { readonly maxOldGenerationSizeMb: number };
  readonly workerData?: unknown;
}

export interface NodePort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

export interface NodeThread extends NodePort {
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): void;
  terminate(): Promise<unknown>;
}

/** Node's `child_process`. */
export interface ChildProcessModule {
  fork(file: string, args: readonly string[], options: ForkOptions): ChildProcess;
}

export interface ForkOptions {
  readonly execPath: string;
  readonly execArgv: readonly string[];
  readonly env: Environment;
  readonly serialization: 'advanced';
  readonly stdio: readonly ('ignore' | 'pipe' | 'ipc')[];
  readonly detached: false;
  readonly windowsHide: true;
}

export interface ChildProcess {
  readonly pid?: number;
  readonly stderr: {
    setEncoding(encoding: 'utf8'): void;
    on(event: 'data', listener: (text: string) => void): void;
  } | null;
  send(message: unknown, done: (error: Error | null) => void): void;
  kill(signal: 'SIGKILL'): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  /** It could not be started, sent to or ended. */
  on(event: 'error', listener: (error: Error) => void): void;
  /** It has ended, and all that it has written has been read. */
  on(event: 'close', listener: (code: number | null, signal: string | null) => void): void;
}

/** Node's `fs`. */
export interface FileSystem {
  writeSync(descriptor: number, text: string): void;
  rmSync(path: string, options: { readonly force: true }): void;
  readonly promises: {
    realpath(path: string): Promise<string>;
    readlink(path: string): Promise<string>;
    /** Puts a file in the place of another at one stroke. */
    rename(from: string, to: string): Promise<void>;
    readFile(path: string): Promise<Uint8Array>;
    /** @param options `wx` rejects when there is such a file */
    writeFile(path: string, text: string, options: { readonly flag: 'w' | 'wx' }): Promise<void>;
    mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
    rm(path: string, options: { readonly force: true }): Promise<void>;
    open(path: string): Promise<FileHandle>;
    /** Of what a link leads to. */
    stat(path: string): Promise<FileStats>;
    /** Of a link itself. */
    lstat(path: string): Promise<FileStats>;
    readdir(
      path: string,
      options: { readonly withFileTypes: true },
    ): Promise<readonly (DirectoryEntry & { readonly name: string })[]>;
  };
}

/** Node's `FileHandle`. */
export interface FileHandle {
  read(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  stat(): Promise<FileStats>;
  close(): Promise<void>;
}

/** What an entry of a folder is: one of these, or something else, such as a socket. */
export interface DirectoryEntry {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** Node's `Stats`. */
export interface FileStats extends DirectoryEntry {
  readonly size: number;
  readonly mtime: Date;
  readonly birthtime: Date;
}

/** Node's `path`. */
export interface PathModule {
  readonly sep: string;
  dirname(path: string): string;
  basename(path: string): string;
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
}

/** Node's `process`; `undefined` in a browser. */
export function nodeProcess(): NodeProcess | undefined {
  return (globalThis as { readonly process?: NodeProcess }).process;
}

/** Whether there is a process of that number, as far as one can tell. */
export function isProcessAlive(pid: number): boolean {
  try {
    nodeProcess()?.kill(pid, 0);
    return true;
  } catch (error) {
    // It may belong to somebody else.
    return (error as { readonly code?: unknown }).code === 'EPERM';
  }
}

/** Node's `worker_threads`; `undefined` in a browser. */
export function workerThreads(): WorkerThreads | undefined {
  return nodeProcess()?.getBuiltinModule?.('node:worker_threads') as WorkerThreads | undefined;
}

/** Node's `child_process`, for the one process that we start; `undefined` in a browser. */
export function childProcess(): ChildProcessModule | undefined {
  return nodeProcess()?.getBuiltinModule?.('node:child_process') as ChildProcessModule | undefined;
}

/** Node's `fs`; `undefined` in a browser. */
export function fileSystem(): FileSystem | undefined {
  return nodeProcess()?.getBuiltinModule?.('node:fs') as FileSystem | undefined;
}

/** Node's `path`; `undefined` in a browser. */
export function pathModule(): PathModule | undefined {
  return nodeProcess()?.getBuiltinModule?.('node:path') as PathModule | undefined;
}
