/** Makes PDF files in Chinese, Japanese and Korean whose fonts name a character map that they lack. */

/** Character maps of Adobe by the first part of their names, and how their codes are to be had. */
const MAPS = {
  '90ms-RKSJ': { ordering: 'Japan1', charset: 'shift_jis' },
  'UniJIS-UTF16': { ordering: 'Japan1', charset: 'utf-16be' },
  'KSCms-UHC': { ordering: 'Korea1', charset: 'euc-kr' },
  'UniKS-UTF16': { ordering: 'Korea1', charset: 'utf-16be' },
  'GBK-EUC': { ordering: 'GB1', charset: 'gbk' },
  'UniGB-UTF16': { ordering: 'GB1', charset: 'utf-16be' },
  'ETen-B5': { ordering: 'CNS1', charset: 'big5' },
  'UniCNS-UTF16': { ordering: 'CNS1', charset: 'utf-16be' },
} as const;

export type CjkMap = keyof typeof MAPS;

export interface CjkText {
  readonly text: string;
  /** In points from the lower left corner: where its first letter begins, or its middle when set down. */
  readonly x: number;
  readonly y: number;
  /** In points; 12 when absent. */
  readonly size?: number;
  /** Set from left to right on a page whose text runs down, or the other way round. */
  readonly isTurned?: boolean;
}

export interface CjkSpec {
  readonly map: CjkMap;
  /** Whether text runs down the page. */
  readonly isVertical?: boolean;
  readonly pages: readonly (readonly CjkText[])[];
}

export function makeCjkPdf({ map, isVertical = false, pages }: CjkSpec): Uint8Array {
  const { ordering, charset } = MAPS[map];
  const encode = encoderOf(charset);
  const fonts = [isVertical, !isVertical].map(
    (isDown, at) =>
      `<< /Type /Font /Subtype /Type0 /BaseFont /Lamp${at} /Encoding /${map}-${isDown ? 'V' : 'H'} ` +
      `/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Lamp${at} /DW 1000 /W [1 94 500] ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> ` +
      `/FontDescriptor << /Type /FontDescriptor /FontName /Lamp${at} /Flags 4 /ItalicAngle 0 ` +
      '/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >> >>] >>',
  );
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`,
    ...fonts,
  ];
  for (const [at, texts] of pages.entries()) {
    const shown = texts.map(
      ({ text, x, y, size = 12, isTurned = false }) =>
        `BT /F${isTurned ? 1 : 0} ${size} Tf ${x} ${y} Td <${encode(text)}> Tj ET`,
    );
    const stream = shown.join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /Contents ${6 + 2 * at} 0 R ` +
        '/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  return fileOf(objects);
}

/** Objects, the first of which is the catalog, as a file. */
function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>`;
  return new TextEncoder().encode(`${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`);
}

/** Gives the codes of a text in hexadecimal digits. */
function encoderOf(charset: string): (text: string) => string {
  if (charset === 'utf-16be') {
    return (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  }
  const codes = new Map<string, string>();
  const decoder = new TextDecoder(charset);
  for (let code = 0x20; code <= 0xffff; code++) {
    const bytes = code < 0x100 ? [code] : [code >> 8, code & 0xff];
    const character = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(character).length === 1 && !codes.has(character)) {
      codes.set(character, Buffer.from(bytes).toString('hex'));
    }
  }
  return (text) =>
    Array.from(text, (character) => {
      const code = codes.get(character);
      if (code === undefined) {
        throw new Error(`${charset} has no "${character}".`);
      }
      return code;
    }).join('');
}
