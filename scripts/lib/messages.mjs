import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/**
 * A message that the code gives to a localizer.
 * @typedef {object} Message
 * @property {string | undefined} text `undefined` when it is no literal, so that no bundle can have it
 * @property {string} place file and line, for people
 */

/**
 * Finds what the code gives to `….l10n.t(…)`, whatever the localizer is called by: the editor's own,
 * or one that was handed on.
 * @returns {Promise<readonly Message[]>}
 */
export async function findMessages() {
  const source = join(root, 'src');
  const files = (await readdir(source, { recursive: true })).filter((name) => /\.ts$/.test(name));
  const found = await Promise.all(
    files.map(async (name) => {
      const path = join(source, name);
      return messagesOf(relative(root, path), await readFile(path, 'utf8'));
    }),
  );
  return found.flat();
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {readonly Message[]}
 */
function messagesOf(name, text) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  /** @type {Message[]} */
  const messages = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && isLocalizer(node.expression)) {
      const [message] = node.arguments;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      messages.push({
        text: message && ts.isStringLiteralLike(message) ? message.text : undefined,
        place: `${name}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return messages;
}

/** @param {ts.Expression} callee */
function isLocalizer(callee) {
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 't' &&
    ((ts.isIdentifier(callee.expression) && callee.expression.text === 'l10n') ||
      (ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === 'l10n'))
  );
}

/**
 * The bundle of all messages in English, from which translators begin.
 * @param {readonly Message[]} messages
 */
export function bundleOf(messages) {
  const texts = [...new Set(messages.flatMap(({ text }) => text ?? []))].sort();
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
}
