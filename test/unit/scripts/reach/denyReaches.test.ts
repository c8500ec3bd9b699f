import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { denyReaches } from '../../../../scripts/lib/reach/denyReaches.mjs';
import { findReaches } from '../../../../scripts/lib/reach/findReaches.mjs';
import {
  DENIED_GLOBALS,
  DENIED_MODULES,
  GLOBAL_OBJECTS,
} from '../../../../scripts/lib/reach/names.mjs';

const BUNDLE = 'made-up.js';

/** Bundles code as what ships is bundled. */
async function bundle(
  code: string,
  { exceptions = [], minify = false }: { exceptions?: readonly string[]; minify?: boolean } = {},
): Promise<string> {
  const rows = exceptions.map((name) => ({ bundle: BUNDLE, name }));
  const { outputFiles } = await build({
    stdin: { contents: code },
    bundle: true,
    format: 'cjs',
    logLevel: 'silent',
    minify,
    platform: 'node',
    plugins: [denyReaches(BUNDLE, rows)],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** What a bundle exports, run where every global exists and says that it was reached. */
function run(code: string): Record<string, unknown> {
  const reached = function reached(): string {
    return 'reached';
  };
  const module = { exports: {} as Record<string, unknown> };
  const names = DENIED_GLOBALS.filter((name) => !['eval', 'Function'].includes(name));
  const globals = {
    ...Object.fromEntries(names.map((name) => [name, reached])),
    navigator: { sendBeacon: reached },
    module,
    exports: module.exports,
    require: reached,
  };
  const objects = GLOBAL_OBJECTS.filter((name) => name !== 'globalThis');
  runInNewContext(code, { ...globals, ...Object.fromEntries(objects.map((o) => [o, globals])) });
  return module.exports;
}

describe('What bundles may not reach for', () => {
  for (const minify of [false, true]) {
    const how = minify ? 'small' : 'readable';

    for (const name of [...DENIED_GLOBALS, 'navigator.sendBeacon']) {
      it(`throws at ${name}, in a ${how} bundle`, async () => {
        const uses = [name, ...GLOBAL_OBJECTS.map((object) => `${object}.${name}`)];
        const code = uses
          .flatMap((use, at) => [
            `exports.call${at} = () => (0, ${use})('1');`,
            `exports.make${at} = () => new (${use})('1');`,
          ])
          .join('\n');
        const bundled = await bundle(code, { minify });
        assert.deepEqual(findReaches(bundled), []);
        const made = Object.entries(run(bundled)) as [string, () => unknown][];
        assert.equal(made.length, 2 * uses.length);
        for (const [use, attempt] of made) {
          assert.throws(
            attempt,
            (error: Error) => error.message.startsWith(`${name} is not used`),
            use,
          );
        }
      });
    }

    for (const name of DENIED_MODULES) {
      it(`throws at the module ${name}, in a ${how} bundle`, async () => {
        const code = `
          import whole from '${name}';
          import * as all from 'node:${name}';
          const later = require('${name}/promises');
          exports.call = () => whole('1');
          exports.make = () => new whole('1');
          exports.member = () => all.default.request('1');
          exports.later = () => later.lookup('1');
          exports.dynamic = () => import('${name}').then((it) => it.default.request('1'));`;
        const bundled = await bundle(code, { minify });
        assert.deepEqual(findReaches(bundled), []);
        const { dynamic, ...made } = run(bundled) as Record<string, () => unknown>;
        for (const [use, attempt] of Object.entries(made)) {
          assert.throws(attempt, /^Error: The module .* is not used/, use);
        }
        await assert.rejects(dynamic?.() as Promise<unknown>, /is not used/);
      });
    }
  }

  it('leaves what is only called the same alone', async () => {
    const code = `
      const object = { fetch: () => 'mine', WebSocket: class { name = 'mine'; } };
      function shadowed(fetch) { return fetch(); }
      class Reader { fetch() { return 'mine'; } }
      exports.values = [
        object.fetch(), new object.WebSocket().name, shadowed(() => 'mine'), new Reader().fetch(),
        (() => 1) instanceof Function ? 'mine' : '', Function.prototype.call.call(() => 'mine'),
      ];`;
    assert.deepEqual([...(run(await bundle(code))['values'] as string[])], Array(6).fill('mine'));
  });

  it('leaves what the table names, in that bundle alone', async () => {
    const code = 'exports.a = () => fetch(1); exports.b = () => new WebSocket(1);';
    const { a, b } = run(await bundle(code, { exceptions: ['fetch'] })) as Record<
      string,
      () => unknown
    >;
    assert.equal(a?.(), 'reached');
    assert.throws(() => b?.(), /WebSocket is not used/);
    const other = await build({
      stdin: { contents: code },
      bundle: true,
      format: 'cjs',
      plugins: [denyReaches('other.js', [{ bundle: BUNDLE, name: 'fetch' }])],
      write: false,
    });
    assert.throws(run(other.outputFiles[0]?.text ?? '')['a'] as () => unknown, /fetch is not used/);
    const bundled = await bundle('exports.x = require("node:net").x', {
      exceptions: ['module:node:net'],
    });
    assert.deepEqual(
      findReaches(bundled).map(({ name }) => name),
      ['module:node:net'],
    );
  });
});
