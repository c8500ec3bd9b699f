import { strToU8, zipSync } from 'fflate';
import assert from 'node:assert/strict';
import { unzip } from '../../../../../src/core/library/formats/zip';

describe('unzipping', () => {
  const packed = zipSync({
    'a.xml': strToU8('lamp '.repeat(1000)),
    'b.png': strToU8('picture '.repeat(1000)),
    'empty.xml': new Uint8Array(0),
    'stored.xml': [strToU8('lens'), { level: 0 }],
  });
  const isXml = (path: string): boolean => path.endsWith('.xml');

  it('gives the parts that are wanted', () => {
    const parts = unzip(packed, isXml, 10_000);
    assert.deepEqual([...(parts?.keys() ?? [])].sort(), ['a.xml', 'empty.xml', 'stored.xml']);
    assert.deepEqual(parts?.get('a.xml'), strToU8('lamp '.repeat(1000)));
    assert.deepEqual(parts?.get('stored.xml'), strToU8('lens'));
  });

  it('stops when what comes out is more than the limit', () => {
    assert.equal(unzip(packed, isXml, 5004)?.size, 3);
    assert.equal(unzip(packed, isXml, 5003), undefined);
  });

  it('does not believe the sizes that the file states', () => {
    const lying = zipSync({ 'a.xml': new Uint8Array(5_000_000) });
    const sizes = new DataView(lying.buffer, lying.byteOffset);
    // The size of the unpacked part in its own header and in the directory.
    sizes.setUint32(22, 10, true);
    sizes.setUint32(lying.length - 22 - (46 + 5) + 24, 10, true);
    assert.equal(unzip(lying, isXml, 1_000_000), undefined);
    assert.throws(() => unzip(lying, isXml, 10_000_000), /a\.xml is larger than it states/);
  });

  it('gives up a part that unpacks to far more than it takes, before all of it is there', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(20_000_000).fill(32) });
    assert.ok(bomb.length < 100_000);
    assert.throws(() => unzip(bomb, isXml, 100_000_000), /a\.xml unpacks to more than 200 times/);
  });

  it('does not mind a part that packs well and is small, or large and packs as texts do', () => {
    const small = zipSync({ 'a.xml': new Uint8Array(8_000_000).fill(32) });
    assert.equal(unzip(small, isXml, 10_000_000)?.get('a.xml')?.length, 8_000_000);
    let text = '';
    for (let number = 0; text.length < 9_000_000; number++) {
      text += `<w:p><w:r><w:t>Ship ${number} passed</w:t></w:r></w:p>`;
    }
    const large = zipSync({ 'a.xml': strToU8(text) });
    assert.equal(unzip(large, isXml, 10_000_000)?.get('a.xml')?.length, text.length);
  });

  it('throws where the file is damaged', () => {
    assert.throws(() => unzip(packed.slice(0, 40), isXml, 10_000));
  });
});
