import * as vscode from 'vscode';
import { occurrenceAt } from '../../core/terms/occurrence';
import type { Deps } from '../../workspace/deps';
import { showStatusMessage } from '../../host/surfaces/messages';
import { activePage, entryOfArgument } from '../../workspace/targets';
import { withProgress } from '../../host/surfaces/progress';

/** A term, and the place in an editor from which its mentions are asked for. */
interface Asked {
  readonly term: string;
  readonly from?: vscode.Location;
}

/**
 * Shows every use of a term in the editor's list of references. Asked in a note, the list opens at the
 * caret; asked anywhere else, at the first mention.
 *
 * @param argument a node of a tree, or anything else with the id of a term; absent for the term at
 * the caret or of the active page
 */
export async function showMentions(deps: Deps, argument: unknown): Promise<void> {
  const { l10n } = vscode;
  const asked = await askedFor(deps, argument);
  const term = asked && (await deps.terms.find(asked.term));
  if (!term) {
    showStatusMessage(l10n.t('There is no known term at the cursor.'));
    return;
  }
  const files = await withProgress(
    l10n.t('Looking for mentions of “{0}”…', term.name),
    (_report, token) => deps.mentions.of(term.id, token),
  );
  const locations = files.flatMap(({ uri, ranges }) =>
    ranges.map((range) => new vscode.Location(uri, range)),
  );
  const [first] = locations;
  if (!first) {
    showStatusMessage(l10n.t('“{0}” is mentioned in none of your notes and sources.', term.name));
    return;
  }
  const { uri, range } = asked?.from ?? first;
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    uri,
    range.start,
    locations,
    'peek',
  );
}

async function askedFor({ terms }: Deps, argument: unknown): Promise<Asked | undefined> {
  if (argument !== undefined && argument !== null) {
    const { term } = argument as { readonly term?: unknown };
    const ref = entryOfArgument(argument);
    const id = typeof term === 'string' ? term : ref?.kind === 'term' ? ref.id : undefined;
    return id === undefined ? undefined : { term: id };
  }
  const page = activePage();
  if (page) {
    return page.kind === 'term' ? { term: page.id } : undefined;
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return undefined;
  }
  const { document, selection } = editor;
  const { occurrences } = await terms.scan(document);
  const [term] = occurrenceAt(occurrences, document.offsetAt(selection.active))?.terms ?? [];
  return term && { term, from: new vscode.Location(document.uri, selection.active) };
}
