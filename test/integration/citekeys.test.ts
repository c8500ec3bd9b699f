import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';
import { setForWorkspace } from './setting';
import { windowWatches } from './windowWatches';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();
const BIB = `@comment{of the harbour}

@report{galic2024,
  author = {Galic, Mirna and Doe, Jane},
  title = {Partners at <img> Sea [x](command:y)},
  year = 2024
}

@book{quay99,
  author = {Quay, Ann},
  title = {Winds of the Northern Harbour},
  year = 1999
}
`;

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === 'string' ? label : label.label;

describe('citekeys', () => {
  let base: vscode.Uri;
  let count = 0;

  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
  const write = (path: string, text: string): Thenable<void> =>
    fs.writeFile(at(path), encoder.encode(text));

  /** Opens a note, written first, with the caret at its `¦`. */
  async function note(marked: string, name = 'note.md') {
    await write(name, marked.replace('¦', ''));
    const document = await vscode.workspace.openTextDocument(at(name));
    await vscode.window.showTextDocument(document, { preview: false });
    return { document, position: document.positionAt(Math.max(0, marked.indexOf('¦'))) };
  }

  async function itemsIn(marked: string, name?: string, resolve = 0) {
    const { document, position } = await note(marked, name);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      resolve,
    );
    return items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
  }

  async function hoverIn(marked: string, name?: string): Promise<string> {
    const { document, position } = await note(marked, name);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
      .join('\n');
  }

  const diagnosticsOf = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'IP4 Desk');

  /** Waits for the unknown keys of a note to be these. */
  async function unknown(document: vscode.TextDocument, ...keys: readonly string[]): Promise<void> {
    const now = () => diagnosticsOf(document.uri).map(({ range }) => document.getText(range));
    await waitFor(`unknown: ${keys.join()}`, () => String(now()) === String(keys)).catch(() =>
      assert.deepEqual(now(), keys),
    );
  }

  async function replace(uri: vscode.Uri, from: string, to: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const start = document.getText().indexOf(from);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + from.length),
    );
    edit.replace(uri, range, to);
    assert.ok(start >= 0 && (await vscode.workspace.applyEdit(edit)));
  }

  const configure = (name: string, value: unknown): Promise<void> =>
    setForWorkspace(`${SETTINGS_SECTION}.${name}`, value);

  before(async () => {
    await vscode.extensions.getExtension('ip4desk.ip4-desk')?.activate();
    await windowWatches();
  });

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    base = vscode.Uri.joinPath(folder.uri, `citekeys-${Date.now().toString(36)}-${count++}`);
    await fs.createDirectory(base);
    await windowWatches(base);
    await write('references.bib', BIB);
  });

  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(base, { recursive: true });
  });

  const completions: readonly (readonly [
    marked: string,
    keys: readonly string[],
    name?: string,
  ])[] = [
    ['See [@¦].', ['galic2024', 'quay99']],
    ['See [@mirna¦]', []],
    ['See [@doe¦]', ['galic2024']],
    ['See @wind¦', ['quay99']],
    ['See @gal¦', ['galic2024'], 'note.txt'],
    ['See \\autocite[12]{galic2024,¦}', ['galic2024', 'quay99'], 'note.tex'],
    ['See :cite:`qu¦`', ['quay99'], 'note.rst'],
    ['Write to me@gal¦', []],
    ['`@gal¦`', []],
  ];
  for (const [marked, keys, name] of completions) {
    it(`are suggested in ${JSON.stringify(marked)}`, async function () {
      const { document, position } = await note(marked, name);
      if (document.languageId === 'plaintext' && name !== undefined && name in LANGUAGES) {
        // This VS Code has no grammar for it, and gives it another language.
        await vscode.languages.setTextDocumentLanguage(document, LANGUAGES[name]!);
      }
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const ours = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
      assert.deepEqual(ours.map(labelOf), keys);
    });
  }

  it('are suggested with who wrote what and when, explained when looked at', async () => {
    const [item] = await itemsIn('See [@gal¦]', 'note.md', 1);
    assert.ok(item);
    assert.deepEqual(item.label, { label: 'galic2024', description: 'Galic and Doe 2024' });
    assert.match(item.filterText ?? '', /galic2024 Galic Doe 2024 Partners/);
    assert.ok(item.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /Mirna Galic and Jane Doe, Partners at/);
    assert.match(item.documentation.value, /references\\\.bib/);
    assert.doesNotMatch(item.documentation.value, /[^\\]<img|\]\(command/);
    assert.ok(!item.documentation.isTrusted);
  });

  it('are not suggested when the setting says so', async () => {
    await configure(Settings.citingCompleteCitekeys, false);
    try {
      assert.deepEqual(await itemsIn('See [@gal¦]'), []);
    } finally {
      await configure(Settings.citingCompleteCitekeys, undefined);
    }
  });

  it('are suggested from 14,000 entries as what is typed narrows them', async () => {
    const many = Array.from(
      { length: 14_000 },
      (_, index) =>
        `@book{key${index}, author = {Author${index}, A.}, title = {On pier ${index}}, year = 2001}`,
    );
    await write('references.bib', `${many.join('\n')}\n@book{broken, title = {`);
    assert.equal((await itemsIn('See [@¦]')).length, 100);
    assert.deepEqual((await itemsIn('See [@key1399¦]', 'b.md')).map(labelOf).slice(0, 3), [
      'key1399',
      'key13990',
      'key13991',
    ]);
    assert.deepEqual((await itemsIn('See [@author13999¦]', 'c.md')).map(labelOf), ['key13999']);
  });

  it('are explained where they stand, whatever the bibliography holds', async () => {
    const shown = await hoverIn('As @gal¦ic2024 [p. 3] says.');
    assert.match(shown, /Mirna Galic and Jane Doe, Partners at \\<img\\> Sea/);
    assert.match(shown, /references\\\.bib/);
    assert.doesNotMatch(shown, /\]\(command:y/);
  });

  it('are told to be unknown only where they are keys for certain', async () => {
    assert.match(await hoverIn('See [@nob¦ody].'), /No entry “nobody” in .*references\\\.bib/);
    assert.equal(await hoverIn('Ask @nob¦ody.', 'b.md'), '');
    assert.match(
      await hoverIn('---\nbibliography: gone.bib\n---\nSee [@nob¦ody].', 'c.md'),
      /cannot be looked up\\\. Not there or not readable\\: .*gone\\\.bib/,
    );
  });

  it('lead to the document in the library, and to the place that is cited', async () => {
    await write(
      'winds.md',
      '# Winds of the Northern Harbour\n\n## Noon\n\nThe wind turned at noon.\n',
    );
    const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
    const include = config.inspect(Settings.libraryInclude)?.workspaceValue;
    await configure(Settings.libraryInclude, ['**/winds.md']);
    try {
      const name = 'note.md';
      const marked = '[@quay¦99, 1.1]';
      await waitFor('the links', async () => {
        const shown = await hoverIn(marked, name);
        return /command:ip4Desk\.openSource\?/.test(shown) && /1 passage\]/.test(shown);
      });
      assert.match(await hoverIn(marked, name), /\[1\\\.1\]\(command:ip4Desk\.openPassage\?/);
      const document = await vscode.workspace.openTextDocument(at(name));
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        10,
      );
      const link = links.find(({ target }) => target?.scheme === 'command');
      assert.ok(link, JSON.stringify(links));
      assert.equal(document.getText(link.range), '1.1');
      assert.match(link.tooltip ?? '', /Winds of the Northern Harbour/);
    } finally {
      await configure(Settings.libraryInclude, include);
    }
  });

  const definitions: readonly (readonly [file: string, text: string, line: number])[] = [
    ['references.bib', BIB, 8],
    ['references.csl.json', '[\n  { "id": "a" },\n  { "type": "book", "id": "quay99" }\n]', 2],
  ];
  for (const [file, text, line] of definitions) {
    it(`are defined by their entries in ${file}`, async () => {
      await fs.delete(at('references.bib'));
      await write(file, text);
      const { document, position } = await note('See [@qu¦ay99].');
      const found = await waitFor('the definition', async () => {
        const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          position,
        );
        return links[0];
      });
      assert.equal(found.targetUri.toString(), at(file).toString());
      assert.equal(found.targetSelectionRange?.start.line, line);
      const opened = await vscode.workspace.openTextDocument(found.targetUri);
      assert.equal(opened.getText(found.targetSelectionRange), 'quay99');
    });
  }

  it('are marked while no bibliography has them, and as it is typed', async () => {
    const { document } = await note('See [@galic2024; @quay9, p. 3] and @bare, @fig-1.');
    await unknown(document, 'quay9');
    const [diagnostic] = diagnosticsOf(document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(diagnostic.message, /No entry “quay9” in .*references\.bib/);
    await replace(at('references.bib'), 'quay99', 'quay9');
    await unknown(document);
    await replace(at('references.bib'), 'galic2024', 'galic2025');
    await unknown(document, 'galic2024');
    await configure(Settings.citingCheckCitekeys, false);
    try {
      await unknown(document);
    } finally {
      await configure(Settings.citingCheckCitekeys, undefined);
    }
    await unknown(document, 'galic2024');
  });

  it('are looked up in the next bibliography when the nearest is gone, open or not', async () => {
    await fs.createDirectory(at('sub'));
    await windowWatches(at('sub'));
    await write('references.bib', '@book{nobody, title = {x}}');
    await write('sub/references.bib', BIB);
    const { document } = await note('See [@nobody; @quay99].', 'sub/note.md');
    await unknown(document, 'nobody');
    // Open all the same, and shown as deleted.
    await vscode.window.showTextDocument(at('sub/references.bib'), { preview: false });
    await fs.delete(at('sub/references.bib'));
    await unknown(document, 'quay99');
    await write('sub/later.bib', '@book{quay99, title = {x}}');
    await unknown(document, 'nobody');
  });

  it('are not marked where the note defines them, nor where a bibliography is missing', async () => {
    const { document } = await note('\\cite{own,other}\n\\bibitem{own} Own.\n', 'own.tex');
    await vscode.languages.setTextDocumentLanguage(document, 'latex');
    await unknown(document, 'other');
    const missing = await note(
      '---\nbibliography: [references.bib, gone.bib]\n---\n[@x]\n',
      'missing.md',
    );
    await replace(document.uri, 'other', 'another');
    await unknown(document, 'another');
    await unknown(missing.document);
  });

  it('are mended by the nearest key, in one step', async () => {
    const { document } = await note('See [@quya99, p. 3].');
    await unknown(document, 'quya99');
    const [diagnostic] = diagnosticsOf(document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === 'Cite “quay99”');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), 'See [@quay99, p. 3].');
    await unknown(document);
  });

  it('are checked in untitled notes and in the cells of notebooks', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `---\nbibliography: ${at('references.bib').path}\n---\n[@nobody]\n`,
    });
    await unknown(untitled, 'nobody');
    const cells = [{ cell_type: 'markdown', metadata: {}, source: ['See [@nobody].'] }];
    await write('n.ipynb', JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const notebook = await vscode.workspace.openNotebookDocument(at('n.ipynb'));
    await unknown(notebook.cellAt(0).document, 'nobody');
  });

  it('are read of the sound entries of a broken bibliography, which says what is wrong', async () => {
    await write(
      'references.bib',
      `@book{one, ${WHOLE}, title = {One}}\n\n  @book{two, ${WHOLE}, title = {Two}\n\n@book{three, ${WHOLE}, title = "Three"}\n@book{,}`,
    );
    const { document } = await note('See [@one; @two; @three].');
    await unknown(document, 'two');
    const bibliography = await vscode.workspace.openTextDocument(at('references.bib'));
    assert.ok(bibliography);
    const problems = await waitFor('the problems', () => {
      const found = diagnosticsOf(bibliography.uri);
      return found.length === 2 && found;
    });
    assert.deepEqual(
      problems.map(({ range }) => range.start.line),
      [2, 5],
    );
    assert.match(problems[0]?.message ?? '', /"two"/);
    await replace(bibliography.uri, '{Two}', '{Two}}');
    await unknown(document);
    await waitFor('one problem', () => diagnosticsOf(bibliography.uri).length === 1);
  });
});

/** What an entry needs beside a title, so that nobody is asked to complete it. */
const WHOLE = 'author = {Roe, Ann}, year = 2021';

const LANGUAGES: Readonly<Record<string, string>> = {
  'note.tex': 'latex',
  'note.rst': 'restructuredtext',
};
