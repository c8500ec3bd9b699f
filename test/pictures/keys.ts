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
  evidence: { command: Commands.findEvidence },
  ready: { command: Commands.readyToSend },
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

/** What opens the page of an entry. */
export type EntryName = {
  [Name in OpenedName]: (typeof OPENED)[Name] extends { readonly entry: WantedEntry }
    ? Name
    : never;
}[OpenedName];

interface Binding {
  readonly command: string;
  readonly args?: unknown;
  readonly entry?: WantedEntry;
}

interface WantedEntry {
  readonly kind: string;
  readonly id: string | undefined;
}

/** An entry as the file of its kind has it, as far as it is read here. */
interface PackEntry {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
}

function entry(kind: string, id?: string): Binding & { readonly entry: WantedEntry } {
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

/** What the page that `name` opens begins with. */
export async function titleOfPage(name: EntryName): Promise<string> {
  const { title, name: called } = await readEntry(OPENED[name].entry);
  return title ?? called ?? '';
}

async function refOf(wanted: WantedEntry): Promise<object> {
  return { kind: wanted.kind, id: (await readEntry(wanted)).id };
}

/** The entry that is wanted, or the first of its kind where there is none of that id. */
async function readEntry({ kind, id }: WantedEntry): Promise<PackEntry> {
  const file = join(root, 'data', 'nato-ip4', `${kind}s.json`);
  const parsed = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const entries = parsed[`${kind}s`] as readonly PackEntry[];
  const found = entries.find((one) => one.id === id) ?? entries[0];
  if (found === undefined) {
    throw new Error(`There is no ${kind}.`);
  }
  return found;
}
