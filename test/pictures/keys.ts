import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { Commands, EXTENSION_ID, Views } from '../../src/host/ids';
import type { Workbench } from '../e2e/workbench';

/** What pictures open by a key of their own, whatever it is called and wherever it stands. */
export const OPENED = {
  excerpt: entry('excerpt', 'benefits-of-informality'),
  topic: entry('topic'),
  partner: entry('partner', 'japan'),
  term: entry('term', 'istanbul-cooperation-initiative'),
  event: entry('event'),
  source: entry('source'),
  report: { command: Commands.showQuotationReport },
  checkQuotations: { command: Commands.checkQuotations },
  search: { command: Commands.search },
  walkthrough: {
    command: 'workbench.action.openWalkthrough',
    args: `${EXTENSION_ID}#getStarted`,
  },
  settings: { command: 'workbench.action.openSettings', args: `@ext:${EXTENSION_ID}` },
  files: { command: 'workbench.view.explorer' },
  sidebar: { command: `workbench.view.extension.${Views.container}` },
  hideSidebar: { command: 'workbench.action.toggleSidebarVisibility' },
  closeEditors: { command: 'workbench.action.closeAllEditors' },
  clearMessages: { command: 'notifications.clearAll' },
} satisfies Readonly<Record<string, Binding>>;

export type OpenedName = keyof typeof OPENED;

interface Binding {
  readonly command: string;
  readonly args?: unknown;
  /** An entry of the packs; the first of its kind where that id is not there. */
  readonly entry?: { readonly kind: string; readonly id: string | undefined };
}

function entry(kind: string, id?: string): Binding {
  return { command: Commands.openEntry, entry: { kind, id } };
}

const NAMES = Object.keys(OPENED) as OpenedName[];

/** What goes into `keybindings.json`. */
export async function keybindings(): Promise<readonly object[]> {
  return Promise.all(
    NAMES.map(async (name) => {
      const { command, args, entry: wanted }: Binding = OPENED[name];
      return { key: keyOf(name).toLowerCase(), command, args: wanted ? await refOf(wanted) : args };
    }),
  );
}

/** Runs what `name` stands for. */
export async function pressKeyOf(desk: Workbench, name: OpenedName): Promise<void> {
  await desk.press(keyOf(name).replace('Ctrl', 'Control'));
}

function keyOf(name: OpenedName): string {
  return `Ctrl+Alt+F5 ${String.fromCharCode('a'.charCodeAt(0) + NAMES.indexOf(name))}`;
}

async function refOf({ kind, id }: { readonly kind: string; readonly id: string | undefined }) {
  const file = join(root, 'data', 'nato-ip4', `${kind}s.json`);
  const parsed = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const entries = parsed[`${kind}s`] as readonly { readonly id: string }[];
  return { kind, id: (entries.find((one) => one.id === id) ?? entries[0])?.id };
}
