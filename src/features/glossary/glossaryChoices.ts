import type * as vscode from 'vscode';
import type { Span } from '../../core/model';
import type {
  LoadedGlossary,
  PlacedContext,
  Relation,
} from '../../workspace/glossaries/glossaries';
import type { Localizer } from '../../core/localizer';

/** A set of terms of a glossary, or a glossary that has none yet, in words. */
export interface GlossaryChoice {
  readonly uri: vscode.Uri;
  /** The number of the set among those of its file. */
  readonly context: number;
  /** The names of the terms that it has, and where they stand. */
  readonly entries: readonly { readonly name: string; readonly nameSpan: Span }[];
  readonly label: string;
  /** Why it holds in the note, or why not. */
  readonly description: string;
  /** The file. */
  readonly detail: string;
  readonly isActive: boolean;
}

/**
 * Every set of terms, as far as it is known, with why it holds in a note or why not: in the order
 * of `relations`, each once although several glossaries may import it, and then the glossaries
 * without any.
 */
export function glossaryChoices(
  relations: readonly Relation[],
  all: readonly LoadedGlossary[],
  localizer: Localizer,
): readonly GlossaryChoice[] {
  const choices = new Map<string, GlossaryChoice>();
  for (const relation of relations) {
    const { context, glossary, isActive } = relation;
    const number = numberInFile(glossary, context);
    const key = `${context.uri.toString()}#${number}`;
    if (!choices.has(key)) {
      choices.set(key, {
        uri: context.uri,
        context: number,
        entries: context.context.entries,
        label: context.label,
        description: reasonText(relation, localizer),
        detail: fileText(relation, localizer),
        isActive,
      });
    }
  }
  const empty = all.filter(({ contexts }) => contexts.length === 0);
  return [...choices.values(), ...empty.map((glossary) => emptyChoice(glossary, localizer))];
}

/** The number of a context among those of the file that it stands in. */
function numberInFile({ contexts }: LoadedGlossary, context: PlacedContext): number {
  const file = context.uri.toString();
  return Math.max(0, contexts.filter(({ uri }) => uri.toString() === file).indexOf(context));
}

function reasonText({ reason, glossary, context }: Relation, localizer: Localizer): string {
  const folder = glossary.path.slice(0, Math.max(0, glossary.path.lastIndexOf('/')));
  switch (reason) {
    case 'named':
      return localizer.t('named in the front matter');
    case 'folder':
      return folder === ''
        ? localizer.t('in the workspace folder')
        : localizer.t('in the folder {0}/', folder);
    case 'workspace':
      return localizer.t('in the workspace folder');
    case 'elsewhere':
      return folder === ''
        ? localizer.t('only in its own workspace folder')
        : localizer.t('only in the folder {0}/', folder);
    case 'paths':
      return localizer.t('only in {0}', context.context.paths.join(', '));
  }
}

function fileText({ glossary, context }: Relation, localizer: Localizer): string {
  return context.uri.toString() === glossary.uri.toString()
    ? glossary.path
    : localizer.t('imported by {0}', glossary.path);
}

function emptyChoice(glossary: LoadedGlossary, localizer: Localizer): GlossaryChoice {
  const isBroken = glossary.problems.some(({ severity }) => severity === 'error');
  return {
    uri: glossary.uri,
    context: 0,
    entries: [],
    label: glossary.path.slice(glossary.path.lastIndexOf('/') + 1),
    description: isBroken ? localizer.t('cannot be read') : localizer.t('has no terms yet'),
    detail: glossary.path,
    isActive: false,
  };
}
