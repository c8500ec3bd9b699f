import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { knownTermOfPack } from '../../src/core/terms/knownTerm';
import { TermSet } from '../../src/core/terms/termSet';
import { TermUnderlines } from '../../src/features/terms/decorations/termUnderlines';
import type { NoteText } from '../../src/workspace/notes/noteDocuments';
import { ownTerms } from '../support/knownTerms';
import { term } from '../unit/core/note/marked';
import { waitFor } from '../support/waitFor';
import { Note } from '../../src/core/note/note';

/** Underlines the terms of an invented glossary, and knows what is underlined where. */
class Bench {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly shown = new Map<vscode.TextEditor, readonly string[]>();
  private readonly log = vscode.window.createOutputChannel('decorations test', { log: true });
  private readonly underlines: TermUnderlines;
  set = new TermSet(ownTerms('Harbour', [{ name: 'lighthouse' }, { name: 'beacon' }]));

  constructor() {
    const scan = (note: NoteText) =>
      Promise.resolve({
        terms: this.set,
        occurrences: this.set.automaton.occurrences(new Note(note.getText(), note.languageId)),
      });
    const terms = {
      onDidChange: this.changed.event,
      inNote: () => Promise.resolve(this.set),
      known: () => this.set,
      scan,
      prepare: () => Promise.resolve(),
      all: () => Promise.resolve(this.set.terms),
      find: (id: string) => Promise.resolve(this.set.get(id)),
    };
    this.underlines = new TermUnderlines({ terms, log: this.log }, (editor, ranges) =>
      this.shown.set(
        editor,
        ranges.map((range) => editor.document.getText(range)),
      ),
    );
  }

  change(set: TermSet): void {
    this.set = set;
    this.changed.fire();
  }

  in(editor: vscode.TextEditor): readonly string[] | undefined {
    return this.shown.get(editor);
  }

  dispose(): void {
    this.underlines.dispose();
    this.changed.dispose();
    this.log.dispose();
  }
}

async function show(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document, { preview: false });
}

describe('the lines under terms', () => {
  let bench: Bench;
  beforeEach(() => (bench = new Bench()));
  afterEach(async () => {
    bench.dispose();
    const untitled = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
    for (const document of untitled()) {
      await vscode.window.showTextDocument(document, { preview: false });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  const underlined = (editor: vscode.TextEditor, words: readonly string[]) =>
    waitFor(`lines under ${words.join(', ')}`, () => bench.in(editor)?.join() === words.join());

  it('are drawn when a note is shown', async () => {
    const editor = await show('# Beacon\n\nA lighthouse, a beacon, a lighthouse.');
    await underlined(editor, ['lighthouse', 'beacon']);
  });

  it('follow what is typed', async () => {
    const editor = await show('A lighthouse.');
    await underlined(editor, ['lighthouse']);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A beacon. '));
    await underlined(editor, ['beacon', 'lighthouse']);
  });

  it('follow the glossaries', async () => {
    const editor = await show('A lighthouse, a buoy.');
    await underlined(editor, ['lighthouse']);
    bench.change(new TermSet(ownTerms('Harbour', [{ name: 'buoy' }])));
    await underlined(editor, ['buoy']);
  });

  it('follow the setting', async () => {
    const set = (value: string | undefined) =>
      vscode.workspace
        .getConfiguration('ip4Desk')
        .update('terms.decorate', value, vscode.ConfigurationTarget.Workspace);
    const editor = await show('A lighthouse, a lighthouse.');
    await underlined(editor, ['lighthouse']);
    try {
      await set('all');
      await underlined(editor, ['lighthouse', 'lighthouse']);
      await set('off');
      await underlined(editor, []);
    } finally {
      await set(undefined);
    }
    await underlined(editor, ['lighthouse']);
  });

  it('are drawn under the kinds of built-in terms that the setting names, never in quotations', async () => {
    const set = (value: unknown) =>
      vscode.workspace
        .getConfiguration('ip4Desk', { languageId: 'markdown' })
        .update('terms.markedKinds', value, vscode.ConfigurationTarget.Workspace, true);
    bench.change(
      new TermSet([
        ...ownTerms('Harbour', [{ name: 'beacon' }]),
        knownTermOfPack(term('Skerryholm', { kind: 'country' })),
        knownTermOfPack(term('Lamp Circle', { kind: 'framework' })),
      ]),
    );
    const editor = await show('> A beacon.\n\nSkerryholm has a beacon and a Lamp Circle.');
    await underlined(editor, ['beacon', 'Lamp Circle']);
    try {
      await set(['country']);
      await underlined(editor, ['Skerryholm', 'beacon']);
    } finally {
      await set(undefined);
    }
    await underlined(editor, ['beacon', 'Lamp Circle']);
  });

  it('follow the language', async () => {
    const editor = await show('const lighthouse = 1;', 'plaintext');
    await underlined(editor, ['lighthouse']);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'javascript');
    await underlined(editor, []);
  });

  it('are drawn around what is shown of a large note', async () => {
    const set = (value: string | undefined) =>
      vscode.workspace
        .getConfiguration('ip4Desk')
        .update('terms.decorate', value, vscode.ConfigurationTarget.Workspace);
    await set('all');
    try {
      const lines = 3_000;
      const editor = await show('A lighthouse.\n'.repeat(lines));
      const count = await waitFor('lines', () => bench.in(editor)?.length);
      assert.ok(count > 200 && count < 1_000, String(count));
      await editor.edit((edit) => edit.insert(new vscode.Position(lines, 0), 'A beacon.'));
      editor.revealRange(new vscode.Range(lines, 0, lines, 0));
      await waitFor('the end to be underlined', () => bench.in(editor)?.includes('beacon'));
    } finally {
      await set(undefined);
    }
  });
});
