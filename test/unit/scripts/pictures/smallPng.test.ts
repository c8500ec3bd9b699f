import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';
import { decodePng, withPalette } from '../../../pictures/smallPng';

describe('a PNG with a palette', () => {
  // Drawn by something else, with each kind of filter.
  const icon = readFileSync(join(root, 'media', 'icon.png'));

  it('has the size of the picture that it was made of, and colours next to its own', () => {
    const before = decodePng(icon);
    const small = withPalette(icon);
    assert.equal(small[25], 3);
    const header = new DataView(small.buffer, small.byteOffset);
    assert.deepEqual([header.getUint32(16), header.getUint32(20)], [before.width, before.height]);
    const after = decodePng(small);
    const differences = before.rgb.map((byte, at) => Math.abs(byte - (after.rgb[at] ?? 0)));
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    assert.ok(mean < 2, `${mean}`);
    // What fits into a palette loses nothing.
    assert.deepEqual(decodePng(withPalette(small)), after);
  });
});
