import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as ts from 'typescript';
import { EXCEPTIONS } from '../../growth/exceptions';
import { SCANNERS } from '../../growth/scanners';

const SRC = join(import.meta.dirname, '../../../src');

/** Libraries that read what comes from outside. */
const PARSERS =
  /^(?:yaml|papaparse|parse5|mammoth|fflate|unpdf|jsonc-parser|smol-toml|citation-js|@citation-js\/|mdast-|micromark|hast-|ignore|picomatch)/;
/** Methods that go over a text by its units. */
const UNITS = new Set(['charCodeAt', 'codePointAt']);

describe('the table of scanners', () => {
  // The query door reads what its own user types.
  const scanning = modulesIn(SRC).filter((path) => !path.startsWith('cli/') && scansText(path));
  const inTable = new Set(SCANNERS.flatMap(({ modules }) => modules));

  it('has a row for every module that scans text, but for exceptions with a reason', () => {
    const missing = scanning.filter((path) => !inTable.has(path) && !(path in EXCEPTIONS));
    assert.deepEqual(missing, []);
  });

  it('names no module that is gone', () => {
    const all = new Set(modulesIn(SRC));
    const gone = [...inTable, ...Object.keys(EXCEPTIONS)].filter((path) => !all.has(path));
    assert.deepEqual(gone, []);
  });

  it('makes no exception that is none', () => {
    const known = new Set(scanning);
    const needless = Object.keys(EXCEPTIONS).filter(
      (path) => !known.has(path) || inTable.has(path),
    );
    assert.deepEqual(needless, []);
  });
});

/** Of core, util, and what the features and the host keep apart from the editor. */
function modulesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => relative(SRC, join(folder, name)).split(sep).join('/').replace(/\.ts$/, ''));
}

/**
 * Whether a module can take long over a text: it has an expression, goes over units, or calls a
 * parser. What knows the editor is left out; what it has of this is the business of pure modules.
 */
function scansText(path: string): boolean {
  const text = readFileSync(join(SRC, `${path}.ts`), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  let found = false;
  let knowsEditor = false;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const isType = node.importClause?.isTypeOnly === true;
      knowsEditor ||= node.moduleSpecifier.text === 'vscode' && !isType;
      found ||= PARSERS.test(node.moduleSpecifier.text) && !isType;
    }
    found ||=
      ts.isRegularExpressionLiteral(node) ||
      (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') ||
      (ts.isPropertyAccessExpression(node) && UNITS.has(node.name.text));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found && !knowsEditor;
}
