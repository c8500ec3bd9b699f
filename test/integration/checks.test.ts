import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Commands, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { waitFor } from '../support/waitFor';

const SOURCE = 'IP4 Desk';

const NOTE = `The ICI met in the harbour.

Later the Istanbul Cooperation Initiative (ICI) met the QXZ group.

On maritime security, on maritime security, and on maritime-security.
`;

const SPELLED_OUT = 'Write “Istanbul Cooperation Initiative (ICI)”';

function enable(isOn: boolean | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration(SETTINGS_SECTION)
    .update(Settings.checksEnabled, isOn, vscode.ConfigurationTarget.Workspace);
}

async function show(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

function diagnosticsOf({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

function rulesOf(document: vscode.TextDocument): readonly string[] {
  return diagnosticsOf(document).map(({ code }) =>
    typeof code === 'object' ? String(code.value) : '',
  );
}

/** Waits for a note to have these findings. */
function found(document: vscode.TextDocument, ...rules: readonly string[]): Promise<true> {
  return waitFor(`the findings ${rules.join(', ')}`, () => {
    const now = rulesOf(document);
    return now.length === rules.length && now.every((rule, index) => rule === rules[index]);
  });
}

/** The code actions at a place in a note: at its first `word`, or for the whole note. */
function actionsAt(
  document: vscode.TextDocument,
  word: string | undefined,
  kind: string | undefined,
): Thenable<vscode.CodeAction[]> {
  const all = new vscode.Range(document.positionAt(0), document.positionAt(1_000_000));
  const start = document.positionAt(document.getText().indexOf(word ?? ''));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    word === undefined ? all : new vscode.Range(start, start.translate(0, word.length)),
    kind,
  );
}

async function run(
  document: vscode.TextDocument,
  word: string | undefined,
  title: string,
  kind = vscode.CodeActionKind.QuickFix.value,
): Promise<void> {
  const actions = await actionsAt(document, word, kind);
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.edit, `“${title}” among ${actions.map((one) => one.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}

describe('the drafting checks', () => {
  afterEach(async () => {
    await enable(undefined);
    await vscode.workspace
      .getConfiguration(SETTINGS_SECTION)
      .update(Settings.checksEnabled, undefined, vscode.ConfigurationTarget.Global);
    for (const document of vscode.workspace.textDocuments.filter((one) => one.isUntitled)) {
      await vscode.window.showTextDocument(document, { preview: false });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('are off until they are turned on, and say so in the note at once', async () => {
    const document = await show(NOTE);
    assert.deepEqual(rulesOf(document), []);
    await vscode.commands.executeCommand(Commands.toggleChecks);
    await found(document, 'acronym-before-expansion', 'acronym-unknown', 'mixed-variants');
    const [first] = diagnosticsOf(document);
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(document.getText(first.range), 'ICI');
    await vscode.commands.executeCommand(Commands.toggleChecks);
    await found(document);
  });

  it('are switched in the user’s settings, unless the workspace decides already', async () => {
    const values = () => {
      const { globalValue, workspaceValue } =
        vscode.workspace.getConfiguration(SETTINGS_SECTION).inspect(Settings.checksEnabled) ?? {};
      return { globalValue, workspaceValue };
    };
    await vscode.commands.executeCommand(Commands.toggleChecks);
    assert.deepEqual(values(), { globalValue: true, workspaceValue: undefined });
    await enable(true);
    await vscode.commands.executeCommand(Commands.toggleChecks);
    assert.deepEqual(values(), { globalValue: true, workspaceValue: false });
  });

  it('follow the text, the settings of each check, and the end of the note', async () => {
    await enable(true);
    const document = await show('The QXZ met.');
    await found(document, 'acronym-unknown');
    const config = () => vscode.workspace.getConfiguration(SETTINGS_SECTION);
    const workspace = vscode.ConfigurationTarget.Workspace;
    await config().update(Settings.checksAcronymUnknown, false, workspace);
    await found(document);
    await config().update(Settings.checksAcronymUnknown, undefined, workspace);
    await config().update(Settings.checksCommonAcronyms, ['WVU'], workspace);
    await found(document, 'acronym-unknown');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 4, 0, 7), 'WVU');
    await vscode.workspace.applyEdit(edit);
    await found(document);
    await config().update(Settings.checksCommonAcronyms, undefined, workspace);
    await found(document, 'acronym-unknown');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await found(document);
  });

  it('spell an acronym out, in one step to undo', async () => {
    await enable(true);
    const document = await show(NOTE);
    await run(document, 'ICI', SPELLED_OUT);
    assert.deepEqual(document.getText().split('\n\n').slice(0, 2), [
      'The Istanbul Cooperation Initiative (ICI) met in the harbour.',
      'Later the ICI met the QXZ group.',
    ]);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), NOTE);
  });

  it('mend all that is of one rule, and all there is', async () => {
    await enable(true);
    const two =
      'On maritime-security or the maritime-security. Of maritime security: maritime security, of maritime security.';
    const document = await show(two);
    await run(document, 'maritime-security', 'Make Variants Consistent');
    assert.equal(document.getText(), two.replaceAll('maritime-security', 'maritime security'));
    const other = await show(NOTE);
    const kind = vscode.CodeActionKind.SourceFixAll.append('ip4Desk').value;
    await run(other, undefined, 'Fix All Drafting Problems', kind);
    assert.ok(other.getText().startsWith('The Istanbul Cooperation Initiative (ICI) met'));
    assert.ok(!other.getText().includes('maritime-security'));
  });

  it('offer the glossary for an acronym that nobody knows', async () => {
    await enable(true);
    const document = await show(NOTE);
    const actions = await actionsAt(document, 'QXZ', vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ command }) => command?.command === Commands.addToGlossary);
    assert.deepEqual(action?.command?.arguments, [{ name: 'QXZ' }]);
    await found(document, 'acronym-before-expansion', 'acronym-unknown', 'mixed-variants');
    const titles = (await actionsAt(document, 'QXZ', undefined)).map(({ title }) => title);
    assert.equal(titles.filter((title) => title === action.title).length, 1, titles.join(', '));
  });

  it('count an acronym as common from then on, or put it behind its name', async () => {
    await enable(true);
    const document = await show('The QXZ met the RLB.\n\nA Royal Lamp Board is one.\n');
    await found(document, 'acronym-unknown', 'acronym-unknown');
    const actions = await actionsAt(document, 'QXZ', vscode.CodeActionKind.QuickFix.value);
    const common = actions.find(
      ({ command }) => command?.command === Commands.treatAsCommonAcronym,
    );
    assert.equal(common?.title, 'Treat “QXZ” as Common Acronym');
    const config = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration(SETTINGS_SECTION);
    try {
      await vscode.commands.executeCommand(
        Commands.treatAsCommonAcronym,
        ...((common.command?.arguments ?? []) as unknown[]),
      );
      assert.deepEqual(config().get(Settings.checksCommonAcronyms), ['QXZ']);
      await found(document, 'acronym-unknown');
    } finally {
      await config().update(Settings.checksCommonAcronyms, undefined, true);
    }
    const fixes = await actionsAt(document, 'RLB', vscode.CodeActionKind.QuickFix.value);
    const written = fixes.find(({ title }) => title === 'Write “Royal Lamp Board (RLB)” at Line 3');
    assert.ok(written?.edit, fixes.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(written.edit);
    assert.equal(document.lineAt(2).text, 'A Royal Lamp Board (RLB) is one.');
  });

  it('keep quiet where they are told to', async () => {
    await enable(true);
    const document = await show('The QXZ met.\n');
    await run(document, 'QXZ', 'Ignore “acronym-unknown” on This Line');
    assert.equal(
      document.getText(),
      '<!-- ip4desk-disable-next-line acronym-unknown -->\nThe QXZ met.\n',
    );
    await found(document);
    const tex = await show('The QXZ met.\n', 'latex');
    await run(tex, 'QXZ', 'Ignore “acronym-unknown” in This Note');
    assert.equal(tex.getText(), '% ip4desk-disable acronym-unknown\n\nThe QXZ met.\n');
    await found(tex);
  });
});
