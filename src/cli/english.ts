import type { Localizer } from '../core/localizer';

/** The messages of the product as they are in its sources. */
export const english: Localizer = {
  t: (message, ...args) =>
    message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole)),
};
