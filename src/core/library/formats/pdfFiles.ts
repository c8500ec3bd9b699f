import type { ExtractionOptions } from '../document';

/** What PDF.js asks for files that it comes with: see `BaseBinaryDataFactory` in its sources. */
interface PdfFiles {
  /** Rejects where there is no such file; text in the font that needs it is not read then. */
  fetch(file: { readonly kind: string; readonly filename: string }): Promise<Uint8Array>;
}

/** The class of what gives PDF.js its character maps, and no other file: fonts are not drawn. */
export function pdfFilesOf({
  readCharacterMap,
}: Pick<ExtractionOptions, 'readCharacterMap'>): new () => PdfFiles {
  return class implements PdfFiles {
    async fetch({ kind, filename }: Parameters<PdfFiles['fetch']>[0]): Promise<Uint8Array> {
      const name = filename.replace(/\.bcmap$/, '');
      const bytes = kind === 'cMapUrl' ? await readCharacterMap?.(name) : undefined;
      if (bytes === undefined) {
        throw new Error(`${filename} is not to be had.`);
      }
      return bytes;
    }
  };
}
