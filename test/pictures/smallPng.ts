import { deflateSync, inflateSync } from 'node:zlib';

/** A picture without transparency: three bytes a pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** What a palette has room for. */
const MOST_COLORS = 256;

/**
 * Writes a PNG of the browser with a palette, which takes a third of the bytes: what has few colours
 * keeps them all, and of more the most frequent stand for those next to them.
 */
export function withPalette(png: Uint8Array): Uint8Array {
  return encodePng(decodePng(png));
}

/**
 * Reads a PNG as the browser or `withPalette` writes it: eight bits a channel, with or without
 * transparency, or a palette; not interlaced.
 */
export function decodePng(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const data: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = view.getUint32(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const name = nameAt(png, at + 4);
    if (name === 'IDAT') {
      data.push(body);
    } else if (name === 'PLTE') {
      palette = body;
    }
    at += length + 12;
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const channels = palette ? 1 : png[25] === 6 ? 4 : 3;
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = palette ? (rows[pixel] ?? 0) * 3 : pixel * channels;
    rgb.set((palette ?? rows).subarray(at, at + 3), pixel * 3);
  }
  return { width, height, rgb };
}

function encodePng({ width, height, rgb }: Pixels): Uint8Array {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const color = colorAt(rgb, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COLORS)
    .map(([color]) => color);
  const indexes = new Map([...counts.keys()].map((color) => [color, nearest(palette, color)]));
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexes.get(colorAt(rgb, (y * width + x) * 3)) ?? 0;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a pixel, which is an index into the palette.
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Undoes what makes the rows of a PNG easier to pack: each byte is told by those before and above it. */
function unfilter(packed: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < step ? 0 : (rows[at - step] ?? 0);
      const above = y === 0 ? 0 : (rows[at - stride] ?? 0);
      const corner = x < step || y === 0 ? 0 : (rows[at - stride - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      rows[at] = (packed[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function nearest(palette: readonly number[], color: number): number {
  const wanted = channelsOf(color);
  let best = 0;
  let least = Infinity;
  for (const [index, candidate] of palette.entries()) {
    const distance = channelsOf(candidate).reduce(
      (sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2,
      0,
    );
    if (distance < least) {
      [best, least] = [index, distance];
    }
  }
  return best;
}

function colorAt(rgb: Uint8Array, at: number): number {
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
}

function channelsOf(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(Buffer.from(name, 'latin1'), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** CRC-32, as PNG asks for it. */
function checksum(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}
