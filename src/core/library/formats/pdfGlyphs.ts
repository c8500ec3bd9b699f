/*
 * Fonts whose tables of characters are wrong in known ways. Each way is undone only where what it
 * leaves could not be a word.
 */

/** What fonts for small capitals, figures and ligatures have in Unicode's private area, after Adobe. */
const PRIVATE = /[\uf001\uf002\uf721\uf724\uf726\uf730-\uf739\uf73f\uf761-\uf77a\uf7e0-\uf7fe]/gu;
const PRIVATE_LIGATURES: Readonly<Record<string, string>> = { '\uf001': 'fi', '\uf002': 'fl' };

/**
 * Ligatures of Calibri and its kin, which programs of Microsoft give the codes of letters that next
 * to no language has, mostly capitals: "acƟon", "wriƩen", "soŌware", "plaƞorm", "seƫng".
 */
const ODD = /(?<=[a-z])[\u019f\u01a9\u014c\u019e\u01ab]|\u019f(?=[a-z])/gu;
const ODD_LIGATURES: Readonly<Record<string, string>> = {
  '\u014c': 'ft',
  '\u019e': 'tf',
  '\u019f': 'ti',
  '\u01a9': 'tt',
  '\u01ab': 'tti',
};

/** The places of ligatures in fonts of TeX that say nothing of their characters. */
const CONTROLS = /(?<=[a-z])\p{Cc}|\p{Cc}(?=[a-z])/gu;
const CONTROL_LIGATURES: Readonly<Record<string, string>> = {
  '\u000e': 'ffi',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
};

const ANY = /[\p{Cc}\u014c\u019e\u019f\u01a9\u01ab\uf001-\uf7fe]/u;

/** A text with the letters that its ligatures and other glyphs stand for. Linear in the text. */
export function withLetters(text: string): string {
  if (!ANY.test(text)) {
    return text;
  }
  return text
    .replace(
      PRIVATE,
      (sign) => PRIVATE_LIGATURES[sign] ?? String.fromCharCode(sign.charCodeAt(0) & 0xff),
    )
    .replace(ODD, (sign) => ODD_LIGATURES[sign] ?? sign)
    .replace(CONTROLS, (sign) => CONTROL_LIGATURES[sign] ?? sign);
}

/**
 * What fonts have for ligatures whose codes are read by a table that is not theirs. `sure` is what no
 * word has where it stands: "speci®c", "deÞne", "in‡uence". Where a font has one such sign, the
 * others are ligatures as well, which could otherwise be meant: "de…ne", "re¯ect".
 */
const MISREAD: readonly {
  readonly sure: RegExp;
  readonly letters: Readonly<Record<string, string>>;
}[] = [
  // Adobe's standard encoding read as Latin-1, and the Macintosh's.
  { sure: /(?<![\p{L}®])[a-z]{1,20}®[a-z]/u, letters: { '®': 'fi', '\u00af': 'fl' } },
  { sure: /[a-z]Þ[a-z]/u, letters: { Þ: 'fi', ß: 'fl' } },
  { sure: /[a-z]Ž[a-z]/u, letters: { Ž: 'fi' } },
  // Fonts of Scientific Word.
  {
    sure: /[a-z][‡¤¢][a-z]/u,
    letters: { '…': 'fi', '‡': 'fl', '¤': 'ff', '¢': 'ffi' },
  },
];

/** Beside small letters alone. */
const MISREAD_SIGN =
  /(?<=[a-z])[®\u00afÞßŽ…‡¤¢](?=[a-z])|(?<![\p{L}\p{N}])[®\u00afÞßŽ…‡¤¢](?=[a-z])/gu;

/** Pieces of a page's text with the letters that their signs stand for; see `withLetters`. */
export function withLigatures<Item extends { readonly str: string; readonly fontName: string }>(
  items: readonly Item[],
): readonly Item[] {
  const misread = new Map<string, Record<string, string>>();
  for (const { str, fontName } of items) {
    for (const { sure, letters } of MISREAD) {
      if (sure.test(str)) {
        misread.set(fontName, { ...misread.get(fontName), ...letters });
      }
    }
  }
  return items.map((item) => {
    const letters = misread.get(item.fontName);
    const str = withLetters(item.str);
    return {
      ...item,
      str: letters ? str.replace(MISREAD_SIGN, (sign) => letters[sign] ?? sign) : str,
    };
  });
}
