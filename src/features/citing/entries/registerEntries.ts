import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
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
    deps.citing.onDidAddEntry((added) => void askToComplete(memory, added)),
    memory,
    vscode.languages.registerCodeActionsProvider(BIBLIOGRAPHIES, new EntryFixProvider(incomplete), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
