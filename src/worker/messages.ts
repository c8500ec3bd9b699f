import type { ShardJob } from '../core/shard/shardJob';

/**
 * What the extension asks of the extractor: one job at a time, and the files that it asks for
 * meanwhile. Whatever goes wrong comes back as a message or ends the extractor.
 */
export type WorkerRequest = ShardJob | CharacterMapAnswer;

/** A character map that the extractor has asked for. */
export interface CharacterMapAnswer {
  readonly kind: 'characterMap';
  readonly name: string;
  /** Absent when there is none of that name. */
  readonly bytes?: Uint8Array;
}

export type WorkerResponse =
  /** From 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  /** It needs a character map by its name ("90ms-RKSJ-H"), and waits for it. */
  | { readonly kind: 'asks'; readonly name: string }
  | { readonly kind: 'done'; readonly shard: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the extractor says in a process of its own. */
export type ProcessResponse =
  | WorkerResponse
  /** Its memory is watched: it may be given work. */
  | { readonly kind: 'ready' }
  /** Bytes of memory that it holds after its work. Comes before `done` and `failed`. */
  | { readonly kind: 'resident'; readonly bytes: number }
  /** An error that nobody caught, after which it ends. */
  | { readonly kind: 'crashed'; readonly reason: string };

/** An extractor at work, apart from where it runs. */
export interface RunningExtractor {
  /** The number of its process, where it has one of its own. */
  readonly pid?: number;
  post(request: WorkerRequest): void;
  /** Whatever it is doing; no message comes afterwards. */
  terminate(): void;
}

export interface ExtractorListener {
  onResponse(response: WorkerResponse): void;
  /** Bytes of memory that it holds after its work, where that can be said. Comes before the answer. */
  onResident(bytes: number): void;
  /** It has ended by itself, or was ended by somebody else. */
  onEnd(end: ExtractorEnd): void;
}

export type ExtractorEnd =
  /** It took more memory than it may. */
  | { readonly kind: 'memory' }
  /** For people, in English, without a full stop: "the process was ended by SIGKILL". */
  | { readonly kind: 'crash'; readonly detail: string };

/** What an extractor may take of the computer; what a browser gives is not ours to say. */
export interface MemoryLimits {
  /** Megabytes of the whole process. */
  readonly memoryMB: number;
  /** Megabytes of its heap, which is without the bytes of files and what is unpacked of them. */
  readonly heapMB: number;
}
