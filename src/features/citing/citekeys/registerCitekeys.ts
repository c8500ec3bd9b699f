import * as vscode from 'vscode';
import { EntrySources } from '../../../workspace/bibliographies/entrySources';
import type { Deps } from '../../../workspace/deps';
import { NOTE_SELECTOR } from '../../../workspace/notes/noteDocuments';
import { loadPart } from '../../../host/loadPart';
import { combined, type Disposable } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';
import type { CitekeyItem } from './completion';
import { NoteCitekeys } from './noteCitekeys';
import { OutsideBibliographies } from './outsideBibliographies';
import type { PlaceLink } from './placeLinks';
import { UnknownCitekeys } from './unknownCitekeys';

/** What opens the list of keys by itself; the last two stand within keys, and would close it. */
const TRIGGERS = ['@', '{', '[', ',', '`', ':', '-'] as const;

/** Citekeys in notes: suggested, explained, followed to their entries and documents, and checked. */
export function registerCitekeys(deps: Deps): Disposable {
  const { bibliographies, library, log } = deps;
  const citekeys = new NoteCitekeys(bibliographies, log);
  const sources = new EntrySources(library);
  const unknown = new UnknownCitekeys(deps, citekeys);
  const completions = lazy(async () => {
    const { CitekeyCompletionProvider } = await loadPart(log, () => import('./completion'));
    return new CitekeyCompletionProvider(bibliographies);
  });
  const completion: vscode.CompletionItemProvider<CitekeyItem> = {
    provideCompletionItems: async (...args) =>
      (await completions()).provideCompletionItems(...args),
    resolveCompletionItem: async (item) => (await completions()).resolveCompletionItem(item),
  };
  const hovers = lazy(async () => {
    const { CitekeyHoverProvider } = await loadPart(log, () => import('./hover'));
    return new CitekeyHoverProvider(citekeys, sources, library, log);
  });
  const definitions = lazy(async () => {
    const { CitekeyDefinitionProvider } = await loadPart(log, () => import('./definition'));
    return new CitekeyDefinitionProvider(citekeys);
  });
  const places = lazy(async () => {
    const { PlaceLinkProvider } = await loadPart(log, () => import('./placeLinks'));
    return new PlaceLinkProvider(citekeys, bibliographies, sources, library, log);
  });
  const links: vscode.DocumentLinkProvider<PlaceLink> = {
    provideDocumentLinks: async (...args) => (await places()).provideDocumentLinks(...args),
    resolveDocumentLink: async (link) => (await places()).resolveDocumentLink(link),
  };
  const fixes = lazy(async () => {
    const { CitekeyFixProvider } = await loadPart(log, () => import('./quickFixes'));
    return new CitekeyFixProvider(unknown);
  });
  const { languages } = vscode;
  return combined(
    unknown,
    new OutsideBibliographies(deps),
    languages.registerCompletionItemProvider(NOTE_SELECTOR, completion, ...TRIGGERS),
    languages.registerHoverProvider(NOTE_SELECTOR, {
      provideHover: async (...args) => (await hovers()).provideHover(...args),
    }),
    languages.registerDefinitionProvider(NOTE_SELECTOR, {
      provideDefinition: async (...args) => (await definitions()).provideDefinition(...args),
    }),
    languages.registerDocumentLinkProvider(NOTE_SELECTOR, links),
    languages.registerCodeActionsProvider(
      NOTE_SELECTOR,
      { provideCodeActions: async (...args) => (await fixes()).provideCodeActions(...args) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}
