// Loaded into a Node before anything else (`--import`): takes down every connection that it opens, and
// those of its threads and of the Nodes that it starts. `?log=` names the file, a line a connection.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

const LOG = new URL(import.meta.url).searchParams.get('log') ?? '';

/** Which part of VS Code this is. */
const WHERE =
  (process.argv.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? 'node') +
  (isMainThread ? '' : ', thread');

/** @param {string} target */
function record(target) {
  appendFileSync(LOG, `${JSON.stringify(`${WHERE}: ${target}`)}\n`);
}

/**
 * Puts a function around a method.
 * @param {object} owner
 * @param {string} name
 * @param {(args: readonly unknown[]) => string | undefined} target what is taken down; `undefined`: nothing
 */
function watch(owner, name, target) {
  const methods = /** @type {Record<string, (...args: unknown[]) => unknown>} */ (owner);
  const original = methods[name];
  if (typeof original === 'function') {
    methods[name] = function (...args) {
      const found = target(args);
      if (found !== undefined) {
        record(found);
      }
      return Reflect.apply(original, this, args);
    };
  }
}

/**
 * Where a socket connects to; `undefined` for pipes, which do not leave the machine.
 * @param {readonly unknown[]} args as `connect` takes them, or as Node itself hands them on
 */
function address([first, second]) {
  const place = /** @type {unknown} */ (Array.isArray(first) ? first[0] : first);
  if (typeof place === 'object' && place !== null) {
    const { host, path, port } = /** @type {Record<string, string | number>} */ (place);
    return typeof path !== 'string' ? `tcp ${host ?? 'localhost'}:${port}` : undefined;
  }
  const isPort = !Number.isNaN(Number(place));
  return isPort
    ? `tcp ${typeof second === 'string' ? second : 'localhost'}:${String(place)}`
    : undefined;
}

watch(net.Socket.prototype, 'connect', address);
watch(dgram.Socket.prototype, 'send', () => 'udp');
watch(dgram.Socket.prototype, 'connect', () => 'udp');
for (const owner of [
  dns,
  dns.promises,
  dns.Resolver.prototype,
  dns.promises.Resolver.prototype,
  Object.getPrototypeOf(dns.Resolver.prototype),
]) {
  for (const name of [
    'lookup',
    'lookupService',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveTxt',
    'reverse',
  ]) {
    if (Object.hasOwn(/** @type {object} */ (owner), name)) {
      watch(/** @type {object} */ (owner), name, ([host]) =>
        net.isIP(String(host)) > 0 ? undefined : `dns ${String(host)}`,
      );
    }
  }
}

// A Node that is started with arguments of its own does not load this by itself.
watch(childProcess.ChildProcess.prototype, 'spawn', ([options]) => {
  const { file, args } = /** @type {{ file?: string, args?: string[] }} */ (options);
  if (file === process.execPath && args !== undefined && !args.includes(import.meta.url)) {
    args.splice(1, 0, '--import', import.meta.url);
  }
  return undefined;
});
syncBuiltinESMExports();
