import { parse } from 'acorn';

/**
 * A node of a syntax tree as acorn makes it, with those of its fields that are looked at. Which of
 * them there are depends on its type.
 * @typedef {object} Node
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {Node} [argument]
 * @property {Node[]} [arguments]
 * @property {Node | Node[]} [body]
 * @property {Node} [callee]
 * @property {boolean} [computed]
 * @property {Node[]} [expressions]
 * @property {Node | null} [id]
 * @property {Node | null} [init]
 * @property {Node} [key]
 * @property {Node} [left]
 * @property {string} [name]
 * @property {Node} [object]
 * @property {string} [operator]
 * @property {Node[]} [properties]
 * @property {Node} [property]
 * @property {{ value: { cooked?: string } }[]} [quasis]
 * @property {Node} [right]
 * @property {Node | null} [source]
 * @property {Node} [test]
 * @property {unknown} [value]
 */

/**
 * @param {string} code a script, a CommonJS module or an ECMAScript module
 * @returns {{ program: Node, sourceType: 'script' | 'module' }}
 * @throws {SyntaxError} when it is neither
 */
export function parseCode(code) {
  try {
    return { program: parseAs('script', code), sourceType: 'script' };
  } catch {
    return { program: parseAs('module', code), sourceType: 'module' };
  }
}

/**
 * @param {'script' | 'module'} sourceType
 * @param {string} code
 */
function parseAs(sourceType, code) {
  /** @type {unknown} */
  const program = parse(code, {
    ecmaVersion: 'latest',
    ranges: true,
    sourceType,
    allowReturnOutsideFunction: sourceType === 'script',
  });
  return /** @type {Node} */ (program);
}

/**
 * Every node of a tree below its root, with the one that holds it.
 * @param {Node} root
 * @returns {Map<Node, Node>}
 */
export function linkParents(root) {
  /** @type {Map<Node, Node>} */
  const parents = new Map();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) {
          parents.set(child, node);
          waiting.push(child);
        }
      }
    }
  }
  return parents;
}

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
function isNode(value) {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

/**
 * The text that an expression stands for.
 * @param {Node | null | undefined} node
 * @returns {string | undefined} `undefined` when it is not known until the code runs
 */
export function literalText(node) {
  if (node?.type === 'Literal') {
    return typeof node.value === 'string' ? node.value : undefined;
  }
  if (node?.type === 'TemplateLiteral' && node.expressions?.length === 0) {
    return node.quasis?.[0]?.value.cooked;
  }
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    const left = literalText(node.left);
    const right = literalText(node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

/**
 * The name of the property that a member expression or an object's property means.
 * @param {Node} node
 * @returns {string | undefined} `undefined` when it is not known until the code runs
 */
export function propertyName(node) {
  const property = node.type === 'MemberExpression' ? node.property : node.key;
  if (node.computed) {
    // Numbers are names of elements, whichever they are.
    return typeof property?.value === 'number' ? String(property.value) : literalText(property);
  }
  return property?.name ?? literalText(property);
}

/**
 * @param {string} operator
 * @param {Node} node
 * @param {Node | undefined} parent
 */
export function isOperandOf(operator, node, parent) {
  return (
    parent?.type === 'UnaryExpression' && parent.operator === operator && parent.argument === node
  );
}

/**
 * Whether an expression is `void 0`, from which nothing can be taken.
 * @param {Node | undefined} node
 */
export function isUndefined(node) {
  return node?.type === 'UnaryExpression' && node.operator === 'void';
}

/**
 * Whether a call's first argument is text for sure: literal, a template, or joined to some.
 * @param {Node} call
 */
export function runsText(call) {
  return isText(call.arguments?.[0]);
}

/**
 * @param {Node | undefined} node
 * @returns {boolean}
 */
function isText(node) {
  return (
    node?.type === 'TemplateLiteral' ||
    (node?.type === 'Literal' && typeof node.value === 'string') ||
    (node?.type === 'BinaryExpression' &&
      node.operator === '+' &&
      (isText(node.left) || isText(node.right)))
  );
}
