import assert from 'node:assert/strict';
import { encodingSample } from '../../../../src/features/sources/encodingSample';
import { encodeText, encodeUtf16 } from '../../../support/encodeText';

describe('the sample of an encoding', () => {
  const text = `${'The lamps of the harbour. '.repeat(9)}항만의 등불은 밝다.\nThe end.`;

  it('has the words around the first that are not in ASCII', () => {
    const bytes = encodeText(text, 'euc-kr');
    assert.match(encodingSample(bytes, 'euc-kr'), /harbour\. 항만의 등불은 밝다\. The end\.$/u);
    assert.match(encodingSample(bytes, 'windows-1252'), /harbour\. Ç×/u);
  });

  it('shows what means nothing in it', () => {
    assert.match(encodingSample(encodeText('Jørgen', 'windows-1252'), 'UTF-8'), /\ufffd/u);
  });

  it('begins with a whole character', () => {
    assert.match(encodingSample(encodeUtf16(text, true), 'UTF-16LE'), /항만의/u);
    assert.equal(encodingSample(encodeText('등불', 'euc-kr'), 'euc-kr'), '등불');
    assert.equal(encodingSample(new Uint8Array(), 'UTF-8'), '');
  });
});
