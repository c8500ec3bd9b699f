import { EXCEPTIONS } from './exceptions.mjs';
import { DENIED_GLOBALS, DENIED_MODULES, GLOBAL_OBJECTS, NAVIGATOR_DOORS } from './names.mjs';

/** The variable at the top of a bundle that holds what stands in the place of denied globals. */
const DENIED = 'ip4DeskDenied';

const MODULE = new RegExp(`^(node:)?(${DENIED_MODULES.join('|')})(/.*)?$`);

/**
 * A plugin of esbuild that puts something that throws in the place of everything that a bundle must
 * not reach for: globals as free names and as members of the global object, and modules. Local
 * names, properties and methods that are called the same stay what they are.
 * @param {string} bundle the file below `dist/`, as the table of exceptions names it
 * @param {readonly Pick<import('./exceptions.mjs').Exception, 'bundle' | 'name'>[]} [exceptions]
 * @returns {import('esbuild').Plugin}
 */
export function denyReaches(bundle, exceptions = EXCEPTIONS) {
  const allowed = new Set(
    exceptions.filter((row) => row.bundle === bundle).map(({ name }) => name),
  );
  const globals = [
    ...DENIED_GLOBALS,
    ...NAVIGATOR_DOORS.map((member) => `navigator.${member}`),
  ].filter((name) => !allowed.has(name));
  return {
    name: 'deny-reaches',
    setup(build) {
      const options = build.initialOptions;
      options.define = { ...definitions(globals), ...options.define };
      // Not by `inject`, which wraps each module that is CommonJS in one more function.
      options.banner = { js: banner(globals) + (options.banner?.['js'] ?? '') };
      build.onResolve({ filter: MODULE }, ({ path }) =>
        allowed.has(`module:${path}`) ? undefined : { path, namespace: 'denied' },
      );
      build.onLoad({ filter: /.*/, namespace: 'denied' }, ({ path }) => ({
        contents: deniedModule(path),
      }));
    },
  };
}

/**
 * @param {readonly string[]} globals
 * @returns {Record<string, string>}
 */
function definitions(globals) {
  return Object.fromEntries(
    globals.flatMap((name) =>
      ['', ...GLOBAL_OBJECTS.map((object) => `${object}.`)].map((object) => [
        object + name,
        `${DENIED}.${key(name)}`,
      ]),
    ),
  );
}

/**
 * The code that makes what the definitions name.
 * @param {readonly string[]} globals
 */
function banner(globals) {
  const names = Object.fromEntries(globals.map((name) => [key(name), name]));
  return (
    `var ${DENIED}=((n,o={})=>{for(let k in n){` +
    `o[k]=function(){throw new Error(n[k]+${JSON.stringify(WHY)})};` +
    // What asks whether something is a function, or calls a method of functions, goes on.
    `if(k=="Function")o[k].prototype=Object.getPrototypeOf(o[k])}` +
    `return o})(${JSON.stringify(names)});`
  );
}

const WHY = ' is not used in IP4 Desk, which works offline.';

/**
 * @param {string} name of a global, or of a member of one
 */
function key(name) {
  return name.replace('.', '_');
}

/**
 * The code of a module of which nothing can be used. It loads, since libraries ask for some of them
 * at their start and never use them.
 * @param {string} name
 */
function deniedModule(name) {
  return `
    const deny = () => {
      throw new Error(${JSON.stringify(`The module ${name}${WHY}`)});
    };
    module.exports = new Proxy(function () {}, {
      apply: deny,
      construct: deny,
      // What esbuild asks of every module.
      get: (target, key) => (key === '__esModule' || key in target ? target[key] : deny()),
    });`;
}
