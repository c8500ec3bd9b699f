/** English, as `vscode.l10n` gives it without a bundle of translations. */
export { english } from '../../src/cli/english';
