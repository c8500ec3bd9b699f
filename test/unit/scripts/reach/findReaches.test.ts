import assert from 'node:assert/strict';
import { findReaches } from '../../../../scripts/lib/reach/findReaches.mjs';
import {
  DENIED_GLOBALS,
  DENIED_MODULES,
  GLOBAL_OBJECTS,
} from '../../../../scripts/lib/reach/names.mjs';

function namesIn(code: string): string[] {
  return [...new Set(findReaches(code).map(({ name }) => name))].sort();
}

describe('What code reaches for', () => {
  describe('globals', () => {
    for (const name of DENIED_GLOBALS) {
      it(`finds ${name} however it is called`, () => {
        const uses = [
          `${name}(1)`,
          `new ${name}(1)`,
          `const mine = ${name};`,
          `call(${name})`,
          `function f() { if (x) { return ${name}.y; } }`,
          ...GLOBAL_OBJECTS.flatMap((object) => [
            `${object}.${name}(1)`,
            `${object}?.${name}?.(1)`,
            `(0, ${object}.${name})(1)`,
            `${object}['${name}'](1)`,
            `${object}[\`${name}\`](1)`,
            `${object}['${name.slice(0, 2)}' + '${name.slice(2)}'](1)`,
            `${object}.self.window.${name}(1)`,
            `(${object}?.self).${name}(1)`,
          ]),
        ];
        for (const use of uses) {
          assert.deepEqual(namesIn(use), [name], use);
        }
      });

      it(`leaves what is only called ${name} alone`, () => {
        const others = [
          `object.${name}(1)`,
          `this.${name}(1)`,
          `object?.['${name}'](1)`,
          `const o = { ${name}: 1, m() { return o.${name}; } }`,
          `class C { ${name}() {} static ${name} = 1; }`,
          `typeof ${name}`,
          `typeof self.${name} === 'function'`,
          `'${name}(1)'; \`${name}(1)\`; // ${name}(1)`,
          `x = /${name}(1)/`,
          `${name}: for (;;) break ${name};`,
        ];
        // A name of the language cannot be declared in a module; in scripts it can.
        const shadowed = [
          `var ${name}; ${name}(1);`,
          `function ${name}() {} ${name}(1);`,
          `function f(${name}) { return ${name}(1); }`,
          `const f = ({ ${name} }) => ${name}(1);`,
          `try {} catch (${name}) { ${name}(1); }`,
        ];
        for (const other of [...others, ...shadowed]) {
          assert.deepEqual(namesIn(other), [], other);
        }
      });
    }

    it('knows a local name only within its scope', () => {
      assert.deepEqual(namesIn('{ let fetch = 1; fetch; } fetch(1);'), ['fetch']);
      assert.deepEqual(namesIn('function f(fetch) {} fetch(1);'), ['fetch']);
      assert.deepEqual(namesIn('function f(self) { return self.fetch(1); }'), []);
      assert.deepEqual(namesIn('import { fetch } from "./own.js"; fetch(1);'), ['module:./own.js']);
    });

    it('finds what sends from `navigator`', () => {
      for (const use of [
        'navigator.sendBeacon(x)',
        'navigator["sendBeacon"](x)',
        'self.navigator?.sendBeacon(x)',
      ]) {
        assert.deepEqual(namesIn(use), ['navigator.sendBeacon'], use);
      }
      assert.deepEqual(namesIn('navigator.serviceWorker.register(x)'), ['navigator.serviceWorker']);
      assert.deepEqual(namesIn('const n = navigator; n.sendBeacon(x)'), ['navigator']);
      assert.deepEqual(namesIn('const { sendBeacon } = navigator;'), ['navigator']);
      assert.deepEqual(namesIn('navigator[x](y)'), ['navigator[…]']);
      assert.deepEqual(namesIn('const { platform, userAgent } = navigator;'), []);
      assert.deepEqual(namesIn('navigator.userAgent + (typeof navigator)'), []);
      assert.deepEqual(namesIn('client.sendBeacon(x)'), []);
    });

    it('says where the global object goes that somebody may take anything from', () => {
      for (const use of [
        'const root = globalThis; root.fetch(1);',
        'const { fetch } = globalThis;',
        'const { self: mine } = window;',
        'const { x, ...rest } = globalThis;',
        'start(self)',
        'globalThis[name](1)',
        'const root = typeof self < "u" ? self : {};',
        'factory.call(window)',
      ]) {
        assert.deepEqual(namesIn(use), ['the global object'], use);
      }
      for (const use of [
        'globalThis.mine = 1',
        'const { innerHeight } = window;',
        '"onmessage" in self',
        'typeof window !== "undefined"',
        'if (globalThis) {}',
        'self === top',
      ]) {
        assert.deepEqual(namesIn(use), [], use);
      }
    });
  });

  describe('text that is run', () => {
    it('finds functions that are made of text', () => {
      for (const use of [
        'new Function("return 1")',
        'Function("return this")()',
        '[].constructor.constructor("return 1")',
        'x["constructor"]["constructor"](code)',
        '(function () {}).constructor(code)',
        '(() => 1).constructor(code)',
        '(async function () {}).constructor(code)',
        'const A = Object.getPrototypeOf(async function () {}).constructor;',
        'const A = Reflect.getPrototypeOf(async () => {}).constructor;',
        'f.constructor("return 1")',
        'new f.constructor("a", `return ${a}`)',
      ]) {
        assert.deepEqual(namesIn(use), ['Function'], use);
      }
      for (const use of ['new this.constructor(options)', 'a.constructor === b.constructor']) {
        assert.deepEqual(namesIn(use), [], use);
      }
    });

    it('finds timers that are given text', () => {
      assert.deepEqual(namesIn('setTimeout("run()", 1)'), ['setTimeout(text)']);
      assert.deepEqual(namesIn('self.setInterval(`run(${x})`)'), ['setInterval(text)']);
      assert.deepEqual(namesIn('setTimeout("run(" + x + ")")'), ['setTimeout(text)']);
      assert.deepEqual(namesIn('setTimeout(run, 1); clock.setTimeout("name")'), []);
    });

    it('finds `with`, which hides where names come from', () => {
      assert.deepEqual(namesIn('with (x) { y(); }'), ['with']);
    });
  });

  describe('modules', () => {
    for (const name of DENIED_MODULES) {
      it(`finds ${name} however it is asked for`, () => {
        for (const full of [name, `node:${name}`, `${name}/promises`]) {
          for (const use of [
            `require('${full}')`,
            `const { x } = require(\`${full}\`);`,
            `function f() { return require('${full}').x; }`,
            `import x from '${full}';`,
            `import '${full}';`,
            `export * from '${full}';`,
            `export { x } from '${full}';`,
            `import('${full}')`,
          ]) {
            assert.deepEqual(namesIn(use), [`module:${full}`], use);
          }
        }
      });
    }

    it('finds what Node hands out by other doors', () => {
      const cases: readonly (readonly [string, string])[] = [
        ["process.getBuiltinModule('node:net')", "getBuiltinModule('node:net')"],
        ["globalThis.process?.getBuiltinModule?.('net')", "getBuiltinModule('net')"],
        ['p["getBuiltinModule"](name)', 'getBuiltinModule(…)'],
        ['const door = p.getBuiltinModule;', 'getBuiltinModule(…)'],
        ['const { getBuiltinModule } = p;', 'getBuiltinModule(…)'],
        ["process.binding('tcp_wrap')", 'process.binding'],
        ['process[x](y)', 'process[…]'],
        ["p._linkedBinding('tcp_wrap')", "_linkedBinding('tcp_wrap')"],
        ['process.mainModule.require(x)', 'mainModule(…)'],
        ['process.dlopen(module, file)', 'dlopen(…)'],
        ["module.require('net')", 'module.require'],
        ["module.constructor._load('net')", 'module.constructor'],
        ['require(name)', 'require(…)'],
        ['const load = require;', 'require(…)'],
        ['import(name)', 'import(…)'],
        ['new Worker(url)', 'Worker'],
        ['importScripts(url)', 'importScripts'],
      ];
      for (const [use, name] of cases) {
        assert.deepEqual(namesIn(use), [name], use);
      }
    });

    it('leaves other things alone that are called the same', () => {
      for (const use of [
        'function f(require) { return require("net"); }',
        'loader.require("net")',
        'typeof require',
        'module.exports = 1',
        'process.env.X',
        'keys.binding("x")',
        // What is certain to throw.
        '(void 0).getBuiltinModule("fs")',
      ]) {
        assert.deepEqual(namesIn(use), [], use);
      }
    });
  });

  it('says where each use stands', () => {
    const code = 'const a = 1;\nfetch(a);\nfetch(2);';
    const places = findReaches(code).map(({ start }) => code.slice(start, start + 8));
    assert.deepEqual(places.sort(), ['fetch(2)', 'fetch(a)']);
  });
});
