import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../scripts/lib/server.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { vsixFile } from '../../scripts/lib/paths.mjs';
import { waitFor } from '../support/waitFor';
import { workspaceIdOf, writeState, type BrowserState } from '../upgrade/browserState';
import { FIXTURES, copyStorage, copyWorkspace, localise, sourcePaths } from '../upgrade/fixture';
import { useWorkbench } from './setup';

const VERSIONS = ['0.1.0'];

// What users of an earlier version have left behind, met by the present one: see `test/upgrade/`.
for (const version of VERSIONS) {
  describe(`what version ${version} has left behind`, () => {
    const fixture = join(FIXTURES, version);
    let data: string;
    let server: Server;
    let storage: string;

    before(async function () {
      this.timeout(300_000);
      data = await mkdtemp(join(tmpdir(), 'ip4-desk-upgrade-'));
      const settings = JSON.parse(await readFile(join(fixture, 'settings.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      server = await startServer({
        dataFolder: data,
        vsix: process.env['IP4_DESK_VSIX'] || vsixFile,
        settings,
      });
      await cp(join(fixture, 'keybindings.json'), join(data, 'data', 'User', 'keybindings.json'));
    });

    const desk = useWorkbench(
      {
        fill: (folder) => copyWorkspace(version, folder),
        prepare: async (page, folder) => {
          const id = workspaceIdOf(server.remoteUri(folder));
          storage = join(data, 'data', 'User', 'workspaceStorage', id, 'ip4desk.ip4-desk');
          await copyStorage(version, folder, storage);
          const authority = new URL(server.url()).host;
          const state = localise(
            await readFile(join(fixture, 'state.json'), 'utf8'),
            { folder, data, authority },
            await sourcePaths(folder),
          );
          await page.goto(`http://${authority}/no-such-page`);
          await writeState(page, id, JSON.parse(state) as BrowserState);
        },
      },
      () => ({ server }),
    );

    after(async () => {
      await server?.stop();
      await rm(data, { recursive: true, force: true });
    });

    it('has its tabs again, each with what it showed', async () => {
      for (const [tab, line] of [
        ['brief.md', 'partners wrote of the lamp shed'],
        ['Herring.txt', 'The council paid in dried herring'],
        ['The timetable of the ferry.txt', 'On Sundays the ferry stays'],
        ['chair-and-themes.md', 'Mirna Galic, study group chair'],
      ] as const) {
        await desk().tab(tab).click();
        await desk().line(line).waitFor();
      }
      await desk().tab('timetable.pdf').click();
      const viewer = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
      await viewer.locator('canvas').first().waitFor();
    });

    it('has its sources, and none that a setting leaves out', async () => {
      await desk().openSidebar();
      const ready = desk()
        .view('Sources')
        .getByRole('treeitem', { name: /passages?/ });
      await waitFor('the sources to be ready', async () => (await ready.count()) === 5);
      assert.equal(await desk().view('Sources').getByRole('treeitem').count(), 5);
    });

    it('has its keys, its recent searches, and finds what it found', async () => {
      await desk().press('Control+Alt+9');
      await desk().quickInput.getByText('IP4 Desk: Search', { exact: true }).waitFor();
      await desk().quickInputRows.filter({ hasText: 'dried herring' }).waitFor();
      await desk().quickInputBox.fill('"colour of the stairs"');
      await desk().line('adjourned over the colour of the stairs').waitFor();
      await desk().press('Escape');
    });

    it('has its settings: a check that is on marks the note', async () => {
      await desk().tab('brief.md').click();
      await desk().editor.locator('[class*="squiggly-"]').first().waitFor();
      await desk().screenshot(`upgrade-${version}`);
    });

    it('shares what is kept with a second window', async () => {
      const context = desk().page.context();
      const second = await context.newPage();
      await second.goto(server.url({ folder: desk().folder }));
      await second.getByRole('treeitem', { name: 'Herring' }).waitFor();
      await desk()
        .runCommand('IP4 Desk: Reindex All Sources')
        .catch(() => undefined);
      await waitFor('nothing but whole shards', async () => {
        const names = await readdir(join(storage, 'library'));
        // Beside the shards there are the folders of what is being read, and of tags.
        const shards = names.filter((name) => !['reading', 'tags'].includes(name));
        return shards.length === 5 && shards.every((name) => name.endsWith('.shard'));
      });
      await second.close();
    });
  });
}
