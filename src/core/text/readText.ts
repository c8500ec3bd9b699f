import { decodeKnown, type DecodingHints } from './decode';
import { decodeBytes, type DecodedText } from './encodings';

/** Why a file gives no text. */
export interface TextProblem {
  /** `reason` is for people, in English. */
  readonly problem:
    { readonly kind: 'noText' } | { readonly kind: 'failed'; readonly reason: string };
}

/**
 * Decodes a text file: in the encoding that it tells by itself, see `decodeKnown`, or else in the one
 * that its words are likeliest in. Never rejects.
 */
export async function decodeText(
  bytes: Uint8Array,
  hints: DecodingHints = {},
): Promise<DecodedText> {
  const decoded = decodeKnown(bytes, hints);
  if (decoded !== undefined) {
    return decoded;
  }
  // A megabyte that few files ask for.
  const { detectEncoding } = await import('./encodingDetection');
  const { encoding, isUncertain } = detectEncoding(bytes);
  return {
    text: decodeBytes(bytes, encoding),
    encoding,
    ...(isUncertain && { isEncodingUncertain: true }),
  };
}

/**
 * The text of a file, or why there is none: it is empty or blank, or it is no text whatever its name
 * says. `declaredIn` finds the encoding that a format declares in its first bytes, which it is given
 * as characters of one byte each.
 */
export async function readTextFile(
  bytes: Uint8Array,
  chosen?: string,
  declaredIn?: (head: string) => string | undefined,
): Promise<DecodedText | TextProblem> {
  const declared = declaredIn?.(String.fromCharCode(...bytes.subarray(0, DECLARATION_WITHIN)));
  const decoded = await decodeText(bytes, {
    ...(declared !== undefined && { declared }),
    ...(chosen !== undefined && { chosen }),
  });
  if (isBinary(decoded.text)) {
    return { problem: { kind: 'failed', reason: 'This is not a text file.' } };
  }
  return /\S/u.test(decoded.text) ? decoded : { problem: { kind: 'noText' } };
}

/** HTML asks for the declaration within 1,024 bytes; pages that overstep it are common. */
const DECLARATION_WITHIN = 4096;

/** Characters at the head, in the middle and at the end of a text that tell whether it is one. */
const LOOKED_AT = 65_536;
/** More control characters than one in so many are not found in text. */
const ONE_CONTROL_IN = 50;

function isBinary(text: string): boolean {
  const middle = Math.max(0, Math.floor((text.length - LOOKED_AT) / 2));
  return [0, middle, Math.max(0, text.length - LOOKED_AT)].some((start) => {
    const sample = text.slice(start, start + LOOKED_AT);
    const controls = sample.match(/(?![\s\u0085])\p{Cc}/gu)?.length ?? 0;
    return controls * ONE_CONTROL_IN > sample.length;
  });
}
