import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import { packageExtension } from '../../scripts/lib/vsix.mjs';
import { keybindings } from './keys';
import { PROOF_VARIANTS, proofShots } from './proof';
import { GUIDE_SHOTS, GUIDE_VARIANT } from './guide';
import { takeShots, type Studio } from './studio';

const HELP = `npm run pictures -- [name ...] [--folder DIR] [--vsix FILE]

Takes pictures of the packaged extension in a real workbench.

  without --folder   those of the walkthrough and of the README, into media/; light, cropped to what
                     they show, two pixels a point
  --folder DIR       what an analyst sees first, to be looked at: pages, palette, card, trees, each in
                     light, dark and high contrast, at 1280x800 and at 700x440 (a zoom of 200 %)
  --vsix FILE        a package that is there already
  name ...           only pictures whose names begin so
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    vsix: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
} else {
  void main(values.folder, values.vsix, positionals).then((isComplete) => {
    process.exitCode = isComplete ? 0 : 1;
  });
}

/** Whether all pictures could be taken; says which could not. */
async function main(
  folder: string | undefined,
  vsix: string | undefined,
  names: readonly string[],
): Promise<boolean> {
  const data = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
  const [server, browser] = await Promise.all([
    startServer({ dataFolder: data, vsix: vsix ?? (await packageExtension()) }),
    launchBrowser(),
  ]);
  try {
    await writeFile(
      join(data, 'data', 'User', 'keybindings.json'),
      JSON.stringify(await keybindings()),
    );
    const studio: Studio = { server, browser, folder: folder ?? join(root, 'media') };
    await mkdir(studio.folder, { recursive: true });
    const isWanted = (name: string): boolean =>
      names.length === 0 || names.some((wanted) => name.startsWith(wanted));
    if (folder === undefined) {
      return await takeShots(studio, GUIDE_VARIANT, GUIDE_SHOTS, isWanted);
    }
    const shots = await proofShots();
    let isComplete = true;
    for (const variant of PROOF_VARIANTS) {
      isComplete = (await takeShots(studio, variant, shots, isWanted)) && isComplete;
    }
    return isComplete;
  } finally {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}
