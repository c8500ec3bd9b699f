import type { PdfFragment } from './pdfLines';

/** A letter, with the quotation mark before it. */
const INITIAL = /^["'“”‘’«»„‚‹]?\p{Lu}$/u;
/** An initial is larger than the text, in parts of its size. */
const SMALLEST = 1.7;
/** The height of a capital, in parts of its size. */
const CAPITAL = 0.7;

/** The rest of a word or another word, in small letters or in capitals; a sentence begins otherwise. */
const GOES_ON = /^\s*(?:['’]?\p{Ll}|\p{Lu}{2})/u;

/** Capitals that are words by themselves. */
const WORD_ALONE = /[AIOÀÓ]$/u;

/**
 * Fragments of a page with each initial that is set over two lines and more as the first letter of
 * the first of them, and with those lines beginning where it stands.
 */
export function withDropCaps(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  const body = bodySize(fragments);
  const initials = fragments.filter(
    ({ text, size }) => size > SMALLEST * body && INITIAL.test(text.trim()),
  );
  // More of them are no initials, and each looks at all the page.
  if (initials.length === 0 || initials.length > 12) {
    return fragments;
  }
  const changed = new Map<PdfFragment, PdfFragment | undefined>();
  for (const initial of initials) {
    const lines = linesBeside(initial, fragments);
    const [first] = lines;
    if (first === undefined || lines.length < 2 || !begins(initial, first)) {
      continue;
    }
    for (const line of lines) {
      changed.set(line, { ...line, left: initial.left });
    }
    const letter = initial.text.trim();
    const blank = isWordAlone(letter, first, fragments) ? ' ' : '';
    changed.set(first, {
      ...first,
      text: letter + blank + first.text.trimStart(),
      left: initial.left,
      isSpaced: initial.isSpaced,
    });
    changed.set(initial, undefined);
  }
  return fragments.flatMap((fragment) => {
    const instead = changed.has(fragment) ? changed.get(fragment) : fragment;
    return instead ? [instead] : [];
  });
}

/** The size of most letters. */
function bodySize(fragments: readonly PdfFragment[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of fragments) {
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  let most = 0;
  let body = Infinity;
  for (const [size, count] of letters) {
    if (count > most) {
      [most, body] = [count, size];
    }
  }
  return body;
}

/** The fragments that begin the lines beside an initial, from its top to its foot. */
function linesBeside(initial: PdfFragment, fragments: readonly PdfFragment[]): PdfFragment[] {
  const beside = fragments.filter(({ left, baseline, size, text }) => {
    const gap = left - initial.right;
    return (
      size * SMALLEST < initial.size &&
      gap > -0.3 * size &&
      gap < 1.2 * size &&
      baseline > initial.baseline - CAPITAL * initial.size &&
      baseline < initial.baseline + 0.3 * size &&
      text.trim() !== ''
    );
  });
  beside.sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  return beside.filter((fragment, at) => {
    const before = beside[at - 1];
    return !before || fragment.baseline - before.baseline > 0.5 * fragment.size;
  });
}

/** Whether a line is as high as the top of an initial, so that it goes on from it. */
function begins(initial: PdfFragment, { baseline, size, text }: PdfFragment): boolean {
  const top = initial.baseline - CAPITAL * initial.size;
  return Math.abs(baseline - CAPITAL * size - top) < 0.8 * size && GOES_ON.test(text);
}

/** Whether "A" and "new" are two words, for which what else the page has is asked. */
function isWordAlone(
  letter: string,
  { text, isSpaced }: PdfFragment,
  fragments: readonly PdfFragment[],
): boolean {
  if (!WORD_ALONE.test(letter)) {
    return false;
  }
  const word = /^\s*(\p{L}+)/u.exec(text)?.[1]?.toLowerCase();
  if (word === undefined || isSpaced || /^\s/.test(text)) {
    return word !== undefined;
  }
  const whole = letter.slice(-1).toLowerCase() + word;
  let balance = 0;
  for (const fragment of fragments) {
    for (const [other] of fragment.text.toLowerCase().matchAll(/\p{L}+/gu)) {
      balance += other === word ? 1 : other === whole ? -1 : 0;
    }
  }
  // The word that stands beside the initial has been counted.
  return balance - 1 > 0;
}
