import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { useWorkbench } from './setup';
describe('tmp folders', () => {
  const desk = useWorkbench({ fill: async (folder) => {
    await cp(join(root, 'samples'), folder, { recursive: true });
    await mkdir('/tmp/shared-drive/2024', { recursive: true });
    await writeFile('/tmp/shared-drive/2024/pilots.md', '# On pilots\n\nNo ship may pass the boom without a pilot on board.\n');
    await writeFile('/tmp/shared-drive/tides.txt', 'The tide turns twice a day in this bay, whatever the weather.');
  } });
  it('shows', async () => {
    await desk().openSidebar();
    await desk().runCommand('IP4 Desk: Add Library Folder…');
    const input = desk().page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill('/tmp/shared-drive/');
    await desk().page.waitForTimeout(1500);
    await desk().screenshot('tmp-folders-dialog');
    await desk().page.locator('.quick-input-widget').getByRole('button', { name: 'Add' }).click();
    await desk().row('Sources', 'On pilots').waitFor();
    await desk().screenshot('tmp-folders');
  });
});
