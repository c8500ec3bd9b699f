import type { Page } from 'playwright-core';

/** What the workbench keeps in the browser: values by their keys, of the user and of the workspace. */
export interface BrowserState {
  readonly global: Readonly<Record<string, string>>;
  readonly workspace: Readonly<Record<string, string>>;
}

/** How the workbench names its databases; then comes `global`, or what `databaseOf` says. */
const PREFIX = 'vscode-web-state-db-';
const TABLE = 'ItemTable';

/** Reads what the workbench in a page has kept. */
export async function readState(page: Page, workspaceId: string): Promise<BrowserState> {
  const read = (id: string) =>
    page.evaluate(
      async ([name, table]) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(new Error(`${name} cannot be opened`));
        });
        const store = database.transaction(table).objectStore(table);
        const requests = [store.getAllKeys(), store.getAll()];
        const [keys = [], values = []] = await Promise.all(
          requests.map(
            (request) =>
              new Promise<unknown[]>((resolve) => {
                request.onsuccess = () => resolve(request.result as unknown[]);
              }),
          ),
        );
        database.close();
        return Object.fromEntries(keys.map((key, at) => [String(key), String(values[at])]));
      },
      [PREFIX + id, TABLE] as const,
    );
  return { global: await read('global'), workspace: await read(databaseOf(workspaceId)) };
}

/** Gives the workbench that will be opened in a page of the same origin what it is to remember. */
export async function writeState(
  page: Page,
  workspaceId: string,
  { global, workspace }: BrowserState,
): Promise<void> {
  const write = (id: string, items: Readonly<Record<string, string>>) =>
    page.evaluate(
      async ([name, table, entries]) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name, 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore(table);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(new Error(`${name} cannot be opened`));
        });
        const transaction = database.transaction(table, 'readwrite');
        for (const [key, value] of Object.entries(entries)) {
          transaction.objectStore(table).put(value, key);
        }
        await new Promise((resolve) => (transaction.oncomplete = resolve));
        database.close();
      },
      [PREFIX + id, TABLE, items] as const,
    );
  await write('global', global);
  await write(databaseOf(workspaceId), workspace);
}

/**
 * The id that the workbench of a browser gives to a folder: in hexadecimal, the hash of its address
 * by which VS Code names the folder of its storage.
 * @param address of the folder, such as `vscode-remote://localhost:1234/notes`
 */
export function workspaceIdOf(address: string): string {
  return hashOf(address);
}

/** Behind the id of the workspace stands the hash of the path at which the server is: here of none. */
function databaseOf(workspaceId: string): string {
  return `${workspaceId}-${hashOf('')}`;
}

function hashOf(text: string): string {
  const next = (hash: number, value: number): number => ((hash << 5) - hash + value) | 0;
  let hash = next(0, 149_417);
  for (let at = 0; at < text.length; at += 1) {
    hash = next(hash, text.charCodeAt(at));
  }
  return hash.toString(16);
}
