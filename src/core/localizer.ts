/**
 * Turns an English message into the user's language; `vscode.l10n` is one. Code that must run
 * outside the editor, such as tree models and pages, is handed one instead of importing `vscode`.
 */
export interface Localizer {
  /** `{0}` in `message` stands for the first of `args`. */
  t(message: string, ...args: (string | number)[]): string;
}
