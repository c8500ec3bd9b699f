import * as vscode from 'vscode';
import { HoldProbe } from './holdProbe';
import { activated, report } from './host';
import type { Measurement } from './measurement';
import { quantile } from '../../scripts/lib/quantile.mjs';

/** UTF-16 units of a note. */
const LENGTH = 2_000_000;

/** Milliseconds after which everything that follows an opening or an edit has been done. */
const QUIET_AFTER = 4_000;

/** A word that is a term in all of the notes. */
const WORD = 'Madrid';

/** How a note in Markdown is written in the other languages, as far as scanners care. */
const LANGUAGES: Readonly<Record<string, (markdown: string) => string>> = {
  markdown: (text) => text,
  quarto: (text) => `${text}\n\`\`\`{r}\nx <- 1\n\`\`\`\n\n::: {.callout-note}\nA note.\n:::\n\n`,
  org: (text) =>
    `${text.replace(/^#+/gm, (signs) => '*'.repeat(signs.length))}\n#+begin_src c\nint x;\n#+end_src\n`,
  restructuredtext: (text) =>
    text.replace(/^#+ (.*)$/gm, (_, title: string) => `${title}\n${'='.repeat(title.length)}`) +
    '\n.. code:: c\n\n   int x;\n\n.. note:: A note in :emphasis:`Rome`.\n\n',
};

/** Measures what long notes cost in a live editor: answers, and for how long nothing else is answered. */
export async function run(): Promise<void> {
  await activated();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const sample = vscode.Uri.joinPath(folder.uri, 'brief.md');
  const markdown = (await vscode.workspace.openTextDocument(sample)).getText();
  await vscode.workspace
    .getConfiguration('ip4Desk')
    .update('checks.enabled', true, vscode.ConfigurationTarget.Workspace);
  const probe = new HoldProbe();
  const measurements: Measurement[] = [];
  for (const [language, write] of Object.entries(LANGUAGES)) {
    const text = write(markdown);
    const content = text.repeat(Math.ceil(LENGTH / text.length));
    measurements.push(...(await measureNote(language, content, probe)));
  }
  probe.dispose();
  await report(measurements);
}

async function measureNote(
  language: string,
  content: string,
  probe: HoldProbe,
): Promise<readonly Measurement[]> {
  const named = (what: string): string => `2 MB of ${language}: ${what}`;
  const document = await vscode.workspace.openTextDocument({ language, content });
  if (document.languageId !== language) {
    throw new Error(`The editor takes ${language} for ${document.languageId}.`);
  }
  probe.reset();
  await vscode.window.showTextDocument(document);
  const place = (round: number): vscode.Position =>
    document.positionAt(content.indexOf(WORD, (round * content.length) / 21) + 2);
  const ask = async (name: string, position: vscode.Position): Promise<number> => {
    const start = performance.now();
    const answer = await vscode.commands.executeCommand(name, document.uri, position);
    const count = Array.isArray(answer)
      ? answer.length
      : (answer as vscode.CompletionList).items.length;
    if (count === 0) {
      throw new Error(`${named(name)} gave nothing.`);
    }
    return performance.now() - start;
  };
  const first = await ask('vscode.executeHoverProvider', place(1));
  await quiet();
  const opening = held(probe, named('while it is opened'));
  const later: number[] = [];
  for (let round = 1; round < 20; round++) {
    later.push(await ask('vscode.executeHoverProvider', place(round)));
  }
  probe.reset();
  const edited: number[] = [];
  for (let round = 0; round < 5; round++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `Mad${round} `);
    await vscode.workspace.applyEdit(edit);
    edited.push(await ask('vscode.executeCompletionItemProvider', new vscode.Position(0, 3)));
  }
  const typing = held(probe, named('while somebody types'));
  probe.reset();
  await quiet();
  const resting = held(probe, named('once typing rests'));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return [
    { name: named('first hover'), value: first, unit: 'ms' },
    { name: named('later hover, p50'), value: quantile(later, 0.5), unit: 'ms' },
    { name: named('completion after an edit, p50'), value: quantile(edited, 0.5), unit: 'ms' },
    ...opening,
    ...typing,
    ...resting,
  ];
}

function held(probe: HoldProbe, name: string): readonly Measurement[] {
  return [
    { name: `longest hold ${name}`, value: probe.longest, unit: 'ms' },
    { name: `longest hold ${name}, processor time`, value: probe.busiest, unit: 'ms' },
  ];
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_AFTER));
}
