import { pdfOf } from './pdfOf';

/** Nodes of the tree of pages below each other one. */
const WIDTH = 10;

/** Pages of the file. */
export const LONG_PAGES = WIDTH ** 3;

/** The numbers of objects: catalogue, font, root of the tree, its two levels, and then the pages. */
const [FONT, ROOT, BRANCHES, TWIGS, PAGES] = [2, 3, 4, 4 + WIDTH, 4 + WIDTH + WIDTH ** 2];

/**
 * A file of a thousand pages, in a tree as programs write it, each with its number ("Sheet 12 of the
 * register") and words of no language, 5 MB together.
 */
export function makeLongPdf(): Uint8Array {
  let seed = 1;
  const word = () => (seed = (seed * 48_271) % 0x7fffffff).toString(36);
  const node = (parent: number, count: number, kids: (at: number) => number) => {
    const names = Array.from({ length: WIDTH }, (_, at) => `${kids(at)} 0 R`);
    const above = parent === 0 ? '' : `/Parent ${parent} 0 R`;
    return `<< /Type /Pages ${above} /Count ${count} /Kids [${names.join(' ')}] >>`;
  };
  const pages = Array.from({ length: LONG_PAGES }, (_, at) => {
    const lines = Array.from({ length: 55 }, () => Array.from({ length: 12 }, word).join(' '));
    const shown = [`Sheet ${at + 1} of the register.`, ...lines].map((line) => `(${line}) '`);
    const contents = `BT /F1 10 Tf 13 TL 60 800 Td ${shown.join('\n')} ET`;
    return [
      `<< /Type /Page /Parent ${TWIGS + Math.floor(at / WIDTH)} 0 R /MediaBox [0 0 595 842]
        /Contents ${PAGES + 2 * at + 1} 0 R /Resources << /Font << /F1 ${FONT} 0 R >> >> >>`,
      `<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`,
    ];
  });
  return pdfOf([
    `<< /Type /Catalog /Pages ${ROOT} 0 R >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    node(0, LONG_PAGES, (at) => BRANCHES + at),
    ...Array.from({ length: WIDTH }, (_, branch) =>
      node(ROOT, WIDTH ** 2, (at) => TWIGS + branch * WIDTH + at),
    ),
    ...Array.from({ length: WIDTH ** 2 }, (_, twig) =>
      node(BRANCHES + Math.floor(twig / WIDTH), WIDTH, (at) => PAGES + 2 * (twig * WIDTH + at)),
    ),
    ...pages.flat(),
  ]);
}
