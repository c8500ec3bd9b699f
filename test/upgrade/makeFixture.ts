import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import { Workbench } from '../e2e/workbench';
import { waitFor } from '../support/waitFor';
import { readState, workspaceIdOf, type BrowserState } from './browserState';
import { FIXTURES, generalise, generaliseShards, sourcePaths, touchAll } from './fixture';
import { promisesOf } from './promises';
import { SEARCH_KEY, SETTINGS, makeWorkspace } from './workspace';

// Makes the fixture of a released version: `node --import tsx test/upgrade/makeFixture.ts FILE.vsix`.
// It runs that version in a real editor as a user would and keeps what was left behind. To be run once
// a release, with the package that was released, before anything that is kept changes its shape.

const NAME = 'ip4desk.ip4-desk';

/** Of what the editor keeps in the browser, what concerns the extension and its tabs. */
const KEPT = /ip4desk|^memento\/workbench\.parts\.editor$|^memento\/workbench\.editors/i;

async function main(vsix: string | undefined): Promise<void> {
  if (vsix === undefined) {
    throw new Error('Name the .vsix of the version.');
  }
  const data = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
  const server = await startServer({ dataFolder: data, vsix, settings: { ...SETTINGS } });
  const browser = await launchBrowser();
  try {
    const extensions = await readdir(join(data, 'extensions'));
    const installed = extensions.find((name) => name.startsWith('ip4desk.')) ?? '';
    const manifest = JSON.parse(
      await readFile(join(data, 'extensions', installed, 'package.json'), 'utf8'),
    ) as { version: string };
    const promises = promisesOf(manifest);
    const user = join(data, 'data', 'User');
    const bindings = [
      { key: SEARCH_KEY, command: 'ip4Desk.search' },
      ...promises.commands.map((command, at) => ({ key: `ctrl+alt+f5 ${at}`, command })),
    ];
    await writeFile(join(user, 'keybindings.json'), json(bindings));

    const desk = await Workbench.open(browser, server, {
      // There is no hurry, and the computer may have much else to do.
      prepare: (page) => Promise.resolve(page.setDefaultTimeout(240_000)),
      fill: async (folder) => {
        await makeWorkspace(folder);
        await touchAll(folder);
      },
    });
    const { folder, page } = desk;
    const authority = new URL(server.url()).host;
    const id = workspaceIdOf(server.remoteUri(folder));
    await use(desk).catch(async (error: unknown) => {
      await desk.screenshot('fixture-failed');
      throw error;
    });
    // At a reload the editor first keeps what it knows.
    await desk.reload();
    const storage = join(user, 'workspaceStorage', id, NAME);
    const paths = await sourcePaths(folder);
    await waitFor('the shards', async () => {
      const names = await readdir(join(storage, 'library')).catch(() => []);
      return names.filter((name) => name.endsWith('.shard')).length === paths.length;
    });
    const state = keptOf(await readState(page, id));

    const target = join(FIXTURES, manifest.version);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await cp(folder, join(target, 'workspace'), { recursive: true });
    await rm(join(target, 'workspace', '.vscode'), { recursive: true });
    await cp(storage, join(target, 'workspaceStorage'), { recursive: true });
    await generaliseShards(join(target, 'workspaceStorage', 'library'), folder, paths);
    const global = join(user, 'globalStorage', NAME);
    await cp(global, join(target, 'globalStorage'), { recursive: true }).catch(() => undefined);
    await writeFile(join(target, 'settings.json'), json(SETTINGS));
    await writeFile(join(target, 'keybindings.json'), json(bindings));
    await writeFile(join(target, 'ids.json'), json(promises));
    await writeFile(
      join(target, 'state.json'),
      generalise(json(state), { folder, data, authority }, paths),
    );
    await desk.screenshot(`fixture-${manifest.version}`);
    await desk.close();
    console.log(`Made ${target}`);
  } finally {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Leaves traces everywhere: searches, tabs of every kind, open branches, other groupings. */
async function use(desk: Workbench): Promise<void> {
  await desk.openNote('brief.md');
  await desk.openSidebar();
  await desk.row('Sources', 'Herring').waitFor();
  await waitFor('five sources to be ready', async () => {
    const rows = desk.view('Sources').getByRole('treeitem', { name: /passages?/ });
    return (await rows.count()) === 5;
  });
  await openHit(desk, '"dried herring"', 'Herring.txt');
  await openHit(desk, '"ferry stays"', 'The timetable of the ferry.txt');
  await desk.runCommand('IP4 Desk: Open Original');
  await desk.tab('timetable.pdf').waitFor();
  await desk.runCommand('View: Keep Editor');
  await openHit(desk, 'kind:excerpt study group chair', 'chair-and-themes.md');
  await desk.toggle(desk.row('Topics', 'The IP4 grouping'));
  await desk.runCommand('IP4 Desk: Group Terms by Kind');
  await desk.runCommand('IP4 Desk: Group Chronology by Partner');
}

/** Searches, opens the first hit, and keeps its tab. */
async function openHit(desk: Workbench, query: string, tab: string): Promise<void> {
  await desk.openPalette('Search');
  await desk.quickInputBox.fill(query);
  // While it is previewed, it has a tab already.
  await desk.tab(tab).waitFor();
  await desk.press('Enter');
  await waitFor('the search to close', async () => (await desk.quickInput.count()) === 0);
  await desk.runCommand('View: Keep Editor');
}

function keptOf({ global, workspace }: BrowserState): BrowserState {
  const chosen = (items: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(items).filter(([key, value]) => KEPT.test(key) || KEPT.test(value)),
    );
  return { global: chosen(global), workspace: chosen(workspace) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

void main(process.argv[2]);
