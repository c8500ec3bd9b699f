import type { Localizer } from '../../src/host/localizer';

/** English, as `vscode.l10n` gives it without a bundle of translations. */
export const english: Localizer = {
  t: (message, ...args) =>
    message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole)),
};
