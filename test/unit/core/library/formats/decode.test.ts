import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../../../src/core/text/readText';
import { decodeBytes } from '../../../../../src/core/text/encodings';
import { isInWindows1252 } from '../../../../../src/core/text/windows1252';
import { extractHtml } from '../../../../../src/core/library/formats/html';
import { extractText } from '../../../../../src/core/library/formats/text';
import { problemOf, read } from './reading';

const SAMPLE = 'Keeper’s log – “calm” at the Čapek light.\nNo ships.';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return bytes;
}

describe('the encoding of a text file', () => {
  const forms: readonly (readonly [string, string, Uint8Array])[] = [
    ['UTF-8', 'UTF-8', new TextEncoder().encode(SAMPLE)],
    ['UTF-8 with a mark', 'UTF-8', new TextEncoder().encode(`\ufeff${SAMPLE}`)],
    ['UTF-16LE with a mark', 'UTF-16LE', utf16(`\ufeff${SAMPLE}`, true)],
    ['UTF-16BE with a mark', 'UTF-16BE', utf16(`\ufeff${SAMPLE}`, false)],
    ['UTF-16LE without a mark', 'UTF-16LE', utf16(SAMPLE, true)],
    ['UTF-16BE without a mark', 'UTF-16BE', utf16(SAMPLE, false)],
  ];
  for (const [name, encoding, bytes] of forms) {
    it(`is recognised: ${name}`, async () => {
      assert.deepEqual(await decodeText(bytes), { text: SAMPLE, encoding });
    });
  }

  it('is Windows-1252 where the bytes are not UTF-8, quotes and dashes included', async () => {
    const bytes = Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35);
    assert.deepEqual(await decodeText(bytes), { text: '“café” – €5', encoding: 'windows-1252' });
  });

  it('stays UTF-8 where a few bytes among many characters are damaged', async () => {
    const bytes = new TextEncoder().encode('“a” – “b” – “c” – “d” – “e” – “f”');
    const damaged = Uint8Array.of(...bytes, 0xe2, 0x80);
    const { text, encoding } = await decodeText(damaged);
    assert.equal(encoding, 'UTF-8');
    assert.match(text, /^“a” – “b”/);
  });

  it('is what a page declares, if that is known', async () => {
    const page = (head: string): Uint8Array =>
      Uint8Array.of(...new TextEncoder().encode(`${head}<p>Port `), 0xe8, 0xf1);
    const declared = await read(extractHtml, page('<meta charset="iso-8859-2">'));
    assert.equal(declared.encoding, 'iso-8859-2');
    assert.equal(declared.blocks[0]?.text, 'Port čń');
    const xhtml = await read(extractHtml, page('<?xml version="1.0" encoding="ISO-8859-2"?>'));
    assert.equal(xhtml.encoding, 'iso-8859-2');
    const unknown = await read(extractHtml, page('<meta charset="x-none">'));
    assert.equal(unknown.blocks[0]?.text, 'Port èñ');
  });

  it('decodes any text in UTF-8 to itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
        assert.equal((await decodeText(new TextEncoder().encode(text))).text, text);
      }),
    );
  });
});

describe('Windows-1252', () => {
  it('has what Western Europe writes, and nothing beyond', () => {
    for (const text of ['', 'Käthe’s “log” – 5 €\r\n', '\x81\xa0ÿ']) {
      assert.ok(isInWindows1252(text), text);
    }
    for (const text of ['Čapek', 'Ōkami', 'e\u0301', '\x80', '\u{1f991}']) {
      assert.ok(!isInWindows1252(text), text);
    }
  });

  it('keeps whatever it has', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        assert.ok(isInWindows1252(decodeBytes(bytes, 'windows-1252')));
      }),
    );
  });
});

describe('a file without text', () => {
  it('is said to have none where it is empty or blank', async () => {
    assert.deepEqual(await problemOf(extractText, ''), { kind: 'noText' });
    assert.deepEqual(await problemOf(extractText, ' \n\u00a0\t\n'), { kind: 'noText' });
    assert.deepEqual(await problemOf(extractHtml, '<!doctype html><body> </body>'), {
      kind: 'noText',
    });
  });

  it('is refused where its bytes are no text', async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 256);
    const reason = 'This is not a text file.';
    assert.deepEqual(await problemOf(extractText, bytes), { kind: 'failed', reason });
  });
});
