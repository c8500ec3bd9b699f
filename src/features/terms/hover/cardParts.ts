import * as vscode from 'vscode';
import type { EntryRef } from '../../../core/model';
import { Commands } from '../../../host/ids';
import {
  commandLink,
  compose,
  icon,
  type Markdown,
  plainText,
} from '../../../host/surfaces/markdown';
import type { TermRef } from '../../../host/termRef';

/** A card as Markdown, text from outside escaped. */
export interface CardParts {
  /** What the term is. */
  readonly head: Markdown;
  /** Our links. */
  readonly actions: Markdown;
  /** Empty when there is no more to say. */
  readonly rest: Markdown;
}

/** A link that searches for a term. */
export function searchLink(term: EntryRef | TermRef): Markdown {
  return commandLink(
    compose`${icon('search')} ${plainText(vscode.l10n.t('Search'))}`,
    Commands.search,
    term,
    vscode.l10n.t('Search for this term'),
  );
}
