import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import { root } from '../../../../scripts/lib/paths.mjs';

/** Ways to give the editor a string as it is. */
const FORBIDDEN: readonly string[] = [
  `void vscode.window.showInformationMessage(title);`,
  `void vscode.window['showWarningMessage'](title);`,
  `const { window } = vscode; void window.showErrorMessage(title);`,
  `const { showErrorMessage } = vscode.window; void showErrorMessage(title);`,
  `void vscode.window.withProgress({ location: 15, title }, () => Promise.resolve());`,
  `vscode.window.createQuickPick().show();`,
  `void vscode.window.showQuickPick([title]);`,
  `void vscode.window.showInputBox({ prompt: title });`,
  `vscode.window.createInputBox().show();`,
  `void vscode.window.showOpenDialog({ title });`,
  `void vscode.window.showSaveDialog({ title });`,
  `void vscode.window.showWorkspaceFolderPick({ placeHolder: title });`,
  `vscode.window.setStatusBarMessage(title);`,
  `vscode.window.createStatusBarItem().show();`,
  `vscode.window.createOutputChannel(title);`,
  `vscode.window.createWebviewPanel('x', title, 1);`,
  `vscode.languages.createDiagnosticCollection(title);`,
  `export const shown = new vscode.MarkdownString(title);`,
  `export const shown = new vscode.TreeItem(title);`,
  `export const shown = new vscode.CodeAction(title);`,
  `export class Shown extends vscode.CompletionItem {}`,
  `export class Shown extends vscode.DocumentLink {}`,
  `const { MarkdownString } = vscode; export const shown = new MarkdownString(title);`,
  `declare const item: vscode.TreeItem; item.tooltip = title;`,
  `declare const view: vscode.TreeView<unknown>; view.message = title;`,
  `declare const view: vscode.Webview; view.html = title;`,
  `declare const text: vscode.MarkdownString; text.isTrusted = true;`,
];

const ALLOWED: readonly string[] = [
  `void vscode.window.showTextDocument(vscode.Uri.parse(title));`,
  `export const kind = vscode.CodeActionKind.QuickFix;`,
  `export class Shown { label = ''; constructor() { this.label = title; } }`,
];

/** What the rule says of code in a feature, as `eslint.config.mjs` has it. */
describe('the rule on surfaces of the editor', () => {
  let eslint: ESLint;

  before(async function () {
    // ESLint and its parser are loaded here.
    this.timeout(60_000);
    // Types are known of files that are there alone, and this rule asks for none.
    eslint = new ESLint({
      cwd: root,
      ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
      overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    });
    await eslint.lintText('', { filePath: 'src/host/invented.ts' });
  });

  async function complaints(code: string, file: string): Promise<readonly string[]> {
    const text = `import * as vscode from 'vscode';\ndeclare const title: string;\n${code}\n`;
    const [result] = await eslint.lintText(text, { filePath: file });
    assert.deepEqual(
      result?.messages.filter(({ fatal }) => fatal),
      [],
    );
    return result?.messages.map(({ message }) => message) ?? [];
  }

  for (const code of FORBIDDEN) {
    it(`forbids ${code}`, async () => {
      const found = await complaints(code, 'src/features/search/invented.ts');
      assert.match(found.join('\n'), /src\/host\/surfaces/);
    });
  }

  it('forbids to import parts of the editor by name', async () => {
    const code = `import { window } from 'vscode';\nvoid window.activeTextEditor;\n`;
    const [result] = await eslint.lintText(code, { filePath: 'src/host/invented.ts' });
    assert.match(result?.messages[0]?.message ?? '', /src\/host\/surfaces/);
  });

  for (const code of ALLOWED) {
    it(`allows ${code}`, async () => {
      assert.deepEqual(await complaints(code, 'src/features/search/invented.ts'), []);
    });
  }

  it('allows all of it where texts are made inert', async () => {
    for (const code of FORBIDDEN) {
      assert.deepEqual(await complaints(code, 'src/host/surfaces/invented.ts'), []);
    }
  });

  it('forbids to make elements of text in the pages of webviews', async () => {
    const code = `document.body.innerHTML = title;`;
    assert.equal((await complaints(code, 'src/viewer/invented.ts')).length, 1);
    assert.equal((await complaints(code, 'src/notebook/invented.ts')).length, 1);
  });
});
