import type { KnownSource } from '../core/library/recognise';
import { hasShape, isBytes, isList, isNumber, isObject, isString, optional } from '../util/shape';
import type { ShardJob } from '../core/shard/shardJob';
import type { CharacterMapAnswer, ProcessResponse, WorkerResponse } from './messages';
import type { OperationName } from './operations';
import type { ParserRequest, ParserResponse } from './parserMessages';
import type { WatchOrders } from './watchOrders';

/*
 * What comes from another thread or process is looked at before it is believed: it may be of another
 * version, or of somebody else.
 */

/** What is said of a message that is none. */
export const NOT_UNDERSTOOD = 'A message could not be understood.';

export const isShardJob = hasShape<ShardJob>({
  bytes: isBytes,
  address: isString,
  path: isString,
  mtime: isNumber,
  title: optional(isString),
  encoding: optional(isString),
  known: hasShape<{ version: string; sources: readonly KnownSource[] }>({
    version: isString,
    sources: isList,
  }),
  stored: optional(isBytes),
  maxBytes: isNumber,
});

export function isCharacterMapAnswer(value: unknown): value is CharacterMapAnswer {
  return (
    kindOf(value) === 'characterMap' &&
    has(value, 'name', isString) &&
    has(value, 'bytes', optional(isBytes))
  );
}

export function isWorkerResponse(value: unknown): value is WorkerResponse {
  switch (kindOf(value)) {
    case 'progress':
      return has(value, 'share', isNumber);
    case 'asks':
      return has(value, 'name', isString);
    case 'done':
      return has(value, 'shard', isBytes);
    case 'failed':
      return has(value, 'reason', isString);
    default:
      return false;
  }
}

export function isProcessResponse(value: unknown): value is ProcessResponse {
  switch (kindOf(value)) {
    case 'ready':
      return true;
    case 'resident':
      return has(value, 'bytes', isNumber);
    case 'crashed':
      return has(value, 'reason', isString);
    default:
      return isWorkerResponse(value);
  }
}

/** @param isName tells the names of operations */
export function isParserRequest(
  value: unknown,
  isName: (name: string) => name is OperationName,
): value is ParserRequest {
  switch (kindOf(value)) {
    case 'run':
      return (
        has(value, 'name', (name) => isString(name) && isName(name)) && has(value, 'input', isList)
      );
    case 'more':
      return true;
    default:
      return false;
  }
}

export function isParserResponse(value: unknown): value is ParserResponse {
  switch (kindOf(value)) {
    case 'head':
      return true;
    case 'items':
      return (
        has(value, 'items', isList) && has(value, 'isLast', (isLast) => typeof isLast === 'boolean')
      );
    case 'failed':
      return has(value, 'reason', isString);
    default:
      return false;
  }
}

export const isWatchOrders = hasShape<WatchOrders>({ maxBytes: isNumber, parent: isNumber });

function kindOf(value: unknown): unknown {
  return isObject(value) ? value.kind : undefined;
}

function has(value: unknown, name: string, test: (field: unknown) => boolean): boolean {
  return isObject(value) && test(value[name]);
}
