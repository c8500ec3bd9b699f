import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOf, findMessages } from '../../../../scripts/lib/messages.mjs';
import { root } from '../../../../scripts/lib/paths.mjs';

describe('messages', () => {
  let messages: Awaited<ReturnType<typeof findMessages>>;

  before(async () => {
    messages = await findMessages();
  });

  it('are literals, so that bundles can have them', () => {
    assert.ok(messages.length > 300, `${messages.length} messages`);
    const unknown = messages.filter(({ text }) => text === undefined).map(({ place }) => place);
    assert.deepEqual(unknown, []);
  });

  it('stand in the bundle that translators begin from (npm run messages writes it)', async () => {
    const file = join(root, 'l10n', 'bundle.l10n.json');
    assert.equal(await readFile(file, 'utf8'), bundleOf(messages));
  });

  it('name their values in the order of the arguments, without a gap', () => {
    for (const { text = '', place } of messages) {
      const numbers = [...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
      const most = Math.max(-1, ...numbers);
      const missing = Array.from({ length: most + 1 }, (_, at) => at).filter(
        (at) => !numbers.includes(at),
      );
      assert.deepEqual(missing, [], `${place}: ${text}`);
    }
  });
});
