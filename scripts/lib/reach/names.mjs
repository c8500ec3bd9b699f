/**
 * What reaches out of a bundle, by name. `findReaches` looks for it in what ships, `denyReaches`
 * puts what throws in its place, `exceptions.mjs` says where it may stay, and why.
 */

/**
 * Globals that speak to the network, run text as code or load code from an address. In a bundle something that throws stands in
 * their place.
 */
export const DENIED_GLOBALS = [
  'EventSource',
  'Function',
  'RTCPeerConnection',
  'SharedWorker',
  'WebSocket',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'eval',
  'fetch',
  'importScripts',
];

/** What `navigator` has that speaks to the network. */
export const NAVIGATOR_DOORS = ['sendBeacon', 'serviceWorker'];

/** What all globals can be had from. */
export const GLOBAL_OBJECTS = ['globalThis', 'self', 'window', 'global', 'frames', 'parent', 'top'];

/** Node's modules, and those of npm, that speak to the network, start programs or take control of Node. */
export const DENIED_MODULES = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'node-fetch',
  'repl',
  'sync-fetch-undici',
  'tls',
  'undici',
  'ws',
];

/** How Node's `process` hands out modules, whatever the variable is called that holds it. */
export const PROCESS_DOORS = ['_linkedBinding', 'dlopen', 'getBuiltinModule', 'mainModule'];
