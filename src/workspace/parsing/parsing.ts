import { LONGEST_ON_HOST, LONGEST_WITHOUT_THREAD } from '../../core/budgets';
import type { Logger } from '../../core/ports';
import type { Disposable } from '../../util/dispose';
import {
  OPERATIONS,
  type Operation,
  type OperationInput,
  type OperationName,
  type OperationResult,
} from '../../worker/operations';
import type { ParserResponse } from '../../worker/parserMessages';
import type { ParserThread, StartParser } from './parserThread';

/** Milliseconds after which an idle thread is given up, with the memory that it holds. */
const IDLE_MS = 20_000;

/**
 * Megabytes of the heap of the parser's thread: 16 MB of YAML take nearly as much, and the computer
 * lives through it.
 */
export const PARSER_MEMORY_MB = 1024;

/** Parses the texts of users' and workspaces' files. */
export interface Parsing {
  /**
   * Does an operation: a short text here, a long one on a thread of its own. Rejects with a
   * `TooCostly` where the text takes more time or memory than one file may, and as `loadPart` does
   * where what parses it cannot be loaded.
   */
  run<Name extends OperationName>(
    name: Name,
    ...input: OperationInput<Name>
  ): Promise<OperationResult<Name>>;
}

/** A text took more time or memory than one file may take. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

/** What a text may cost before it is given up. */
export interface ParsingLimits {
  /** UTF-16 units of a text that is parsed on this thread. */
  readonly longestHere: number;
  /** The same where no other thread can be started. */
  readonly longestWithoutThread: number;
  /** Milliseconds for a text of so many UTF-16 units. */
  readonly timeOf: (length: number) => number;
}

const LIMITS: ParsingLimits = {
  longestHere: LONGEST_ON_HOST,
  longestWithoutThread: LONGEST_WITHOUT_THREAD,
  // Half a minute, and ten seconds for each million: a slow computer needs a tenth of it.
  timeOf: (length) => 30_000 + length / 100,
};

/** Loads a part of the extension by an `import()` that `load` makes; see `loadPart`. */
export type LoadPart = <T>(load: () => Promise<T>) => Promise<T>;

const AS_IT_IS: LoadPart = (load) => load();

/** Parses everything at once on the calling thread, whatever it costs. */
export const PARSING_HERE: Parsing = {
  run: (name, ...input) => runHere(AS_IT_IS, name, input),
};

async function runHere<Name extends OperationName>(
  loadPart: LoadPart,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationResult<Name>> {
  const run = await loadPart(operationOf(name).load);
  return run(...input);
}

function operationOf<Name extends OperationName>(name: Name): Operation<Name> {
  return OPERATIONS[name];
}

/**
 * Parses long texts on a thread of their own, one after the other. A text that takes too long or
 * brings the thread down costs that thread; the next text gets another. Where none can be started,
 * texts that would hold this one for long are refused.
 */
export class ThreadedParsing implements Parsing, Disposable {
  private thread: Promise<ParserThread | undefined> | undefined;
  private running: ((response: ParserResponse) => void) | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;
  private readonly limits: ParsingLimits;

  constructor(
    private readonly startThread: StartParser,
    private readonly log: Pick<Logger, 'warn'>,
    limits: Partial<ParsingLimits> = {},
    private readonly loadPart: LoadPart = AS_IT_IS,
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  run<Name extends OperationName>(
    name: Name,
    ...input: OperationInput<Name>
  ): Promise<OperationResult<Name>> {
    if (input[0].length <= this.limits.longestHere) {
      return runHere(this.loadPart, name, input);
    }
    const mine = this.last.then(() => this.runNext(name, input));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  dispose(): void {
    this.isDisposed = true;
    this.stop();
    this.running?.({ kind: 'failed', reason: 'IP4 Desk was stopped.' });
  }

  private async runNext<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ): Promise<OperationResult<Name>> {
    if (this.isDisposed) {
      throw new TooCostly('IP4 Desk was stopped.');
    }
    clearTimeout(this.idle);
    this.thread ??= this.start();
    const thread = await this.thread;
    if (thread) {
      return this.runIn(thread, name, input);
    }
    if (input[0].length > this.limits.longestWithoutThread) {
      throw new TooCostly('It is too long to be read where no thread can be started.');
    }
    return runHere(this.loadPart, name, input);
  }

  private async start(): Promise<ParserThread | undefined> {
    try {
      return await this.startThread({
        onResponse: (response) => this.running?.(response),
        onEnd: (reason) => {
          this.stop();
          this.running?.({ kind: 'failed', reason: `Reading it ended early: ${reason}` });
        },
      });
    } catch (error) {
      this.log.warn(`No thread could be started to parse files: ${String(error)}`);
      return undefined;
    }
  }

  private async runIn<Name extends OperationName>(
    thread: ParserThread,
    name: Name,
    input: OperationInput<Name>,
  ): Promise<OperationResult<Name>> {
    const limit = this.limits.timeOf(input[0].length);
    const items: unknown[] = [];
    let head: unknown;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => {
          this.stop();
          reject(new TooCostly(`It takes longer than ${Math.round(limit / 1000)} seconds.`));
        }, limit);
        this.running = (response) => {
          switch (response.kind) {
            case 'failed':
              return reject(new TooCostly(response.reason));
            case 'head':
              head = response.head;
              break;
            case 'items':
              // Not spread: there may be more than a call takes.
              response.items.forEach((item) => items.push(item));
              if (response.isLast) {
                return resolve();
              }
          }
          // Others have their turn between two bits.
          setTimeout(() => thread.post({ kind: 'more' }), 0);
        };
        thread.post({ kind: 'run', name, input });
      });
    } finally {
      clearTimeout(timer);
      this.running = undefined;
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.stop(), IDLE_MS);
    }
    return operationOf(name).unpack({ head, items });
  }

  /** Ends the thread; the next text starts another. */
  private stop(): void {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = undefined;
    void thread?.then((started) => started?.terminate());
  }
}
