import { constants, deflateRawSync } from 'node:zlib';

/** Makes small files that unpack to very much, as nobody's documents do. */

const MEGABYTE = 1 << 20;

/**
 * A PDF of one page, whose contents are so many megabytes of blanks: 2,000 of them are packed to less
 * than two.
 */
export function makePdfBomb(megabytes: number): Uint8Array {
  const contents = zlibOfBlanks(megabytes);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${contents.length} /Filter /FlateDecode >>`,
  ];
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n');
  for (const [at, dictionary] of objects.entries()) {
    offsets.push(length);
    add(`${at + 1} 0 obj\n${dictionary}\n`);
    if (at === objects.length - 1) {
      add('stream\n');
      add(contents);
      add('\nendstream\n');
    }
    add('endobj\n');
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** Megabytes of blanks as zlib packs them. Its checksum is missing, which readers do not mind. */
function zlibOfBlanks(megabytes: number): Uint8Array {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedBlanks(megabytes)]);
}

/** So many megabytes of blanks, deflated: one of them, repeated. */
export function deflatedBlanks(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), {
    finishFlush: constants.Z_FULL_FLUSH,
    level: 9,
  });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), last]);
}
