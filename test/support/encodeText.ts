import { decodeBytes } from '../../src/core/text/encodings';

/** The bytes of a character, by encoding: the standard library writes UTF-8 alone. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * The bytes of a text in an encoding of one or two bytes a character.
 * @throws Error when it lacks a character of the text
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  let table = tables.get(encoding);
  if (table === undefined) {
    table = tableOf(encoding);
    tables.set(encoding, table);
  }
  const bytes = Array.from(text, (character) => {
    const code = table.get(character);
    if (code === undefined) {
      throw new Error(`${encoding} has no ${character}`);
    }
    return code;
  });
  return Uint8Array.from(bytes.flat());
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    const text = decodeBytes(Uint8Array.from(bytes), encoding);
    if (Array.from(text).length === 1 && text !== '\ufffd' && !table.has(text)) {
      table.set(text, bytes);
    }
  };
  for (let first = 0; first < 0x100; first += 1) {
    add(first);
  }
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      add(first, second);
    }
  }
  return table;
}

/** The bytes of a text in UTF-16, without a mark. */
export function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return bytes;
}
