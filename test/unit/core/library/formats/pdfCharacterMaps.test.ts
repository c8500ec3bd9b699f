import assert from 'node:assert/strict';
import { extractPdf } from '../../../../../src/core/library/formats/pdf';
import { characterMapReader } from '../../../../../src/worker/characterMaps';
import { makeCjkPdf, type CjkMap } from '../../../../support/makeCjkPdf';
import { documentOf, options, problemOf, readCharacterMap, SLOW } from './pdfDocuments';

const JAPANESE = '灯台守は毎晩、油の残りを帳簿に書き入れる。';
const KOREAN = '등대지기는 매일 밤 남은 기름을 장부에 적는다.';
const CHINESE = '守灯塔的人每晚把剩下的油写进账簿。';
const TRADITIONAL = '守燈塔的人每晚把剩下的油寫進帳簿。';

const TEXTS: readonly (readonly [CjkMap, string])[] = [
  ['90ms-RKSJ', JAPANESE],
  ['UniJIS-UTF16', JAPANESE],
  ['KSCms-UHC', KOREAN],
  ['UniKS-UTF16', KOREAN],
  ['GBK-EUC', CHINESE],
  ['UniGB-UTF16', CHINESE],
  ['ETen-B5', TRADITIONAL],
  ['UniCNS-UTF16', TRADITIONAL],
];

describe('a PDF whose fonts name a character map', function () {
  this.timeout(SLOW);

  for (const [map, text] of TEXTS) {
    it(`is read by ${map}`, async () => {
      const bytes = makeCjkPdf({ map, pages: [[{ text, x: 72, y: 700 }]] });
      const { blocks } = documentOf(await extractPdf(bytes, { ...options, readCharacterMap }));
      assert.deepEqual(
        blocks.map((block) => block.text),
        [text],
      );
    });
  }

  it('has no text without its map, and fails nothing else', async () => {
    const bytes = makeCjkPdf({ map: '90ms-RKSJ', pages: [[{ text: JAPANESE, x: 72, y: 700 }]] });
    assert.deepEqual(await problemOf(bytes), { kind: 'noText' });
  });

  it('asks for maps by names alone, wherever they might lead', async () => {
    const asked: string[] = [];
    const read = characterMapReader((path) => {
      asked.push(path);
      return Promise.resolve(new Uint8Array([1]));
    });
    for (const name of ['../extractor', 'a/b', '..', '', 'H\0', 'a'.repeat(70)]) {
      assert.equal(await read(name), undefined, name);
    }
    assert.deepEqual(await read('90ms-RKSJ-H'), new Uint8Array([1]));
    assert.deepEqual(asked, ['pdf/cmaps/90ms-RKSJ-H.bcmap']);
  });
});
