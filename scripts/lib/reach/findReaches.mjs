import { analyze } from 'eslint-scope';
import { DENIED_GLOBALS, GLOBAL_OBJECTS, NAVIGATOR_DOORS, PROCESS_DOORS } from './names.mjs';
import {
  isOperandOf,
  isUndefined,
  linkParents,
  literalText,
  parseCode,
  propertyName,
  runsText,
} from './syntax.mjs';

/** @typedef {import('./syntax.mjs').Node} Node */

/**
 * Something that a file reaches for.
 * @typedef {object} Reach
 * @property {string} name
 * @property {number} start where it stands, in UTF-16 units
 */

/**
 * Takes down that a node reaches for something.
 * @typedef {(name: string, node: Node) => void} Found
 */

/** Globals that count wherever they are used, apart from `typeof`. */
const WATCHED = new Set(DENIED_GLOBALS);

/** Globals whose use is looked at, so that taking them from the global object says too little. */
const REACHING = new Set([
  ...WATCHED,
  ...GLOBAL_OBJECTS,
  'module',
  'navigator',
  'process',
  'require',
]);

/** Globals that run their first argument when it is text. */
const TIMERS = new Set(['setInterval', 'setTimeout']);

/**
 * Everything in a file of JavaScript that reaches out of it: globals that speak to the network, load
 * code or run text as code, and each module that is asked for. Only free names count; methods,
 * properties and local variables that bear such a name are none of them. What is not known until
 * the code runs is a reach of its own kind, such as `import(…)`.
 *
 * Names are `fetch`, `navigator.sendBeacon`, `module:net`, `getBuiltinModule('node:net')` and the
 * like, however the code spells them; `the global object` where it is passed on as a value, since
 * nobody sees what is taken from it then.
 * @param {string} code a script, a CommonJS module or an ECMAScript module
 * @returns {Reach[]} in no particular order; a name as often as it is used
 */
export function findReaches(code) {
  const { program, sourceType } = parseCode(code);
  const parents = linkParents(program);
  /** @type {Reach[]} */
  const reaches = [];
  /** @type {Found} */
  const found = (name, { start }) => void reaches.push({ name, start });
  for (const reference of freeNames(program, sourceType)) {
    useOfGlobal(reference.name ?? '', reference, parents, found);
  }
  for (const node of parents.keys()) {
    syntaxReaches(node, parents, found);
  }
  return reaches;
}

/**
 * The identifiers that refer to nothing which the code itself declares.
 * @param {Node} program
 * @param {'script' | 'module'} sourceType
 * @returns {Node[]}
 */
function freeNames(program, sourceType) {
  const scopes = analyze(/** @type {any} */ (program), {
    ecmaVersion: 2022,
    sourceType,
    // `eval` is found itself, and must not hide what its surroundings declare.
    ignoreEval: true,
    // What a script declares at its top is its own, not a global of others.
    nodejsScope: sourceType === 'script',
  });
  return (scopes.globalScope?.through ?? []).map(
    ({ identifier }) => /** @type {any} */ (identifier),
  );
}

/**
 * @param {string} name of a global
 * @param {Node} node the use of it: an identifier, or a member of the global object
 * @param {Map<Node, Node>} parents
 * @param {Found} found
 */
function useOfGlobal(name, node, parents, found) {
  const parent = parents.get(node);
  if (isOperandOf('typeof', node, parent)) {
    return;
  }
  if (WATCHED.has(name)) {
    found(name, node);
  } else if (GLOBAL_OBJECTS.includes(name)) {
    useOfGlobalObject(node, parents, found);
  } else if (name === 'require') {
    found(requireReach(node, parent), node);
  } else if (name === 'navigator') {
    navigatorReaches(node, parents, found);
  } else if (name === 'process') {
    memberReach(node, parent, ['binding'], 'process', found);
  } else if (name === 'module') {
    memberReach(node, parent, ['children', 'constructor', 'parent', 'require'], 'module', found);
  } else if (TIMERS.has(name) && parent?.type === 'CallExpression' && runsText(parent)) {
    found(`${name}(text)`, node);
  }
}

/**
 * @param {Node} node which is the global object
 * @param {Map<Node, Node>} parents
 * @param {Found} found
 */
function useOfGlobalObject(node, parents, found) {
  const parent = parents.get(node);
  if (parent?.type === 'ChainExpression') {
    useOfGlobalObject(parent, parents, found);
  } else if (parent?.type === 'MemberExpression' && parent.object === node) {
    const name = propertyName(parent);
    if (name === undefined) {
      found('the global object', node);
    } else {
      useOfGlobal(name, parent, parents, found);
    }
  } else if (
    keysTakenFrom(node, parent)?.every((key) => !REACHING.has(key)) !== true &&
    !isOnlyAskedAbout(node, parent)
  ) {
    found('the global object', node);
  }
}

/**
 * The names of the properties that are taken from an object into variables.
 * @param {Node} node which is the object
 * @param {Node | undefined} parent
 * @returns {string[] | undefined} `undefined` when something else is done with it, or anything may be taken
 */
function keysTakenFrom(node, parent) {
  if (parent?.type !== 'VariableDeclarator' || parent.init !== node) {
    return undefined;
  }
  const keys = (parent.id?.properties ?? []).map(keyTaken).filter((key) => key !== undefined);
  return keys.length > 0 && keys.length === parent.id?.properties?.length ? keys : undefined;
}

/**
 * @param {Node} property of a pattern
 * @returns {string | undefined} `undefined` when it is the rest, or not known until the code runs
 */
function keyTaken(property) {
  return property.type === 'Property' ? propertyName(property) : undefined;
}

/**
 * Whether a value is compared, tested or thrown away, so that nothing is taken from it.
 * @param {Node} node
 * @param {Node | undefined} parent
 */
function isOnlyAskedAbout(node, parent) {
  switch (parent?.type) {
    case 'BinaryExpression':
    case 'ExpressionStatement':
      return true;
    case 'AssignmentExpression':
      return parent.left === node;
    case 'ConditionalExpression':
    case 'IfStatement':
      return parent.test === node;
    case 'UnaryExpression':
      return ['!', 'typeof', 'void'].includes(parent.operator ?? '');
    default:
      return false;
  }
}

/**
 * @param {Node} node which is the global `require`
 * @param {Node | undefined} parent
 */
function requireReach(node, parent) {
  if (parent?.type === 'CallExpression' && parent.callee === node) {
    const name = literalText(parent.arguments?.[0]);
    return name === undefined ? 'require(…)' : `module:${name}`;
  }
  return 'require(…)';
}

/**
 * @param {Node} node which is the global `navigator`
 * @param {Map<Node, Node>} parents
 * @param {Found} found
 */
function navigatorReaches(node, parents, found) {
  const parent = parents.get(node);
  if (parent?.type === 'ChainExpression') {
    navigatorReaches(parent, parents, found);
  } else if (parent?.type === 'MemberExpression' && parent.object === node) {
    memberReach(node, parent, NAVIGATOR_DOORS, 'navigator', found);
  } else if (
    keysTakenFrom(node, parent)?.every((key) => !NAVIGATOR_DOORS.includes(key)) !== true &&
    !isOnlyAskedAbout(node, parent)
  ) {
    found('navigator', node);
  }
}

/**
 * @param {Node} node which is the object
 * @param {Node | undefined} parent
 * @param {readonly string[]} doors the members that count
 * @param {string} object what it is called
 * @param {Found} found
 */
function memberReach(node, parent, doors, object, found) {
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    const name = propertyName(parent);
    if (name === undefined) {
      found(`${object}[…]`, node);
    } else if (doors.includes(name)) {
      found(`${object}.${name}`, node);
    }
  }
}

/**
 * What a node reaches by its kind or by names that mean one thing wherever they stand.
 * @param {Node} node
 * @param {Map<Node, Node>} parents
 * @param {Found} found
 */
function syntaxReaches(node, parents, found) {
  switch (node.type) {
    case 'ImportExpression': {
      const name = literalText(node.source);
      found(name === undefined ? 'import(…)' : `module:${name}`, node);
      break;
    }
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration': {
      const name = literalText(node.source);
      if (name !== undefined) {
        found(`module:${name}`, node);
      }
      break;
    }
    case 'WithStatement':
      found('with', node);
      break;
    case 'Property': {
      const name = propertyName(node);
      if (parents.get(node)?.type === 'ObjectPattern' && PROCESS_DOORS.includes(name ?? '')) {
        found(`${name}(…)`, node);
      }
      break;
    }
    case 'MemberExpression':
      memberReaches(node, parents.get(node), found);
      break;
  }
}

/**
 * @param {Node} node a member expression
 * @param {Node | undefined} parent
 * @param {Found} found
 */
function memberReaches(node, parent, found) {
  const name = propertyName(node);
  if (name === undefined || isOperandOf('typeof', node, parent) || isUndefined(node.object)) {
    return;
  }
  if (PROCESS_DOORS.includes(name)) {
    const argument =
      parent?.type === 'CallExpression' && parent.callee === node
        ? literalText(parent.arguments?.[0])
        : undefined;
    found(argument === undefined ? `${name}(…)` : `${name}('${argument}')`, node);
  } else if (name === 'constructor' && isFunctionConstructor(node, parent)) {
    found('Function', node);
  }
}

/**
 * Whether `x.constructor` is the one of functions, which makes a function of text: by the constructor
 * of a constructor, or of a function that stands there, or because it is called with text alone.
 * @param {Node} node
 * @param {Node | undefined} parent
 */
function isFunctionConstructor(node, parent) {
  const { object } = node;
  if (object?.type === 'MemberExpression' && propertyName(object) === 'constructor') {
    return true;
  }
  const { callee } = object ?? {};
  const ofPrototype =
    callee?.type === 'MemberExpression' && propertyName(callee) === 'getPrototypeOf';
  const value = ofPrototype ? object?.arguments?.[0] : object;
  if (/Function|^Class/.test(value?.type ?? '')) {
    return true;
  }
  const isCalled = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  return isCalled && parent.callee === node && runsText(parent);
}
