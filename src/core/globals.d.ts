/**
 * What every host of the core has beyond ES2022, by the Encoding Standard: Node, browsers and their
 * workers. The other projects get it from the DOM's or the worker's declarations.
 */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  readonly encoding: string;
  /** @throws TypeError on malformed bytes when `fatal` */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** Bytes, as characters below 256, in base64. */
declare function btoa(bytes: string): string;
