import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { startServer } from '../../scripts/lib/server.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { packageExtension } from '../../scripts/lib/vsix.mjs';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const GLOSSARY = 'contexts:\n  - terms:\n      - name: lamp shed\n        definition: A shed.\n';

// A folder from somebody else, opened in Restricted Mode, as the editor opens it by itself.
describe('a workspace that is not trusted', () => {
  let folder: string;
  let server: Server;

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'ip4-desk-restricted-'));
    server = await startServer({
      dataFolder: folder,
      vsix: process.env['IP4_DESK_VSIX'] || (await packageExtension()),
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
        // Else what is asked lies behind the page on which trust is granted.
        'workbench.editor.useModal': 'off',
      },
    });
  });

  const desk = useWorkbench(
    {
      // What the folder says of itself: all files are sources, also those that links lead to.
      settings: { 'ip4Desk.library.include': ['**/*.{txt,md}'] },
      files: {
        'team.glossary.yml': 'imports: [../common.glossary.yml]\n',
        '../common.glossary.yml': GLOSSARY,
        '../reports/lamps.txt': 'The lamps of Skerryholm are lit at night.',
      },
      links: { 'sources/reports': '../../reports', 'sources/root': '/' },
    },
    () => ({ server, payload: {} }),
  );

  after(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const problem = (text: string): Locator =>
    desk().page.locator('.markers-panel').getByText(text).first();
  const question = (): Locator =>
    desk().page.locator('.notification-list-item').filter({ hasText: 'outside' });
  const rows = (): Locator => desk().view('Sources').getByRole('treeitem');

  it('decides nothing about what is read, and leads nowhere', async () => {
    await desk().page.getByText('Restricted Mode', { exact: false }).first().waitFor();
    await desk().openNote('team.glossary.yml');
    await desk().runCommand('Problems: Focus on Problems View');
    await problem('do not trust the workspace').waitFor();
    await desk().openSidebar();
    // A view shows only the rows for which it has room.
    for (const other of ['Topics', 'Partners']) {
      await desk().view(other).locator('.pane-header').click();
    }
    const own = desk().row('Sources', 'How IP4 Desk reads a source');
    await waitFor('the only source to be read', async () =>
      /passages?/.test((await own.getAttribute('aria-label')) ?? ''),
    );
    await desk().view('Sources').getByText('Not looked into').waitFor();
    const shown = (await rows().allInnerTexts()).join('\n');
    assert.doesNotMatch(shown, /Sample notes|reports|lamps/);
    assert.equal(await question().count(), 0);
    await desk().screenshot('restricted-mode');
  });

  it('is read as it says once the user trusts it, and beyond it what the user allows', async () => {
    await desk().runCommand('Workspaces: Manage Workspace Trust');
    await desk().page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await waitFor('the settings of the workspace to hold', async () =>
      /Sample notes/.test((await rows().allInnerTexts()).join('\n')),
    );
    await desk().runCommand('Notifications: Show Notifications');
    await question().first().waitFor();
    await desk().screenshot('outside-question');
    await desk().runCommand('IP4 Desk: Manage Access Outside the Workspace…');
    for (const place of ['common.glossary.yml', 'reports']) {
      await desk().quickInputRows.filter({ hasText: place }).first().getByRole('checkbox').check();
    }
    await desk().screenshot('outside-places');
    await desk().quickInput.getByRole('button', { name: 'OK' }).click();
    await waitFor('the linked source', async () =>
      /reports|lamps/.test((await rows().allInnerTexts()).join('\n')),
    );
    await problem('do not trust the workspace').waitFor({ state: 'hidden' });
    await problem('is left out until you allow it').waitFor({ state: 'hidden' });
    // What leads to the root of the disk leads back to where it is.
    await desk().view('Sources').getByText('Not looked into').waitFor({ state: 'hidden' });
  });
});
