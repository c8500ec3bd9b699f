import type { PdfSettings } from './messages';

/** Texts and addresses that the extension has given the page. */
export const settings = document.body.dataset as unknown as PdfSettings;

/** The element of the page that has an id. Throws when there is none of that type. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${id}`);
  }
  return found;
}

/** A text with values in the place of {0}, {1} and so on. */
export function format(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** Calls something when a button is clicked. */
export function onClick(id: string, run: () => void): void {
  element(id, HTMLButtonElement).addEventListener('click', run);
}
