import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';
import { FIRST_SAMPLE, SAMPLE_FILES } from '../../../../src/features/samples/sampleFiles';

describe('the files of the sample notes', () => {
  it('are those that ship', () => {
    const shipped = readdirSync(join(root, 'samples'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, 'samples').length + 1))
      .map((path) => path.replaceAll('\\', '/'));
    assert.deepEqual([...SAMPLE_FILES].sort(), shipped.sort());
    assert.ok(SAMPLE_FILES.includes(FIRST_SAMPLE));
  });
});
