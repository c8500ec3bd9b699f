/** English, as `vscode.l10n` gives it without a bundle of translations. */
export { english } from '../../scripts/query/english';
