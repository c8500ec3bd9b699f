import type { CharacterMapAnswer, WorkerRequest } from './messages';

/*
 * Fonts for Chinese, Japanese and Korean may name the map from codes to characters without having it.
 * Those maps are files of ours, which the viewer reads as well. Whoever starts the extractor gives
 * them to it one by one when it asks: it opens no files itself, and in a browser it could not.
 */

/** The folder of character maps, relative to the extractor's bundle. */
const FOLDER = 'pdf/cmaps';

/** Names as Adobe gives them; what a file says must lead nowhere else. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** Gives the bytes of a character map by its name; `undefined` where there is none. Never rejects. */
export type CharacterMapReader = (name: string) => Promise<Uint8Array | undefined>;

/** @param readBeside reads a file by its path from the folder of the extractor's bundle */
export function characterMapReader(
  readBeside: (path: string) => Promise<Uint8Array> | undefined,
): CharacterMapReader {
  return async (name) => {
    if (!NAME.test(name)) {
      return undefined;
    }
    try {
      const bytes = await readBeside(`${FOLDER}/${name}.bcmap`);
      // A copy can be handed over; what was read may be part of something else.
      return bytes && new Uint8Array(bytes);
    } catch {
      return undefined;
    }
  };
}

/** The buffers that go over to a worker with a message, instead of being copied. */
export function bytesToMove({ bytes }: WorkerRequest): readonly ArrayBuffer[] {
  return bytes === undefined ? [] : [bytes.buffer as ArrayBuffer];
}

/** The extractor's side: asks for maps, and keeps those that it has been given. */
export class CharacterMaps {
  private readonly kept = new Map<string, Promise<Uint8Array | undefined>>();
  private readonly waiting = new Map<string, (bytes: Uint8Array | undefined) => void>();

  /** @param ask called when the map is not at hand */
  async read(name: string, ask: () => void): Promise<Uint8Array | undefined> {
    let bytes = this.kept.get(name);
    if (bytes === undefined) {
      bytes = new Promise((resolve) => this.waiting.set(name, resolve));
      this.kept.set(name, bytes);
      ask();
    }
    return bytes;
  }

  take({ name, bytes }: CharacterMapAnswer): void {
    this.waiting.get(name)?.(bytes);
    this.waiting.delete(name);
  }
}
