import eslint from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { rooms } from './scripts/lint/rooms.mjs';

const noNode = {
  regex: `^(node:|(${builtinModules.join('|')})(/|$))`,
  message: 'What ships also runs in a browser: go through workspace.fs and web standards.',
};
const noVscode = {
  regex: '^vscode$',
  message: 'Only extension, features, workspace and host know the editor.',
};

/** What the editor shows of a string that is given to one of these, or what takes it from there. */
const SHOWING =
  'show(Information|Warning|Error)Message|showQuickPick|createQuickPick|showInputBox|createInputBox|' +
  'showWorkspaceFolderPick|show(Open|Save)Dialog|withProgress|setStatusBarMessage|' +
  'create(StatusBarItem|LanguageStatusItem|TreeView|WebviewPanel|OutputChannel|Terminal|DiagnosticCollection)|' +
  'registerTreeDataProvider|registerWebviewViewProvider|innerHTML|outerHTML|insertAdjacentHTML';

/** What the editor's classes are called whose objects it shows. */
const SHOWN =
  'MarkdownString|Diagnostic|DiagnosticRelatedInformation|TreeItem|CodeAction|CodeLens|CompletionItem|' +
  'DocumentLink|DocumentSymbol|SymbolInformation|Hover|InlayHint|InlayHintLabelPart|ParameterInformation|' +
  'SignatureInformation|StatusBarItem|FileDecoration';

/** What is set of such objects. */
const TEXTS =
  'accessibilityInformation|badge|description|detail|documentation|html|label|message|name|placeholder|' +
  'placeHolder|prompt|relatedInformation|text|title|tooltip|validationMessage|isTrusted|supportHtml|supportThemeIcons';

const throughSurfaces =
  'Text from outside is made inert on its way to the editor: go through src/host/surfaces.';

/**
 * The editor's own calls, whatever they are reached by: `vscode.window.x`, `window.x`, `window['x']`,
 * `const { x } = vscode.window`, `new X`, `extends X`, and what is set of an object that it shows.
 */
const onlyInSurfaces = [
  `MemberExpression[computed=false][property.name=/^(${SHOWING})$/]`,
  `MemberExpression[computed=true][property.value=/^(${SHOWING}|${SHOWN})$/]`,
  `ObjectPattern > Property[key.name=/^(${SHOWING}|${SHOWN})$/]`,
  `ImportDeclaration[source.value='vscode'] > ImportSpecifier`,
  `NewExpression > MemberExpression.callee[object.name='vscode'][property.name=/^(${SHOWN})$/]`,
  `ClassDeclaration > MemberExpression.superClass[object.name='vscode'][property.name=/^(${SHOWN})$/]`,
  `ClassExpression > MemberExpression.superClass[object.name='vscode'][property.name=/^(${SHOWN})$/]`,
  `AssignmentExpression > MemberExpression.left[object.type!='ThisExpression'][property.name=/^(${TEXTS})$/]`,
].map((selector) => ({ selector, message: throughSurfaces }));

/**
 * Where numbers index typed arrays and lists that are as long by construction, in loops that cannot
 * afford to look: elsewhere nothing is asserted with `!`.
 */
const TYPED_ARRAYS = [
  'src/core/{quotes,search,shard,terms}/**',
  'src/core/library/{fingerprints,formats/pdfColumns,formats/pdfLines}.ts',
  'src/core/note/{addresses,hiddenRanges,readableText,startingWithin}.ts',
  'src/core/note/languages/markdown/markdownInline.ts',
  'src/core/note/quotations/quotationMarks.ts',
  'src/core/text/{normalise,spanSet,units}.ts',
  'src/util/hash.ts',
];

/** What turns text into elements of a page. */
const noMarkup = {
  selector: 'MemberExpression[property.name=/^((inner|outer)HTML|insertAdjacentHTML|writeln?)$/]',
  message: 'What a file says is text: set textContent.',
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Names are given where a thing is made, so that they are the same everywhere.',
};

const noExpressionFromText = {
  selector:
    ':matches(ArrowFunctionExpression, FunctionDeclaration, MethodDefinition) NewExpression[callee.name="RegExp"] TemplateLiteral[expressions.length>0]',
  message:
    'Text from outside is no expression: it may backtrack, or be too large. Compare strings.',
};

export default defineConfig(
  globalIgnores([
    '**/*.generated.*',
    '.vscode-test/',
    'dist/',
    'out/',
    'test-results/',
    'test/fixtures/',
  ]),
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // TypeScript knows better what is defined where.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
      'prefer-const': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // After an `await` things may be other than TypeScript remembers, and users' settings and
      // messages other than they are declared: looking again is a habit here.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**'],
    // The query door is a program for Node.
    ignores: ['src/cli/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer'],
      'no-restricted-properties': [
        'error',
        { property: 'findFiles', message: 'It follows every link: go through searchFiles.' },
      ],
    },
  },
  {
    // Text from outside must not make an expression backtrack: of the rules only those that find it,
    // and those that find what can never match. `test/growth` measures what they cannot see.
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noExpressionFromText],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-empty-alternative': 'error',
      'regexp/no-empty-character-class': 'error',
      'regexp/no-empty-lookarounds-assertion': 'error',
      'regexp/no-invalid-regexp': 'error',
      'regexp/no-misleading-unicode-character': 'error',
      'regexp/no-optional-assertion': 'error',
    },
  },
  {
    // Spellings are made into expressions once, when the module is loaded.
    files: ['src/core/text/spelling.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  rooms,
  {
    files: TYPED_ARRAYS,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/**'],
    // The query door is a program for Node.
    ignores: ['src/cli/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noNode] }] },
  },
  {
    files: ['src/{core,notebook,util,viewer,worker}/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noVscode, noNode] }] },
  },
  {
    files: ['src/**'],
    // Rooms that do not know the editor show nothing.
    ignores: ['src/host/surfaces/**', 'src/{cli,core,notebook,util,viewer,worker}/**'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noExpressionFromText, ...onlyInSurfaces],
    },
  },
  {
    files: ['src/viewer/**', 'src/notebook/**'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noExpressionFromText, noMarkup],
    },
  },
  {
    files: ['test/unit/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noVscode] }] },
  },
  {
    // Tests know what they have made, fake what they are not about, and break things on purpose.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    // These rules do not see the casts of JSDoc; TypeScript does, and checks these files as well.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    // ESLint asks for a default export.
    files: ['eslint.config.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
