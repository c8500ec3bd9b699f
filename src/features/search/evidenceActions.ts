import * as vscode from 'vscode';
import { Commands, SCHEME } from '../../host/ids';
import { createCodeAction, setCommand } from '../../host/surfaces/codeActions';

/** A refactoring, so that “Refactor…” offers it; never a quick fix, since nothing is wrong. */
export const EVIDENCE_KIND = vscode.CodeActionKind.Refactor.append('evidence');

/** So many UTF-16 units are looked at for words. */
const LOOKED_AT = 200;
/** A selection of fewer words is none of a sentence. */
const FEWEST_WORDS = 4;

/**
 * Offers to find evidence. The bulb shows by itself only beside a selection that may be a sentence;
 * elsewhere the action is there for those who ask, since every line of a note has a sentence.
 */
export class EvidenceActions implements vscode.CodeActionProvider {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const text = range.isEmpty ? document.lineAt(range.start.line).text : document.getText(range);
    const words = text.slice(0, LOOKED_AT).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const isWanted = only?.contains(EVIDENCE_KIND) ?? (isAsked || !range.isEmpty);
    const fewest = range.isEmpty ? 1 : FEWEST_WORDS;
    if (!isWanted || words < fewest || document.uri.scheme === SCHEME) {
      return [];
    }
    const action = createCodeAction(
      range.isEmpty
        ? vscode.l10n.t('Find Evidence for This Sentence')
        : vscode.l10n.t('Find Evidence for Selection'),
      EVIDENCE_KIND,
    );
    setCommand(action, Commands.findEvidence, []);
    return [action];
  }
}
