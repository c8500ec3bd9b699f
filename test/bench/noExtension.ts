/** In place of the extension: what the editor spends by itself. */
export function activate(): void {
  // Nothing.
}
