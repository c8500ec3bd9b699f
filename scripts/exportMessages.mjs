import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOf, findMessages } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';

// Writes the messages of the code into the bundle that translators begin from: a translation is
// `l10n/bundle.l10n.<language>.json` beside it, and `package.nls.<language>.json` for the manifest.
await writeFile(join(root, 'l10n', 'bundle.l10n.json'), bundleOf(await findMessages()));
