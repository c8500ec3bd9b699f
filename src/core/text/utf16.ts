type Utf16 = 'UTF-16LE' | 'UTF-16BE';

/** Bytes that are looked at. */
const SAMPLE = 4096;

/**
 * Tells UTF-16 without a mark by its zero bytes. In any script the blanks and line ends have one, in
 * Latin script most characters do, and always on the same side.
 */
export function utf16ByZeros(bytes: Uint8Array): Utf16 | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let high = 0;
  let low = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] !== 0) {
      high += 1;
    } else if (bytes[at] !== 0 && bytes[at + 1] === 0) {
      low += 1;
    }
  }
  const enough = pairs / 10;
  if (low > enough && low > high * 10) {
    return 'UTF-16LE';
  }
  return high > enough && high > low * 10 ? 'UTF-16BE' : undefined;
}

/** More control characters than one in so many bytes are not found in text of another kind. */
const ONE_CONTROL_IN = 100;
/** So much of a text is in the scripts that people write. */
const MOSTLY = 0.97;
/** And so much at the most of what the wrong order of bytes makes. */
const HARDLY = 0.8;

/**
 * Tells UTF-16 without a mark in scripts that have no blanks. There are control characters among its
 * bytes, which no other text has, and one of both orders makes characters that people write. To be
 * asked of what is no UTF-8.
 */
export function utf16ByScripts(bytes: Uint8Array): Utf16 | undefined {
  if (bytes.length % 2 !== 0) {
    return undefined;
  }
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b)).length;
  if (controls * ONE_CONTROL_IN <= sample.length) {
    return undefined;
  }
  const little = shareOfWriting(sample, 'UTF-16LE');
  const big = shareOfWriting(sample, 'UTF-16BE');
  if (little >= MOSTLY && big <= HARDLY) {
    return 'UTF-16LE';
  }
  return big >= MOSTLY && little <= HARDLY ? 'UTF-16BE' : undefined;
}

const WRITING =
  /[\t\n\r\x20-\x7e\u00a0-\u052f\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]/gu;

function shareOfWriting(sample: Uint8Array, encoding: Utf16): number {
  const text = new TextDecoder(encoding).decode(sample);
  return (text.match(WRITING)?.length ?? 0) / Math.max(1, text.length);
}
