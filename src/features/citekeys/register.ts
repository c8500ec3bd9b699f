import * as vscode from 'vscode';
import { EntrySources } from '../../host/citing/entrySources';
import type { Deps } from '../../host/deps';
import { NOTE_LANGUAGES } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { BibliographyProblems } from './bibliographyProblems';
import { CitekeyCompletionProvider } from './completion';
import { CitekeyDefinitionProvider } from './definition';
import { CitekeyHoverProvider } from './hover';
import { NoteCitekeys } from './noteCitekeys';
import { OutsideBibliographies } from './outsideBibliographies';
import { PlaceLinkProvider } from './placeLinks';
import { CitekeyFixProvider } from './quickFixes';
import { UnknownCitekeys } from './unknownCitekeys';

/** Citekeys in notes: suggested, explained, followed to their entries and documents, and checked. */
export function registerCitekeys(deps: Deps): Disposable {
  const { bibliographies, library } = deps;
  const notes = NOTE_LANGUAGES.map((language) => ({ language }));
  const citekeys = new NoteCitekeys(bibliographies);
  const sources = new EntrySources(library);
  const unknown = new UnknownCitekeys(deps, citekeys);
  const { languages } = vscode;
  return combined(
    unknown,
    new BibliographyProblems(deps),
    new OutsideBibliographies(deps),
    languages.registerCompletionItemProvider(
      notes,
      new CitekeyCompletionProvider(bibliographies),
      ...CitekeyCompletionProvider.triggers,
    ),
    languages.registerHoverProvider(notes, new CitekeyHoverProvider(citekeys, sources, library)),
    languages.registerDefinitionProvider(notes, new CitekeyDefinitionProvider(citekeys)),
    languages.registerDocumentLinkProvider(
      notes,
      new PlaceLinkProvider(citekeys, bibliographies, sources, library),
    ),
    languages.registerCodeActionsProvider(
      notes,
      new CitekeyFixProvider(unknown),
      CitekeyFixProvider.metadata,
    ),
  );
}
