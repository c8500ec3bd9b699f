import { isObject } from '../../util/shape';

/** A source that was being read, as the file was then. */
export interface MarkedSource {
  readonly id: string;
  /** The URI of the file. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** What one window is reading, as it is written down. */
export interface Mark {
  /** The number of the process; absent in a browser. */
  readonly pid?: number;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly sources: readonly MarkedSource[];
}

/** What a mark is judged by. */
export interface Onlooker {
  /** The number of this process; `undefined` in a browser. */
  readonly pid: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly isAlive: (pid: number) => boolean;
}

/** Milliseconds after which nobody reads a source any more: the number belongs to another process. */
const MOST_READING_MS = 1_800_000;

/**
 * Whether a mark was left by a window that is gone, not made by another that is at work. In a browser
 * that cannot be told, and every mark counts.
 */
export function isLeft({ pid, since }: Mark, { pid: own, now, isAlive }: Onlooker): boolean {
  return (
    pid === undefined ||
    own === undefined ||
    pid === own ||
    Math.abs(now - since) > MOST_READING_MS ||
    !isAlive(pid)
  );
}

/** Reads a mark. `undefined` when it is not whole: then nothing had been begun. */
export function parseMark(json: string): Mark | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isMark(value) ? value : undefined;
}

function isMark(value: unknown): value is Mark {
  if (!isObject(value)) {
    return false;
  }
  const { pid, since, sources } = value;
  return (
    (pid === undefined || typeof pid === 'number') &&
    typeof since === 'number' &&
    Array.isArray(sources) &&
    sources.every(isMarkedSource)
  );
}

function isMarkedSource(value: unknown): value is MarkedSource {
  return (
    isObject(value) &&
    // It becomes the name of a file.
    typeof value['id'] === 'string' &&
    /^[\w-]+$/.test(value['id']) &&
    typeof value['address'] === 'string' &&
    typeof value['mtime'] === 'number' &&
    typeof value['size'] === 'number'
  );
}
