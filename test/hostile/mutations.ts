import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { FuzzKind } from './kinds';
import type { Random } from './random';
import { TEXT_PIECES } from './textSeeds';

/** No mutated file grows above this: what is sought are flaws, not the limits of size. */
const LARGEST = 1 << 20;

/** Nor does a file within an archive grow above this. */
const LARGEST_MEMBER = 16 << 20;

/** Numbers at the ends of what programs count with. */
const NUMBERS = ['-1', '0', '65536', '2147483648', '4294967295', '9007199254740993', '1e400'];

const PDF_WORDS = [
  '/Kids',
  '/Parent',
  '/Count',
  '/Length',
  '/Filter',
  '/FlateDecode',
  '/ASCIIHexDecode',
  '/Type',
  '/Pages',
  '/Page',
  '/Contents',
  '/Resources',
  '/Font',
  '/Root',
  '/First',
  '/Next',
  '/Nums',
  '/MediaBox',
  '/Encrypt',
  'null',
  '<<',
  '>>',
  '[',
  ']',
  'endobj',
  'endstream',
  'stream',
];

const MARKUP = {
  ...TEXT_PIECES,
  text: ['\r', '\n\n', '\u0000', '\u00ad', '\u202e', 'Q: ', '\f', '\u{1f600}', ' '],
  markdown: [
    '---\n',
    '# ',
    '> ',
    '- ',
    '|',
    '```\n',
    '[^1]',
    '](',
    '**',
    '`',
    '<div>',
    '    ',
    '\t',
  ],
  html: [
    '<table>',
    '</table>',
    '<tr><td>',
    '<p',
    '</div>',
    '<!--',
    '<script>',
    '<svg>',
    '&#x',
    '<li>',
    '"',
    '<template>',
  ],
  word: [
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:r>',
    '<w:t>',
    '&#0;',
    '<![CDATA[',
    '<w:ins>',
    'w:val="',
    '<w:tc>',
  ],
} as const;

/** One to four changes to a well-formed file of a kind. The same for the same numbers. */
export function mutate(format: FuzzKind, seed: Uint8Array, random: Random): Uint8Array {
  let bytes = seed;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    bytes = changed(format, bytes, random).slice(0, LARGEST);
  }
  return bytes;
}

function changed(format: FuzzKind, bytes: Uint8Array, random: Random): Uint8Array {
  switch (format) {
    case 'word':
      // Mostly within the archive: outside, all that is tested is the reading of archives.
      return random.below(5) === 0 ? changeBytes(bytes, random) : changeMember(bytes, random);
    case 'pdf':
      return random.below(3) === 0 ? changeBytes(bytes, random) : changePdf(bytes, random);
    default:
      return random.below(2) === 0
        ? changeBytes(bytes, random)
        : insert(bytes, encode(repeated(random.pick(MARKUP[format]), random)), random);
  }
}

function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const start = random.below(bytes.length);
  const length = 1 + random.below(Math.min(512, bytes.length));
  switch (random.below(7)) {
    case 0: {
      const flipped = bytes.slice();
      for (let bits = 1 + random.below(8); bits > 0 && flipped.length > 0; bits -= 1) {
        flipped[random.below(flipped.length)]! ^= 1 << random.below(8);
      }
      return flipped;
    }
    case 1:
      return bytes.slice(0, start);
    case 2:
      return concat(bytes.subarray(0, start), bytes.subarray(start + length));
    case 3: {
      const chunk = bytes.subarray(start, start + length);
      return insert(bytes, concat(...Array<Uint8Array>(1 + random.below(40)).fill(chunk)), random);
    }
    case 4: {
      const other = random.below(bytes.length);
      return concat(
        bytes.subarray(0, start),
        bytes.subarray(other, other + length),
        bytes.subarray(start + length),
      );
    }
    case 5:
      return insert(
        bytes,
        Uint8Array.from({ length }, () => random.below(256)),
        random,
      );
    default:
      return changeNumber(bytes, random);
  }
}

/** Puts another number in the place of one that is written in digits. */
function changeNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) {
    return bytes;
  }
  const { index, 0: digits } = random.pick(numbers);
  const other = random.below(2) === 0 ? random.pick(NUMBERS) : String(random.below(40));
  return encodeBytes(text.slice(0, index) + other + text.slice(index + digits.length));
}

/** Changes a number, a reference or a name; what stands in streams that are packed stays. */
function changePdf(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const tokens = [...text.matchAll(/\d+ 0 R|\/[A-Za-z]+|<<|>>|\bobj\b|\bnull\b/g)];
  if (tokens.length === 0 || random.below(3) === 0) {
    return changeNumber(bytes, random);
  }
  const { index, 0: token } = random.pick(tokens);
  const other = token.endsWith(' R')
    ? `${1 + random.below(20)} 0 R`
    : random.below(2) === 0
      ? random.pick(PDF_WORDS)
      : random.pick(tokens)[0];
  return encodeBytes(text.slice(0, index) + other + text.slice(index + token.length));
}

/** Changes a file within the archive, or takes it away, or puts it under another's name. */
function changeMember(bytes: Uint8Array, random: Random): Uint8Array {
  let members: Zippable;
  try {
    // A header that was changed before may promise any size.
    members = unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= LARGEST_MEMBER });
  } catch {
    return changeBytes(bytes, random);
  }
  const names = Object.keys(members);
  if (names.length === 0) {
    return changeBytes(bytes, random);
  }
  const name = random.pick(names);
  const content = members[name] as Uint8Array;
  switch (random.below(16)) {
    case 0:
      delete members[name];
      break;
    case 1:
      members[name] = members[random.pick(names)]!;
      break;
    case 2:
      members[name] = changeBytes(content, random);
      break;
    case 3:
      members[name] = changeTag(content, random);
      break;
    case 4:
      members[name] = insert(content, encode(repeated(random.pick(MARKUP.word), random)), random);
      break;
    case 5:
    case 6:
    case 7:
      members[name] = changeAttribute(content, random);
      break;
    default:
      members[name] = changeElement(content, random);
  }
  // Changes that each repeat something a thousandfold would fill the memory before any reader.
  const changed = members[name];
  if (changed instanceof Uint8Array) {
    members[name] = changed.subarray(0, LARGEST_MEMBER);
  }
  return zipSync(members, { level: 1 });
}

/** Repeats an element, or wraps it in itself, or takes it away; what was well-formed remains so. */
function changeElement(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const elements = [...text.matchAll(/<([\w:]+)\b[^<>]*>[^<>]*<\/\1>|<([\w:]+)\b[^<>]*\/>/g)];
  const blocks = [...text.matchAll(/<(w:(?:p|tr|tbl|style|lvl))\b[^<>]*>.*?<\/\1>/gs)];
  const all = [...elements, ...blocks];
  if (all.length === 0) {
    return bytes;
  }
  const { index, 0: element } = random.pick(all);
  const opening = /^<[^<>]*[^/]>/.exec(element)?.[0] ?? '';
  const closing = opening === '' ? '' : (/<\/[^<>]*>$/.exec(element)?.[0] ?? '');
  const times = Math.min(random.pick([2, 10, 1_000]), Math.floor(LARGEST_MEMBER / element.length));
  const other = random.pick([
    '',
    element.repeat(times),
    opening.repeat(times) + element + closing.repeat(times),
    random.pick(all)[0],
  ]);
  return encodeBytes(text.slice(0, index) + other + text.slice(index + element.length));
}

/** Gives an attribute the value of another, or a number from the ends of the scale. */
function changeAttribute(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const values = [...text.matchAll(/="([^"<>]*)"/g)];
  if (values.length === 0) {
    return bytes;
  }
  const { index, 0: value } = random.pick(values);
  const other = random.below(2) === 0 ? `="${random.pick(NUMBERS)}"` : random.pick(values)[0];
  return encodeBytes(text.slice(0, index) + other + text.slice(index + value.length));
}

/** Puts a tag of the file in the place of another. */
function changeTag(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const tags = [...text.matchAll(/<[^<>]{1,200}>/g)];
  if (tags.length === 0) {
    return bytes;
  }
  const { index, 0: tag } = random.pick(tags);
  return encodeBytes(text.slice(0, index) + random.pick(tags)[0] + text.slice(index + tag.length));
}

function repeated(piece: string, random: Random): string {
  return piece.repeat(random.pick([1, 1, 2, 10, 100, 2_000]));
}

function insert(bytes: Uint8Array, piece: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  return concat(bytes.subarray(0, at), piece, bytes.subarray(at));
}

function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One character a byte, and back: for formats in which text and bytes are mixed. */
function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function encodeBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
