import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Settings, SETTINGS_SECTION } from '../../../host/ids';
import { combined, type Disposable } from '../../../util/dispose';

/** Several changes at once, as when a glossary is renamed, are told as one. */
const PAUSE_MS = 100;

const SETTINGS = [Settings.termsPreview, Settings.termsMarkedKinds].map(
  (name) => `${SETTINGS_SECTION}.${name}`,
);

/** Tells when terms or settings have changed in a way that what is rendered may look different. */
export function onDidChangePreview(
  { terms }: Pick<Deps, 'terms'>,
  listener: () => void,
): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(listener, PAUSE_MS);
  };
  return combined(
    { dispose: () => clearTimeout(timer) },
    terms.onDidChange(tellSoon),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) {
        tellSoon();
      }
    }),
  );
}
