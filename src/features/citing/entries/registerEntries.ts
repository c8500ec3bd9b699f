import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { describeError } from '../../../host/fileErrors';
import { combined, type Disposable } from '../../../util/dispose';
import { BibliographyProblems } from '../citekeys/bibliographyProblems';
import { askToComplete } from './askToComplete';
import { EntryFixProvider } from './entryFixes';
import { EntryMemory } from './entryMemory';
import { IncompleteEntries } from './incompleteEntries';

const BIBLIOGRAPHIES: vscode.DocumentSelector = { pattern: '**/*.{bib,bibtex,json}' };

/** The entries of bibliographies: what cannot be understood of them, and what they lack. */
export function registerEntries(deps: Deps): Disposable {
  const memory = new EntryMemory(deps.workspaceState);
  const incomplete = new IncompleteEntries(deps, memory);
  return combined(
    new BibliographyProblems(deps),
    incomplete,
    deps.citing.onDidAddEntry((added) => {
      askToComplete(memory, added).catch((error: unknown) =>
        deps.log.warn(`Asking for what an entry lacks: ${describeError(error)}`),
      );
    }),
    memory,
    vscode.languages.registerCodeActionsProvider(BIBLIOGRAPHIES, new EntryFixProvider(incomplete), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
